import type { Gazetteer } from '../../src/gazetteer/index.js';
import { sharedReader, withLedger } from '../../src/ledger/index.js';
import {
  codePointLength,
  codePointOffsets,
  type Document,
  type Draft,
  documentId,
  type Entry,
  entryId,
  type Span,
} from '../../src/record/index.js';
import type { LedgerAccess } from '../../src/server/index.js';

/** A document and its entries, made by hand. */
export interface Sample {
  readonly document: Document;
  readonly entries: readonly Entry[];
}

/** Distributes over the kinds, so that each keeps its own fields. */
type Content = Draft extends infer D
  ? D extends Draft
    ? Omit<D, 'document' | 'passages' | 'speaker' | 'attribution' | 'modality' | 'confidence' | 'reader'> &
        Partial<Pick<D, 'speaker' | 'attribution' | 'modality' | 'confidence'>>
    : never
  : never;

/** An entry's content, with the words that it rests on; each must stand in the text. */
export type Written = Content & { readonly quotes: readonly string[] };

type Metadata = Partial<Omit<Document, 'id' | 'text'>>;

/** Makes a sample of a text and of what a careful reader would record of it. */
export function sample(metadata: Metadata, text: string, written: readonly Written[]): Sample {
  const document: Document = {
    id: documentId(text),
    sources: [],
    authors: [],
    language: 'en',
    ...metadata,
    text,
  };
  const entries = written.map(({ quotes, ...content }) => {
    const draft = {
      speaker: 'author',
      attribution: [],
      modality: 'asserted',
      confidence: 0.9,
      reader: 'by-hand',
      ...content,
      document: document.id,
      passages: quotes.map((quote) => passage(text, quote)),
    } as Draft; // the spread of a union loses its correlation; ids and tests check the result
    return { ...draft, id: entryId(draft) } as Entry;
  });
  return { document, entries };
}

function passage(text: string, quote: string): Span {
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`the sample's text does not hold: ${quote}`);
  const start = codePointOffsets(text)(at);
  return { start, end: start + codePointLength(quote) };
}

/** A ledger at `file` that holds the samples, behind the reader that `entente serve` uses. */
export async function sampleAccess(
  file: string,
  samples: readonly Sample[],
  { parties, instruments }: Gazetteer,
): Promise<LedgerAccess> {
  await withLedger(file, 'write', async (ledger) => {
    await ledger.putParties([...parties.values()], [...instruments.values()]);
    await ledger.store(samples.map((made) => ({ ...made, reader: 'by-hand' })));
  });
  const ledger = sharedReader(file);
  return {
    file,
    withLedger: (work) => work(ledger),
    write: (work) => withLedger(file, { mode: 'write', create: false }, work),
  };
}
