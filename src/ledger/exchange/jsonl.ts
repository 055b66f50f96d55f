import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { EntenteError } from '../../record/index.js';

/** Writes values, one JSON object a line. */
export interface LineWriter {
  write(value: object): Promise<void>;
  close(): Promise<void>;
}

export function lineWriter(file: string): LineWriter {
  const writer = textWriter(file);
  return { write: (value) => writer.write(JSON.stringify(value)), close: writer.close };
}

/** Writes lines of text; each is given its end. */
export interface TextWriter {
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Characters that are gathered before they are written. */
const GATHERED = 1 << 18;

/** Makes a new file and writes to it. */
export function textWriter(file: string): TextWriter {
  const stream = createWriteStream(file, { encoding: 'utf8', flags: 'wx' });
  const done = finished(stream);
  // A failure is told by the next write or by closing.
  done.catch(() => undefined);
  let gathered = '';
  async function flush(): Promise<void> {
    const text = gathered;
    gathered = '';
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
  }
  return {
    async write(line) {
      gathered += `${line}\n`;
      if (gathered.length > GATHERED) await flush();
    },
    async close() {
      if (gathered !== '') await flush();
      stream.end();
      await done;
    },
  };
}

/** A line of a file, and where it stands. */
export interface Line {
  /** `events.jsonl:12` */
  readonly at: string;
  readonly value: unknown;
}

/** The JSON values of a file's lines; empty lines are passed over. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const name = path.basename(file);
  let number = 0;
  for await (const line of linesOf(createReadStream(file, 'utf8'))) {
    number++;
    if (line.trim() === '') continue;
    const at = `${name}:${number}`;
    yield { at, value: parse(line, at) };
  }
}

/** Only `\n` ends a line: node:readline would also split at U+2028, which JSON leaves as it is. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...rest] = chunk.split('\n');
    parts.push(first);
    for (const line of rest) {
      yield parts.join('');
      parts = [line];
    }
  }
  yield parts.join('');
}

function parse(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new EntenteError('input', `${at}: not JSON: ${line.slice(0, 60)}`, {
      remedy: 'one JSON object a line, as entente export --format jsonl writes it',
      cause,
    });
  }
}
