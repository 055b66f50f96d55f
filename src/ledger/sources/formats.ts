import { extname } from 'node:path';
import type { Format } from './types.js';

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.zip': 'zip',
};

/** What is read, for messages and help. */
export const ENDINGS = Object.keys(BY_ENDING).join(' ');

/**
 * Format by a file's ending.
 *
 * @example
 * formatOf('speeches/CHN_76_2021.txt') // 'text'
 */
export function formatOf(path: string): Format | undefined {
  return BY_ENDING[extname(path).toLowerCase()];
}

/**
 * Format by a file's first bytes, for standard input and files without a known ending.
 * What is nothing else is text; whether it really is, decoding tells.
 */
export function sniffFormat(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return /word\/|\[Content_Types\]/.test(head) ? 'docx' : 'zip';
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text))
    return 'html';
  if (/^\{\s*"[^"]+"\s*:/.test(text)) return 'jsonl';
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  if (/^[\w" ]+([,;\t][\w" ]+)+$/.test(header) && /(^|[,;\t])"?(text|body|content)"?($|[,;\t])/i.test(header))
    return 'csv';
  return 'text';
}
