import { z } from 'zod';
import { CONTEXTS, PLOVER_TYPES } from './plover.js';

/** EDTF (ISO 8601-2 level 1) text: `2021-11-22`, `2021-11`, `2021`, `1955~`, `2020-01/2020-03`. */
export const Edtf = z.string().regex(/^-?\d{4}(-\d{2}(-\d{2})?)?[~?%]?(\/-?\d{4}(-\d{2}(-\d{2})?)?[~?%]?)?$/);

/** How a date is known: written out, relative to another date, or only that of the document. */
export const DateBasis = z.enum(['explicit', 'relative', 'document']);

/** Half-open span of Unicode code points in `Document.text`. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

export const Genre = z.enum(['news', 'speech', 'statement', 'agreement', 'opinion', 'report']);

/** Where a document came from. One text printed twice is one document with two sources. */
export const Source = z.object({
  path: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  /** When it was read, ISO 8601 instant; not part of equality. */
  read: z.string().optional(),
});

export const Document = z.object({
  /** SHA-256 of `text` in hexadecimal. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  sources: z.array(Source),
  title: z.string().optional(),
  genre: Genre.optional(),
  published: Edtf.optional(),
  delivered: Edtf.optional(),
  authors: z.array(z.string()),
  /** The party whose voice "we" and "our" are. */
  speaker: z.string().optional(),
  language: z.string(),
  text: z.string(),
});

export const PartyKind = z.enum(['state', 'body', 'organ', 'person', 'group']);

export const Party = z.object({
  id: z.string(),
  kind: PartyKind,
  name: z.string(),
  aliases: z.array(
    z.object({ form: z.string(), since: z.string().optional(), until: z.string().optional() }),
  ),
  of: z.string().optional(),
  iso3: z.string().optional(),
  cow: z.number().optional(),
  gw: z.number().optional(),
  qid: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
});

export const InstrumentKind = z.enum(['agreement', 'initiative', 'plan', 'declaration', 'fund']);

export const Instrument = z.object({
  id: z.string(),
  kind: InstrumentKind,
  name: z.string(),
  aliases: z.array(z.string()),
  signed: z.string().optional(),
  inForce: z.string().optional(),
  until: z.string().optional(),
  parties: z.array(
    z.object({ party: z.string(), since: z.string().optional(), until: z.string().optional() }),
  ),
});

/** A party as an entry names it: its id, and where the words stand. */
export const PartyRef = z.object({ party: z.string(), span: Span.optional(), role: z.string().optional() });

export const Modality = z.enum(['asserted', 'planned', 'proposed', 'hypothetical', 'alleged', 'denied']);

/** One step of "X says that Y denied that …", outermost first. */
export const Attribution = z.object({ party: z.string(), verb: z.string(), modality: Modality });

const common = {
  /** 128 bits in hexadecimal; see `entryId`. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  document: z.string(),
  passages: z.array(Span).min(1),
  /** Party id, or `author`. */
  speaker: z.string(),
  attribution: z.array(Attribution),
  modality: Modality,
  /** 0–1. */
  confidence: z.number().min(0).max(1),
  /** Version of the reader. */
  reader: z.string(),
  /** ISO 8601 instant at which the ledger took it; not part of equality. */
  recorded: z.string().optional(),
};

export const EventEntry = z.object({
  ...common,
  kind: z.literal('event'),
  type: z.enum(PLOVER_TYPES),
  /** CAMEO code; its PLOVER type by the crosswalk may differ from `type`. */
  cameo: z.string().optional(),
  mode: z.string().optional(),
  contexts: z.array(z.enum(CONTEXTS)),
  date: Edtf.optional(),
  dateBasis: DateBasis.optional(),
  source: z.array(PartyRef),
  recipient: z.array(PartyRef),
  symmetric: z.boolean(),
  place: z.string().optional(),
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  intensity: z.number().min(-10).max(10),
});

export const TieType = z.enum([
  'partnership',
  'alliance',
  'membership',
  'agreement',
  'dialogue',
  'dispute',
  'diplomatic-relations',
  'sanctions',
]);

export const TieStatus = z.enum(['in-force', 'announced', 'negotiating', 'suspended', 'ended', 'absent']);

/** What a register speaks of, EDTF: of what lies outside these days it says nothing, neither yes nor no. */
export const Coverage = z.object({ since: Edtf, until: Edtf });

