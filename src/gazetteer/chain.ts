import type { TaggedSentence } from '../language/index.js';
import type { Item } from './item.js';
import { stateOf } from './parties.js';
import type { Scene } from './scene.js';
import type { OfficeSense } from './senses.js';
import { POSSESSIVES } from './words.js';

/** Offices in a row: "foreign ministry spokesman", "Ministry of Land and Water". */
export interface Chain {
  readonly offices: readonly OfficeSense[];
  /** The last word of the last office, without the portfolio. */
  readonly word: string;
  /** Token after the chain. */
  readonly last: number;
  /** Item after the chain. */
  readonly next: number;
}

/** The offices from item `k` on that follow token `from`, as those of `owner` where it stands before them. */
export function officesFrom(
  scene: Scene,
  k: number,
  from: number,
  owner?: { readonly item: Item; readonly id: string },
): Chain {
  const { sentence, items } = scene;
  const offices: OfficeSense[] = [];
  let word = '';
  let last = from;
  let next = k;
  for (;;) {
    const item = items[next];
    const office = item && officeOf(item, owner?.id);
    if (item === undefined || office === undefined) break;
    const gap = gapBetween(sentence, last, item.first, owner !== undefined || offices.length > 0);
    if (gap === undefined) break;
    if (offices.length === 0 && owner !== undefined && !mayOwn(owner.item, gap, office)) break;
    // "workers hostage", "veterans students": two groups, not one.
    if (office.kind === 'people' && offices.at(-1)?.kind === 'people' && isPlural(word)) break;
    offices.push(office);
    word = sentence.forms[item.last - 1] ?? '';
    last = portfolioEnd(scene, item.last, office);
    next++;
    while ((items[next]?.first ?? Number.POSITIVE_INFINITY) < last) next++;
  }
  return { offices, word, last, next };
}

type Gap = 'none' | 'words' | 'possessive';

/** Persons own offices only by a possessive ("Putin's spokesman"), named organs only next to them. */
function mayOwn({ sense }: Item, gap: Gap, office: OfficeSense): boolean {
  if (sense.role === 'person') return gap === 'possessive';
  if (sense.role === 'party' && sense.use === 'organ') return gap !== 'words';
  return sense.role !== 'place' || office.kind !== 'office' || office.rank !== 'head';
}

/** An item as an office: "Pakistan's Foreign Office" is not Britain's. */
function officeOf({ sense, office }: Item, party: string | undefined): OfficeSense | undefined {
  if (sense.role === 'office') return sense;
  const elsewhere = party !== undefined && sense.role === 'party' && stateOf(sense.id) !== stateOf(party);
  return elsewhere ? office : undefined;
}

/** The end of what an office is about, where that is written like a name: "Ministry of Women and Children". */
function portfolioEnd({ sentence, items, itemAt }: Scene, from: number, { kind }: OfficeSense): number {
  const { forms } = sentence;
  const link = (forms[from] ?? '').toLowerCase();
  if ((kind !== 'institution' && kind !== 'office') || (link !== 'of' && link !== 'for')) return from;
  let t = from + 1;
  if ((forms[t] ?? '').toLowerCase() === 'the') t++;
  let end = from;
  for (; t < forms.length; t++) {
    const form = forms[t] ?? '';
    const role = items[itemAt[t] ?? -1]?.sense.role;
    if (role !== undefined && role !== 'office') break;
    if (form !== form.toLowerCase()) end = t + 1;
    else if (form !== 'and' && form !== '&') break;
  }
  // A name that a party follows at once is part of that party's: "President of Greater Britain".
  const after = items[itemAt[end] ?? -1]?.sense.role;
  return after === undefined || after === 'office' ? end : from;
}

/** Words that may stand between a party and its office: nouns and adjectives, before them a possessive. */
export function gapBetween(
  { forms, upos }: TaggedSentence,
  from: number,
  to: number,
  mayOwn: boolean,
): Gap | undefined {
  let t = from;
  let gap: Gap = 'none';
  while (mayOwn && t < to && POSSESSIVES.has((forms[t] ?? '').toLowerCase())) {
    gap = 'possessive';
    t++;
  }
  // "TASS - President …" joins nothing.
  if (to - t > 4 || (t < to && isDash(forms[t]) && !/^(led|based)$/.test(forms[t + 1] ?? '')))
    return undefined;
  for (; t < to; t++) {
    const tag = upos[t];
    const form = forms[t] ?? '';
    if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN' && !isDash(form) && !/^(led|based)$/.test(form))
      return undefined;
    if (gap === 'none') gap = 'words';
  }
  return gap;
}

/** Whether several hold the office: no name of a person follows "leaders". */
export function isPlural(form: string): boolean {
  return /([^s]s|men|women|people)$/i.test(form);
}

function isDash(form: string | undefined): boolean {
  return form === '-' || form === '–';
}
