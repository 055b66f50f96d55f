import {
  type CountRow,
  type Counts,
  countEvents,
  delimited,
  GROUPINGS,
  type Grouping,
  withLedger,
} from '../../ledger/index.js';
import { EntenteError, Modality, PLOVER_TYPES } from '../../record/index.js';
import { counted, print, tell } from '../output.js';
import { table } from '../table.js';
import { choice, dayOption } from '../values.js';
import { partiesNamed } from './parties.js';

export interface CountOptions {
  readonly ledger: string;
  readonly by: string;
  readonly type?: string;
  readonly party?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly modality: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** Counts events by what the user asks for. */
export async function runCount(options: CountOptions): Promise<void> {
  const { party, type, from, to } = options;
  if (options.csv && options.json)
    throw new EntenteError('usage', '--csv and --json exclude each other', { remedy: 'give one of them' });
  const query = {
    by: options.by.split(',').map((name) => choice(name, GROUPINGS, 'grouping (--by)')),
    modality: choice(options.modality, [...Modality.options, 'any'], 'modality'),
    ...(type === undefined ? {} : { type: choice(type, PLOVER_TYPES, 'type of event') }),
    ...(from === undefined ? {} : { from: dayOption(from, 'first', '--from') }),
    ...(to === undefined ? {} : { to: dayOption(to, 'last', '--to') }),
    ...(party === undefined ? {} : { parties: (await partiesNamed(party, options.ledger)).ids }),
  };
  const counts = await withLedger(options.ledger, 'read', (ledger) => countEvents(ledger, query));
  if (options.json) {
    print(JSON.stringify(counts, null, 2));
    return;
  }
  const columns = columnsOf(counts.by);
  const cells = counts.rows.map((row) => columns.map((column) => row[column]));
  if (options.csv) for (const row of [columns, ...cells]) print(delimited(row, ','));
  else if (cells.length > 0)
    print(
      table(
        columns,
        cells.map((row) => row.map((cell) => String(cell ?? ''))),
      ),
    );
  for (const line of summary(counts)) tell(line);
}

function columnsOf(by: readonly Grouping[]): (keyof CountRow)[] {
  const groups = by.flatMap((name): (keyof CountRow)[] => (name === 'dyad' ? ['party', 'other'] : [name]));
  return [...groups, 'dated', 'events', 'acts', 'documents', 'read'];
}

/** What was counted in all, and what stands apart. */
function summary({ totals, read, modality }: Counts): string[] {
  const sort = modality === 'any' ? '' : `${modality} `;
  if (totals.length === 0) return [`no ${sort}events fit`];
  const of = (dated: CountRow['dated']) => totals.find((row) => row.dated === dated);
  const { events = 0, acts = 0, documents = 0 } = of('yes') ?? {};
  const inTime = read.filter((row) => row.dated === 'yes').reduce((sum, row) => sum + row.documents, 0);
  const coarser = of('coarser');
  const undated = of('no');
  return [
    `${counted(events, `${sort}event`)} in ${counted(acts, 'act')}, told by ${documents} of ${counted(inTime, 'document')} read`,
    ...(coarser
      ? [`apart: ${counted(coarser.events, 'event')} whose date is too coarse for these rows`]
      : []),
    ...(undated ? [`apart: ${counted(undated.events, 'event')} without a date`] : []),
  ];
}
