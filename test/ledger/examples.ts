import { type Document, type Draft, documentId, type Entry, entryId } from '../../src/record/index.js';

export const READER = '1.0.0';

/** A document from its text. */
export function documentOf(text: string, metadata: Partial<Omit<Document, 'id' | 'text'>> = {}): Document {
  return {
    sources: [{ path: `${documentId(text).slice(0, 6)}.txt` }],
    authors: [],
    language: 'en',
    ...metadata,
    id: documentId(text),
    text,
  };
}

type Own<K extends Entry['kind']> = Partial<Omit<Extract<Draft, { kind: K }>, 'kind' | 'document'>>;

const COMMON: Pick<Entry, 'speaker' | 'attribution' | 'modality' | 'confidence' | 'reader'> = {
  speaker: 'author',
  attribution: [],
  modality: 'asserted',
  confidence: 0.75,
  reader: READER,
};

/** An entry whose passage is where the quote first stands in the document. */
function passageOf(document: Document, quote: string): { start: number; end: number } {
  const at = document.text.indexOf(quote);
  if (at < 0) throw new Error(`'${quote}' does not stand in the document`);
  const start = [...document.text.slice(0, at)].length;
  return { start, end: start + [...quote].length };
}

export function eventOf(document: Document, quote: string, own: Own<'event'> = {}): Entry {
  const draft: Extract<Draft, { kind: 'event' }> = {
    ...COMMON,
    kind: 'event',
    document: document.id,
    passages: [passageOf(document, quote)],
    type: 'CONSULT',
    contexts: [],
    source: [],
    recipient: [],
    symmetric: false,
    quad: 1,
    intensity: 2.5,
    ...own,
  };
  return { ...draft, id: entryId(draft) };
}

export function tieOf(
  document: Document,
  quote: string,
  own: Own<'tie'> = {},
): Extract<Entry, { kind: 'tie' }> {
  const draft: Extract<Draft, { kind: 'tie' }> = {
    ...COMMON,
    kind: 'tie',
    document: document.id,
    passages: [passageOf(document, quote)],
    tie: 'partnership',
    parties: [],
    status: 'in-force',
    ...own,
  };
  return { ...draft, id: entryId(draft) };
}

export function commitmentOf(document: Document, quote: string, own: Own<'commitment'> = {}): Entry {
  const draft: Extract<Draft, { kind: 'commitment' }> = {
    ...COMMON,
    kind: 'commitment',
    document: document.id,
    passages: [passageOf(document, quote)],
    obligors: [],
    beneficiaries: [],
    action: quote,
    areas: [],
    ...own,
  };
  return { ...draft, id: entryId(draft) };
}

export function claimOf(document: Document, quote: string, own: Own<'claim'> = {}): Entry {
  const draft: Extract<Draft, { kind: 'claim' }> = {
    ...COMMON,
    kind: 'claim',
    document: document.id,
    passages: [passageOf(document, quote)],
    about: [],
    stance: 'neutral',
    proposition: quote,
    principles: [],
    ...own,
  };
  return { ...draft, id: entryId(draft) };
}

export function measureOf(document: Document, quote: string, own: Own<'measure'> = {}): Entry {
  const draft: Extract<Draft, { kind: 'measure' }> = {
    ...COMMON,
    kind: 'measure',
    document: document.id,
    passages: [passageOf(document, quote)],
    quantity: 'trade',
    parties: [],
    value: 1,
    unit: 'USD',
    ...own,
  };
  return { ...draft, id: entryId(draft) };
}

/** Parties by their ids, without spans. */
export function refs(...parties: string[]): { party: string }[] {
  return parties.map((party) => ({ party }));
}
