import type { createReader, ReaderOptions } from '../../reader/index.js';
import type { DocumentReader } from './types.js';

/** Loads the reader, only where documents are read: its models and tables take a second. */
export async function loadReader(options: ReaderOptions, readerModule?: string): Promise<DocumentReader> {
  const module: { createReader: (options: Parameters<typeof createReader>[0]) => Promise<DocumentReader> } =
    readerModule === undefined ? await import('../../reader/index.js') : await import(readerModule);
  return module.createReader(options);
}
