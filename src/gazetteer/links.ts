import type { TaggedSentence } from '../language/index.js';
import { stateOf } from './parties.js';
import type { Item } from './resolve.js';
import type { Scene } from './scene.js';
import type { OfficeSense } from './senses.js';
import { ARTICLES, ENVOYS, FORMER, HOSTED, JOINERS, POSSESSIVES } from './words.js';

/**
 * Whether an office without a state still names an actor: protesters, gunmen, companies, but no minister or court,
 * which are somebody's and for the reader to resolve.
 */
export function actsUnnamed(office: OfficeSense, form: string): boolean {
  if (office.kind === 'people' || office.kind === 'force') return true;
  if (office.kind === 'office') return !STATE_SECTORS.has(office.sector);
  return !STATE_SECTORS.has(office.sector) && /[^s]s$/.test(form);
}

/** Whether whoever is somewhere is of there: a court in Istanbul, officials in Kabul, but no troops or envoys. */
export function isLocal({ sentence }: Scene, begin: Item, office: OfficeSense, last: number): boolean {
  const form = sentence.forms[last - 1] ?? '';
  const foreign = (sentence.forms[begin.first - 1] ?? '').toLowerCase() === 'foreign';
  if (foreign || office.sector === 'MIL' || ENVOYS.test(form) || HOSTED.test(form)) return false;
  return (
    office.kind !== 'office' || office.rank === 'other' || office.sector === 'JUD' || office.sector === 'COP'
  );
}

const STATE_SECTORS = new Set(['GOV', 'LEG', 'JUD', 'SPY', 'MIL', 'PTY']);

/** An item as an office: "Pakistan's Foreign Office" is not Britain's. */
export function officeOf({ sense, office }: Item, party: string): OfficeSense | undefined {
  if (sense.role === 'office') return sense;
  const elsewhere = sense.role === 'party' && stateOf(sense.id) !== stateOf(party);
  return elsewhere ? office : undefined;
}

/** "the former Afghan president", "ex-minister". */
export function isFormer({ forms }: TaggedSentence, { first }: Item, last: number): boolean {
  for (let t = Math.max(0, first - 2); t < last; t++)
    if (FORMER.test(forms[t] ?? '') && (t >= first || t === first - 1 || forms[first - 1] === '-'))
      return true;
  return false;
}

/** Words that may stand between a party and its office: nouns and adjectives, before them a possessive. */
export function gapBetween(
  { forms, upos }: TaggedSentence,
  from: number,
  to: number,
  mayOwn: boolean,
): 'none' | 'words' | 'possessive' | undefined {
  let t = from;
  let gap: 'none' | 'words' | 'possessive' = 'none';
  while (mayOwn && t < to && POSSESSIVES.has((forms[t] ?? '').toLowerCase())) {
    gap = 'possessive';
    t++;
  }
  if (to - t > 4) return undefined;
  for (; t < to; t++) {
    const tag = upos[t];
    const form = forms[t] ?? '';
    if (
      tag !== 'NOUN' &&
      tag !== 'ADJ' &&
      tag !== 'PROPN' &&
      tag !== 'NUM' &&
      form !== '-' &&
      form !== '–' &&
      !/^(led|based)$/.test(form)
    )
      return undefined;
    if (gap === 'none') gap = 'words';
  }
  return gap;
}

export function areJoiners({ forms }: TaggedSentence, from: number, to: number): boolean {
  if (from >= to) return false;
  for (let t = from; t < to; t++) {
    const form = (forms[t] ?? '').toLowerCase();
    if (!JOINERS.has(form) && form !== 'the') return false;
  }
  return true;
}

/** "ambassador to Vietnam" names the host; it is no party to what the ambassador does. */
export function envoyTarget(
  scene: Scene,
  k: number,
  last: number,
  officeEnd = last,
): { last: number; next: number } | undefined {
  const { sentence, items } = scene;
  if (!ENVOYS.test(sentence.forms[officeEnd - 1] ?? '')) return undefined;
  const link = (sentence.forms[last] ?? '').toLowerCase();
  if (link !== 'to' && link !== 'in') return undefined;
  const target = items[k];
  let t = last + 1;
  if (ARTICLES.has((sentence.forms[t] ?? '').toLowerCase())) t++;
  if (target === undefined || target.first !== t || target.sense.role !== 'party') return undefined;
  return { last: target.last, next: k + 1 };
}

/** "protesters in Iran", "officials from China". */
export function placeAfter({ sentence }: Scene, where: Item, last: number): string | undefined {
  const link = (sentence.forms[last] ?? '').toLowerCase();
  if (link !== 'in' && link !== 'from' && link !== 'across') return undefined;
  const t = last + (ARTICLES.has((sentence.forms[last + 1] ?? '').toLowerCase()) ? 2 : 1);
  if (where.first !== t) return undefined;
  if (where.sense.role === 'place') return where.sense.within;
  return where.sense.role === 'party' && where.sense.of === 'state' ? where.sense.id : undefined;
}

export function sharesWith(item: Item): boolean {
  return item.sense.role === 'party' && item.sense.use !== 'organ' && item.sense.use !== 'group';
}
