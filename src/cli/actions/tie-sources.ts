import { REGISTER, type TieHistory, type ToldHistories } from '../../ledger/index.js';

/** One document's sentence, or one row of the register, that tells a step. */
export interface TieSource {
  /** Id of the entry or of the register's row. */
  readonly id: string;
  /** Party id, `author`, or `register`. */
  readonly speaker: string;
  /** Title and date of the document; of a row, its treaty, declaration or organisation. */
  readonly source: string;
  readonly sentence?: string;
  /** The grade as written. */
  readonly written?: string;
}

/** Where the entries and rows with these ids come from, in their order. */
export function sourcesOf(history: TieHistory, { told }: ToldHistories, ids: readonly string[]): TieSource[] {
  return ids.flatMap((id): TieSource[] => {
    const row = history.register[id];
    if (row?.register !== undefined)
      return [{ id, speaker: REGISTER, source: row.register.source, ...grade(row.entry.grade?.written) }];
    const listed = told.get(id);
    if (listed?.entry.kind !== 'tie') return [];
    const title = listed.documentTitle ?? listed.entry.document.slice(0, 12);
    const date = listed.documentPublished ?? listed.documentDelivered;
    return [
      {
        id,
        speaker: listed.entry.speaker,
        source: date === undefined ? title : `${title}, ${date}`,
        ...(listed.exact[0] !== undefined && { sentence: listed.exact[0] }),
        ...grade(listed.entry.grade?.written),
      },
    ];
  });
}

function grade(written: string | undefined): { readonly written?: string } {
  return written === undefined ? {} : { written };
}