export const TieEntry = z.object({
  ...common,
  kind: z.literal('tie'),
  tie: TieType,
  /** The grade as written and on its ladder in data/grades.tsv. */
  grade: z.object({ written: z.string(), normalised: z.string().optional() }).optional(),
  name: z.string().optional(),
  parties: z.array(PartyRef),
  against: z.array(PartyRef).optional(),
  instrument: z.string().optional(),
  since: Edtf.optional(),
  sinceBasis: DateBasis.optional(),
  until: Edtf.optional(),
  untilBasis: DateBasis.optional(),
  status: TieStatus,
  /** Of a tie that a register asserts. */
  coverage: Coverage.optional(),
});

export const CommitmentEntry = z.object({
  ...common,
  kind: z.literal('commitment'),
  obligors: z.array(PartyRef),
  beneficiaries: z.array(PartyRef),
  /** The clause, in the text's words. */
  action: z.string(),
  areas: z.array(z.string()),
  due: Edtf.optional(),
  dueBasis: DateBasis.optional(),
});

export const Stance = z.enum(['support', 'oppose', 'neutral']);

export const ClaimEntry = z.object({
  ...common,
  kind: z.literal('claim'),
  about: z.array(PartyRef),
  stance: Stance,
  /** The clause, in the text's words. */
  proposition: z.string(),
  principles: z.array(z.string()),
  /** Who holds it together with the speaker: "Chile and Peru condemn …". */
  jointly: z.array(PartyRef).optional(),
  /** With whom those that it is about are contrasted: "unlike Chile, Peru …". */
  contrast: z.array(PartyRef).optional(),
  /** Words that the holder keeps at a distance: in scare quotes, or after "so-called". */
  distanced: z.array(z.string()).optional(),
});

export const MeasureEntry = z.object({
  ...common,
  kind: z.literal('measure'),
  quantity: z.string(),
  /** The base of a share. */
  of: z.string().optional(),
  parties: z.array(PartyRef),
  value: z.number(),
  unit: z.string(),
  period: Edtf.optional(),
  periodBasis: DateBasis.optional(),
  change: z.number().optional(),
});

export const Entry = z.discriminatedUnion('kind', [
  EventEntry,
  TieEntry,
  CommitmentEntry,
  ClaimEntry,
  MeasureEntry,
]);

/** Of a commitment, by a person or a rule. Append-only. */
export const Assessment = z.object({
  id: z.string(),
  commitment: z.string(),
  status: z.enum(['open', 'kept', 'in-part', 'broken', 'lapsed']),
  score: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
  /** Entries that were confirmed as evidence. */
  evidence: z.array(z.string()),
  /** Entries that were proposed as evidence and are none. */
  rejected: z.array(z.string()).optional(),
  guideline: z.string(),
  /** The period in which evidence counts, where it is not the usual one. */
  window: Edtf.optional(),
  at: z.string(),
  by: z.string(),
});

/** Of an entry, by a reviewer. Keyed on document, kind and passage so that it survives a newer reader. */
export const Verdict = z.object({
  id: z.string(),
  document: z.string(),
  entryKind: z.enum(['event', 'tie', 'commitment', 'claim', 'measure']),
  passage: Span,
  verdict: z.enum(['accept', 'reject', 'correct']),
  correction: z.record(z.string(), z.unknown()).optional(),
  reviewer: z.string(),
  at: z.string(),
});

export type Edtf = z.infer<typeof Edtf>;
export type DateBasis = z.infer<typeof DateBasis>;
export type Span = z.infer<typeof Span>;
export type Genre = z.infer<typeof Genre>;
export type Source = z.infer<typeof Source>;
export type Document = z.infer<typeof Document>;
export type PartyKind = z.infer<typeof PartyKind>;
export type Party = z.infer<typeof Party>;
export type InstrumentKind = z.infer<typeof InstrumentKind>;
export type Instrument = z.infer<typeof Instrument>;
export type PartyRef = z.infer<typeof PartyRef>;
export type Modality = z.infer<typeof Modality>;
export type Attribution = z.infer<typeof Attribution>;
export type EventEntry = z.infer<typeof EventEntry>;
export type TieType = z.infer<typeof TieType>;
export type TieStatus = z.infer<typeof TieStatus>;
export type Coverage = z.infer<typeof Coverage>;
export type TieEntry = z.infer<typeof TieEntry>;
export type CommitmentEntry = z.infer<typeof CommitmentEntry>;
export type Stance = z.infer<typeof Stance>;
export type ClaimEntry = z.infer<typeof ClaimEntry>;
export type MeasureEntry = z.infer<typeof MeasureEntry>;
export type Entry = z.infer<typeof Entry>;
export type EntryKind = Entry['kind'];
export type Assessment = z.infer<typeof Assessment>;
export type Verdict = z.infer<typeof Verdict>;
