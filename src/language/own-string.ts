/** A copy that does not keep the text alive that it was cut from, as slices do in V8. For what is kept in caches. */
export const ownString = (slice: string): string => Array.from(slice).join('');

/** The one string of this text that the engine keeps for names of properties: it compares such strings by their addresses. */
export const sole = (text: string): string => Object.keys({ [text]: 0 })[0] as string;
