import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EntenteError } from '../../record/index.js';
import type { Extraction } from './extraction.js';
import { type PdfLine, paragraphsOf } from './pdf-layout.js';

/**
 * The text of a PDF: lines joined to paragraphs, running heads and page numbers left out, hyphenation undone.
 *
 * @throws EntenteError `input` where the file is encrypted, broken, or holds only pictures of text
 */
export async function extractPdf(bytes: Uint8Array, path: string): Promise<Extraction> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const assets = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps/');
  const task = getDocument({
    // pdfjs takes the buffer over, so it gets its own.
    data: new Uint8Array(bytes),
    cMapUrl: assets,
    cMapPacked: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const pages: PdfLine[][] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      pages.push(linesOfPage((await page.getTextContent()).items));
      page.cleanup();
    }
    const text = paragraphsOf(pages).join('\n\n');
    if (!/[\p{L}]/u.test(text))
      throw new EntenteError('input', `${path} has no text, only pictures of ${pages.length} page(s)`, {
        remedy: 'run OCR on it first, for example: ocrmypdf in.pdf out.pdf',
      });
    return {
      text,
      metadata: { title: titleOf(await pdf.getMetadata()) },
      origin: 'properties',
      warnings: [],
    };
  } catch (cause) {
    throw pdfError(cause, path);
  } finally {
    await task.destroy();
  }
}

function pdfError(cause: unknown, path: string): EntenteError {
  if (cause instanceof EntenteError) return cause;
  const { name = '', message = '' } = cause instanceof Error ? cause : {};
  if (name === 'PasswordException')
    return new EntenteError('input', `${path} is encrypted and asks for a password`, {
      remedy: 'save it without a password, for example: qpdf --decrypt --password=… in.pdf out.pdf',
      cause,
    });
  return new EntenteError('input', `${path} is not a whole PDF: ${message}`, {
    remedy: 'fetch it again, or open it and print it to a new PDF',
    cause,
  });
}

type PdfItem =
  | {
      readonly str: string;
      readonly transform: readonly number[];
      readonly width: number;
      readonly height: number;
      readonly hasEOL: boolean;
    }
  | { readonly type: string };

/** Pieces of text in the order in which the page draws them, as lines. */
function linesOfPage(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: { text: string; left: number; right: number; y: number; height: number } | undefined;
  const close = () => {
    if (line && line.text.trim() !== '') lines.push({ ...line, text: line.text.trim() });
    line = undefined;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , , scale = 0, x = 0, y = 0] = item.transform;
    const height = item.height || Math.abs(scale);
    // Raised marks of footnotes stay in their line.
    if (line && item.str !== '' && Math.abs(y - line.y) > Math.max(line.height, height) * 0.6) close();
    if (!line) line = { text: '', left: x, right: x, y, height };
    if (item.str.trim() !== '') {
      const gap = x - line.right;
      if (gap > line.height * 0.15 && line.text !== '' && !/\s$/.test(line.text)) line.text += ' ';
      line.right = x + item.width;
      if (height > line.height || line.text === '') line.height = height;
    }
    line.text += item.str;
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** Programs fill the title in with a file's name; such a one is none. */
function titleOf(metadata: { readonly info: object }): string | undefined {
  const title =
    'Title' in metadata.info && typeof metadata.info.Title === 'string' ? metadata.info.Title.trim() : '';
  const made =
    /^(?:microsoft|untitled|document\d*|slide|powerpoint)|\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|dvi)\b|^[\w-]*$/i;
  return title !== '' && !made.test(title) ? title : undefined;
}
