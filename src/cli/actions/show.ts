import { type Ladders, loadRegister } from '../../gazetteer/index.js';
import { type Standing, type StandingOptions, standingOf, withLedger } from '../../ledger/index.js';
import type { EntryKind } from '../../record/index.js';
import { dateOf, describe } from '../describe.js';
import { bold, print, tell } from '../output.js';
import { table } from '../table.js';
import { dayOption, wholeNumber } from '../values.js';
import { partiesNamed } from './parties.js';
import { showHistories, tiesAsJson } from './show-ties.js';

export interface ShowOptions {
  readonly ledger: string;
  readonly limit: string;
  readonly at?: string;
  readonly asKnown?: string;
  /** `false` with --no-register. */
  readonly register: boolean;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

const SECTIONS: readonly (readonly [Exclude<EntryKind, 'tie'>, string])[] = [
  ['event', 'Events'],
  ['commitment', 'Commitments'],
  ['claim', 'Claims'],
  ['measure', 'Measures'],
];
/** Counterparts that are named; --json has all. */
const COUNTERPARTS = 12;

interface Counterpart {
  readonly party: string;
  readonly entries: number;
}

/** Shows one party, or two and what stands between them. */
export async function runShow(names: readonly string[], options: ShowOptions): Promise<void> {
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  const at = options.at === undefined ? undefined : dayOption(options.at, 'last', '--at');
  const known = options.asKnown === undefined ? undefined : dayOption(options.asKnown, 'last', '--as-known');
  const { ids, nameOf } = await partiesNamed(names, options.ledger, options.data);
  const register = loadRegister({ dirs: options.data ?? [], parties: ids });
  const asked: StandingOptions = {
    parties: ids,
    ...(limit !== undefined && { limit }),
    ...(at !== undefined && { asOf: at }),
    ...(known !== undefined && { knownBy: known }),
    ...(options.register && { register }),
  };
  const [first, second] = ids;
  const { standing, counterparts } = await withLedger(options.ledger, 'read', async (ledger) => ({
    standing: await standingOf(ledger, asked),
    counterparts: first !== undefined && second === undefined ? await ledger.counterparts(first) : [],
  }));
  if (options.json) {
    print(JSON.stringify(asJson(ids, standing, counterparts, options, register.ladders), null, 2));
    return;
  }
  print(bold(ids.map((id) => `${id} ${nameOf(id)}`).join(' — ')));
  if (at !== undefined) print(`as it stood on ${at}`);
  if (known !== undefined) print(`as known from what came out until ${known}`);
  showCounterparts(counterparts);
  showHistories(standing.ties, ids, { ladders: register.ladders, limit });
  showTables(standing);
  if (standing.ties.told.size === 0 && SECTIONS.every(([kind]) => standing.others[kind].total === 0))
    tell(`the ledger holds no entry with ${ids.join(' and ')}; that says nothing about how they stand`);
}

function asJson(
  parties: readonly string[],
  { ties, others }: Standing,
  counterparts: readonly Counterpart[],
  options: ShowOptions,
  ladders: Ladders,
): object {
  const told = [...ties.told.values()];
  const sections = { tie: { total: told.length, rows: told }, ...others };
  return {
    parties,
    ...(options.at !== undefined && { at: options.at }),
    ...(options.asKnown !== undefined && { asKnown: options.asKnown }),
    register: options.register,
    counterparts,
    ties: tiesAsJson(ties, parties, ladders),
    entries: Object.fromEntries(
      Object.entries(sections).map(([kind, { total, rows }]) => [
        kind,
        { total, rows: rows.map(({ entry, exact }) => ({ ...entry, exact })) },
      ]),
    ),
  };
}

function showCounterparts(counterparts: readonly Counterpart[]): void {
  if (counterparts.length === 0) return;
  const named = counterparts.slice(0, COUNTERPARTS).map((c) => `${c.party} (${c.entries})`);
  print(`\nwith ${named.join(', ')}${counterparts.length > COUNTERPARTS ? ' …' : ''}`);
}

function showTables({ others }: Standing): void {
  for (const [kind, heading] of SECTIONS) {
    const { total, rows } = others[kind];
    if (total === 0) continue;
    const more = rows.length < total ? `, the first ${rows.length}` : '';
    print(`\n${bold(heading)} (${total}${more})`);
    print(
      table(
        ['date', 'entry', 'modality', 'who says so', 'sentence'],
        rows.map(({ entry, exact }) => [
          dateOf(entry),
          describe(entry),
          entry.modality,
          entry.speaker,
          exact[0] ?? '',
        ]),
      ),
    );
  }
}
