import type {
  Assessment,
  Document,
  Entry,
  EntryKind,
  Instrument,
  Modality,
  Party,
  Verdict,
} from '../record/index.js';

/** What reading one document gave; stored in one transaction. */
export interface Reading {
  readonly document: Document;
  readonly entries: readonly Entry[];
  /** Version of the reader that made them. */
  readonly reader: string;
}

/** What storing a reading did. `replaced`: a newer reader or other metadata; the old entries stay as history. */
export type Stored = 'new' | 'unchanged' | 'source-added' | 'replaced';

/** Which entries to list. Several conditions all hold. */
export interface EntryFilter {
  readonly kind?: EntryKind;
  /** Every one of these parties takes part (as source, recipient, party, obligor, beneficiary, about, against or speaker); at state or body level `CHN` also matches `CHN/GOV`. */
  readonly parties?: readonly string[];
  /** PLOVER type, tie type, or quantity. */
  readonly type?: string;
  /** First and last day `YYYY-MM-DD` of the entry's own date, or of its document's where it has none. */
  readonly from?: string;
  readonly to?: string;
  /** EDTF: only of documents that came out, or were delivered, until then. */
  readonly knownBy?: string;
  /** Document id or its unambiguous beginning. */
  readonly document?: string;
  readonly modality?: Modality;
  readonly limit?: number;
  readonly offset?: number;
}

/** An entry with what a reader of a list wants beside it. */
export interface ListedEntry {
  readonly entry: Entry;
  /** `exact` of each passage. */
  readonly exact: readonly string[];
  readonly documentTitle?: string;
  readonly documentPublished?: string;
  readonly documentDelivered?: string;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title?: string;
  readonly genre?: string;
  readonly published?: string;
  readonly delivered?: string;
  readonly speaker?: string;
  readonly publisher?: string;
  readonly path?: string;
  readonly codePoints: number;
  readonly entries: number;
}

export interface DocumentFilter {
  /** Words that title or text must hold, case-folded. */
  readonly search?: string;
  /** By day, `oldest` first unless `newest` is asked for; the undated come last either way. */
  readonly order?: 'oldest' | 'newest';
  readonly limit?: number;
  readonly offset?: number;
}

export interface PartySummary {
  readonly party: Party;
  readonly entries: number;
}

export interface Totals {
  readonly documents: number;
  readonly codePoints: number;
  readonly entries: Readonly<Record<EntryKind, number>>;
}

/** An open ledger. Writers hold the file's lock only inside `store` batches; see `openLedger`. */
export interface Ledger {
  readonly file: string;
  totals(): Promise<Totals>;
  documents(filter?: DocumentFilter): Promise<{ total: number; rows: DocumentSummary[] }>;
  /** By id or unambiguous beginning of one. */
  document(id: string): Promise<Document | undefined>;
  entries(filter?: EntryFilter): Promise<{ total: number; rows: ListedEntry[] }>;
  entry(id: string): Promise<ListedEntry | undefined>;
  /** Parties that entries name, most named first. */
  parties(search?: string): Promise<PartySummary[]>;
  /** Parties that stand in entries together with this one, with counts, most first. */
  counterparts(party: string): Promise<{ party: string; entries: number }[]>;
  /** Whether this text, with this metadata, was read by this reader already. */
  isRead(document: Document, reader: string): Promise<boolean>;
  /** All or nothing for each reading; several readings may share a transaction. */
  store(readings: readonly Reading[]): Promise<Stored[]>;
  /** Parties and instruments of the gazetteer that entries may name, so that an export stands alone. */
  putParties(parties: readonly Party[], instruments: readonly Instrument[]): Promise<void>;
  assessments(): Promise<Assessment[]>;
  /** Appends what is not there yet. Nothing that was said before is changed or taken away. */
  assess(assessments: readonly Assessment[]): Promise<void>;
  verdicts(): Promise<Verdict[]>;
  close(): Promise<void>;
}
