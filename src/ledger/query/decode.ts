import { z } from 'zod';
import {
  Attribution,
  type Coverage,
  DateBasis,
  type Entry,
  EventEntry,
  Modality,
  type PartyRef,
  Span,
  Stance,
  TieStatus,
  TieType,
} from '../../record/index.js';
import type { Slicer } from '../slicer.js';
import type { Side } from '../store/encode.js';
import { count, known, optionalNumber, optionalText, texts } from '../store/fields.js';

const basis = DateBasis.nullish().transform((value) => value ?? undefined);

/** What entries have in common, as `ENTRY_COLUMNS` selects it. */
const common = {
  key: count,
  reading: z.number(),
  id: z.string(),
  type: optionalText,
  speaker: z.string(),
  modality: Modality,
  confidence: z.number(),
  reader: optionalText,
  attribution: z
    .array(Attribution)
    .nullish()
    .transform((value) => value ?? []),
  start: z.number(),
  length: z.number(),
  further: z
    .array(Span)
    .nullish()
    .transform((value) => value ?? []),
  date: optionalText,
  date_basis: basis,
  until: optionalText,
  until_basis: basis,
  labels: texts,
};

const words = { words_start: optionalNumber, words_length: optionalNumber, words: optionalText };

/** A row of entries, by kind. */
export const EntryRow = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('event'),
    type: EventEntry.shape.type,
    labels: EventEntry.shape.contexts.nullish().transform((value) => value ?? []),
    cameo: optionalText,
    mode: optionalText,
    symmetric: z.boolean(),
    place: optionalText,
    quad: EventEntry.shape.quad,
    intensity: z.number(),
  }),
  z.object({
    ...common,
    kind: z.literal('tie'),
    type: TieType,
    grade: optionalText,
    grade_normalised: optionalText,
    name: optionalText,
    instrument: optionalText,
    status: TieStatus,
    targeted: z.boolean(),
    covered_since: optionalText,
    covered_until: optionalText,
  }),
  z.object({ ...common, ...words, kind: z.literal('commitment') }),
  z.object({ ...common, ...words, kind: z.literal('claim'), stance: Stance, distanced: texts }),
  z.object({
    ...common,
    kind: z.literal('measure'),
    type: z.string(),
    base: optionalText,
    value: z.number(),
    unit: z.string(),
    change: optionalNumber,
  }),
]);
export type EntryRow = z.infer<typeof EntryRow>;

/**
 * What table `entry` has of an {@link EntryRow}, as JSON. One text a row is several times quicker to bring over than forty
 * columns.
 */
export const ENTRY_JSON = `to_json({
  key: e.key, reading: e.reading, id: replace(e.id::VARCHAR, '-', ''), kind: e.kind, type: e.type, speaker: e.speaker,
  modality: e.modality, confidence: e.confidence, reader: e.reader, attribution: e.attribution,
  start: e.start, length: e.length, further: e.further,
  date: e.date, date_basis: e.date_basis, until: e.until, until_basis: e.until_basis, labels: e.labels,
  words_start: e.words_start, words_length: e.words_length, words: e.words,
  cameo: e.cameo, mode: e.mode, "symmetric": e."symmetric", place: e.place, quad: e.quad, intensity: e.intensity,
  grade: e.grade, grade_normalised: e.grade_normalised, name: e.name, instrument: e.instrument, status: e.status,
  targeted: e.targeted, stance: e.stance, base: e.base, value: e.value, unit: e.unit, change: e.change,
  covered_since: e.covered_since, covered_until: e.covered_until, distanced: e.distanced
})`;

/** The reading that an entry is of, and its document. */
export const ReadingRow = z.object({
  reading: z.number(),
  document: z.string(),
  documentKey: z.number(),
  reader: z.string(),
  recorded: z.string(),
  documentTitle: optionalText,
  documentPublished: optionalText,
  documentDelivered: optionalText,
});
export type ReadingRow = z.infer<typeof ReadingRow>;

export const PartyRow = z.object({
  entry: count,
  side: z.string(),
  party: z.string(),
  role: optionalText,
  start: optionalNumber,
  length: optionalNumber,
});
export type PartyRow = z.infer<typeof PartyRow>;

/** An entry as the record has it, from its row, its reading, its parties in order, and its document's text. */
export function decodeEntry(
  row: EntryRow,
  reading: ReadingRow,
  parties: readonly PartyRow[],
  cut: Slicer,
): Entry {
  const on = (side: Side): PartyRef[] => parties.filter((party) => party.side === side).map(partyRef);
  const shared = {
    id: row.id,
    document: reading.document,
    passages: [{ start: row.start, end: row.start + row.length }, ...row.further],
    speaker: row.speaker,
    attribution: row.attribution,
    modality: row.modality,
    confidence: row.confidence,
    reader: row.reader ?? reading.reader,
    recorded: reading.recorded,
  };
  switch (row.kind) {
    case 'event':
      return known({
        ...shared,
        kind: row.kind,
        type: row.type,
        cameo: row.cameo,
        mode: row.mode,
        contexts: row.labels,
        date: row.date,
        dateBasis: row.date_basis,
        source: on('source'),
        recipient: on('recipient'),
        symmetric: row.symmetric,
        place: row.place,
        quad: row.quad,
        intensity: row.intensity,
      });
    case 'tie':
      return known({
        ...shared,
        kind: row.kind,
        tie: row.type,
        grade:
          row.grade === undefined
            ? undefined
            : known({ written: row.grade, normalised: row.grade_normalised }),
        name: row.name,
        parties: on('party'),
        against: row.targeted ? on('against') : undefined,
        instrument: row.instrument,
        since: row.date,
        sinceBasis: row.date_basis,
        until: row.until,
        untilBasis: row.until_basis,
        status: row.status,
        coverage: coverageOf(row.covered_since, row.covered_until),
      });
    case 'commitment':
      return known({
        ...shared,
        kind: row.kind,
        obligors: on('obligor'),
        beneficiaries: on('beneficiary'),
        action: wordsOf(row, cut),
        areas: row.labels,
        due: row.date,
        dueBasis: row.date_basis,
      });
    case 'claim':
      return known({
        ...shared,
        kind: row.kind,
        about: on('about'),
        stance: row.stance,
        proposition: wordsOf(row, cut),
        principles: row.labels,
        jointly: someOf(on('jointly')),
        contrast: someOf(on('contrast')),
        distanced: someOf(row.distanced),
      });
    case 'measure':
      return known({
        ...shared,
        kind: row.kind,
        quantity: row.type,
        of: row.base,
        parties: on('party'),
        value: row.value,
        unit: row.unit,
        period: row.date,
        periodBasis: row.date_basis,
        change: row.change,
      });
  }
}

/** A list that is left out where it is empty. */
function someOf<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function coverageOf(since?: string, until?: string): Coverage | undefined {
  return since === undefined || until === undefined ? undefined : { since, until };
}

function partyRef({ party, role, start, length }: PartyRow): PartyRef {
  const span = start === undefined || length === undefined ? undefined : { start, end: start + length };
  return known({ party, span, role });
}

function wordsOf(row: z.infer<z.ZodObject<typeof words>>, cut: Slicer): string {
  if (row.words !== undefined) return row.words;
  const start = row.words_start ?? 0;
  return cut(start, start + (row.words_length ?? 0));
}
