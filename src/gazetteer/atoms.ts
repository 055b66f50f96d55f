/**
 * Names are matched over atoms: runs of letters and digits, and each other sign alone. So "U.S.-led" or
 * "Côte d'Ivoire" match however the tokeniser cuts them.
 */
export interface Atom {
  /** Lower case, without accents; hyphens and apostrophes in their ASCII form. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly letterCase: LetterCase;
}

/**
 * 0: begins in lower case, or is no word; 1: capitalised; 2: all capitals, of at least two letters; 3: capitals
 * further on as well ("LeT", "DeKalb").
 */
export type LetterCase = 0 | 1 | 2 | 3;

/** The atoms of `text`, offsets into it. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  let i = 0;
  while (i < text.length) {
    const start = i;
    if (isWordCode(text, i)) {
      while (i < text.length && isWordCode(text, i)) i++;
    } else {
      const code = text.charCodeAt(i++);
      if (code <= 32 || code === 0xa0) continue;
    }
    const written = text.slice(start, i);
    atoms.push({ text: fold(written), start, end: i, letterCase: letterCaseOf(written) });
  }
  return atoms;
}

/**
 * A spelling that accents, case and the shapes of hyphens and apostrophes do not change.
 *
 * @example
 * fold('Côte d’Ivoire') // "cote d'ivoire"
 */
export function fold(text: string): string {
  let capitals = false;
  // Most words are plain already, and need not be written anew.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 126) return plain(text.toLowerCase());
    if (code >= 65 && code <= 90) capitals = true;
  }
  if (capitals) return text.toLowerCase();
  return text === '`' ? "'" : text;
}

function plain(lower: string): string {
  if (/^[ -~]*$/.test(lower)) return lower === '`' ? "'" : lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øłđðþıßæœ’‘ʼ´′‐‑‒–—−]/g, (sign) => PLAIN[sign] ?? sign);
}

const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '′': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

function letterCaseOf(word: string): LetterCase {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 0;
  if (word.length === 1) return 1;
  if (word === word.toUpperCase()) return 2;
  const rest = word.slice(1);
  return rest === rest.toLowerCase() ? 1 : 3;
}

function isWordCode(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code === 0xb4 || code === 0xa0) return false;
  return WORD.test(text.charAt(i));
}

/** Surrogates count as word parts, so that no pair is cut. */
const WORD = /[\p{L}\p{M}\p{N}\p{Cs}]/u;
