import type { TaggedSentence } from '../language/index.js';
import { fold } from './atoms.js';
import { isPlural } from './chain.js';
import { introducedPersons, recalledPersons } from './introductions.js';
import type { Item, Setting } from './item.js';
import { isTown } from './metonyms.js';
import { stateOf } from './parties.js';
import { introduce, isPersonalName } from './personal-names.js';
import { phrasesOf } from './phrases.js';
import { resolve } from './resolve.js';
import { scan } from './scan.js';
import type { Phrase, Scene } from './scene.js';
import { rebuilt, sectorOfChain } from './sectors.js';
import type { PersonSense } from './senses.js';
import type { DocumentMemory, Gazetteer, Mention } from './types.js';
import { JOINERS } from './words.js';

/** An empty memory, for the first sentence of a document. */
export function documentMemory(): DocumentMemory {
  return { named: new Map(), persons: new Map(), strangers: new Set() };
}

/**
 * Who and what a sentence names, left to right, none overlapping: parties by name, adjective, metonym, office or
 * group; instruments; places. Resolution is as of `context.day`. Bare offices ("the president") are left out.
 *
 * @param sentence words with their tags; offsets into `text`
 * @param context.day the document's day, `YYYY-MM-DD`; without it names have the meaning that they have now
 * @param context.speaker the party whose voice the document is; it decides names that are otherwise open
 * @param context.memory what earlier sentences named, added to; later "Zarif" is whom "Foreign Minister Javad
 *   Zarif" introduced
 * @example
 * findMentions(sentence, 'Chinese President Xi Jinping visited Hanoi.', gazetteer, { day: '2015-11-05' })
 * // [{ id: 'CHN/GOV', person: 'Xi Jinping', via: 'office', … }, { kind: 'place', within: 'VNM', … }]
 */
export function findMentions(
  sentence: TaggedSentence,
  text: string,
  gazetteer: Gazetteer,
  context: Setting = {},
): Mention[] {
  return findNames(sentence, text, gazetteer, context).mentions;
}

/** Mentions, and the bare offices beside them ("the president", "a court"): nobody's as yet, their ids `-/GOV`, `-/JUD`. */
export function findNames(
  sentence: TaggedSentence,
  text: string,
  gazetteer: Gazetteer,
  context: Setting = {},
): { readonly mentions: Mention[]; readonly offices: Mention[] } {
  const hits = scan(sentence, gazetteer.lexicon, context.atoms);
  const { memory } = context;
  // Without a hit only those whom earlier sentences introduced can be named.
  if (hits.length === 0 && (memory === undefined || memory.persons.size === 0))
    return { mentions: [], offices: [] };
  const items = settled(resolve(hits, sentence, gazetteer, context), sentence, text, gazetteer, memory);
  const itemAt: number[] = new Array(sentence.length).fill(-1);
  for (let k = 0; k < items.length; k++) {
    const { first, last } = items[k] as Item;
    for (let t = first; t < last; t++) itemAt[t] = k;
  }
  const scene: Scene = { sentence, text, items, gazetteer, itemAt };
  const phrases = shared(phrasesOf(scene), scene);
  const introduced = introducedPersons(phrases, scene);
  const mentions: Mention[] = [];
  const add = (phrase: Phrase): void => {
    const mention = toMention(phrase, sentence, text);
    if (mention === undefined || mentions.some((other) => overlap(other, mention))) return;
    mentions.push(mention);
    if (memory !== undefined) remember(memory, mention, gazetteer);
  };
  introduced.forEach(add);
  phrases.forEach(add);
  if (memory !== undefined) recalledPersons([...phrases, ...introduced], scene, memory).forEach(add);
  const offices: Mention[] = [];
  for (const phrase of phrases) {
    if (phrase.id !== undefined || phrase.offices.length === 0) continue;
    if (mentions.some((mention) => overlap(mention, phrase))) continue;
    offices.push(mentionOf(phrase, 'party', `-/${sectorOfChain(phrase.offices)}`, phrase.via));
  }
  return { mentions: mentions.sort((a, b) => a.start - b.start), offices };
}

