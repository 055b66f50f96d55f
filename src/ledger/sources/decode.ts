import { isUtf8 } from 'node:buffer';
import { EntenteError } from '../../record/index.js';

export interface Decoded {
  /** Without byte-order mark, lines ended by LF. */
  readonly text: string;
  /** Label of the WHATWG Encoding Standard. */
  readonly encoding: string;
}

/**
 * Text of a file: by its byte-order mark, else UTF-8, else UTF-16 where every other byte is zero,
 * else Windows-1252 (which holds Latin-1). CR LF and CR become LF; nothing else changes.
 *
 * @param path named in errors
 * @param declared encoding that the file itself names, as web pages do
 * @throws EntenteError `input` where the bytes are no text
 * @example
 * decodeText(Buffer.from('caf\xe9', 'latin1'), 'a.txt').text // 'café'
 */
export function decodeText(bytes: Uint8Array, path: string, declared?: string): Decoded {
  const kind = binaryKind(bytes);
  if (kind) throw notText(path, `it is ${kind.name}`, kind.remedy);
  const encoding = encodingOf(bytes, declared);
  const text = normaliseNewlines(decodeAs(bytes, encoding));
  if (looksBinary(text)) throw notText(path, 'it is full of control characters');
  return { text, encoding };
}

/** Which encoding the bytes are in. */
export function encodingOf(bytes: Uint8Array, declared?: string): string {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (declared && /^iso-2022-/i.test(declared) && isKnown(declared)) return declared.toLowerCase();
  // Saved pages often still declare the encoding that they had on their server, so valid UTF-8 wins.
  if (isUtf8(bytes)) return 'utf-8';
  return declared && isKnown(declared) && !SINGLE_BYTE.test(declared)
    ? declared.toLowerCase()
    : 'windows-1252';
}

/** Labels that the Encoding Standard takes for Windows-1252, and UTF-8, which the bytes were found not to be. */
const SINGLE_BYTE = /^(utf-?8|iso-?8859-?1|latin-?1|windows-1252|cp1252|us-ascii|ascii)$/i;

/** Decodes without looking for the encoding; the byte-order mark goes, line ends stay. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  // Node 20 decodes `windows-1252` as Latin-1, so 0x80–0x9F are mapped here.
  if (encoding === 'windows-1252') return fromWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** The same for a stream of bytes: call it for each piece, and at last without one. */
export function streamDecoder(encoding: string): (piece?: Uint8Array) => string {
  if (encoding === 'windows-1252') return (piece) => (piece ? fromWindows1252(piece) : '');
  const decoder = new TextDecoder(encoding);
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
}

/** CR LF and CR to LF. */
export function normaliseNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Encoding by byte-order mark. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without mark: zeros in bytes of one parity only, as Latin letters have them. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = Math.min(bytes.length & ~1, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const few = 0.3 * (sample / 2);
  if (odd > few && even === 0) return 'utf-16le';
  if (even > few && odd === 0) return 'utf-16be';
  return undefined;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Windows-1252, 0x80–0x9F. Source: WHATWG Encoding Standard, index-windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c);
}

/** Files that people rename to .txt, by their first bytes. */
const MAGIC: readonly (readonly [number[], string, string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', 'give it the ending .pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip or an Office file', 'give it its own ending, .zip or .docx'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file', 'save it as .docx or as plain text'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture', 'run text recognition (OCR) on it first'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture', 'run text recognition (OCR) on it first'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture', 'run text recognition (OCR) on it first'],
  [[0x1f, 0x8b], 'a gzip file', 'unpack it first'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file', 'unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', 'unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd file', 'unpack it first'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program', 'leave it out'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite file', 'export its table as .csv'],
];

function binaryKind(bytes: Uint8Array): { name: string; remedy: string } | undefined {
  for (const [magic, name, remedy] of MAGIC)
    if (magic.every((byte, i) => bytes[i] === byte)) return { name, remedy };
  return undefined;
}

/** More than one in a hundred characters of the beginning is a control character, or any is NUL. */
function looksBinary(text: string): boolean {
  const sample = Math.min(text.length, 65_536);
  let controls = 0;
  for (let i = 0; i < sample; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) return true;
    if (
      (c < 0x20 && c !== 9 && c !== 10 && c !== 12) ||
      (c >= 0x7f && c < 0xa0 && c !== 0x85) ||
      c === 0xfffd
    )
      controls++;
  }
  return controls > sample / 100;
}

function notText(
  path: string,
  why: string,
  remedy = 'give a text file, or one of .md .html .pdf .docx .jsonl .csv .zip',
) {
  return new EntenteError('input', `${path} is not text: ${why}`, { remedy });
}
