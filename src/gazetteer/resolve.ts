import type { TaggedSentence, Upos } from '../language/index.js';
import { fold } from './atoms.js';
import { stateOf } from './parties.js';
import type { Hit } from './scan.js';
import { holds, type OfficeSense, type PartySense, type PersonSense, type Sense } from './senses.js';
import type { DocumentMemory, Gazetteer, CuedReading as Reading } from './types.js';
import { JOINERS } from './words.js';

/** What a document's day and earlier sentences say for the reading of a name. */
export interface Setting {
  readonly day?: string;
  readonly speaker?: string;
  readonly memory?: DocumentMemory;
}

/** A hit with the one sense that it has here. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
  readonly confidence: number;
  /** The sense as a town, of a capital that may also stand for its government. */
  readonly town?: { readonly id: string; readonly within?: string };
  /** The form as an office, of an organ whose name other states' organs share ("Foreign Office"). */
  readonly office?: OfficeSense;
}

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
      if (isNoun(hit, sentence)) items.push({ ...spanOf(hit), sense: only, confidence: 1 });
      continue;
    }
    if (isOtherWord(hit, sentence) || isYetToCome(hit, setting.day)) continue;
    const form = fold(sentence.forms.slice(hit.first, hit.last).join(' '));
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

function spanOf({ first, last, start, end }: Hit): Pick<Item, 'first' | 'last' | 'start' | 'end'> {
  return { first, last, start, end };
}

/** The reading with most cues in the sentence, then in what the document named before, then the fallback. */
function byCues(
  hit: Hit,
  readings: readonly Reading[],
  words: readonly string[],
  gazetteer: Gazetteer,
  { day, speaker, memory }: Setting,
): Item | 'none' | undefined {
  let best = readings.find((reading) => reading.fallback === 'yes');
  let most = 0;
  for (const reading of readings) {
    let score = 0;
    for (const cue of reading.cues) score += weightOf(cue, words, hit);
    if (reading.id !== undefined && memory?.named.has(reading.id)) score += 1;
    if (reading.id !== undefined && speaker !== undefined && stateOf(speaker) === reading.id) score += 1;
    if (score > most) {
      most = score;
      best = reading;
    }
  }
  if (best === undefined) return undefined;
  const { role, id } = best;
  if (role === 'none' || id === undefined) return 'none';
  const confidence = most >= 2 ? 0.9 : most >= 1 ? 0.8 : role === 'place' ? 0.6 : 0.75;
  if (role === 'place') {
    const within = gazetteer.within.get(id);
    return { ...spanOf(hit), sense: { role: 'place', id, within, settled: true, shape: '' }, confidence };
  }
  const sense = partySense(hit, id, gazetteer, day);
  return sense && { ...spanOf(hit), sense, confidence, town: townOf(hit, sense) };
}

/** The form as a name of `id`; a reading may give it one that the tables of names do not ("Korea" the North). */
function partySense(
  hit: Hit,
  id: string,
  gazetteer: Gazetteer,
  day: string | undefined,
): PartySense | undefined {
  const parties = hit.senses.filter(isParty);
  const own = choose(
    parties.filter((sense) => sense.id === id),
    day,
  );
  if (own !== undefined) return own;
  const kind = gazetteer.parties.get(id)?.kind;
  const of = kind === 'state' || kind === 'body' ? kind : 'group';
  const like = parties[0];
  return like === undefined ? undefined : { ...like, id, of };
}

/** Cues near the name weigh double. */
function weightOf(cue: readonly string[], words: readonly string[], hit: Hit): number {
  let weight = 0;
  const [first = ''] = cue;
  for (let t = words.indexOf(first); t >= 0; t = words.indexOf(first, t + 1)) {
    if (t >= hit.first && t < hit.last) continue;
    if (cue.some((word, k) => words[t + k] !== word)) continue;
    const distance = t < hit.first ? hit.first - t : t - hit.last;
    weight = Math.max(weight, distance <= NEAR ? 2 : 1);
  }
  return weight;
}

const NEAR = 7;

function bySense(hit: Hit, sentence: TaggedSentence, { day }: Setting): Item | undefined {
  const parties = hit.senses.filter(isParty);
  const person = choosePerson(hit.senses.filter(isPerson), day);
  const office = hit.senses.find(isOffice);
  if (office !== undefined && parties.length === 0 && person === undefined)
    return { ...spanOf(hit), sense: office, confidence: 1 };
  const modifying = parties.some(({ use }) => use === 'demonym') && modifies(sentence, hit);
  const party = choose(
    parties.filter(({ use }) => use !== (modifying ? 'demonym' : 'adjective') || !both(parties)),
    day,
  );
  if (party !== undefined)
    return {
      ...spanOf(hit),
      sense: party,
      confidence: CONFIDENCE[party.use],
      town: townOf(hit, party),
      office,
    };
  if (person !== undefined) return { ...spanOf(hit), ...person };
  const place = hit.senses.find((sense) => sense.role === 'place' || sense.role === 'instrument');
  return place === undefined ? undefined : { ...spanOf(hit), sense: place, confidence: 0.9 };
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

/** Plain names before metonyms, of them those that hold on the day, of them those with the narrower dates. */
function choose(senses: readonly PartySense[], day: string | undefined): PartySense | undefined {
  if (senses.length < 2) return senses[0];
  const plain = senses.filter((sense) => sense.use !== 'capital' && sense.use !== 'prefix');
  const apt = plain.length > 0 ? plain : senses;
  const standing = apt.filter((sense) => holds(sense, day));
  const among = standing.length > 0 ? standing : apt;
  return among.find((sense) => sense.since !== undefined || sense.until !== undefined) ?? among[0];
}

/** The person as of the day: in office, after it a former official, before it only by the full name. */
function choosePerson(
  terms: readonly PersonSense[],
  day: string | undefined,
): { sense: PersonSense; confidence: number } | undefined {
  const held = terms.find((term) => holds(term, day));
  if (held !== undefined) return { sense: held, confidence: 0.95 };
  const past = terms.filter((term) => day === undefined || (term.until !== undefined && term.until < day));
  const last = past.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];
  if (last !== undefined) return { sense: { ...last, id: formerly(last.id) }, confidence: 0.85 };
  const next = terms.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))[0];
  if (next === undefined || day === undefined) return undefined;
  const soon = (next.since ?? '').slice(0, 4) <= String(Number(day.slice(0, 4)) + 2);
  if (next.surname && !soon) return undefined;
  return { sense: { ...next, id: formerly(next.id) }, confidence: 0.6 };
}

/** PLOVER codes those who left office, or have not taken it, as elites of their country. */
export function formerly(id: string): string {
  const slash = id.indexOf('/');
  return slash < 0 ? '-/ELI' : `${id.slice(0, slash)}/ELI`;
}

function townOf(hit: Hit, party: PartySense): Item['town'] {
  if (party.use !== 'capital') return undefined;
  const state = hit.senses.filter(isParty).find(({ use, of }) => use === 'capital' && of === 'state');
  const within = party.of === 'state' ? party.id : state?.id;
  const places = hit.senses.filter((sense) => sense.role === 'place');
  // Lebanon has a Tripoli too.
  const place = places.find((sense) => sense.within === within || sense.within === undefined);
  return place === undefined ? { id: party.form, within } : { id: place.id, within: place.within };
}

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

function isParty(sense: Sense): sense is PartySense {
  return sense.role === 'party';
}

function isPerson(sense: Sense): sense is PersonSense {
  return sense.role === 'person';
}

function isOffice(sense: Sense): sense is OfficeSense {
  return sense.role === 'office';
}
