import type { Stored } from '../types.js';
import { addCounts, type EntryCounts, NO_ENTRIES } from './types.js';

export interface FailedDocument {
  readonly path: string;
  readonly reason: string;
}

/** What a run of the pipeline did. */
export interface ReadReport {
  /** Documents by what storing them did. `new` and `replaced` were read, the others were not or need not have been. */
  readonly documents: Readonly<Record<Stored, number>>;
  readonly failed: readonly FailedDocument[];
  /** Documents left as they are because a newer reader had read them. */
  readonly keptNewer: number;
  /** Entries of the documents that were read and stored. */
  readonly entries: EntryCounts;
  /** Words and punctuation marks of the documents that were read. */
  readonly tokens: number;
  /** Bytes of their texts. */
  readonly bytes: number;
  readonly seconds: number;
  /** From raw text to entries at rest, over all seconds. */
  readonly tokensPerSecond: number;
  /** Version of the reader. */
  readonly reader: string;
  /** Whether it was stopped before the last document; what was finished by then is stored. */
  readonly interrupted: boolean;
}

/** How far a run has come. */
export interface ReadProgress {
  /** Documents that are dealt with: stored, unchanged or failed. */
  readonly done: number;
  readonly failed: number;
  /** Of those done, the ones that need not be read again. */
  readonly unchanged: number;
  /** How many there are in all, if known. */
  readonly total?: number;
  readonly bytesPerSecond: number;
  readonly tokensPerSecond: number;
  /** Estimated seconds until the end, if the total is known. */
  readonly secondsLeft?: number;
}

/** Counts while a run goes on. */
export interface Tally {
  stored(stored: Stored, counts: EntryCounts, tokens: number, bytes: number): void;
  kept(stored: 'unchanged' | 'source-added', newer: boolean): void;
  failed(path: string, reason: string): void;
  progress(total?: number): ReadProgress;
  report(reader: string, interrupted: boolean): ReadReport;
}

export function createTally(): Tally {
  const start = performance.now();
  const documents: Record<Stored, number> = { new: 0, unchanged: 0, 'source-added': 0, replaced: 0 };
  const failed: FailedDocument[] = [];
  let keptNewer = 0;
  let entries = NO_ENTRIES;
  let tokens = 0;
  let bytes = 0;
  const seconds = () => (performance.now() - start) / 1000;
  const perSecond = (amount: number) => Math.round(amount / Math.max(seconds(), 0.001));

  return {
    stored(stored, counts, ofTokens, ofBytes) {
      documents[stored]++;
      tokens += ofTokens;
      bytes += ofBytes;
      if (stored === 'new' || stored === 'replaced') entries = addCounts(entries, counts);
    },
    kept(stored, newer) {
      documents[stored]++;
      if (newer) keptNewer++;
    },
    failed: (path, reason) => failed.push({ path, reason }),
    progress(total) {
      const { new: fresh, replaced, unchanged, 'source-added': added } = documents;
      const done = fresh + replaced + unchanged + added + failed.length;
      // When a run goes on where another was stopped, what is unchanged comes first and takes no time.
      const timed = done - unchanged - added || done;
      return {
        done,
        failed: failed.length,
        unchanged: unchanged + added,
        bytesPerSecond: perSecond(bytes),
        tokensPerSecond: perSecond(tokens),
        ...(total !== undefined && { total }),
        ...(total !== undefined &&
          done > 0 && { secondsLeft: Math.round((seconds() / timed) * Math.max(0, total - done)) }),
      };
    },
    report: (reader, interrupted) => ({
      documents,
      failed,
      keptNewer,
      entries,
      tokens,
      bytes,
      seconds: seconds(),
      tokensPerSecond: perSecond(tokens),
      reader,
      interrupted,
    }),
  };
}
