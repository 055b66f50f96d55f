import { setImmediate as turn } from 'node:timers/promises';
import { mergeRepeated } from '../store/repeated.js';
import { countTokens } from './tokens.js';
import { type Crew, countKinds, type DocumentReader } from './types.js';

/** Reads in this thread, one document after another. */
export function inlineCrew(reader: DocumentReader): Crew {
  return {
    version: reader.version,
    capacity: 1,
    async read({ document, skip }) {
      // Lets timers and signals have their turn between documents.
      await turn();
      try {
        const entries = mergeRepeated(reader.read(document, { skip }));
        return { ok: true, entries, counts: countKinds(entries), tokens: countTokens(document.text) };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
    close: async () => undefined,
  };
}
