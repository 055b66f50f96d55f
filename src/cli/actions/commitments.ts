import {
  EVER,
  type FollowOptions,
  type FollowThrough,
  followOne,
  followThrough,
  withLedger,
} from '../../ledger/index.js';
import { Assessment, type DayRange, dayRange, EntenteError } from '../../record/index.js';
import { bold, counted, print, tell } from '../output.js';
import { table } from '../table.js';
import { choice, dayOption, wholeNumber } from '../values.js';

export interface CommitmentsOptions {
  readonly ledger: string;
  readonly party?: readonly string[];
  readonly due?: string;
  readonly status?: string;
  readonly months: string;
  readonly at?: string;
  readonly withProposed?: boolean;
  readonly limit: string;
  readonly json?: boolean;
}

/** Longest window that makes sense, so that a date stays one. */
const MOST_MONTHS = 1_200;

export async function runCommitments(id: string | undefined, options: CommitmentsOptions): Promise<void> {
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  const status =
    options.status === undefined
      ? undefined
      : choice(options.status, Assessment.shape.status.options, 'status');
  const follow = await followOptions(options);
  if (id !== undefined) return showOne(id, follow, options);
  const all = await withLedger(options.ledger, 'read', (ledger) => followThrough(ledger, follow));
  const fit = status === undefined ? all : all.filter((one) => one.status === status);
  const rows = fit.slice(0, limit);
  if (options.json) return print(JSON.stringify({ total: fit.length, rows: rows.map(flat) }, null, 2));
  if (rows.length > 0)
    print(table(['id', 'made', 'due', 'status', 'score', 'evidence', 'who', 'what'], rows.map(rowOf)));
  if (fit.length === 0) tell('no commitments fit');
  else if (rows.length < fit.length) tell(`${rows.length} of ${fit.length} commitments; --limit 0 shows all`);
  else tell(counted(fit.length, 'commitment'));
}

async function showOne(id: string, follow: FollowOptions, options: CommitmentsOptions): Promise<void> {
  const idle = (['party', 'due', 'status'] as const).find((name) => options[name] !== undefined);
  if (idle !== undefined)
    throw new EntenteError('usage', `--${idle} does not apply to one commitment`, {
      remedy: 'leave it or the id out',
    });
  const one = await withLedger(options.ledger, 'read', (ledger) => followOne(ledger, id, follow));
  if (options.json) return print(JSON.stringify(flat(one), null, 2));
  const { commitment, window, guideline, evidence, assessments } = one;
  print(bold(`${commitment.id} ${one.status}${one.score === undefined ? '' : ` ${one.score}`} (${one.by})`));
  print(`${one.documentTitle ?? commitment.document.slice(0, 8)}: ${one.exact[0] ?? commitment.action}`);
  print(`window: ${window ? periodOf(window) : 'none, its document is undated'}`);
  print(`guideline: ${guideline}`);
  if (evidence.length > 0)
    print(
      table(
        ['id', 'date', 'shows', 'standing', 'reason', 'sentence'],
        evidence.map((e) => [
          e.id.slice(0, 8),
          e.days?.first ?? '',
          e.bearing,
          e.by === undefined ? e.standing : `${e.standing} by ${e.by}`,
          e.reason,
          e.exact[0] ?? '',
        ]),
      ),
    );
  tell(`${counted(evidence.length, 'piece')} of evidence, ${counted(assessments.length, 'assessment')}`);
}

function periodOf({ first, last }: DayRange): string {
  return last === EVER ? `from ${first} on` : `${first} to ${last}`;
}

function rowOf(one: FollowThrough): string[] {
  const { commitment, evidence } = one;
  return [
    commitment.id.slice(0, 8),
    one.made?.first ?? '',
    commitment.due ?? '',
    one.status,
    one.score === undefined ? '' : String(one.score),
    standings(evidence),
    [...new Set(commitment.obligors.map(({ party }) => party))].join(', '),
    commitment.action,
  ];
}

/** "1 confirmed, 2 proposed". */
function standings(evidence: FollowThrough['evidence']): string {
  return (['confirmed', 'proposed', 'rejected'] as const)
    .map((standing) => [evidence.filter((e) => e.standing === standing).length, standing] as const)
    .filter(([number]) => number > 0)
    .map(([number, standing]) => `${number} ${standing}`)
    .join(', ');
}

/** The commitment's own fields with its passages' words, then what became of it. */
function flat({ commitment, exact, ...rest }: FollowThrough): object {
  return {
    ...commitment,
    passages: commitment.passages.map((passage, i) => ({ ...passage, exact: exact[i] })),
    followThrough: rest,
  };
}

async function followOptions(options: CommitmentsOptions): Promise<FollowOptions> {
  const { party, due, at, withProposed } = options;
  const months = wholeNumber(options.months, '--months', MOST_MONTHS);
  return {
    months,
    ...(party === undefined ? {} : { parties: await partyIds(party, options.ledger) }),
    ...(due === undefined ? {} : { due: dueOf(due) }),
    ...(at === undefined ? {} : { at: dayOption(at, 'last', '--at') }),
    ...(withProposed ? { proposed: true } : {}),
  };
}

function dueOf(text: string): DayRange {
  const range = dayRange(text.trim());
  if (range) return range;
  throw new EntenteError('usage', `'${text}' (--due) is no date or period`, {
    remedy: 'write it as 2020, 2020-11, 2020-11-15 or 2020/2025',
  });
}

/** Names need the gazetteer, which other lists can do without. */
async function partyIds(names: readonly string[], ledger: string): Promise<string[]> {
  const { partiesNamed } = await import('./parties.js');
  return (await partiesNamed(names, ledger)).ids;
}