/** Items without those that are parts of personal names, of American towns' names, or loose prefixes. */
function settled(
  items: readonly Item[],
  sentence: TaggedSentence,
  text: string,
  gazetteer: Gazetteer,
  memory: DocumentMemory | undefined,
): Item[] {
  const taken: boolean[] = new Array(sentence.length).fill(false);
  const titles: boolean[] = new Array(sentence.length).fill(false);
  for (const { sense, first, last } of items) {
    if (sense.role !== 'person') taken.fill(true, first, last);
    if (sense.role === 'office' && sense.kind === 'office')
      titles[last - 1] = !isPlural(sentence.forms[last - 1] ?? '');
  }
  return items.filter((item, i) => {
    const { sense } = item;
    if (sense.role === 'office' || sense.role === 'instrument') return true;
    if (
      sense.role === 'party' &&
      sense.use === 'prefix' &&
      !/^\s?[-‐‑–]/.test(text.slice(item.end, item.end + 2))
    )
      return false;
    if (isPersonalName(item, sentence, gazetteer.nameParts, taken, titles)) {
      if (sense.role === 'person') memory?.strangers.add(fold(sentence.forms[item.first] ?? ''));
      return false;
    }
    if (sense.role === 'person' && memory !== undefined && isStranger(item, sense, sentence, memory))
      return false;
    const next = items[i + 1];
    const inAmerica =
      next?.sense.role === 'place' &&
      next.sense.within === 'USA' &&
      next.first === item.last + 1 &&
      sentence.forms[item.last] === ',' &&
      !JOINERS.has((sentence.forms[next.last] ?? '.').toLowerCase().replace(',', '')) &&
      sense.role === 'party' &&
      (sense.use === 'name' || sense.use === 'capital');
    return !inAmerica;
  });
}

/** Whether a surname was another's earlier in the document; the full name ends that. */
function isStranger(
  item: Item,
  sense: PersonSense,
  sentence: TaggedSentence,
  memory: DocumentMemory,
): boolean {
  const surname = fold(sentence.forms[item.last - 1] ?? '');
  if (sense.surname) return memory.strangers.has(surname);
  memory.strangers.delete(surname);
  return false;
}

/** "Chinese and Russian foreign ministers": the first adjective shares the office of the second. */
function shared(phrases: readonly Phrase[], { sentence, gazetteer }: Scene): Phrase[] {
  const result = [...phrases];
  for (let i = result.length - 2; i >= 0; i--) {
    const here = result[i];
    const next = result[i + 1];
    const sense = here?.item?.sense;
    if (here === undefined || next?.id === undefined || !next.shares || sense?.role !== 'party') continue;
    if (sense.use !== 'adjective' && sense.use !== 'abbreviation') continue;
    if (next.offices.length === 0 || here.last >= next.first) continue;
    const between = sentence.forms.slice(here.last, next.first);
    if (!between.every((form) => JOINERS.has(form.toLowerCase()))) continue;
    const id = rebuilt(gazetteer, sense.id, sectorOfChain(next.offices));
    result[i] = { ...here, id, via: 'office', item: undefined, offices: next.offices, shares: true };
  }
  return result;
}

function toMention(phrase: Phrase, sentence: TaggedSentence, text: string): Mention | undefined {
  const { item } = phrase;
  const sense = item?.sense;
  if (item !== undefined && sense !== undefined) {
    if (sense.role === 'instrument') return mentionOf(phrase, 'instrument', sense.id, 'name');
    if (sense.role === 'place') return mentionOf(phrase, 'place', sense.id, 'name', sense.within);
    if (sense.role === 'party' && sense.use === 'capital' && isTown(item, sentence, text)) {
      const { id, within } = item.town ?? { id: sense.form, within: sense.id };
      return mentionOf(phrase, 'place', id, 'name', within);
    }
  }
  return phrase.id === undefined ? undefined : mentionOf(phrase, 'party', phrase.id, phrase.via);
}

/** Written out, so that all mentions have one shape: the engine is slow with many. */
function mentionOf(
  { start, end, first, last, person, confidence }: Phrase,
  kind: Mention['kind'],
  id: string,
  via: Mention['via'],
  within?: string,
): Mention {
  return {
    start,
    end,
    first,
    last,
    kind,
    id,
    via,
    within,
    person: kind === 'party' ? person : undefined,
    confidence,
  };
}

type Stretch = Pick<Mention, 'start' | 'end'>;

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function remember(memory: DocumentMemory, mention: Mention, gazetteer: Gazetteer): void {
  const { id } = mention;
  const state = mention.kind === 'party' ? stateOf(id) : (mention.within ?? id);
  memory.named.set(id, (memory.named.get(id) ?? 0) + 1);
  if (state !== id) memory.named.set(state, (memory.named.get(state) ?? 0) + 1);
  if (mention.person !== undefined)
    introduce(memory, { id: mention.id, person: mention.person }, gazetteer.nameParts);
}
