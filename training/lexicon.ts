import { hashSlice } from '../src/language/hashing.js';
import type { LexicalEntry } from '../src/language/lexicon.js';
import type { Example } from './treebanks.js';

const KNOWN_FROM = 2;
const TAG_SET_FROM = 3;
/** A form is tagged without looking when it was seen this often and nearly always with one tag. */
const CERTAIN_FROM = 60;
const CERTAIN_SHARE = 0.999;

/** The forms that the training sentences show at least twice, with their sets of tags. */
export function buildEntries(examples: readonly Example[]): Map<string, LexicalEntry> {
  const seen = new Map<string, Map<number, number>>();
  for (const { sentence, tags } of examples) {
    sentence.forms.forEach((form, i) => {
      const lower = form.toLowerCase();
      const counts = seen.get(lower) ?? new Map<number, number>();
      const tag = tags[i] ?? 0;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      seen.set(lower, counts);
    });
  }
  const entries = new Map<string, LexicalEntry>();
  for (const form of [...seen.keys()].sort()) {
    const counts = [...(seen.get(form) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    if (total < KNOWN_FROM) continue;
    const [[tag, most] = [-1, 0]] = counts;
    const usual = counts.filter(([, count]) => count / total >= 0.02).slice(0, 5);
    const set = usual.map(([one]) => one).join(' ');
    entries.set(form, {
      ambiguity: total < TAG_SET_FROM ? 0 : hashSlice(set, 0, set.length, 60),
      tag: total >= CERTAIN_FROM && most / total >= CERTAIN_SHARE ? tag : -1,
    });
  }
  return entries;
}
