import type { TaggedSentence } from '../language/index.js';
import { type Chain, isPlural } from './chain.js';
import type { Item } from './item.js';
import { stateOf } from './parties.js';
import type { Scene } from './scene.js';
import { ARTICLES, ENVOYS, FORMER, HOSTED, JOINERS } from './words.js';

/**
 * Whether an office without a state still names an actor: protesters, gunmen, companies, but no minister or court,
 * which are somebody's and for the reader to resolve.
 */
export function actsUnnamed({ offices, word }: Chain): boolean {
  const office = offices.at(-1);
  if (office === undefined) return false;
  if (office.kind === 'people' || office.kind === 'force') return true;
  if (office.kind === 'office') return !STATE_SECTORS.has(office.sector);
  return !STATE_SECTORS.has(office.sector) && isPlural(word);
}

/** Whether whoever is somewhere is of there: a court in Istanbul, officials in Kabul, but no troops or envoys. */
export function isLocal({ sentence }: Scene, begin: Item, { offices, word }: Chain): boolean {
  const office = offices.at(-1);
  const foreign = (sentence.forms[begin.first - 1] ?? '').toLowerCase() === 'foreign';
  if (office === undefined || foreign || office.sector === 'MIL') return false;
  if (ENVOYS.test(word) || HOSTED.test(word)) return false;
  return (
    office.kind !== 'office' || office.rank === 'other' || office.sector === 'JUD' || office.sector === 'COP'
  );
}

const STATE_SECTORS = new Set(['GOV', 'LEG', 'JUD', 'SPY', 'MIL', 'PTY']);

/** "the former Afghan president", "ex-minister". */
export function isFormer({ forms }: TaggedSentence, { first }: Item, last: number): boolean {
  for (let t = Math.max(0, first - 2); t < last; t++)
    if (FORMER.test(forms[t] ?? '') && (t >= first || t === first - 1 || forms[first - 1] === '-'))
      return true;
  return false;
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
  { sentence, items }: Scene,
  { last, next }: Pick<Chain, 'last' | 'next'>,
  { word }: Chain,
): Pick<Chain, 'last' | 'next'> | undefined {
  if (!ENVOYS.test(word)) return undefined;
  const link = (sentence.forms[last] ?? '').toLowerCase();
  if (link !== 'to' && link !== 'in' && link !== 'for') return undefined;
  const target = items[next];
  let t = last + 1;
  if (ARTICLES.has((sentence.forms[t] ?? '').toLowerCase())) t++;
  if (target === undefined || target.first !== t || target.sense.role !== 'party') return undefined;
  return { last: target.last, next: next + 1 };
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

/**
 * The party that two names in a row are: "Lebanese Hezbollah", "Russia's Duma", "Turkey's Erdogan". A people of
 * several states takes the state: "Syrian Kurds".
 */
export function sameParty({ sense }: Item, party: string): string | undefined {
  if (sense.role !== 'party' && sense.role !== 'person') return undefined;
  if (sense.id === '-/CVL' && stateOf(party) === party) return `${party}/CVL`;
  return stateOf(sense.id) === stateOf(party) && sense.id !== party ? sense.id : undefined;
}

/** Surnames may be towns' or groups' names too ("Juan Guaidó"); states and offices end a name. */
export function endsName(item: Item | undefined, t: number, first: number): boolean {
  if (item === undefined) return false;
  const { sense } = item;
  const doubtful =
    sense.role === 'party' ? sense.use === 'capital' || sense.use === 'group' : sense.role !== 'office';
  return t === first || !doubtful;
}
