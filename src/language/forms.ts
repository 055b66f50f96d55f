import { hashSlice } from './hashing.js';
import { ownString } from './own-string.js';

/** As many forms are kept as have a place here; the next with the same place takes it. */
const PLACES = 1 << 14;
const LONGEST_KEPT = 32;
const kept: (string | undefined)[] = new Array(PLACES).fill(undefined);

/**
 * The characters `start` to `end` of a text, mostly the same string object for all places where they stand: whoever looks words
 * up need not hash and compare their letters again.
 */
export function formAt(text: string, start: number, end: number): string {
  if (end - start > LONGEST_KEPT) return text.slice(start, end);
  const place = hashSlice(text, start, end, 0) & (PLACES - 1);
  const known = kept[place];
  if (known !== undefined && stands(known, text, start, end)) return known;
  const form = ownString(text.slice(start, end));
  kept[place] = form;
  return form;
}

function stands(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
