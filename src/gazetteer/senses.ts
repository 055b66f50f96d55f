/** How a mention names its party. */
export type Via =
  | 'name' // "China", "European Union", "Xi Jinping"
  | 'adjective' // "Chinese" before a noun, also "US-led", "Sino-"
  | 'demonym' // "the Chinese", "two Russians"
  | 'metonym' // "Beijing said", "the Kremlin"
  | 'abbreviation' // "US", "ROK", "ASEAN"
  | 'office' // "the Iranian Foreign Minister"
  | 'group'; // "Taliban rebels", "French police"

/** How a form stands for its party; patterns ask for it. */
export type Use =
  | 'name' // China, European Union
  | 'abbreviation' // US, ASEAN
  | 'adjective' // Chinese
  | 'demonym' // Russians
  | 'capital' // Beijing, and other seats of government
  | 'prefix' // Sino-
  | 'organ' // Kremlin
  | 'group'; // Hamas

interface Dated {
  /** First and last day on which the form has this sense, `YYYY-MM-DD`; absent where open. */
  readonly since?: string;
  readonly until?: string;
}

/** Capitals that each atom of a form must have in the text: `l` any, `C` one, `A` all, `W` all but in a headline, `M` several. */
interface Shaped {
  readonly shape: string;
}

export interface PartySense extends Dated, Shaped {
  readonly role: 'party';
  readonly id: string;
  /** What the id is: `AFG/REB` is a group, `RUS/GOV` too. */
  readonly of: 'state' | 'body' | 'group';
  /** As the table writes it. */
  readonly form: string;
  readonly use: Use;
  readonly via: Via;
}

export interface PlaceSense extends Shaped {
  readonly role: 'place';
  readonly id: string;
  readonly within?: string;
  /** Whether it can stand before an institution or people: "Houston police", "Texan farmers". */
  readonly settled: boolean;
}

export interface InstrumentSense extends Shaped {
  readonly role: 'instrument';
  readonly id: string;
}

export interface PersonSense extends Dated, Shaped {
  readonly role: 'person';
  readonly name: string;
  readonly id: string;
  readonly surname: boolean;
}

export interface OfficeSense extends Shaped {
  readonly role: 'office';
  readonly sector: string;
  readonly rank?: 'head' | 'minister' | 'senior' | 'other';
  readonly kind: 'office' | 'institution' | 'force' | 'people';
}

/** A longer name that holds a party's name and is none. */
export interface OtherSense extends Shaped {
  readonly role: 'other';
}

export type Sense = PartySense | PlaceSense | InstrumentSense | PersonSense | OfficeSense | OtherSense;

/** Whether a dated sense holds on `day`; without a day, whether it has no end. */
export function holds(sense: Dated, day: string | undefined): boolean {
  if (day === undefined) return sense.until === undefined;
  return (
    (sense.since === undefined || sense.since <= day) && (sense.until === undefined || day <= sense.until)
  );
}

export function isParty(sense: Sense): sense is PartySense {
  return sense.role === 'party';
}

export function isPerson(sense: Sense): sense is PersonSense {
  return sense.role === 'person';
}

export function isOffice(sense: Sense): sense is OfficeSense {
  return sense.role === 'office';
}
