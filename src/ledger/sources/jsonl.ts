import { EntenteError } from '../../record/index.js';
import { type ByteSource, textPieces } from './byte-source.js';
import type { Row } from './rows.js';
import type { Limits } from './types.js';
import { mib } from './zip.js';

/** The objects of a file with one JSON object a line. A wrong line is told of, and the rest go on. */
export async function* jsonRows(source: ByteSource, limits: Limits): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of linesOfPieces(textPieces(source), source.path, limits)) {
    number++;
    if (line.trim() === '') continue;
    const path = `${source.path}#line=${number}`;
    const place = `${source.path} line ${number}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      yield {
        ok: false,
        path,
        error: wrongLine(`${place} is not JSON: ${String((cause as Error).message)}`, cause),
      };
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      yield { ok: false, path, error: wrongLine(`${place} is not a JSON object`) };
    else
      yield {
        ok: true,
        path,
        place,
        values: new Map(Object.entries(value).map(([key, v]) => [key, wellFormed(v)])),
      };
  }
  if (number === 0)
    throw new EntenteError('input', `${source.path} is empty`, { remedy: 'give one JSON object a line' });
}

function wrongLine(message: string, cause?: unknown): EntenteError {
  return new EntenteError('input', message, {
    remedy: 'write one JSON object in each line, such as {"text": "…"}',
    cause,
  });
}

/** JSON can spell half of a surrogate pair, which no encoding can hold. */
function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}

async function* linesOfPieces(
  pieces: AsyncIterable<string>,
  path: string,
  limits: Limits,
): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let to = piece.indexOf('\n'); to !== -1; to = piece.indexOf('\n', from)) {
      parts.push(piece.slice(from, to));
      yield parts.join('');
      parts = [];
      length = 0;
      from = to + 1;
    }
    parts.push(piece.slice(from));
    length += piece.length - from;
    if (length > limits.textBytes)
      throw new EntenteError('input', `${path} has a line of more than ${mib(limits.textBytes)}`, {
        remedy: 'write one JSON object in each line',
      });
  }
  if (length > 0) yield parts.join('');
}
