import { codePointOffsets, type Span } from '../../record/index.js';
import { type BoilerplateCue, bundledCues, cueTests } from './cues.js';
import { endsSentence, isHardWrapped, type Line, linesOf } from './lines.js';

/** A stretch of text in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface BoilerplateOptions {
  readonly title?: string;
  readonly cues?: readonly BoilerplateCue[];
  /** Stretches known already: header lines, datelines, signatures. */
  readonly furniture?: readonly Stretch[];
}

/**
 * The stretches of a text that are not its own prose, in code points: share buttons, captions, lists of other
 * stories, a repeated title, paragraph numbers, and what `furniture` names. The text stays as it is; a reader passes
 * over them, and no sentence reaches across one.
 *
 * @example
 * boilerplateSpans('They met.\nShare this article\nThey agreed.') // [{ start: 10, end: 28 }]
 */
export function boilerplateSpans(text: string, options: BoilerplateOptions = {}): Span[] {
  const lines = linesOf(text);
  const marked = markLines(lines, options.title, options.cues ?? bundledCues());
  const stretches = [
    ...(options.furniture ?? []),
    ...paragraphNumbers(lines),
    ...lines.filter((_, i) => marked[i]),
  ];
  const offset = codePointOffsets(text);
  return merge(stretches, text).map(({ start, end }) => ({ start: offset(start), end: offset(end) }));
}

/** Name of a photographer after that of an agency, at the end of a caption: "REUTERS/Jane Doe". */
const CREDIT = /\b(?:REUTERS|AFP|AP|EPA|TASS|Xinhua|Kyodo|Yonhap)\s?\/\s?\p{Lu}[\p{L}. ]{2,40}[.)\]]*$/u;

/** Below this many characters a line beside others like it may be a link. */
const LINK = 140;
/** From here on a line that ends a sentence is a paragraph of the text. */
const PARAGRAPH = 150;
/** A line below a linked headline that is not longer tells what the other story is about. */
const TEASER = 220;

function markLines(
  lines: readonly Line[],
  title: string | undefined,
  cues: readonly BoilerplateCue[],
): boolean[] {
  const { isCue, opensBlock } = cueTests(cues);
  const marked = lines.map(({ text }) => isCue(text) || (text.length <= 320 && CREDIT.test(text)));
  markBlocks(lines, marked, opensBlock);
  if (title) markRepeatedTitle(lines, marked, title);
  if (isHardWrapped(lines.slice(0, 400))) return marked;
  markPairs(lines, marked);
  markRuns(lines, marked);
  return marked;
}

/** From "Related stories" to the next paragraph. */
function markBlocks(lines: readonly Line[], marked: boolean[], opensBlock: (line: string) => boolean): void {
  let open = false;
  lines.forEach(({ text }, i) => {
    if (opensBlock(text)) open = true;
    else if (open && (isParagraph(text) || text.length > TEASER)) open = false;
    if (open) marked[i] = true;
  });
}

/** A page shows its title again below its pictures, and the picture's caption below that. */
function markRepeatedTitle(lines: readonly Line[], marked: boolean[], title: string): void {
  const folded = fold(title);
  let seen = false;
  lines.forEach(({ text }, i) => {
    if (text.length > 220 || fold(text) !== folded) return;
    if (seen) {
      marked[i] = true;
      const next = lines[i + 1];
      if (next && !next.afterBlank && next.text.length < PARAGRAPH) marked[i + 1] = true;
    }
    seen = true;
  });
}

/** A linked picture and a linked headline with the same words, and the teaser below them. */
function markPairs(lines: readonly Line[], marked: boolean[]): void {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [first, second] = [lines[i]?.text ?? '', lines[i + 1]?.text ?? ''];
    if (isHeadline(first) && isHeadline(second) && alike(first, second)) pairs.push(i++);
  }
  for (const i of pairs) {
    marked[i] = true;
    marked[i + 1] = true;
    const teaser = lines[i + 2]?.text ?? '';
    const cut = /(?:\.\.\.|…)$/.test(teaser);
    if (teaser.length <= TEASER && !isHeadline(teaser) && (cut || pairs.length >= 2)) marked[i + 2] = true;
  }
}

/** Two or more lines like headlines within the text, beside a line known for boilerplate; or three and more. */
function markRuns(lines: readonly Line[], marked: boolean[]): void {
  const firstParagraph = lines.findIndex(({ text }) => text.length >= PARAGRAPH / 2 && endsSentence(text));
  if (firstParagraph === -1 || lines.filter(({ text }) => isParagraph(text)).length < 3) return;
  for (let from = firstParagraph + 1; from < lines.length; from++) {
    let to = from;
    let known = false;
    for (; to < lines.length; to++) {
      const text = lines[to]?.text ?? '';
      if (marked[to]) known = true;
      else if (!isHeadline(text) && !isScrap(text)) break;
    }
    const run = lines.slice(from, to).map(({ text }) => text);
    const headlines = run.filter(isHeadline).length;
    const introduced = /[:;]$/.test(lines[from - 1]?.text ?? '');
    // Two headings may stand together; a list that a colon opens belongs to the text.
    if (!introduced && headlines >= (known ? 2 : 3) && headlines * 2 >= run.length)
      for (let i = from; i < to; i++) marked[i] = true;
    from = Math.max(from, to);
  }
}

function isParagraph(line: string): boolean {
  return line.length >= PARAGRAPH && endsSentence(line);
}

/** Capitalised, five words and more, no mark at its end, no number before it. */
function isHeadline(line: string): boolean {
  return (
    line.length <= LINK &&
    /^["“‘']?\p{Lu}/u.test(line) &&
    /[\p{L}\d)”’"']$/u.test(line) &&
    line.split(/\s+/).length >= 5 &&
    !/^(?:\d+|[A-Za-z]|[IVX]+)[.)]\s/.test(line)
  );
}

/** A few words that are no sentence: the name of a picture, a count, a date. */
function isScrap(line: string): boolean {
  return line.length <= 40 && !/[.!?:;,…]["”’)\]]*$/.test(line) && !/^[-•*]/.test(line);
}

function alike(a: string, b: string): boolean {
  const [left, right] = [new Set(fold(a).split(' ')), new Set(fold(b).split(' '))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared) >= 0.7;
}

function fold(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** `12.` before paragraphs, where at least three count on; scanned speeches have them. */
function paragraphNumbers(lines: readonly Line[]): Stretch[] {
  const numbers: Stretch[] = [];
  let expected = 1;
  for (const line of lines) {
    const match = /^(\d{1,3})\.[\t \u00a0]+(?=["“‘(]?\p{Lu})/u.exec(line.text);
    if (!match || line.text.length < 80) continue;
    // Scans lose a number now and then.
    const number = Number(match[1]);
    if (number < expected || number > expected + 2) continue;
    expected = number + 1;
    numbers.push({ start: line.start, end: line.start + match[0].length });
  }
  return numbers.length >= 3 ? numbers : [];
}

/** In order, without overlap; stretches with only white space between them become one. */
function merge(stretches: readonly Stretch[], text: string): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
