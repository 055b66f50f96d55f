import {
  actsUnnamed,
  areJoiners,
  envoyTarget,
  gapBetween,
  isFormer,
  isLocal,
  officeOf,
  placeAfter,
  sharesWith,
} from './links.js';
import { stateOf } from './parties.js';
import { nameEnd } from './personal-names.js';
import { formerly, type Item } from './resolve.js';
import type { Phrase, Scene } from './scene.js';
import { rebuilt, sectorOfChain, withSector } from './sectors.js';
import type { OfficeSense } from './senses.js';
import { AGENTS, ARTICLES, ATTITUDES, LED, LOCATED, NOT_OF, PARTICIPLES } from './words.js';

/** Groups items into phrases, left to right: "Iranian" + "Foreign Minister" + a name is one. */
export function phrasesOf(scene: Scene): Phrase[] {
  const phrases: Phrase[] = [];
  for (let i = 0; i < scene.items.length; ) {
    const read = phraseAt(scene, i);
    phrases.push(read.phrase);
    for (const more of read.more) phrases.push(more);
    i = read.next;
  }
  return phrases;
}

interface Read {
  readonly phrase: Phrase;
  /** Further phrases that the same reading found: the second state of "presidents of Chile and Peru". */
  readonly more: readonly Phrase[];
  readonly next: number;
}

function phraseAt(scene: Scene, i: number): Read {
  const item = scene.items[i];
  if (item === undefined) throw new RangeError(`no item ${i}`);
  switch (item.sense.role) {
    case 'party':
      return partyPhrase(scene, i, item, item.sense.id);
    case 'person':
      return partyPhrase(scene, i, item, item.sense.id);
    case 'place':
      return item.sense.settled && item.sense.within !== undefined
        ? partyPhrase(scene, i, item, item.sense.within)
        : single(scene, item, i, undefined);
    case 'office':
      return officePhrase(scene, i);
    default:
      return single(scene, item, i, undefined);
  }
}

/** A party, with the offices and the person that follow it. */
function partyPhrase(scene: Scene, i: number, item: Item, party: string): Read {
  const { sentence, text } = scene;
  const owns = item.sense.role === 'person';
  const after = text.slice(item.end, item.end + 20);
  const led = LED.test(after);
  if (!led && !LOCATED.test(after) && PARTICIPLES.test(after)) return single(scene, item, i, party);
  const before = scene.items[i - 1];
  const joined =
    before?.sense.role === 'party' && before.sense.use === 'prefix' && before.end + 3 >= item.start;
  if (joined) return single(scene, item, i, party);
  if (ATTITUDES.test(text.slice(Math.max(0, item.start - 10), item.start)))
    return single(scene, item, i, party, 0.6);

  const offices: OfficeSense[] = [];
  let last = item.last;
  let k = i + 1;
  for (; ; k++) {
    const next = scene.items[k];
    if (next === undefined) break;
    const gap = gapBetween(sentence, last, next.first, offices.length === 0);
    if (gap === undefined || (owns && offices.length === 0 && gap !== 'possessive')) break;
    const office = officeOf(next, party);
    if (office !== undefined) {
      if (item.sense.role === 'place' && office.kind === 'office' && office.rank === 'head') break;
      offices.push(office);
      last = next.last;
      continue;
    }
    // "Lebanese Hezbollah", "Russia's Duma", "Turkey's Erdogan": one party named twice.
    const named = next.sense.role === 'party' || next.sense.role === 'person' ? next.sense : undefined;
    const same = named !== undefined && stateOf(named.id) === stateOf(party) && named.id !== party;
    if (same && offices.length === 0 && !owns && item.sense.role === 'party') {
      const rest = partyPhrase(scene, k, next, named.id);
      const phrase = { ...rest.phrase, first: item.first, start: item.start, item: undefined, shares: false };
      return { ...rest, phrase };
    }
    break;
  }
  const head = offices.at(-1);
  if (head === undefined) return single(scene, item, i, party);
  const sector = led && head.kind === 'force' ? 'MIL' : sectorOfChain(offices);
  const held = withSector(scene.gazetteer, item, party, sector);
  const id = head.kind === 'office' && isFormer(sentence, item, last) ? formerly(held) : held;
  const whither = envoyTarget(scene, k, last);
  if (whither !== undefined) {
    last = whither.last;
    k = whither.next;
  }
  return named(scene, {
    first: item.first,
    start: item.start,
    last,
    next: k,
    id,
    offices,
    shares: sharesWith(item),
  });
}

