import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { EntenteError } from '../../../record/index.js';
import { folderFailure } from '../folder.js';

/**
 * Lets `write` fill a file beside `file` and puts it in its place when it is complete. A file whose first line is `header` is
 * replaced; any other is left alone.
 *
 * @throws EntenteError `usage` for something else at `file`, `disk-full`, `input` where it cannot be written
 */
export async function replaceFile<T>(
  file: string,
  header: string,
  write: (partial: string) => Promise<T>,
): Promise<T> {
  const target = path.resolve(file);
  await mustBeReplaceable(target, header);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await rm(partial, { force: true });
    const written = await write(partial);
    await rename(partial, target);
    return written;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw folderFailure(error, file);
  }
}

async function mustBeReplaceable(file: string, header: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return;
  const other = new EntenteError(
    'usage',
    `${file} is ${found.isFile() ? 'no earlier export with these columns' : 'not a file'}`,
    { remedy: 'name a new file with --out FILE' },
  );
  if (!found.isFile()) throw other;
  if (found.size > 0 && (await firstLine(file)) !== header) throw other;
}

async function firstLine(file: string): Promise<string | undefined> {
  const stream = createReadStream(file, { encoding: 'utf8', end: 4095 });
  for await (const line of createInterface({ input: stream })) {
    stream.destroy();
    return line;
  }
  return undefined;
}
