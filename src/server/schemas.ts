import { z } from 'zod';
import {
  Document,
  Edtf,
  Entry,
  type EntryKind,
  EventEntry,
  InstrumentKind,
  Modality,
  Party,
  PartyKind,
  Source,
  Span,
  TieStatus,
  TieType,
} from '../record/index.js';

/** Kinds of entries, in the order in which the record model names them. */
export const ENTRY_KINDS = ['event', 'tie', 'commitment', 'claim', 'measure'] as const satisfies EntryKind[];

const count = z.int().nonnegative();

/** What a party or instrument that an answer mentions is called. */
export const PartyName = z.object({ name: z.string(), kind: PartyKind.optional() });
export const InstrumentName = z.object({ name: z.string(), kind: InstrumentKind.optional() });

/** Names for every id in the answer that has one. */
export const names = {
  parties: z.record(z.string(), PartyName),
  instruments: z.record(z.string(), InstrumentName),
};

export const Counts = z.object({
  event: count,
  tie: count,
  commitment: count,
  claim: count,
  measure: count,
});

export const ListedEntry = z.object({
  entry: Entry,
  exact: z.array(z.string()).readonly(),
  documentTitle: z.string().optional(),
  documentPublished: z.string().optional(),
});

/** Which rows of a list an answer holds. */
export const page = { total: count, page: z.int().positive(), pageSize: z.int().positive() };

/** `/about.json` */
export const AboutAnswer = z.object({
  program: z.literal('entente'),
  version: z.string(),
  ledger: z.string(),
  totals: z.object({ documents: count, codePoints: count, entries: Counts }),
  explains: z.boolean(),
});

export const DocumentRow = z.object({
  id: z.string(),
  title: z.string().optional(),
  genre: z.string().optional(),
  published: z.string().optional(),
  delivered: z.string().optional(),
  speaker: z.string().optional(),
  publisher: z.string().optional(),
  path: z.string().optional(),
  codePoints: count,
  entries: count,
});

/** `/documents.json` */
export const DocumentsAnswer = z.object({ ...page, rows: z.array(DocumentRow), ...names });

/** `/documents/ID.json`; entries in the order of the text. */
export const DocumentAnswer = z.object({ document: Document, entries: z.array(ListedEntry), ...names });

/** `/parties.json` */
export const PartiesAnswer = z.object({
  total: count,
  rows: z.array(z.object({ id: z.string(), name: z.string(), kind: PartyKind, entries: count })),
});

/** A step in the history of a tie; `entries` are ids of rows of the same answer. */
export const TieStep = z.object({
  date: Edtf.optional(),
  /** What the date is: when the tie began or ended, or only when it was told of. */
  basis: z.enum(['since', 'until', 'told']),
  status: TieStatus,
  modality: Modality,
  grade: z.string().optional(),
  name: z.string().optional(),
  entries: z.array(z.string()).readonly(),
  speakers: z.array(z.string()).readonly(),
});

/** What a tie's history is about. */
export const TieSubject = z.object({
  tie: TieType,
  parties: z.array(z.string()).readonly(),
  member: z.string().optional(),
  body: z.string().optional(),
  senders: z.array(z.string()).readonly().optional(),
  instrument: z.string().optional(),
  name: z.string().optional(),
});

/** All assertions about one tie, by date: see "Histories" in the record model. */
export const TieHistory = z.object({
  subject: TieSubject,
  steps: z.array(TieStep).readonly(),
  /** What the latest steps say; several where they differ. */
  status: z.array(TieStatus).readonly(),
  grade: z.string().optional(),
  /** Accounts that cannot both be true, by ids of entries. */
  contradictions: z
    .array(
      z.object({
        about: z.enum(['since', 'until', 'grade', 'status']),
        sides: z.tuple([z.array(z.string()).readonly(), z.array(z.string()).readonly()]).readonly(),
      }),
    )
    .readonly(),
});

/** A part of a page: what it shows of the `looked` latest entries of a kind; the ledger has `total`. */
export const Section = z.object({ rows: z.array(ListedEntry), looked: count, total: count });

/** The ties of a page: their histories, and the entries that these rest on. */
export const Ties = Section.extend({ histories: z.array(TieHistory) });

