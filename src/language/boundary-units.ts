import { OPEN_SQUARE, shapeOf } from './boundary-shapes.js';
import { GAP_LINE, type TokenBuffer } from './token-buffer.js';

/**
 * The tokens of a text as the search for sentence ends sees them: columns of shapes and hashed words. Notes ("[17]")
 * are left out, since they belong to the sentence before them.
 */
export interface Units {
  readonly count: number;
  /** The token that each unit is. */
  readonly tokens: Int32Array;
  /** Hash of the lower-cased form. */
  readonly words: Int32Array;
  readonly shapes: Uint8Array;
  /** What stands before the unit. */
  readonly gaps: Uint8Array;
}

const LONGEST_HASHED = 24;

/** Describes the tokens of a text. */
export function describe(text: string, tokens: TokenBuffer): Units {
  const size = tokens.count;
  const units = {
    count: 0,
    tokens: new Int32Array(size),
    words: new Int32Array(size),
    shapes: new Uint8Array(size),
    gaps: new Uint8Array(size),
  };
  let count = 0;
  for (let token = 0; token < size; token++) {
    const start = tokens.starts[token] as number;
    const end = tokens.ends[token] as number;
    const shape = shapeOf(text, start, end);
    if (shape === OPEN_SQUARE && count > 0) {
      const last = noteEnd(text, tokens, token);
      if (last >= 0) {
        token = last;
        continue;
      }
    }
    units.tokens[count] = token;
    units.words[count] = hashWord(text, start, end);
    units.shapes[count] = shape;
    units.gaps[count] = tokens.gaps[token] as number;
    count++;
  }
  units.count = count;
  return units;
}

/** "[17]", "[a]", "[citation needed]" on the line of what they note. */
const NOTE = /^\[(?:\d{1,3}|[a-z]|note \d{1,3}|[a-z ]{0,30}needed|(?:who|when|where|which)\?)\]/;
const LONGEST_NOTE = 40;

/** The last token of a note that begins with `token`; −1 where none does. */
function noteEnd(text: string, tokens: TokenBuffer, token: number): number {
  if ((tokens.gaps[token] as number) >= GAP_LINE) return -1;
  const start = tokens.starts[token] as number;
  const found = NOTE.exec(text.slice(start, start + LONGEST_NOTE));
  if (!found) return -1;
  const end = start + found[0].length;
  let last = token;
  while (last + 1 < tokens.count && (tokens.ends[last] as number) < end) last++;
  return tokens.ends[last] === end ? last : -1;
}

/** The hash that `describe` gives a form. */
export const hashForm = (form: string): number => hashWord(form, 0, form.length);

/** FNV-1a over the first characters, Latin capitals lowered. */
function hashWord(text: string, start: number, end: number): number {
  const last = end - start > LONGEST_HASHED ? start + LONGEST_HASHED : end;
  let hash = 0x811c9dc5;
  for (let at = start; at < last; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), 0x01000193);
  }
  return hash;
}
