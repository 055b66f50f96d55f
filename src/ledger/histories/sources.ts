import type { Entry } from '../../record/index.js';
import { REGISTER } from './assertion.js';
import type { ToldTies } from './standing.js';

/** One document's sentence, or one row of the register, that tells a step. */
export interface TieSource {
  /** Id of the entry or of the register's row. */
  readonly id: string;
  /** Party id, `author`, or `register`. */
  readonly speaker: string;
  /** Title and date of the document; of a row, its treaty, declaration or organisation. */
  readonly source: string;
  /** Id of the document; a row has none. */
  readonly document?: string;
  readonly sentence?: string;
  /** The grade as written. */
  readonly written?: string;
}

/** Where the entries and rows with these ids come from, in their order; those beyond the limit are left out. */
export function sourcesOf({ assertions, told }: ToldTies, ids: readonly string[]): TieSource[] {
  return ids.flatMap((id): TieSource[] => {
    const asserted = assertions.get(id);
    const written = asserted?.entry.grade?.written;
    const grade = written === undefined ? {} : { written };
    if (asserted?.register !== undefined)
      return [{ id, speaker: REGISTER, source: asserted.register.source, ...grade }];
    const listed = told.get(id);
    if (listed === undefined) return [];
    const title = listed.documentTitle ?? listed.entry.document.slice(0, 12);
    const date = listed.documentPublished ?? listed.documentDelivered;
    return [
      {
        id,
        speaker: listed.entry.speaker,
        source: `${title}${date === undefined ? '' : `, ${date}`}${covered(listed.entry)}`,
        document: listed.entry.document,
        ...(listed.exact[0] !== undefined && { sentence: listed.exact[0] }),
        ...grade,
      },
    ];
  });
}

/** What an imported register speaks of, and of nothing else. */
function covered(entry: Entry): string {
  const coverage = entry.kind === 'tie' ? entry.coverage : undefined;
  return coverage === undefined ? '' : ` (register of ${coverage.since} to ${coverage.until})`;
}
