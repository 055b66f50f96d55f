/** A copy that does not keep the text alive that it was cut from, as slices do in V8. For what is kept in caches. */
export const ownString = (slice: string): string => Array.from(slice).join('');