/** An office, with the party that it belongs to and the person who holds it. */
function officePhrase(scene: Scene, i: number): Read {
  const { sentence, items } = scene;
  const begin = items[i];
  const offices: OfficeSense[] = [];
  let last = begin?.first ?? 0;
  let k = i;
  for (; ; k++) {
    const next = items[k];
    if (next?.sense.role !== 'office') break;
    if (k > i && gapBetween(sentence, last, next.first, true) === undefined) break;
    offices.push(next.sense);
    last = next.last;
  }
  const head = offices.at(-1);
  if (begin === undefined || head === undefined) throw new RangeError(`item ${i} is no office`);
  const bare = { first: begin.first, start: begin.start, offices, shares: false };

  // "President Xi": the person tells whose office it is.
  const person = items[k];
  if (person?.sense.role === 'person' && person.first === last)
    return {
      phrase: {
        ...bare,
        last: person.last,
        end: person.end,
        id: person.sense.id,
        via: 'name',
        confidence: Math.max(person.confidence, 0.9),
        person: scene.text.slice(person.start, person.end),
      },
      more: [],
      next: k + 1,
    };

  const owner = ownerAfter(scene, k, last);
  if (owner !== undefined) {
    const held = rebuilt(scene.gazetteer, owner.read.phrase.id ?? '', sectorOfChain(offices));
    const id = head.kind === 'office' && isFormer(sentence, begin, last) ? formerly(held) : held;
    const own = { last: owner.read.phrase.last, next: owner.read.next };
    const whither = envoyTarget(scene, own.next, own.last, last) ?? own;
    const read = named(scene, { ...bare, ...whither, id, offices });
    return { ...read, ...sharedOwners(scene, read, owner, last) };
  }
  const where = items[k];
  const sector = sectorOfChain(offices);
  const end = sentence.ends[last - 1] ?? begin.end;
  const place = where === undefined ? undefined : placeAfter(scene, where, last);
  const state = place !== undefined && isLocal(scene, begin, head, last) ? place : undefined;
  if (state === undefined && !actsUnnamed(head, sentence.forms[last - 1] ?? ''))
    return { phrase: { ...bare, last, end, via: 'office', confidence: 0.3 }, more: [], next: k };
  const id = `${state ?? '-'}/${sector}`;
  const phrase = {
    ...bare,
    last,
    end,
    id,
    via: 'group' as const,
    confidence: state === undefined ? 0.5 : 0.65,
  };
  return { phrase, more: [], next: k };
}

/** Ends a phrase that has offices: the person's name that follows, then offsets. */
function named(
  scene: Scene,
  part: Pick<Phrase, 'first' | 'start' | 'last' | 'offices' | 'shares'> & {
    readonly id: string;
    readonly next: number;
  },
): Read {
  const { sentence, items, itemAt, gazetteer } = scene;
  const head = part.offices.at(-1);
  const holder = head?.kind === 'office' || head?.kind === 'people';
  let { last, next, id } = part;
  let person: string | undefined;
  const following = items[next];
  if (holder && following?.sense.role === 'person' && following.first === last) {
    person = scene.text.slice(following.start, following.end);
    last = following.last;
    next += 1;
  } else if (holder) {
    const end = nameEnd(sentence, last, gazetteer.nameParts, (t) => (itemAt[t] ?? -1) >= 0);
    if (end > last) {
      person = scene.text.slice(sentence.starts[last], sentence.ends[end - 1]);
      last = end;
      while ((items[next]?.first ?? Number.POSITIVE_INFINITY) < last) next++;
    }
  }
  const via = person !== undefined || head?.kind === 'office' ? 'office' : 'group';
  const end = sentence.ends[last - 1] ?? part.start;
  const { first, start, offices, shares } = part;
  return {
    phrase: { first, last, start, end, id, via, confidence: 0.9, person, offices, shares },
    more: [],
    next,
  };
}

function single(
  { text }: Scene,
  item: Item,
  i: number,
  id: string | undefined,
  confidence = item.confidence,
): Read {
  const { first, last, start, end, sense } = item;
  const via = sense.role === 'party' ? sense.via : 'name';
  const person = sense.role === 'person' ? text.slice(start, end) : undefined;
  const phrase = { first, last, start, end, id, via, confidence, person, item, offices: [], shares: false };
  return { phrase, more: [], next: i + 1 };
}

interface Owner {
  readonly read: Read;
  readonly item: Item;
}

/** The party after "of" or "for": "president of Chile", "spokesman for the Iranian army". */
function ownerAfter(scene: Scene, k: number, last: number): Owner | undefined {
  const { sentence, items } = scene;
  const link = (sentence.forms[last] ?? '').toLowerCase();
  const office = sentence.forms[last - 1] ?? '';
  const apt = link === 'of' ? !NOT_OF.test(office) : link === 'for' && AGENTS.test(office);
  if (!apt) return undefined;
  const item = items[k];
  let t = last + 1;
  if (ARTICLES.has((sentence.forms[t] ?? '').toLowerCase())) t++;
  if (item === undefined || item.first !== t || item.sense.role === 'instrument') return undefined;
  const read = phraseAt(scene, k);
  return read.phrase.id === undefined ? undefined : { read, item };
}

/** "the presidents of Chile and Peru": each further state has the same office. */
function sharedOwners(
  scene: Scene,
  read: Read,
  owner: Owner,
  officeEnd: number,
): { more: Phrase[]; next: number } {
  const { sentence, items } = scene;
  const more: Phrase[] = [];
  let { next } = read;
  const plural = /(s|men)$/.test(sentence.forms[officeEnd - 1] ?? '');
  if (!plural || read.phrase.person !== undefined || owner.read.phrase.item === undefined)
    return { more, next };
  for (let end = read.phrase.last; ; ) {
    const item = items[next];
    if (item?.sense.role !== 'party' || !areJoiners(sentence, end, item.first)) break;
    const own = phraseAt(scene, next);
    if (own.phrase.item === undefined) break;
    const id = rebuilt(scene.gazetteer, item.sense.id, sectorOfChain(read.phrase.offices));
    more.push({ ...own.phrase, id, via: 'office', item: undefined });
    end = item.last;
    next++;
  }
  return { more, next };
}
