import { parentPort, workerData } from 'node:worker_threads';
import { EntenteError } from '../../record/index.js';
import { mergeRepeated } from '../store/repeated.js';
import type { FromWorker, ToWorker, WorkerSetup } from './messages.js';
import { loadReader } from './reader.js';
import { countTokens } from './tokens.js';
import { countKinds, type DocumentReader } from './types.js';

const PART_ENTRIES = 2_000;

// Given by the crew that starts this thread.
const setup = workerData as WorkerSetup;
const port = parentPort;
const tell = (message: FromWorker, moved: ArrayBuffer[] = []) => port?.postMessage(message, moved);

try {
  const reader = await loadReader(setup.options, setup.readerModule);
  port?.on('message', (message: ToWorker) => read(reader, message));
  tell({ is: 'ready', version: reader.version });
} catch (error) {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const known = error instanceof EntenteError ? { code: error.code, remedy: error.remedy } : {};
  tell({ is: 'unusable', message, ...known });
}

function read(reader: DocumentReader, { task, document, skip }: ToWorker): void {
  try {
    const entries = [...mergeRepeated(reader.read(document, { skip }))];
    const counts = countKinds(entries);
    // What was sent is let go of at once: a very long document has very many entries.
    while (entries.length > 0) {
      const part = new TextEncoder().encode(JSON.stringify(entries.splice(0, PART_ENTRIES)));
      tell({ is: 'part', task, entries: part }, [part.buffer]);
    }
    tell({ is: 'done', task, counts, tokens: countTokens(document.text) });
  } catch (error) {
    tell({ is: 'failed', task, reason: error instanceof Error ? error.message : String(error) });
  }
}
