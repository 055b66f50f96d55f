import type { Instrument, Party } from '../record/index.js';
import type { Lexicon } from './lexicon.js';
import type { NamePart, Place as PlaceRow, Reading } from './schemas.js';
import type { Via } from './senses.js';

export type { Via } from './senses.js';

/** What one stretch of words names. Offsets are UTF-16 code units into the text, end exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Token indices within the sentence, end exclusive. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'party' | 'instrument' | 'place';
  /** Party id (`CHN`, `ASEAN`, `CHN/GOV`), instrument id (`RCEP`) or place id. */
  readonly id: string;
  readonly via: Via;
  /** For a place: the state that it lies in, where that is not disputed. */
  readonly within?: string;
  /** For a person or office: the name as written, without the office. */
  readonly person?: string;
  /** 0–1: how sure the resolution is. */
  readonly confidence: number;
}

/** A person whom a document introduced by office: "Iranian Foreign Minister Javad Zarif". */
export interface Introduced {
  readonly id: string;
  /** The name as first written. */
  readonly person: string;
}

/** What a document has named so far. `findMentions` reads it and adds to it, sentence by sentence. */
export interface DocumentMemory {
  /** How often each party or place was named, by id; for a state also by its organs and places. */
  readonly named: Map<string, number>;
  /** Persons by full name and by surname, folded. */
  readonly persons: Map<string, Introduced>;
  /** Surnames, folded, that belong to somebody else here: after "Ron Johnson", no Johnson is the prime minister. */
  readonly strangers: Set<string>;
}

/** A reading of an ambiguous name, its cues cut into folded words. */
export interface CuedReading extends Pick<Reading, 'id' | 'role' | 'fallback'> {
  readonly cues: readonly (readonly string[])[];
}

/** A place that the tables know. */
export interface Place {
  /** The first of its forms. */
  readonly name: string;
  readonly kind: PlaceRow['kind'];
  /** The state that it lies in; absent where that is disputed or there is none. */
  readonly within?: string;
}

/** Everything in data/ about who and what is named, indexed for lookup. Built once, shared by all documents. */
export interface Gazetteer {
  readonly parties: ReadonlyMap<string, Party>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Members of a body on a day (`YYYY-MM-DD`): ids of parties. Empty where none are known. */
  membersOf(body: string, day: string): readonly string[];
  /** Ids whose names are nearest to `name`, best first, for "did you mean". */
  suggest(name: string, limit?: number): readonly string[];
  /** Party id for a name, alias or id as a user types it (`china`, `CHN`, `asean`), else undefined. */
  lookup(name: string, day?: string): string | undefined;
  /** The record of any id, also of one that no table lists (`CHN/LEG`). */
  partyOf(id: string): Party;
  /** The state that a place lies in, by place id; absent where that is disputed or there is none. */
  readonly within: ReadonlyMap<string, string>;
  /** Places of the tables by id. Capitals have no id of their own: an event's place is then the name as written. */
  readonly places: ReadonlyMap<string, Place>;
  /** For `findMentions` only. */
  readonly lexicon: Lexicon;
  readonly readings: ReadonlyMap<string, readonly CuedReading[]>;
  readonly nameParts: ReadonlyMap<string, ReadonlySet<NamePart['kind']>>;
}
