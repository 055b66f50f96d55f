import type { Assessment, CommitmentEntry, DayRange, Entry } from '../../record/index.js';

/**
 * What an entry shows of a promise: that it was kept, in part, or broken; that it was only said again; or that there is a
 * figure, of which people must say what it shows.
 */
export type Bearing = 'fulfils' | 'in-part' | 'breaks' | 'reaffirms' | 'figure';

/** Proposed by rule, or what a person said last. */
export type Standing = 'proposed' | 'confirmed' | 'rejected';

/** An entry with the words of its passages and the day of what it tells. */
export interface DatedEntry<T extends Entry = Entry> {
  readonly entry: T;
  readonly exact: readonly string[];
  /** First and last day of the entry's own date, else of its document; absent where neither is dated. */
  readonly days?: DayRange;
  readonly documentTitle?: string;
}

/** A later entry that may show what became of a commitment. */
export interface Evidence {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly bearing: Bearing;
  /** Why the rule proposes it, or that a person added it. */
  readonly reason: string;
  readonly standing: Standing;
  /** Who confirmed or rejected it. */
  readonly by?: string;
  readonly days?: DayRange;
  /** Whether its day lies in the window; only then it scores. */
  readonly inside: boolean;
  readonly exact: readonly string[];
  readonly documentTitle?: string;
}

/** A commitment and what became of it. */
export interface FollowThrough {
  readonly commitment: CommitmentEntry;
  readonly exact: readonly string[];
  readonly documentTitle?: string;
  /** When it was made: the day of its document. */
  readonly made?: DayRange;
  /** In which evidence counts; absent where the document is undated. */
  readonly window?: DayRange;
  /** What would be full, partial and no compliance. */
  readonly guideline: string;
  readonly status: Assessment['status'];
  /** −1, 0 or 1 as the G7 and G20 Research Groups score compliance; absent where nothing that scores is known. */
  readonly score?: -1 | 0 | 1;
  /** `rule`, or who said so. */
  readonly by: string;
  /** By day, then by id. */
  readonly evidence: readonly Evidence[];
  /** All that was recorded of it, by time. */
  readonly assessments: readonly Assessment[];
}
