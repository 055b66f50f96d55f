import { EntenteError, EXIT_STATUS } from '../record/index.js';

const COLOUR = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

/** Exit status after Ctrl-C, as shells have it. */
export const INTERRUPTED = 130;

/** A line to standard output: data only. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line to standard error: progress and messages. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function bold(text: string): string {
  return process.stdout.isTTY === true && process.env.NO_COLOR === undefined
    ? `\u001b[1m${text}\u001b[0m`
    : text;
}

/**
 * A number and what is counted.
 *
 * @example
 * counted(1200, 'document') // '1,200 documents'
 */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** Tells what went wrong and what to do, and gives the exit status. */
export function report(error: unknown): number {
  if (error instanceof EntenteError) {
    tell(`${red('error')}: ${error.message}`);
    if (error.remedy !== undefined) tell(`  ${error.remedy}`);
    return EXIT_STATUS[error.code];
  }
  if (error instanceof Error && error.name === 'AbortError') {
    tell('interrupted; nothing was written');
    return INTERRUPTED;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`${red('error')}: ${reason}`);
  tell('  this is a defect in entente; please report it with the command that you ran');
  return 1;
}

function red(text: string): string {
  return COLOUR ? `\u001b[31m${text}\u001b[0m` : text;
}

/**
 * Rows in columns, as wide as the terminal; the last column is cut rather than wrapped. Piped, columns are
 * separated by tabs and nothing is cut.
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (process.stdout.isTTY !== true)
    return [headings, ...rows].map((row) => row.map(onOneLine).join('\t')).join('\n');
  const width = process.stdout.columns ?? 100;
  const widths = headings.map((heading, column) =>
    Math.min(48, Math.max(heading.length, ...rows.map((row) => [...(row[column] ?? '')].length))),
  );
  const used = widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 0);
  widths[widths.length - 1] = Math.max(20, width - used - 1);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => clipped(cell, widths[column] ?? 10))
      .join('  ')
      .trimEnd();
  return [bold(line(headings)), ...rows.map(line)].join('\n');
}

/** Sentences of wrapped texts hold line ends. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function clipped(text: string, width: number): string {
  const points = [...onOneLine(text)];
  return points.length > width ? `${points.slice(0, width - 1).join('')}…` : points.join('').padEnd(width);
}
