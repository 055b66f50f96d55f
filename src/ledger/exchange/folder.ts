import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { EntenteError } from '../../record/index.js';
import { ledgerFailure } from '../access/failure.js';

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
  await rm(partial, { recursive: true, force: true });
  try {
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
    await rm(partial, { recursive: true, force: true });
    throw ledgerFailure(error, folder);
  }
}

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
