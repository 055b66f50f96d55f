import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { EntenteError } from '../../record/index.js';
import { isDiskFull } from '../access/failure.js';

/**
 * Lets `write` fill a folder beside `folder` and puts it in its place when it is complete, so that nothing half written is
 * ever seen. A folder that holds an earlier export is replaced; one that holds anything else is left alone.
 */
export async function replaceFolder(
  folder: string,
  isOurs: (name: string) => boolean,
  write: (partial: string) => Promise<void>,
): Promise<void> {
  const target = path.resolve(folder);
  await mustBeReplaceable(target, isOurs);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await write(partial);
    const old = `${target}.old-${process.pid}`;
    const moved = await rename(target, old).then(
      () => true,
      () => false,
    );
    await rename(partial, target);
    if (moved) await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw folderFailure(error, folder);
  }
}

/** What stands in the way of writing, as an error that names the folder; the ledger it comes from is well. */
export function folderFailure(error: unknown, folder: string): unknown {
  if (error instanceof EntenteError) return error;
  if (isDiskFull(error))
    return new EntenteError('disk-full', `no space left on the disk of ${folder}; nothing was written`, {
      remedy: 'free some space, or name a folder on another disk with --out DIR',
      cause: error,
    });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!REFUSED.has(code)) return error;
  return new EntenteError('input', `${folder} cannot be written (${code})`, {
    remedy: 'name a folder that you may write to with --out DIR',
    cause: error,
  });
}

const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EBUSY']);

async function mustBeReplaceable(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory())
    throw new EntenteError('usage', `${folder} is not a folder`, { remedy: 'name a folder with --out DIR' });
  const other = (await readdir(folder)).find((name) => !isOurs(name));
  if (other !== undefined)
    throw new EntenteError('usage', `${folder} holds '${other}', which is no part of an export`, {
      remedy: 'name a new or empty folder with --out DIR',
    });
}
