import { fieldAuthors, type LabelledField, parseByline, parseFields } from './byline.js';
import { type Dateline, parseDateLine, parseDateline } from './dateline.js';
import { givenDate, writtenDates } from './dates.js';
import { endsSentence, isHardWrapped, linesOf } from './lines.js';
import { parseSpeakerLine, type SpeakerLine } from './speaker-line.js';
import { SALUTATION, titleOf } from './title.js';

/** What the first lines of a text say about it. Offsets are UTF-16. */
export interface Header {
  readonly title?: string;
  /** From labelled lines: `时间: 2015-05-27`, `Author: …`. EDTF. */
  readonly published?: string;
  /** A date that stands alone, with no label: of delivery where the text is a speech. EDTF. */
  readonly dated?: string;
  readonly dateline?: Dateline;
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** Lines that may name the speaker's office: a byline's description, "Speaker: …". */
  readonly descriptions: readonly string[];
  /** "Remarks by …". */
  readonly speaker?: SpeakerLine;
  /** "Mr. President," "Excellencies," at the head of the text. */
  readonly salutation: boolean;
  /** The lines above the first paragraph, joined, and the beginning of that. */
  readonly head: string;
  /** Lines and beginnings of lines that are no prose. */
  readonly furniture: readonly { readonly start: number; readonly end: number }[];
}

/** Verbatim records of the United Nations: "Mr. Li Wei (China) (spoke in Chinese):". */
const VERBATIM =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|President|King|Prince)\.?\s+[^()]{2,60}\((?<party>[^()]{3,60})\)(?:\s*\([^()]*\))?\s*:/;

const SCANNED = 10;

/**
 * Reads the lines above the first paragraph, and that paragraph's dateline.
 *
 * @param isFurniture lines that are not to be taken for a title, as share buttons are
 * @example
 * readHeader('Two ministers meet\n\nHANOI, 12 May 2020 — They talked.').title // 'Two ministers meet'
 */
export function readHeader(text: string, isFurniture: (line: string) => boolean = () => false): Header {
  const lines = linesOf(text.slice(0, 40_000), 40).filter((line) => !isFurniture(line.text));
  const wrapped = isHardWrapped(lines);
  const header = {
    title: titleOf(lines, wrapped),
    published: undefined as string | undefined,
    dated: undefined as string | undefined,
    dateline: undefined as Dateline | undefined,
    authors: [] as string[],
    publisher: undefined as string | undefined,
    descriptions: [] as string[],
    speaker: undefined as SpeakerLine | undefined,
    salutation: false,
    furniture: [] as { start: number; end: number }[],
  };
  let paragraph = 0;
  let afterByline = false;
  for (const [i, line] of lines.slice(0, SCANNED).entries()) {
    const words = line.text;
    const describesAuthor: boolean =
      afterByline && words.length < 160 && !endsSentence(words.replace(/\.$/, ''));
    afterByline = false;
    if (SALUTATION.test(words)) {
      header.salutation = true;
      break;
    }
    const verbatim = VERBATIM.exec(words)?.groups?.party;
    if (verbatim) {
      header.salutation = true;
      header.descriptions.push(`President of ${verbatim}`);
      break;
    }
    const fields = parseFields(words);
    const byline = fields ? undefined : parseByline(words);
    const dateLine = fields || byline ? undefined : parseDateLine(words);
    if (fields) {
      takeFields(header, fields);
      header.furniture.push(line);
    } else if (byline) {
      header.authors.push(...byline.authors);
      header.publisher ??= byline.publisher;
      if (byline.description) header.descriptions.push(byline.description);
      afterByline = byline.authors.length > 0;
      header.furniture.push(line);
    } else if (dateLine) {
      if (!dateLine.label) header.dated ??= dateLine.date;
      else if (!/updat|modif/i.test(dateLine.label)) header.published ??= dateLine.date;
      header.furniture.push(line);
    } else if (describesAuthor) header.descriptions.push(words);
    else {
      header.speaker ??= parseSpeakerLine(words);
      const dateline = i === 0 && header.title ? undefined : parseDateline(words);
      if (dateline && !header.dateline) {
        header.dateline = dateline;
        header.furniture.push({ start: line.start, end: line.start + dateline.end });
      }
      if (isParagraph(words, wrapped) && ++paragraph >= 2) break;
    }
  }
  return { ...header, head: text.slice(0, Math.min(text.length, (lines[0]?.end ?? 0) + 1200)) };
}

function isParagraph(line: string, wrapped: boolean): boolean {
  return line.length > (wrapped ? 60 : 140) && (wrapped || endsSentence(line));
}

interface Mutable {
  published?: string;
  title?: string;
  authors: string[];
  publisher?: string;
  descriptions: string[];
}

function takeFields(header: Mutable, fields: ReadonlyMap<LabelledField | '', string>): void {
  const date = fields.get('published');
  if (date) header.published ??= dateIn(date);
  const authors = fields.get('authors');
  if (authors) header.authors.push(...fieldAuthors(authors));
  const speaker = fields.get('speaker');
  if (speaker) header.descriptions.push(speaker);
  header.title = fields.get('title') || header.title;
  // "China Quarterly, Jan/Feb 2015 | Author: …": a journal and its issue stand before the labels.
  const journal = /^(\p{Lu}[^,|]{2,60})(?:,.*\d{4}.*)?$/u.exec(fields.get('') ?? '')?.[1];
  header.publisher ??= fields.get('publisher') || journal;
}

function dateIn(value: string): string | undefined {
  try {
    return givenDate(value, '');
  } catch {
    return writtenDates(value)[0]?.date;
  }
}
