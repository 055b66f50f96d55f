import { type Document, documentId, EntenteError } from '../../record/index.js';
import { boilerplateSpans } from './boilerplate.js';
import { bundledCues, cueTests } from './cues.js';
import { givenDate } from './dates.js';
import { languageOf } from './english.js';
import { fileNameMetadata } from './file-name.js';
import { type Layer, merge, speakerId } from './merge.js';
import { givenGenre, sidecarRow } from './sidecar.js';
import { readTextMetadata } from './text-metadata.js';
import type { DocumentResult, LoadOptions, Metadata, Origin } from './types.js';

/** A text and what came with it, before its metadata are settled. */
export interface RawDocument {
  readonly path: string;
  readonly text: string;
  /** Metadata of the format itself: of a row, of front matter, of a web page. */
  readonly metadata: Metadata;
  readonly origin: Origin;
  readonly warnings: readonly string[];
  /** UTF-16 length of front matter that stands in `text`. */
  readonly frontMatter?: number;
}

/**
 * Metadata that the flags give.
 *
 * @throws EntenteError `usage` on a broken date, an unknown genre or an unknown speaker
 */
export function flagMetadata({ date, speaker, genre, resolveParty }: LoadOptions): Metadata {
  try {
    const published = date === undefined ? undefined : givenDate(date, '--date');
    if (speaker !== undefined && resolveParty && !resolveParty(speaker, published?.slice(0, 10)))
      throw new EntenteError('usage', `'${speaker}' (--speaker) is not a party that is known`, {
        remedy: 'give a name or an id, such as China or CHN',
      });
    return { published, speaker, genre: genre === undefined ? undefined : givenGenre(genre, '--genre') };
  } catch (error) {
    if (error instanceof EntenteError)
      throw new EntenteError('usage', error.message, { remedy: error.remedy });
    throw error;
  }
}

/**
 * Settles what is known of a document and finds its boilerplate.
 *
 * @throws EntenteError `input` where there is no text
 */
export function documentOf(raw: RawDocument, flags: Metadata, options: LoadOptions): DocumentResult {
  const { text, path } = raw;
  requireText(text, raw.frontMatter ?? 0, path);
  const cues = options.cues ?? bundledCues();
  const file = path.replace(/#(?:row|line)=\d+$/, '');
  const row = sidecarRow(options.metadata, file);
  const layers: Layer[] = [
    { origin: 'flag', metadata: flags },
    { origin: 'sidecar', metadata: row?.metadata ?? {} },
    { origin: raw.origin, metadata: raw.metadata },
    { origin: 'file-name', metadata: file === path ? fileNameMetadata(path) : {} },
  ];
  const known = merge(layers).metadata;
  const body = raw.frontMatter ? ' '.repeat(raw.frontMatter) + text.slice(raw.frontMatter) : text;
  const own = readTextMetadata(body, {
    ...known,
    isFurniture: cueTests(cues).isCue,
    resolveParty: options.resolveParty,
  });
  const settled = merge([...layers, { origin: 'text', metadata: own.metadata }]);
  const { metadata } = settled;
  const speaker = speakerId(settled, options.resolveParty);
  const warnings = [...raw.warnings, ...own.warnings];
  if (metadata.speaker !== undefined && speaker === undefined)
    warnings.push(`the speaker '${metadata.speaker}' is not a party that is known and is not used`);
  const language = metadata.language?.split(/[-_]/)[0]?.toLowerCase() || languageOf(body);
  if (language !== 'en')
    warnings.push(
      `its language is ${language === 'und' ? 'not English' : `'${language}'`}; only English is read well`,
    );
  const document: Document = {
    id: documentId(text),
    sources: [
      {
        path,
        title: metadata.title,
        publisher: metadata.publisher,
        url: metadata.url,
        read: new Date().toISOString(),
      },
    ],
    title: metadata.title,
    genre: metadata.genre,
    published: metadata.published,
    delivered: metadata.delivered,
    authors: [...(metadata.authors ?? [])],
    speaker,
    language,
    text,
  };
  const frontMatter = raw.frontMatter
    ? [{ start: 0, end: text.slice(0, raw.frontMatter).trimEnd().length }]
    : [];
  const boilerplate = boilerplateSpans(text, {
    title: metadata.title,
    cues,
    furniture: [...frontMatter, ...own.furniture],
  });
  return {
    ok: true,
    path,
    document: withoutUndefined(document),
    basis: settled.basis,
    boilerplate,
    warnings,
    sidecarLine: row?.line,
  };
}

function requireText(text: string, from: number, path: string): void {
  if (text.length === 0)
    throw new EntenteError('input', `${path} holds no text`, {
      remedy: 'give one with text, or leave it out',
    });
  if (!/[\p{L}\p{N}]/u.test(from === 0 ? text : text.slice(from)))
    throw new EntenteError('input', `${path} holds no words, only white space and marks`, {
      remedy: 'give a file with text, or leave it out',
    });
}

/** Unknown is absent, in the source too. */
function withoutUndefined(document: Document): Document {
  const clean = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
  return { ...clean(document), sources: document.sources.map(clean) };
}
