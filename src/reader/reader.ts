import { type Gazetteer, loadGazetteer } from '../gazetteer/index.js';
import { type Language, loadLanguage } from '../language/index.js';
import { type Document, documentId, type Entry, type Span } from '../record/index.js';
import { type Explanation, explainSentence } from './explain.js';
import { loadJudges } from './judges/judges-file.js';
import { loadLexicon } from './lexicon.js';
import { READER_VERSION, type Resources, readDocument } from './read.js';
import { loadRelations } from './relations/load-relations.js';

/** Reads documents into entries. Made once, used for many. */
export interface Reader {
  readonly version: string;
  readonly language: Language;
  readonly gazetteer: Gazetteer;
  /** The tables and models behind it, for evaluation. */
  readonly resources: Resources;
  /** @param options.skip stretches that are not read, in code points */
  read(document: Document, options?: { skip?: readonly Span[] }): Entry[];
  /** Every step of reading one sentence. */
  explain(sentence: string, options?: { date?: string; speaker?: string }): Explanation;
}

export interface ReaderOptions {
  /** Folders with tables of your own that extend or override those in data/. */
  readonly dataDirs?: readonly string[];
  /**
   * Confidence, 0 to 1, that an event or measure must have to be told; if not given, 0.5 and 0.6. More are right with a higher one, more are found
   * with a lower one.
   */
  readonly leastSure?: number;
}

/**
 * Loads models and tables.
 *
 * @example
 * const reader = await createReader();
 * reader.read(documentOf('Japan and India signed a treaty on Monday.', { published: '2020-09-09' }));
 */
export async function createReader(options: ReaderOptions = {}): Promise<Reader> {
  const dirs = options.dataDirs ?? [];
  const language = await loadLanguage();
  const gazetteer = loadGazetteer({ dirs });
  const relations = loadRelations();
  if (relations.shape.vector !== language.vectors.columns)
    throw new Error('models/relations.bin was trained with other word vectors; run npm run train:relations');
  const resources: Resources = {
    language,
    gazetteer,
    lexicon: loadLexicon(dirs),
    relations,
    judges: loadJudges(),
    ...(options.leastSure === undefined ? {} : { leastSure: options.leastSure }),
  };
  return {
    // What was read with another bound is read again.
    version:
      options.leastSure === undefined ? READER_VERSION : `${READER_VERSION}+least-sure.${options.leastSure}`,
    language,
    gazetteer,
    resources,
    read: (document, readOptions) => readDocument(resources, document, readOptions?.skip ?? []),
    explain: (sentence, explainOptions) => explainSentence(resources, sentence, explainOptions ?? {}),
  };
}

/** A document from bare text, for trying and testing. */
export function documentOf(text: string, metadata: Partial<Omit<Document, 'id' | 'text'>> = {}): Document {
  return { sources: [], authors: [], language: 'en', ...metadata, id: documentId(text), text };
}
