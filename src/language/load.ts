import { createLanguage, type Language } from './language.js';
import type { ParsedText } from './parsed-text.js';
import type { TaggedSentence } from './types.js';

const FILE = 'english.bin';

/**
 * Loads the model that comes with the package; the only part of this floor that reads a file. Node's modules are
 * imported when it is called, so that a page can bundle the floor and use `createLanguage`.
 *
 * @param options.dir another folder that holds `english.bin`
 * @throws Error when the file is missing or is no model of this version
 * @example
 * const { analyse } = await loadLanguage();
 * analyse('The ministers met in Hanoi.')[0]?.deprels[2] // 'root'
 */
export async function loadLanguage(options: { readonly dir?: string } = {}): Promise<Language> {
  const [{ readFile }, { fileURLToPath }, { gunzipSync }] = await Promise.all([
    import('node:fs/promises'),
    import('node:url'),
    import('node:zlib'),
  ]);
  const packaged = new URL(/* @vite-ignore */ '../../models/', import.meta.url);
  const path = options.dir === undefined ? fileURLToPath(new URL(FILE, packaged)) : `${options.dir}/${FILE}`;
  const packed = await readFile(path).catch((cause: unknown) => {
    throw new Error(
      `no language model at '${path}'; run npm run train, or pass the folder that holds ${FILE}`,
      {
        cause,
      },
    );
  });
  return createLanguage(gunzipSync(packed));
}

let packaged: Promise<Language> | undefined;

/** The packaged model, loaded once. */
function packagedLanguage(): Promise<Language> {
  packaged ??= loadLanguage();
  return packaged;
}

/**
 * Parses a text with the model that comes with the package, which is loaded at the first call.
 *
 * @returns columns over the words of the text, and its sentences
 * @throws Error as `loadLanguage`
 * @example
 * const { heads, sentence } = await parse('The ministers met in Hanoi.');
 * sentence(0).deprels // ['det', 'nsubj', 'root', 'case', 'obl', 'punct']
 */
export async function parse(text: string): Promise<ParsedText> {
  return (await packagedLanguage()).read(text);
}

/** Tags a text, without parsing it, which takes half of the time. As `parse` otherwise. */
export async function tag(text: string): Promise<TaggedSentence[]> {
  return (await packagedLanguage()).tagText(text);
}
