/** FNV-1a over the UTF-16 code units `from` to `to`, as an unsigned 32-bit number. */
export function hashSlice(text: string, from: number, to: number, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}
