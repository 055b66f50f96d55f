import type { Entry, Span } from '../../record/index.js';

/**
 * One entry for each id: what a document tells twice is one entry with the passages of both, as sure as the surer one.
 *
 * @example
 * mergeRepeated([entry, { ...entry, passages: elsewhere }]).length // 1
 */
export function mergeRepeated(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byId.get(entry.id);
    byId.set(entry.id, before ? merge(before, entry) : entry);
  }
  return byId.size === entries.length ? entries : [...byId.values()];
}

function merge(a: Entry, b: Entry): Entry {
  const passages = new Map<string, Span>();
  for (const span of [...a.passages, ...b.passages]) passages.set(`${span.start} ${span.end}`, span);
  return {
    ...a,
    passages: [...passages.values()].sort((p, q) => p.start - q.start || p.end - q.end),
    confidence: Math.max(a.confidence, b.confidence),
  };
}
