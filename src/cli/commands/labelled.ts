import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Convention } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';

export interface EvaluateOptions {
  readonly metadata?: string;
  readonly documents?: string;
  readonly convention: Convention;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

/** A labelled file's text, unpacked if it ends in .gz. */
export function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    throw new EntenteError('input', `cannot read '${file}'`, {
      remedy: 'give the path of a labelled file',
      cause,
    });
  }
}
