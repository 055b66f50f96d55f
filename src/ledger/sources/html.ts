import { EntenteError } from '../../record/index.js';
import { bylineOf } from './byline.js';
import { decodeText } from './decode.js';
import type { Extraction } from './extraction.js';
import { htmlMetadata } from './html-metadata.js';
import { blockText, type DomElement, type DomNode } from './html-text.js';

/**
 * The article of a web page, by Mozilla's Readability, with a blank line between paragraphs, and the page's metadata.
 *
 * @throws EntenteError `input` where the page holds no text
 */
export async function extractHtml(bytes: Uint8Array, path: string): Promise<Extraction> {
  const { parseHTML } = await import('linkedom');
  const source = decodeText(bytes, path, declaredEncoding(bytes)).text;
  // linkedom's document has what DomElement asks for; its own types need the browser's library.
  const parse = () => parseHTML(source).document as unknown as DomElement;
  try {
    const page = parse();
    const found = htmlMetadata(page);
    const article = await articleOf(parse());
    const text = article?.text ?? blockText(withoutFrame(page));
    // Readability takes the byline out of the article.
    const authors =
      found.authors ??
      (article?.byline ? bylineOf(article.byline.replace(/^by\s+/i, ''))?.authors : undefined);
    return {
      text,
      metadata: { ...found, authors: authors?.length ? authors : undefined },
      origin: 'html',
      warnings: [],
    };
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError(
      'input',
      `${path} cannot be read as a web page: ${String((cause as Error).message)}`,
      {
        remedy: 'save its text as a .txt file',
        cause,
      },
    );
  }
}

/** A page with less than this has no article that Readability would find. */
const ARTICLE = 200;

/** Readability's time grows with the square of the depth and with the number of elements; pages have 50 and 2,000. */
const DEPTH = 256;
const ELEMENTS = 50_000;

async function articleOf(page: DomElement): Promise<{ text: string; byline?: string } | undefined> {
  if (isDeeperThan(page, DEPTH) || [...page.querySelectorAll('*')].length > ELEMENTS) return undefined;
  const { Readability } = await import('@mozilla/readability');
  // Readability takes the browser's Document, which linkedom's is but for its type.
  const document = page as unknown as ConstructorParameters<typeof Readability>[0];
  const serializer = (node: unknown) => blockText(node as DomElement);
  const article = new Readability<string>(document, { charThreshold: ARTICLE, serializer }).parse();
  const text = article?.content ?? '';
  return text.length >= ARTICLE ? { text, byline: article?.byline ?? undefined } : undefined;
}

function isDeeperThan(root: DomNode, limit: number): boolean {
  const stack: (readonly [DomNode, number])[] = [[root, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, depth] = top;
    if (depth > limit) return true;
    for (const child of node.childNodes) stack.push([child, depth + 1]);
  }
  return false;
}

/** What is left of the page without menus, headers and footers: for pages with little text. */
function withoutFrame(page: DomElement): DomElement {
  for (const part of page.querySelectorAll(
    'nav, aside, body > header, body > footer, form, script, style, [role="navigation"], [aria-hidden="true"]',
  ))
    part.remove?.();
  return page.querySelector('article') ?? page.querySelector('main') ?? page.querySelector('body') ?? page;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}
