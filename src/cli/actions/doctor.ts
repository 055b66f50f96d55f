import { loadGazetteer, loadRegister } from '../../gazetteer/index.js';
import {
  type Examination,
  examine,
  type Finding,
  type Orphan,
  saidBy,
  withLedger,
} from '../../ledger/index.js';
import { bold, counted, print, tell } from '../output.js';
import { table } from '../table.js';
import { wholeNumber } from '../values.js';

export interface DoctorOptions {
  readonly ledger: string;
  /** `false` with --no-register. */
  readonly register: boolean;
  readonly limit: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

const VALUES = [
  ['grades', 'Grades that stand on no ladder', 'add them to grades.tsv, or leave them as written'],
  [
    'parties',
    'Unknown parties',
    'add them to states.tsv or bodies.tsv, or read with the --data that has them',
  ],
  [
    'instruments',
    'Unknown instruments',
    'add them to instruments.tsv, or read with the --data that has them',
  ],
  ['dates', 'Ties that end before they begin', 'look at the sentences: entente list entries --document ID'],
] as const;

const ORPHANS = [
  ['verdicts', 'Verdicts about nothing that is there', 'review these passages again'],
  ['assessments', 'Assessments that rest on entries that are not there', 'assess these commitments again'],
] as const;

/** Lists what wants a look; changes nothing. */
export async function runDoctor(options: DoctorOptions): Promise<void> {
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  const dirs = options.data ?? [];
  const gazetteer = loadGazetteer({ dirs });
  const register = options.register ? loadRegister({ dirs }) : undefined;
  const found = await withLedger(options.ledger, 'read', (ledger) => examine(ledger, gazetteer, register));
  if (options.json) {
    const { assertions: _assertions, ...told } = found;
    print(JSON.stringify({ ledger: options.ledger, register: options.register, ...told }, null, 2));
    return;
  }
  for (const [name, heading, remedy] of VALUES) showValues(heading, remedy, found[name], limit);
  for (const [name, heading, remedy] of ORPHANS) showOrphans(heading, remedy, found[name], limit);
  showContradictions(found, limit);
  const total = [...VALUES, ...ORPHANS].reduce((sum, [name]) => sum + found[name].length, 0);
  tell(
    `${total === 0 ? 'nothing' : counted(total, 'finding')}, ${counted(found.contradictions.length, 'contradiction')}`,
  );
}

function showValues(
  heading: string,
  remedy: string,
  rows: readonly Finding[],
  limit: number | undefined,
): void {
  if (rows.length === 0) return;
  showHeading(heading, remedy, rows.length, limit);
  print(
    table(
      ['value', 'entries', 'for example'],
      rows.slice(0, limit).map(({ value, entries, example }) => [value, String(entries), example]),
    ),
  );
}

function showOrphans(
  heading: string,
  remedy: string,
  rows: readonly Orphan[],
  limit: number | undefined,
): void {
  if (rows.length === 0) return;
  showHeading(heading, remedy, rows.length, limit);
  print(
    table(
      ['id', 'by', 'at', 'about'],
      rows.slice(0, limit).map(({ id, by, at, about }) => [id, by, at, about]),
    ),
  );
}

function showContradictions(found: Examination, limit: number | undefined): void {
  const rows = found.contradictions;
  if (rows.length === 0) return;
  showHeading('Contradictions', 'entente show PARTY PARTY has the sentences', rows.length, limit);
  print(
    table(
      ['parties', 'tie', 'about', 'on the one side', 'on the other side'],
      rows
        .slice(0, limit)
        .map(({ subject, about, sides: [one, other] }) => [
          subject.parties.join(', '),
          [subject.tie, subject.name ?? subject.instrument].filter((part) => part !== undefined).join(' '),
          about,
          ...[one, other].map((ids) => side(found, ids, about)),
        ]),
    ),
  );
}

function side(
  found: Examination,
  ids: readonly string[],
  about: Examination['contradictions'][number]['about'],
): string {
  const [first = ''] = ids;
  const said = saidBy(found.assertions, first, about);
  return `${said} (${ids.length > 1 ? `${first} and ${ids.length - 1} more` : first})`;
}

function showHeading(heading: string, remedy: string, total: number, limit: number | undefined): void {
  const shown = Math.min(total, limit ?? total);
  print(`\n${bold(heading)} (${total}${shown < total ? `, the first ${shown}` : ''}); ${remedy}`);
}