/** `/parties/ID.json` */
export const PartyAnswer = z.object({
  party: Party,
  counts: Counts,
  counterparts: z.array(z.object({ party: z.string(), entries: count })),
  ties: Ties,
  events: Section,
  commitments: z.object({ by: Section, towards: Section }),
  claims: z.object({ by: Section, about: Section }),
  measures: Section,
  ...names,
});

/** `/pairs/A/B.json`; the sides stand in alphabetical order whichever way they were asked for. */
export const PairAnswer = z.object({
  sides: z.tuple([z.string(), z.string()]),
  ties: Ties,
  events: Section,
  commitments: z.tuple([Section, Section]),
  claims: z.tuple([Section, Section]),
  measures: Section,
  ...names,
});

/** `/entries.json` */
export const EntriesAnswer = z.object({ ...page, rows: z.array(ListedEntry), ...names });

/** `/acts.json`; see docs/acts.md. */
export const ActsAnswer = z.object({
  ...page,
  rows: z.array(
    z.object({
      type: EventEntry.shape.type,
      symmetric: z.boolean(),
      source: z.array(z.string()).readonly(),
      recipient: z.array(z.string()).readonly(),
      first: z.string(),
      last: z.string(),
      precision: z.enum(['day', 'coarser']),
      reports: z
        .array(
          z.object({
            entry: z.string(),
            document: z.string(),
            date: Edtf,
            modality: Modality,
            speaker: z.string(),
          }),
        )
        .readonly(),
    }),
  ),
  ...names,
});

const dated = z.enum(['yes', 'coarser', 'no']);
const time = { month: z.string().optional(), year: z.string().optional(), dated };
const counted = { events: count, acts: count.optional(), documents: count };

/** `/counts.json` */
export const CountsAnswer = z.object({
  by: z.array(z.enum(['dyad', 'source', 'recipient', 'type', 'quad', 'month', 'year'])).readonly(),
  modality: z.enum([...Modality.options, 'any']),
  rows: z
    .array(
      z.object({
        party: z.string().optional(),
        other: z.string().optional(),
        source: z.string().optional(),
        recipient: z.string().optional(),
        type: z.string().optional(),
        quad: count.optional(),
        ...time,
        ...counted,
        read: count.optional(),
      }),
    )
    .readonly(),
  totals: z.array(z.object({ dated, ...counted })).readonly(),
  read: z.array(z.object({ ...time, documents: count })).readonly(),
  ...names,
});

/** The Web Annotation selectors of a passage. */
export const Quote = Span.extend({ prefix: z.string(), exact: z.string(), suffix: z.string() });

/** `/entries/ID.json` */
export const EntryAnswer = z.object({
  entry: Entry,
  quotes: z.array(Quote),
  /** The sentences that the passages touch, whole, in the order of the text. */
  sentences: z.array(z.string()),
  document: z.object({
    id: z.string(),
    title: z.string().optional(),
    published: z.string().optional(),
    sources: z.array(Source),
  }),
  ...names,
});

/** `/explain.json?sentence=…`; what the steps hold is the reader's. */
export const ExplainAnswer = z.object({ sentence: z.string(), steps: z.unknown() });

/** Whatever went wrong, with the HTTP status of its kind. */
export const ErrorAnswer = z.object({
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() }),
});

export type Counts = z.infer<typeof Counts>;
export type AboutAnswer = z.infer<typeof AboutAnswer>;
export type DocumentsAnswer = z.infer<typeof DocumentsAnswer>;
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;
export type PartiesAnswer = z.infer<typeof PartiesAnswer>;
export type TieHistory = z.infer<typeof TieHistory>;
export type Ties = z.infer<typeof Ties>;
export type Section = z.infer<typeof Section>;
export type PartyAnswer = z.infer<typeof PartyAnswer>;
export type PairAnswer = z.infer<typeof PairAnswer>;
export type EntriesAnswer = z.infer<typeof EntriesAnswer>;
export type ActsAnswer = z.infer<typeof ActsAnswer>;
export type CountsAnswer = z.infer<typeof CountsAnswer>;
export type Quote = z.infer<typeof Quote>;
export type EntryAnswer = z.infer<typeof EntryAnswer>;
export type ExplainAnswer = z.infer<typeof ExplainAnswer>;
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
