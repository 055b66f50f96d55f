import type { TaggedSentence, Upos } from '../language/index.js';
import { fold } from './atoms.js';
import { choose, choosePerson, townOf } from './choice.js';
import { byCues } from './cues.js';
import { type Item, itemOf, type Setting } from './item.js';
import type { Hit } from './scan.js';
import { isOffice, isParty, isPerson, type PartySense } from './senses.js';
import type { Gazetteer } from './types.js';
import { JOINERS } from './words.js';

/** Chooses a sense for each hit, and drops hits that name nothing here. */
export function resolve(
  hits: readonly Hit[],
  sentence: TaggedSentence,
  gazetteer: Gazetteer,
  setting: Setting,
): Item[] {
  const items: Item[] = [];
  let words: readonly string[] | undefined;
  for (const hit of hits) {
    const { senses } = hit;
    const only = senses[0];
    if (only === undefined || senses.some((sense) => sense.role === 'other')) continue;
    if (senses.length === 1 && only.role === 'office') {
      if (isNoun(hit, sentence)) items.push(itemOf(hit, only, 1));
      continue;
    }
    if (isOtherWord(hit, sentence) || isYetToCome(hit, setting.day)) continue;
    const form = fold(written(hit, sentence));
    const readings = gazetteer.readings.get(form);
    if (readings !== undefined) {
      words ??= sentence.forms.map(fold);
      const item = byCues(hit, readings, words, gazetteer, setting);
      if (item === 'none') continue;
      if (item !== undefined) {
        items.push(item);
        continue;
      }
    }
    const item = bySense(hit, sentence, setting);
    if (item !== undefined) items.push(item);
  }
  return items;
}

function written({ first, last }: Hit, { forms }: TaggedSentence): string {
  return last - first === 1 ? (forms[first] ?? '') : forms.slice(first, last).join(' ');
}

/** "Polish the brass", "May I" name nobody; "the WHO" does. */
function isOtherWord({ first, last, senses }: Hit, { forms, upos }: TaggedSentence): boolean {
  if (last - first > 1 || !NO_NAMES.has(upos[first] ?? 'X')) return false;
  const form = forms[first] ?? '';
  const doubtful = senses.some(
    (sense) =>
      sense.role === 'person' || (sense.role === 'party' && sense.use !== 'name' && sense.use !== 'group'),
  );
  return doubtful && form !== form.toUpperCase();
}

/** Names of organs and groups are common words until these exist: "a national unity government" of 2015. */
function isYetToCome({ senses }: Hit, day: string | undefined): boolean {
  if (day === undefined) return false;
  const soon = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return senses.every(
    (sense) =>
      sense.role === 'party' &&
      (sense.use === 'organ' || sense.use === 'group') &&
      sense.since !== undefined &&
      sense.since > soon,
  );
}

const NO_NAMES = new Set<Upos>(['VERB', 'AUX', 'PRON']);

/** "head" and "force" are verbs too, "general" an adjective. */
function isNoun({ first, last }: Hit, { upos }: TaggedSentence): boolean {
  const tag = upos[last - 1];
  return last - first > 1 || tag === 'NOUN' || tag === 'PROPN' || tag === 'X';
}

function bySense(hit: Hit, sentence: TaggedSentence, setting: Setting): Item | undefined {
  const parties = hit.senses.filter(isParty);
  const person = choosePerson(hit.senses.filter(isPerson), setting);
  const office = hit.senses.find(isOffice);
  if (office !== undefined && parties.length === 0 && person === undefined) return itemOf(hit, office, 1);
  const modifying = parties.some(({ use }) => use === 'demonym') && modifies(sentence, hit);
  const party = choose(
    parties.filter(({ use }) => use !== (modifying ? 'demonym' : 'adjective') || !both(parties)),
    setting.day,
  );
  if (party !== undefined) return itemOf(hit, party, CONFIDENCE[party.use], townOf(hit, party), office);
  if (person !== undefined) return itemOf(hit, person.sense, person.confidence);
  const place = hit.senses.find((sense) => sense.role === 'place' || sense.role === 'instrument');
  return place === undefined ? undefined : itemOf(hit, place, 0.9);
}

const CONFIDENCE: Readonly<Record<PartySense['use'], number>> = {
  name: 0.97,
  abbreviation: 0.95,
  adjective: 0.9,
  demonym: 0.85,
  capital: 0.8,
  prefix: 0.85,
  organ: 0.93,
  group: 0.93,
};

/** Whether "Chinese" stands before its noun rather than for the people. */
function modifies(sentence: TaggedSentence, hit: Hit): boolean {
  const inside = (sentence.ends[hit.last - 1] ?? 0) > hit.end;
  if (inside) return true;
  const next = sentence.upos[hit.last];
  // "Chinese and Russian ministers"
  if (JOINERS.has(sentence.forms[hit.last] ?? '') && sentence.upos[hit.last + 1] === 'ADJ') return true;
  if (next === 'NOUN' || next === 'PROPN' || next === 'ADJ' || next === 'NUM') return true;
  const sign = sentence.forms[hit.last];
  return sign === '-' || sign === '–' || sign === '/';
}

function both(senses: readonly PartySense[]): boolean {
  return senses.some(({ use }) => use === 'adjective') && senses.some(({ use }) => use === 'demonym');
}
