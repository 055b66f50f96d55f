import { EntenteError } from '../../record/index.js';
import type { Extraction } from './extraction.js';
import { blockText, type DomElement } from './html-text.js';
import type { Limits } from './types.js';
import { unpackedSize } from './zip.js';

/**
 * The paragraphs of a Word file, its footnotes last, with a blank line between them.
 *
 * @throws EntenteError `input` where the file is broken or too large
 */
export async function extractDocx(bytes: Uint8Array, path: string, limits: Limits): Promise<Extraction> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // mammoth unpacks without limits, so the size is asked for before.
  await unpackedSize(buffer, path, limits);
  const { default: mammoth } = await import('mammoth');
  const { parseHTML } = await import('linkedom');
  let html: string;
  try {
    html = (
      await mammoth.convertToHtml(
        { buffer },
        { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
      )
    ).value;
  } catch (cause) {
    throw new EntenteError('input', `${path} is not a whole Word file: ${String((cause as Error).message)}`, {
      remedy: 'open it in an office program and save it as .docx again',
      cause,
    });
  }
  // linkedom's document has what DomElement asks for; its own types need the browser's library.
  const page = parseHTML(`<html><body>${html}</body></html>`).document as unknown as DomElement;
  // The marks of footnotes, and the arrows back from them.
  for (const mark of page.querySelectorAll('sup a[href^="#"], a[href*="note-ref"]')) mark.remove?.();
  const body = page.querySelector('body');
  return { text: body ? blockText(body) : '', metadata: {}, origin: 'properties', warnings: [] };
}
