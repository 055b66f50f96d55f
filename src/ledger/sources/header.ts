import { fieldAuthors, type LabelledField, parseByline, parseFields } from './byline.js';
import { type Dateline, parseDateLine, parseDateline } from './dateline.js';
import { givenDate, writtenDates } from './dates.js';
import { endsSentence, isHardWrapped, type Line, linesOf } from './lines.js';

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
  /** Lines that may name the speaker's office: a byline's description, "Remarks by …", "Speaker: …". */
  readonly descriptions: readonly string[];
  /** "Mr. President," "Excellencies," at the head of the text. */
  readonly salutation: boolean;
  /** The lines above the first paragraph, joined, and the beginning of that. */
  readonly head: string;
  /** Lines and beginnings of lines that are no prose. */
  readonly furniture: readonly { readonly start: number; readonly end: number }[];
}

const SALUTATION =
  /^(?:(?:mr|mister|madam|madame|mme|mrs|sir)\b\.?,?\s*(?:(?:vice[- ])?president|speaker|chair\w*|secretary[- ]general|(?:prime )?minister|ambassador|moderator)\b|your\s+(?:excellenc|royal|majest|highness|holiness)|(?:royal highness|majest|excellenc|highness)|(?:distinguished|honou?rable|dear|respected|esteemed|fellow)\s+(?:\w+\s+){0,2}(?:colleagues|guests|delegates|friends|ladies|gentlemen|members|participants|ministers|ambassadors|presidents?|citizens|heads)|ladies and gentlemen|colleagues,|friends,|comrades,|good (?:morning|afternoon|evening)\b)/i;
const SPEAKER_LINE =
  /^(?:the\s+)?(?:\p{L}+\s+){0,3}(?:remarks?|speech|address|lecture|keynote|statement|declaration|message|op-?ed|article)\s+(?:by|of|from|delivered by)\s+(?<who>.+)$/iu;
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
      const who = words.length < 250 ? SPEAKER_LINE.exec(words)?.groups?.who : undefined;
      if (who) header.descriptions.push(who);
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

/** First lines of speeches that are short but no titles: numbers, invocations, those who are greeted, first words. */
const OPENING =
  /^(?:\d+\s*[.:)]|[•·*-]\s|[IVX]+[.\t])|\t|^(?:in the (?:holy )?name of|bismil|praise be|(?:h\.?\s?e\.?|his|her|your|hon[’'.]?\w*)\s+(?:excellency|majesty|highness|mr|mrs|ms|prime)|excellency|secretary-general|first of all|on behalf|on this|allow me|it is (?:indeed )?(?:an?|my))/i;

/** The first line, where it is short, is no sentence, and a text follows it. */
function titleOf(lines: readonly Line[], wrapped: boolean): string | undefined {
  const [first, second] = lines;
  if (!first || !second || first.text.length > 200 || first.text.split(/\s+/).length > 30) return undefined;
  const words = first.text;
  if (/[.,;:]$/.test(words) || !/\p{L}{2}/u.test(words) || /^\p{Ll}/u.test(words)) return undefined;
  if (SALUTATION.test(words) || parseFields(words) || parseByline(words) || parseDateLine(words))
    return undefined;
  if (/^\p{Ll}/u.test(second.text) || OPENING.test(words)) return undefined;
  // In lines broken at a column only a blank line sets a title apart.
  if (wrapped && !second.afterBlank) return undefined;
  const prose = lines.slice(1).some((line) => line.text.length > words.length || endsSentence(line.text));
  return prose ? words : undefined;
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
