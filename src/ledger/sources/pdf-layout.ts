import { endsSentence } from './lines.js';

/** A line of a page. Lengths are in points, `y` grows upwards. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/**
 * Joins the lines of pages to paragraphs. A paragraph ends before a wider gap, an indent, another size of type, and
 * after a short line that ends a sentence; neither a page's nor a column's end ends one.
 */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const lines = withoutRunningHeads(pages).flat();
  const gap = median(
    lines
      .slice(1)
      .map((line, i) => (lines[i]?.y ?? 0) - line.y)
      .filter((dy) => dy > 0),
  );
  const width = percentile(
    lines.map((line) => line.right - line.left),
    0.9,
  );
  const words = wordsOf(lines);
  const paragraphs: string[] = [];
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && startsParagraph(line, before, gap, width)) {
      paragraphs.push(text);
      text = '';
    }
    text = text === '' ? line.text : joined(text, line.text, words);
  });
  if (text !== '') paragraphs.push(text);
  return paragraphs.map((paragraph) => paragraph.replace(/[ \t\u00a0]+/g, ' ').replaceAll('\u00ad', ''));
}

function startsParagraph(line: PdfLine, before: PdfLine, gap: number, width: number): boolean {
  if (Math.abs(line.height - before.height) > 0.15 * Math.max(line.height, before.height)) return true;
  const down = before.y - line.y;
  const short = before.right - before.left < 0.85 * width;
  const indented = line.left - before.left > 0.8 * line.height && line.left - before.left < 6 * line.height;
  const ended = endsSentence(before.text);
  // Upwards, or far down: the next column or page.
  if (down <= 0 || down > 12 * gap) return ended && short;
  return down > 1.35 * gap || (indented && ended) || (short && ended);
}

/** Words of the document in lower case, compounds as well, but for the halves that hyphenation makes. */
function wordsOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  lines.forEach(({ text }, i) => {
    const cut = /\p{L}[-‐]$/u.test(lines[i - 1]?.text ?? '');
    const whole = text.replace(/\p{L}+[-‐]$/u, '').replace(cut ? /^\p{L}+/u : /^(?!)/, '');
    for (const word of whole.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) words.add(word);
  });
  return words;
}

/**
 * "coopera-" and "tion" are one word, "win-" and "win" a compound: whichever form the document has elsewhere, else a
 * compound where both halves are words of it, else one word.
 */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (/\u00ad$/.test(text)) return text.slice(0, -1) + next;
  const head = /(\p{L}+)[-‐]$/u.exec(text)?.[1]?.toLowerCase();
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined) return `${text} ${next}`;
  // "Sino-" and "Russian", "2025-" and "2030"
  if (tail === undefined) return text + next;
  if (words.has(head + tail)) return text.slice(0, -1) + next;
  const compound = words.has(`${head}-${tail}`) || head === tail || (words.has(head) && words.has(tail));
  return compound ? text + next : text.slice(0, -1) + next;
}

/** Lines at a page's top or bottom that come again on other pages, but for their numbers, and bare page numbers. */
function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(3, Math.ceil(pages.length / 3));
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter(
      (line) => !edge.has(line) || ((counts.get(keyOf(line)) ?? 0) < often && !isPageNumber(line.text)),
    );
  });
}

function edges(page: readonly PdfLine[]): PdfLine[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y);
  return [...byHeight.slice(0, 2), ...byHeight.slice(-2)];
}

function keyOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '0').toLowerCase();
}

function isPageNumber(text: string): boolean {
  return /^\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i.test(text);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5) || 12;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
