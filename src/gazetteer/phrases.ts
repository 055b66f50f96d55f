import { type Chain, gapBetween, isPlural, officesFrom } from './chain.js';
import { formerly } from './choice.js';
import type { Item } from './item.js';
import {
  actsUnnamed,
  areJoiners,
  endsName,
  envoyTarget,
  isFormer,
  isLocal,
  placeAfter,
  sameParty,
  sharesWith,
} from './links.js';
import { nameEnd, writtenName } from './personal-names.js';
import type { Phrase, Scene } from './scene.js';
import { rebuilt, sectorOfChain, withSector } from './sectors.js';
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

const NO_MORE: readonly Phrase[] = [];

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

  const chain = officesFrom(scene, i + 1, item.last, { item, id: party });
  const following = scene.items[i + 1];
  const same =
    owns || item.sense.role !== 'party' || following === undefined ? undefined : sameParty(following, party);
  if (chain.offices.length === 0 && same !== undefined && following !== undefined) {
    // "Lebanese Hezbollah": one party named twice.
    if (gapBetween(sentence, item.last, following.first, true) === undefined)
      return single(scene, item, i, party);
    const rest = partyPhrase(scene, i + 1, following, same);
    return { phrase: widened(rest.phrase, item), more: rest.more, next: rest.next };
  }
  const { offices } = chain;
  const head = offices.at(-1);
  if (head === undefined) return single(scene, item, i, party);
  const sector = led && head.kind === 'force' ? 'MIL' : sectorOfChain(offices);
  const held = withSector(scene.gazetteer, item, party, sector);
  const id = head.kind === 'office' && isFormer(sentence, item, chain.last) ? formerly(held) : held;
  const { last, next } = envoyTarget(scene, chain, chain) ?? chain;
  const { first, start } = item;
  return named(scene, { first, start, last, next, id, chain, shares: sharesWith(item) });
}

/** A phrase that begins with an item before it. */
function widened(
  { last, end, id, via, confidence, person, offices }: Phrase,
  { first, start }: Item,
): Phrase {
  return { first, last, start, end, id, via, confidence, person, item: undefined, offices, shares: false };
}

/** An office, with the party that it belongs to and the person who holds it. */
function officePhrase(scene: Scene, i: number): Read {
  const { sentence, items } = scene;
  const begin = items[i];
  if (begin === undefined) throw new RangeError(`no item ${i}`);
  const chain = officesFrom(scene, i, begin.first);
  const { offices, last, next: k } = chain;
  const head = offices.at(-1);
  if (head === undefined) throw new RangeError(`item ${i} is no office`);
  const { first, start } = begin;

  // "President Xi": the person tells whose office it is.
  const person = items[k];
  if (
    person?.sense.role === 'person' &&
    person.first === last &&
    (head.kind === 'office' || head.kind === 'people')
  )
    return {
      phrase: {
        first,
        last: person.last,
        start,
        end: person.end,
        id: person.sense.id,
        via: 'name',
        confidence: Math.max(person.confidence, 0.9),
        person: writtenName(scene.text.slice(person.start, person.end), person.sense),
        item: undefined,
        offices,
        shares: false,
      },
      more: NO_MORE,
      next: k + 1,
    };

  const owner = ownerAfter(scene, chain);
  if (owner !== undefined) {
    const held = rebuilt(scene.gazetteer, owner.read.phrase.id ?? '', sectorOfChain(offices));
    const id = head.kind === 'office' && isFormer(sentence, begin, last) ? formerly(held) : held;
    const own = { last: owner.read.phrase.last, next: owner.read.next };
    const whither = envoyTarget(scene, own, chain) ?? own;
    const read = named(scene, {
      first,
      start,
      last: whither.last,
      next: whither.next,
      id,
      chain,
      shares: false,
    });
    const { more, next } = sharedOwners(scene, read, owner, chain);
    return { phrase: read.phrase, more, next };
  }
  const where = items[k];
  const sector = sectorOfChain(offices);
  const end = sentence.ends[last - 1] ?? begin.end;
  const place = where === undefined ? undefined : placeAfter(scene, where, last);
  const state = place !== undefined && isLocal(scene, begin, chain) ? place : undefined;
  const isBare = state === undefined && !actsUnnamed(chain);
  const id = isBare ? undefined : `${state ?? '-'}/${sector}`;
  const via = isBare ? 'office' : 'group';
  const confidence = isBare ? 0.3 : state === undefined ? 0.5 : 0.65;
  return {
    phrase: {
      first,
      last,
      start,
      end,
      id,
      via,
      confidence,
      person: undefined,
      item: undefined,
      offices,
      shares: false,
    },
    more: NO_MORE,
    next: k,
  };
}

/** Ends a phrase that has offices: the person's name that follows, then offsets. */
function named(
  scene: Scene,
  part: Pick<Phrase, 'first' | 'start' | 'last' | 'shares'> & {
    readonly id: string;
    readonly next: number;
    readonly chain: Chain;
  },
): Read {
  const { sentence, items, itemAt, gazetteer } = scene;
  const { offices, word } = part.chain;
  const head = offices.at(-1);
  const holder = head?.kind === 'office' || head?.kind === 'people';
  let { last, next, id } = part;
  let person: string | undefined;
  const following = items[next];
  if (holder && following?.sense.role === 'person' && following.first === last) {
    person = writtenName(scene.text.slice(following.start, following.end), following.sense);
    last = following.last;
    next += 1;
  } else if (holder && !isPlural(word)) {
    const end = nameEnd(sentence, last, gazetteer.nameParts, (t) =>
      endsName(items[itemAt[t] ?? -1], t, last),
    );
    if (end > last) {
      person = scene.text.slice(sentence.starts[last], sentence.ends[end - 1]);
      last = end;
      while ((items[next]?.first ?? Number.POSITIVE_INFINITY) < last) next++;
    }
  }
  const via = person !== undefined || head?.kind === 'office' ? 'office' : 'group';
  const end = sentence.ends[last - 1] ?? part.start;
  const { first, start, shares } = part;
  return {
    phrase: { first, last, start, end, id, via, confidence: 0.9, person, item: undefined, offices, shares },
    more: NO_MORE,
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
  const person = sense.role === 'person' ? writtenName(text.slice(start, end), sense) : undefined;
  const phrase = { first, last, start, end, id, via, confidence, person, item, offices: [], shares: false };
  return { phrase, more: NO_MORE, next: i + 1 };
}

interface Owner {
  readonly read: Read;
  readonly item: Item;
}

/** The party after "of" or "for": "president of Chile", "spokesman for the Iranian army". */
function ownerAfter(scene: Scene, { last, next: k, word }: Chain): Owner | undefined {
  const { sentence, items } = scene;
  const link = (sentence.forms[last] ?? '').toLowerCase();
  const apt = link === 'of' ? !NOT_OF.test(word) : link === 'for' && AGENTS.test(word);
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
  { word }: Chain,
): { more: Phrase[]; next: number } {
  const { sentence, items } = scene;
  const more: Phrase[] = [];
  let { next } = read;
  if (!isPlural(word) || read.phrase.person !== undefined || owner.read.phrase.item === undefined)
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
