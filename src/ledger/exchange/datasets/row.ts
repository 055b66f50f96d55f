import type { Gazetteer } from '../../../gazetteer/index.js';
import { sectorOf } from '../../../gazetteer/index.js';
import {
  type Document,
  dayRange,
  type EventEntry,
  type Party,
  type PartyRef,
} from '../../../record/index.js';
import { levelOf } from '../../histories/subject.js';
import type { Codes } from './codes.js';
import type { Directed } from './pairs.js';

/** A party as these data sets take it apart. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** The words that name it. */
  readonly raw?: string;
  /** The state that it is or acts for, by our code. */
  readonly country?: string;
  readonly countryName?: string;
  /** Number of the state in the Correlates of War. */
  readonly cow?: number;
  /** The body that it is. */
  readonly body?: string;
  /** PLOVER sector; none where the text names the state as a whole, or the sector is not known. */
  readonly sector?: string;
}

/** Where it happened, as far as the text and the tables say. */
export interface Where {
  readonly name: string;
  readonly city?: string;
  readonly country?: string;
  readonly countryName?: string;
  /** City, sea, region and so on. */
  readonly kind?: string;
}

/** All that a row of any data set may need. */
export interface Row {
  /** Of this row: the entry's id and a number. */
  readonly id: string;
  readonly entry: EventEntry;
  readonly cameo?: string;
  readonly label?: string;
  readonly goldstein?: number;
  readonly source?: Actor;
  readonly recipient?: Actor;
  readonly where?: Where;
  /** As far as known, `YYYY`, `MM`, `DD`. */
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly document: Document;
  /** Counted from 1. */
  readonly sentence?: number;
  readonly codes: Codes;
}

/** Who is who and what is what. */
export interface Known {
  readonly gazetteer: Gazetteer;
  /** The ledger's own parties, by id. */
  readonly parties: ReadonlyMap<string, Party>;
  readonly codes: Codes;
}

/** A document that rows are made of. */
export interface Story {
  readonly document: Document;
  readonly cut: (start: number, end: number) => string;
  /** Number of the sentence, from 1, that a code point stands in. */
  readonly sentenceAt: (codePoint: number) => number;
}

/** The row for one direction of an event. */
export function rowOf(entry: EventEntry, pair: Directed, number: number, story: Story, known: Known): Row {
  const code = pair.cameo === undefined ? undefined : known.codes.cameo.get(pair.cameo);
  const passage = entry.passages[0];
  return {
    id: `${entry.id}-${number}`,
    entry,
    cameo: pair.cameo,
    label: code?.label,
    goldstein: code?.goldstein,
    source: pair.source && actorOf(pair.source, story, known),
    recipient: pair.recipient && actorOf(pair.recipient, story, known),
    where: entry.place === undefined ? undefined : whereOf(entry.place, entry, known),
    ...dateParts(entry.date),
    document: story.document,
    sentence: passage && story.sentenceAt(passage.start),
    codes: known.codes,
  };
}

/** `2021-11-22` of a row, where the day is known. */
export function dayOf({ year, month, day }: Row): string | undefined {
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}

/** The values of the document's sources, each once. */
export function ofSources({ document }: Row, field: 'publisher' | 'url'): string | undefined {
  const values = new Set(document.sources.flatMap((source) => source[field] ?? []));
  return values.size === 0 ? undefined : [...values].sort().join(';');
}

function actorOf(ref: PartyRef, { cut }: Story, known: Known): Actor {
  const { party: id, span } = ref;
  const owner = partyOf(levelOf(id), known);
  const sector = sectorOf(id);
  const isState = owner.kind === 'state';
  return {
    id,
    name: partyOf(id, known).name,
    raw: span && cut(span.start, span.end),
    country: isState ? owner.id : undefined,
    countryName: isState ? owner.name : undefined,
    cow: isState ? owner.cow : undefined,
    body: owner.kind === 'body' ? owner.id : undefined,
    sector: sector === 'UNK' ? undefined : sector,
  };
}

function whereOf(place: string, entry: EventEntry, known: Known): Where {
  const found = known.gazetteer.places.get(place);
  // A capital is kept by its name, which as a party stands for its state.
  const seatOf = found ? undefined : known.gazetteer.lookup(place, dayRange(entry.date ?? '')?.first);
  const country = found ? found.within : seatOf;
  const state = country === undefined ? undefined : partyOf(country, known);
  const name = found?.name ?? place;
  return {
    name,
    city: found?.kind === 'city' || seatOf !== undefined ? name : undefined,
    country: state?.kind === 'state' ? state.id : undefined,
    countryName: state?.kind === 'state' ? state.name : undefined,
    kind: found?.kind ?? (seatOf === undefined ? undefined : 'city'),
  };
}

function partyOf(id: string, { gazetteer, parties }: Known): Party {
  return parties.get(id) ?? gazetteer.partyOf(id);
}

function dateParts(date: string | undefined): Pick<Row, 'year' | 'month' | 'day'> {
  const days = date === undefined ? undefined : dayRange(date);
  if (!days) return {};
  const [first, last] = [days.first.split('-'), days.last.split('-')];
  if (first[0] !== last[0]) return {};
  if (first[1] !== last[1]) return { year: first[0] };
  return { year: first[0], month: first[1], day: first[2] === last[2] ? first[2] : undefined };
}
