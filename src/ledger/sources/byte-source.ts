import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { buffer as readAll } from 'node:stream/consumers';
import { EntenteError } from '../../record/index.js';
import { encodingOf, markedEncoding, streamDecoder } from './decode.js';
import { mib } from './zip.js';

/** Bytes of a file, of an entry of a zip, or of standard input. */
export interface ByteSource {
  readonly path: string;
  /** The first bytes, enough to tell the format. */
  readonly head: () => Promise<Uint8Array>;
  /** All bytes, where they are not more than `limit`. */
  readonly bytes: (limit: number) => Promise<Uint8Array>;
  /** The bytes piece by piece; may be asked for again. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  /** Whether it is a file, so that it need not be held in memory. */
  readonly isFile: boolean;
}

export function fileSource(path: string): ByteSource {
  return {
    path,
    isFile: true,
    head: async () => {
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    bytes: async (limit) => {
      const { size } = await stat(path);
      if (size > limit) throw tooLarge(path, size, limit);
      return readFile(path);
    },
    pieces: () => createReadStream(path),
  };
}

export function bufferSource(path: string, bytes: Uint8Array): ByteSource {
  return {
    path,
    isFile: false,
    head: async () => bytes.subarray(0, 4096),
    bytes: async (limit) => {
      if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
      return bytes;
    },
    pieces: async function* () {
      for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
    },
  };
}

const PIECE = 1 << 18;

/** How standard input is called in messages and as a document's source. */
const INPUT = 'standard input';

/** Standard input, read to its end. */
export async function inputSource(input: AsyncIterable<Uint8Array>, limit: number): Promise<ByteSource> {
  let size = 0;
  const counted = async function* () {
    for await (const piece of input) {
      size += piece.length;
      if (size > limit) throw tooLarge(INPUT, size, limit);
      yield piece;
    }
  };
  return bufferSource(INPUT, await readAll(counted()));
}

/**
 * The text of a source piece by piece, without byte-order mark. The whole source is looked through for its encoding
 * first, so that a Latin-1 letter in its last row counts.
 *
 * @throws EntenteError `input` where it is not text
 */
export async function* textPieces(source: ByteSource): AsyncGenerator<string> {
  const decode = streamDecoder(await encodingOfPieces(source));
  for await (const piece of source.pieces()) {
    const text = decode(piece);
    if (text.includes('\0'))
      throw new EntenteError('input', `${source.path} is not text: it holds NUL characters`, {
        remedy: 'give a text file, or give the file its own ending',
      });
    yield text;
  }
  yield decode();
}

async function encodingOfPieces(source: ByteSource): Promise<string> {
  const head = await source.head();
  const encoding = markedEncoding(head) ?? encodingOf(head);
  if (encoding.startsWith('utf-16') || markedEncoding(head)) return encoding;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of source.pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

function tooLarge(path: string, size: number, limit: number): EntenteError {
  return new EntenteError(
    'input',
    `${path} has ${mib(size)}; at most ${mib(limit)} is read as one document`,
    {
      remedy: 'split it, or give it as .jsonl or .csv with one document a row',
    },
  );
}
