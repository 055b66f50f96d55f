import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createLanguage, type Language } from './language.js';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));
const FILE = 'english.bin';

/**
 * Loads the model that comes with the package; the only part of this floor that reads a file.
 *
 * @param options.dir another folder that holds `english.bin`
 * @throws Error when the file is missing or is no model of this version
 * @example
 * const { analyse } = await loadLanguage();
 * analyse('The ministers met in Hanoi.')[0]?.deprels[2] // 'root'
 */
export async function loadLanguage(options: { readonly dir?: string } = {}): Promise<Language> {
  const path = join(options.dir ?? MODELS, FILE);
  const packed = await readFile(path).catch((cause: unknown) => {
    throw new Error(
      `no language model at '${path}'; run npm run train, or pass the folder that holds ${FILE}`,
      { cause },
    );
  });
  return createLanguage(await promisify(gunzip)(packed));
}
