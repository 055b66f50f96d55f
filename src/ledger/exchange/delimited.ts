/**
 * One line of a delimited file (RFC 4180), without its end. An absent cell is empty; control characters and line ends within
 * a cell become spaces, so that a row stays one line.
 *
 * @example
 * delimited(['CHN', undefined, 'talks, again'], ',') // 'CHN,,"talks, again"'
 */
export function delimited(cells: readonly (string | number | undefined)[], separator: ',' | '\t'): string {
  return cells
    .map((cell) => {
      const text = String(cell ?? '').replace(/[\s\p{Cc}]+/gu, ' ');
      return text.includes('"') || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(separator);
}
