import { createLanguage, type Language } from './language.js';

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
  const packaged = new URL('../../models/', import.meta.url);
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
