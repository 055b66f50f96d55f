import type { DateMention } from './dates.js';

/** Whom a document has named so far, for pronouns and bare offices in later sentences, and when what it told was. */
export interface Recall {
  /** The last party of each sector: `GOV` → `CHL/GOV`. */
  readonly sectors: Map<string, string>;
  /** Bodies and their organs, the last one last. */
  readonly bodies: string[];
  /** Who was last spoken of as one person, and as several. */
  person: string | undefined;
  several: readonly string[];
  /** Surnames of persons of whom no table knows, with their parties. */
  readonly names: Map<string, string>;
  /** Of which state or body a president was last named as such. */
  president: string | undefined;
  /** The state that was last named. */
  state: string | undefined;
  /** The last sentence that told a date. UTF-16 offsets. */
  dated: { readonly dates: readonly DateMention[]; readonly start: number; readonly end: number } | undefined;
  /** The days of what struck, each once: attacks, fires, floods. EDTF. */
  incidentDays: readonly string[];
}

export function createRecall(): Recall {
  return {
    sectors: new Map(),
    bodies: [],
    names: new Map(),
    person: undefined,
    president: undefined,
    several: [],
    state: undefined,
    dated: undefined,
    incidentDays: [],
  };
}
