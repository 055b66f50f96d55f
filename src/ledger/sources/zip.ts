import { buffer as readAll } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { EntenteError } from '../../record/index.js';
import { yauzl } from './packages.js';
import type { Limits } from './types.js';

/** One file of a zip, or why it is not read. */
export type ZipEntry =
  | { readonly ok: true; readonly name: string; readonly read: () => Promise<Buffer> }
  | { readonly ok: false; readonly name: string; readonly error: EntenteError };

/** Bytes that the zips read for one source have unpacked to so far. */
export interface Unpacked {
  bytes: number;
}

/**
 * The files of a zip one after another; nothing is unpacked before it is asked for.
 *
 * @param source a path, or the bytes of a zip within a zip
 * @throws EntenteError `input` where the zip is broken, has too many entries, or unpacks to too much
 */
export async function* zipEntries(
  source: string | Buffer,
  path: string,
  limits: Limits,
  unpacked: Unpacked = { bytes: 0 },
): AsyncGenerator<ZipEntry> {
  const zip = await openZip(source, path);
  try {
    if (zip.entryCount > limits.zipEntries)
      throw new EntenteError(
        'input',
        `${path} has ${zip.entryCount} entries; at most ${limits.zipEntries} are read`,
        {
          remedy: 'unpack it and give the folder',
        },
      );
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      if (unpacked.bytes > limits.zipBytes) throw tooMuch(path, limits);
      const error = refusal(entry, name, `${path}/${name}`, limits);
      if (error) yield { ok: false, name, error };
      else
        yield {
          ok: true,
          name,
          read: () => readEntry(zip, entry, `${path}/${name}`, path, limits, unpacked),
        };
    }
  } catch (cause) {
    throw zipError(cause, path);
  } finally {
    if (zip.isOpen) zip.close();
  }
}

/**
 * Bytes that all entries of a zip in memory say they unpack to.
 *
 * @throws EntenteError `input` where it is no zip, or they are more than `limits` allow
 */
export async function unpackedSize(bytes: Buffer, path: string, limits: Limits): Promise<number> {
  const zip = await openZip(bytes, path);
  let size = 0;
  try {
    for await (const entry of zip.eachEntry()) size += entry.uncompressedSize;
  } catch (cause) {
    throw zipError(cause, path);
  }
  if (size > 4 * limits.richBytes || isBomb(size, bytes.length, limits))
    throw new EntenteError('input', `${path} would unpack to ${mib(size)} from ${mib(bytes.length)}`, {
      remedy: 'leave it out, or save its text as a .txt file',
    });
  return size;
}

async function openZip(source: string | Buffer, path: string): Promise<ZipFile> {
  try {
    // Names are decoded here, since yauzl gives up the whole zip at a name that it finds unsafe.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    return typeof source === 'string'
      ? await yauzl().openPromise(source, options)
      : await yauzl().fromBufferPromise(source, options);
  } catch (cause) {
    throw zipError(cause, path);
  }
}

function nameOf(entry: Entry): string {
  return yauzl().getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );
}

function refusal(entry: Entry, name: string, path: string, limits: Limits): EntenteError | undefined {
  if (name.split('/').includes('..') || /^(?:\/|[a-z]:)/i.test(name))
    return new EntenteError(
      'input',
      `${path}: the name leaves the zip's own folder, so the entry is not read`,
      {
        remedy: 'make the zip again with names below one folder',
      },
    );
  if (entry.isEncrypted())
    return new EntenteError('input', `${path} is encrypted`, {
      remedy: 'unpack the zip with its password and give the folder',
    });
  if (!entry.canDecodeFileData())
    return new EntenteError(
      'input',
      `${path} is packed by method ${entry.compressionMethod}, which is not read`,
      {
        remedy: 'unpack the zip and give the folder',
      },
    );
  if (
    entry.uncompressedSize > limits.textBytes ||
    isBomb(entry.uncompressedSize, entry.compressedSize, limits)
  )
    return new EntenteError(
      'input',
      `${path} would unpack to ${mib(entry.uncompressedSize)} from ${mib(entry.compressedSize)}, so it is not read`,
      { remedy: 'if you trust it, unpack the zip and give the folder' },
    );
  return undefined;
}

/** Text shrinks to a third or a tenth; small files of one repeated line do no harm. */
function isBomb(size: number, packed: number, limits: Limits): boolean {
  return size > 1024 * 1024 && size > packed * limits.zipRatio;
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  zipPath: string,
  limits: Limits,
  unpacked: Unpacked,
): Promise<Buffer> {
  unpacked.bytes += entry.uncompressedSize;
  if (unpacked.bytes > limits.zipBytes) throw tooMuch(zipPath, limits);
  try {
    // yauzl ends the stream with an error where more comes out than the entry says.
    return await readAll(await zip.openReadStreamPromise(entry));
  } catch (cause) {
    throw new EntenteError('input', `${path} is broken: ${String((cause as Error).message)}`, {
      remedy: 'make the zip again',
      cause,
    });
  }
}

function tooMuch(path: string, limits: Limits): EntenteError {
  return new EntenteError('input', `${path} unpacks to more than ${mib(limits.zipBytes)}`, {
    remedy: 'if you trust it, unpack it and give the folder',
  });
}

function zipError(cause: unknown, path: string): EntenteError {
  if (cause instanceof EntenteError) return cause;
  return new EntenteError('input', `${path} is not a whole zip: ${String((cause as Error).message)}`, {
    remedy: 'fetch or make it again',
    cause,
  });
}

/** `12 MiB`, for messages. */
export function mib(bytes: number): string {
  const size = bytes / (1024 * 1024);
  return size < 1 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.round(size).toLocaleString('en')} MiB`;
}
