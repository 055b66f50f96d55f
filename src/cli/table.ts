import { bold } from './output.js';

/** Widest that a column is on a terminal, and how narrow it may become where all do not fit. */
const WIDEST = 48;
const NARROWEST = 12;
/** What the last column keeps before others give way. */
const LAST = 18;
const GAP = '  ';

/**
 * Rows in columns. On a terminal they are as wide as it is, and cells are cut rather than wrapped; piped, columns are
 * separated by tabs and nothing is cut.
 *
 * @example
 * print(table(['party', 'entries'], [['CHN', '120'], ['VNM', '44']]));
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const { isTTY, columns } = process.stdout;
  const cells = [headings, ...rows].map((row) => row.map(plain));
  if (isTTY !== true) return cells.map((row) => row.join('\t')).join('\n');
  const widths = widthsOf(cells, columns || 100);
  const [first = '', ...others] = cells.map((row) =>
    row
      .map((cell, column) => clipped(cell, widths[column] ?? NARROWEST))
      .join(GAP)
      .trimEnd(),
  );
  return [bold(first), ...others].join('\n');
}

/** One line, and no control characters: a document's text must not move the terminal's cursor. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

/** Each as wide as its cells; the last takes what is left, and where that is too little the widest give way. */
function widthsOf(rows: readonly (readonly string[])[], width: number): number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, [...cell].length));
  const last = widths.length - 1;
  const left = () => width - widths.slice(0, last).reduce((sum, w) => sum + w + GAP.length, 0) - 1;
  while (left() < LAST) {
    const widest = widths.slice(0, last).reduce((at, w, i) => (w > (widths[at] ?? 0) ? i : at), 0);
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  widths[last] = Math.max(NARROWEST, left());
  return widths;
}

function clipped(text: string, width: number): string {
  const points = [...text];
  return points.length > width ? `${points.slice(0, width - 1).join('')}…` : points.join('').padEnd(width);
}
