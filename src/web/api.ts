import type {
  Document,
  Entry,
  EntryKind,
  InstrumentKind,
  Modality,
  Party,
  PartyKind,
  Source,
  TieStatus,
  TieType,
} from '../record/index.js';

/** The server's answers, as its JSON has them. test/browser/answers.test.ts keeps them equal to its schemas. */
export type Counts = Record<EntryKind, number>;

export interface Names {
  parties: Record<string, { name: string; kind?: PartyKind | undefined }>;
  instruments: Record<string, { name: string; kind?: InstrumentKind | undefined }>;
}

export interface ListedEntry {
  entry: Entry;
  exact: readonly string[];
  documentTitle?: string | undefined;
  documentPublished?: string | undefined;
}

export interface AboutAnswer {
  program: 'entente';
  version: string;
  ledger: string;
  totals: { documents: number; codePoints: number; entries: Counts };
  explains: boolean;
}

export interface DocumentRow {
  id: string;
  title?: string | undefined;
  genre?: string | undefined;
  published?: string | undefined;
  delivered?: string | undefined;
  speaker?: string | undefined;
  publisher?: string | undefined;
  path?: string | undefined;
  codePoints: number;
  entries: number;
}

interface Paged {
  total: number;
  page: number;
  pageSize: number;
}

export interface DocumentsAnswer extends Paged, Names {
  rows: DocumentRow[];
}

export interface DocumentAnswer extends Names {
  document: Document;
  entries: ListedEntry[];
}

export interface PartiesAnswer {
  total: number;
  rows: { id: string; name: string; kind: PartyKind; entries: number }[];
}

/** A step in the history of a tie; `entries` are ids of rows of the same answer. */
export interface TieStep {
  date?: string | undefined;
  /** What the date is: when the tie began or ended, or only when it was told of. */
  basis: 'since' | 'until' | 'told';
  status: TieStatus;
  modality: Modality;
  grade?: string | undefined;
  name?: string | undefined;
  entries: readonly string[];
  speakers: readonly string[];
}

export interface TieHistory {
  subject: {
    tie: TieType;
    parties: readonly string[];
    member?: string | undefined;
    body?: string | undefined;
    senders?: readonly string[] | undefined;
    instrument?: string | undefined;
    name?: string | undefined;
  };
  steps: readonly TieStep[];
  /** What the latest steps say; several where they differ. */
  status: readonly TieStatus[];
  grade?: string | undefined;
  contradictions: readonly {
    about: 'since' | 'until' | 'grade' | 'status';
    sides: readonly [readonly string[], readonly string[]];
  }[];
}

/** What a part of a page shows of the `looked` latest entries of a kind; the ledger has `total`. */
export interface Section {
  rows: ListedEntry[];
  looked: number;
  total: number;
}

export interface Ties extends Section {
  histories: TieHistory[];
}

export interface PartyAnswer extends Names {
  party: Party;
  counts: Counts;
  counterparts: { party: string; entries: number }[];
  ties: Ties;
  events: Section;
  commitments: { by: Section; towards: Section };
  claims: { by: Section; about: Section };
  measures: Section;
}

export interface PairAnswer extends Names {
  sides: [string, string];
  ties: Ties;
  events: Section;
  commitments: [Section, Section];
  claims: [Section, Section];
  measures: Section;
}

export interface EntriesAnswer extends Paged, Names {
  rows: ListedEntry[];
}

export interface Quote {
  start: number;
  end: number;
  prefix: string;
  exact: string;
  suffix: string;
}

export interface EntryAnswer extends Names {
  entry: Entry;
  quotes: Quote[];
  /** The sentences that the passages touch, whole, in the order of the text. */
  sentences: string[];
  document: { id: string; title?: string | undefined; published?: string | undefined; sources: Source[] };
}

export interface ExplainAnswer {
  sentence: string;
  steps: unknown;
}

/** What the server refused, in its own words. */
export class Refusal extends Error {
  readonly status: number;
  readonly remedy: string | undefined;

  constructor(message: string, status: number, remedy?: string) {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}

/** The JSON at `address`; throws a `Refusal` with the server's message and remedy. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal: signal ?? null }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal(
      'the server does not answer',
      0,
      'see whether `entente serve` still runs in its terminal',
    );
  });
  const body = await response.json();
  if (response.ok) return body as T; // the server's tests hold its answers to the schemas
  throw new Refusal(body.error?.message ?? response.statusText, response.status, body.error?.remedy);
}
