import type { DocumentReader } from '../../src/ledger/index.js';
import { eventOf, refs } from './examples.js';

/** Finds an event wherever a text says that a party met another; fails, dies or dawdles where the text tells it to. */
export async function createReader({ version = '1.0.0' } = {}): Promise<DocumentReader> {
  return {
    version,
    read(document) {
      if (document.text.includes('FAIL')) throw new Error('told to fail');
      if (document.text.includes('DIE')) process.exit(7);
      const pause = /PAUSE (\d+)/.exec(document.text)?.[1];
      for (const end = Date.now() + Number(pause ?? 0); Date.now() < end; );
      return [...document.text.matchAll(/([A-Z]{3}) met ([A-Z]{3})/g)].map(([quote, one = '', other = '']) =>
        eventOf(document, quote, { source: refs(one, other), symmetric: true, reader: version }),
      );
    },
  };
}
