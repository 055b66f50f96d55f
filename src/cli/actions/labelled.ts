import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LabelledFile } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';

/**
 * A labelled file's text, unpacked if it ends in .gz.
 *
 * @throws EntenteError `input` where it cannot be read or is no UTF-8 text
 */
export function readLabelled(path: string): LabelledFile {
  try {
    const bytes = readFileSync(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    );
    return { name: basename(path), text };
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'it is not UTF-8 text' : messageOf(cause);
    throw new EntenteError('input', `cannot read '${path}': ${reason}`, {
      remedy: 'give the path of a labelled file in UTF-8, plain or packed as .gz',
      cause,
    });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
