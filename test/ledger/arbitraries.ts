import fc from 'fast-check';
import type { Reading } from '../../src/ledger/index.js';
import {
  CONTEXTS,
  type Document,
  type Draft,
  documentId,
  type Entry,
  entryId,
  PLOVER_TYPES,
} from '../../src/record/index.js';

const party = fc.constantFrom('CHN', 'CHN/GOV', 'VNM', 'USA', 'ASEAN', 'EU', '-/REB', 'AFG/REB');
const edtf = fc.constantFrom('2021-11-22', '2021-11', '2021', '1955~', '2020-01/2020-03', '1991-02-29');
const basis = fc.constantFrom('explicit', 'relative', 'document');
const modality = fc.constantFrom('asserted', 'planned', 'proposed', 'hypothetical', 'alleged', 'denied');
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Text with what makes offsets hard: emoji, combining marks, other scripts, line ends, null characters. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\n', 'é', 'e\u0301', '😀', '👩‍👩‍👧', '中', 'ﷺ', '\u0000', '|', '"'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 60,
});

function spanIn(length: number): fc.Arbitrary<{ start: number; end: number }> {
  return fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
}

function refsIn(length: number) {
  return fc.array(
    fc
      .tuple(party, optional(spanIn(length)), optional(fc.constantFrom('member', 'body')))
      .map(([id, span, role]) => ({ party: id, ...(span && { span }), ...(role && { role }) })),
    { maxLength: 3 },
  );
}

/** An entry of any kind in a document, its fields within the schema. */
function entryIn(document: Document, reader: string): fc.Arbitrary<Entry> {
  const points = [...document.text];
  const common = {
    document: fc.constant(document.id),
    passages: fc.array(spanIn(points.length), { minLength: 1, maxLength: 3 }),
    speaker: fc.oneof(fc.constant('author'), party),
    attribution: fc.array(fc.record({ party, verb: word, modality }), { maxLength: 2 }),
    modality,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reader: fc.constant(reader),
  };
  const refs = refsIn(points.length);
  const words = fc.oneof(
    spanIn(points.length).map(({ start, end }) => points.slice(start, end).join('')),
    word,
  );
  const drafts: fc.Arbitrary<Draft>[] = [
    fc.record({
      ...common,
      kind: fc.constant('event'),
      type: fc.constantFrom(...PLOVER_TYPES),
      cameo: optional(fc.constantFrom('040', '1831')),
      mode: optional(word),
      contexts: fc.uniqueArray(fc.constantFrom(...CONTEXTS), { maxLength: 3 }),
      date: optional(edtf),
      dateBasis: optional(basis),
      source: refs,
      recipient: refs,
      symmetric: fc.boolean(),
      place: optional(word),
      quad: fc.constantFrom(1, 2, 3, 4),
      intensity: fc.double({ min: -10, max: 10, noNaN: true }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('tie'),
      tie: fc.constantFrom('partnership', 'membership', 'agreement', 'sanctions'),
      grade: optional(fc.record({ written: word, normalised: optional(word) })),
      name: optional(word),
      parties: refs,
      against: optional(refs),
      instrument: optional(word),
      since: optional(edtf),
      sinceBasis: optional(basis),
      until: optional(edtf),
      untilBasis: optional(basis),
      coverage: optional(fc.record({ since: edtf, until: edtf })),
      status: fc.constantFrom('in-force', 'announced', 'ended'),
    }),
    fc.record({
      ...common,
      kind: fc.constant('commitment'),
      obligors: refs,
      beneficiaries: refs,
      action: words,
      areas: fc.array(word, { maxLength: 2 }),
      due: optional(edtf),
      dueBasis: optional(basis),
    }),
    fc.record({
      ...common,
      kind: fc.constant('claim'),
      about: refs,
      jointly: optional(refs.filter((held) => held.length > 0)),
      stance: fc.constantFrom('support', 'oppose', 'neutral'),
      proposition: words,
      principles: fc.array(word, { maxLength: 2 }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('measure'),
      quantity: word,
      of: optional(word),
      parties: refs,
      value: number,
      unit: word,
      period: optional(edtf),
      periodBasis: optional(basis),
      change: optional(number),
    }),
  ];
  return fc.oneof(...drafts).map((draft) => ({ ...draft, id: entryId(draft) }));
}

/** A document and what a reader made of it. */
export function readingOf(reader = '1.0.0'): fc.Arbitrary<Reading> {
  return fc
    .record({
      text,
      title: optional(word),
      genre: optional(fc.constantFrom('news', 'speech')),
      published: optional(edtf),
      delivered: optional(edtf),
      authors: fc.array(word, { maxLength: 2 }),
      speaker: optional(party),
      sources: fc.uniqueArray(
        fc.record({
          path: word,
          title: optional(word),
          publisher: optional(word),
          url: optional(fc.constant('https://example.org/a')),
          read: optional(fc.constant('2024-05-01T00:00:00.000Z')),
        }),
        { minLength: 1, maxLength: 2, selector: (source) => `${source.path} ${source.url}` },
      ),
    })
    .chain((fields) => {
      const document: Document = { ...fields, id: documentId(fields.text), language: 'en' };
      return fc
        .uniqueArray(entryIn(document, reader), { maxLength: 6, selector: (entry) => entry.id })
        .map((entries) => ({ document, entries, reader }));
    });
}
