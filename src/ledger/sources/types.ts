import type { Document, EntenteError, Genre, Span } from '../../record/index.js';
import type { BoilerplateCue } from './cues.js';

/** How a source is read; `text` also stands for files without a known ending. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'jsonl' | 'csv' | 'zip';

/** One path to read documents from. Plain values only, so that it can be sent to a worker thread. */
export interface SourceItem {
  /** As given or found; `-` is standard input. */
  readonly path: string;
  /** By the file's ending; absent where only its first bytes can tell. */
  readonly format?: Format;
}

/** A file that was passed over on purpose. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

/** Sizes above which a source is refused. */
export interface Limits {
  /** Bytes of a text, CSV row, JSON line or zip entry. */
  readonly textBytes: number;
  /** Bytes of one web page, PDF or Word file. */
  readonly richBytes: number;
  /** Entries of one zip. */
  readonly zipEntries: number;
  /** Bytes that one zip may unpack to in all. */
  readonly zipBytes: number;
  /** How many times smaller than its content a large zip entry may be. */
  readonly zipRatio: number;
  /** How many zips may lie within one another. */
  readonly zipDepth: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  textBytes: 200 * MIB,
  richBytes: 64 * MIB,
  zipEntries: 20_000,
  zipBytes: 4096 * MIB,
  zipRatio: 200,
  zipDepth: 2,
};

/** What can be known about a document besides its text. Dates are EDTF. */
export interface Metadata {
  readonly title?: string;
  readonly published?: string;
  readonly delivered?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** A party's id or name. */
  readonly speaker?: string;
  readonly genre?: Genre;
  readonly url?: string;
  readonly language?: string;
}

/** A table of metadata about other files. Plain values only, so that it can be sent to a worker thread. */
export interface Sidecar {
  readonly path: string;
  /** By the `file` column, with `/` between folders. */
  readonly rows: ReadonlyMap<string, SidecarRow>;
  readonly warnings: readonly string[];
}

export interface SidecarRow {
  readonly file: string;
  /** Line of the table, from 1. */
  readonly line: number;
  readonly metadata: Metadata;
}

/** What told a value of the metadata, the most trusted first. */
export const ORIGINS = [
  'flag',
  'sidecar',
  'row',
  'front-matter',
  'html',
  'text',
  'properties',
  'file-name',
] as const;
export type Origin = (typeof ORIGINS)[number];

export type MetadataField = keyof Metadata;

/** Party id for a name as of a day (`YYYY-MM-DD`), as the gazetteer's `lookup` gives it. */
export type ResolveParty = (name: string, day?: string) => string | undefined;

export interface LoadOptions {
  /** A sidecar table, see `readSidecar`. */
  readonly metadata?: Sidecar;
  /** `--date`: when the documents were published, for all of them. */
  readonly date?: string;
  /** `--speaker`: a party's id or name. */
  readonly speaker?: string;
  /** `--genre`. */
  readonly genre?: string;
  /** `--columns`: field of the document → column of a CSV or key of a JSON line. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly resolveParty?: ResolveParty;
  readonly limits?: Partial<Limits>;
  /** Instead of `data/boilerplate.tsv`. */
  readonly cues?: readonly BoilerplateCue[];
  /** Instead of the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Told of every entry of a zip that is passed over. */
  readonly onSkip?: (skipped: Skipped) => void;
}

/** A document, or why there is none. One source may give both kinds, in its own order. */
export type DocumentResult =
  | {
      readonly ok: true;
      /** Path of the document: the file, `file.csv#row=3`, `file.jsonl#line=3` or `file.zip/entry.txt`. */
      readonly path: string;
      readonly document: Document;
      /** What told each field that was found. */
      readonly basis: Readonly<Partial<Record<MetadataField, Origin>>>;
      /** Stretches of `document.text` in code points, in order, that are not the document's own prose. */
      readonly boilerplate: readonly Span[];
      readonly warnings: readonly string[];
      /** Line of the sidecar table that tells of it, so that rows about no document can be told of in the end. */
      readonly sidecarLine?: number;
    }
  | { readonly ok: false; readonly path: string; readonly error: EntenteError };
