import { fstatSync, writeSync } from 'node:fs';
import { EntenteError, EXIT_STATUS } from '../record/index.js';

/** Exit status after Ctrl-C, as shells have it. */
export const INTERRUPTED = 130;
/** Exit status where the program itself is at fault (EX_SOFTWARE of sysexits.h). */
const DEFECT = 70;

/** A line to standard output: data only. */
export function print(line: string): void {
  const text = `${line}\n`;
  if (!fstatSync(STDOUT).isFile()) {
    process.stdout.write(text);
    return;
  }
  // Node takes a part that fitted on a full disk for the whole, so the rest is written here.
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(STDOUT, bytes, at);
}

const STDOUT = 1;

/** A line to standard error: progress and messages. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** For headings on a terminal. */
export function bold(text: string): string {
  return colours(process.stdout) ? `\u001b[1m${text}\u001b[0m` : text;
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
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    tell(`${red('error')}: no space left on the disk that the output goes to`);
    tell('  free some space and run the command again');
    return EXIT_STATUS['disk-full'];
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`${red('error')}: ${reason}`);
  tell('  this is a defect in entente; please report it with the command that you ran');
  return DEFECT;
}

function red(text: string): string {
  return colours(process.stderr) ? `\u001b[31m${text}\u001b[0m` : text;
}

/** A terminal whose user has not asked for plain text (https://no-color.org). */
function colours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}
