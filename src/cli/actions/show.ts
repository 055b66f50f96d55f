import { type Ladders, loadRegister } from '../../gazetteer/index.js';
import {
  type EntryFilter,
  type Ledger,
  type ListedEntry,
  type ToldHistories,
  toldHistories,
  withLedger,
} from '../../ledger/index.js';
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
  readonly json?: boolean;
}

const SECTIONS: readonly (readonly [EntryKind, string])[] = [
  ['event', 'Events'],
  ['commitment', 'Commitments'],
  ['claim', 'Claims'],
  ['measure', 'Measures'],
];
/** Counterparts that are named; --json has all. */
const COUNTERPARTS = 12;

interface Section {
  readonly kind: EntryKind;
  readonly total: number;
  readonly rows: readonly ListedEntry[];
}

interface Counterpart {
  readonly party: string;
  readonly entries: number;
}

/** What the ledger, and the register unless it is left out, have of one party or two. */
interface Standing {
  readonly parties: readonly string[];
  readonly ties: ToldHistories;
  readonly sections: readonly Section[];
  readonly counterparts: readonly Counterpart[];
}

/** Shows one party, or two and what stands between them. */
export async function runShow(names: readonly string[], options: ShowOptions): Promise<void> {
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  const at = options.at === undefined ? undefined : dayOption(options.at, 'last', '--at');
  const known = options.asKnown === undefined ? undefined : dayOption(options.asKnown, 'last', '--as-known');
  const { ids, gazetteer } = await partiesNamed(names, options.ledger);
  const register = loadRegister();
  const standing = await withLedger(options.ledger, 'read', (ledger) =>
    standingOf(ledger, ids, {
      filter: { ...(limit && { limit }), ...(at && { to: at }), ...(known && { knownBy: known }) },
      history: {
        ...(at && { asOf: at }),
        ...(known && { knownBy: known }),
        ...(options.register && { register }),
      },
    }),
  );
  if (options.json) {
    print(JSON.stringify(asJson(standing, options, register.ladders), null, 2));
    return;
  }
  print(bold(ids.map((id) => `${id} ${gazetteer.partyOf(id).name}`).join(' — ')));
  if (at !== undefined) print(`as it stood on ${at}`);
  if (known !== undefined) print(`as known from what came out until ${known}`);
  showCounterparts(standing.counterparts);
  showHistories(standing.ties, ids, { ladders: register.ladders, limit });
  showTables(standing.sections);
  if (standing.ties.told.size === 0 && standing.sections.every(({ total }) => total === 0))
    tell(`the ledger holds no entry with ${ids.join(' and ')}; that says nothing about how they stand`);
}

async function standingOf(
  ledger: Ledger,
  ids: readonly string[],
  { filter, history }: { filter: EntryFilter; history: Parameters<typeof toldHistories>[1] },
): Promise<Standing> {
  const ties = await toldHistories(ledger, { ...history, parties: ids });
  const sections: Section[] = [];
  for (const [kind] of SECTIONS)
    sections.push({ kind, ...(await ledger.entries({ ...filter, kind, parties: ids })) });
  const [first, second] = ids;
  const alone = first !== undefined && second === undefined;
  return { parties: ids, ties, sections, counterparts: alone ? await ledger.counterparts(first) : [] };
}

function asJson(
  { parties, ties, sections, counterparts }: Standing,
  options: ShowOptions,
  ladders: Ladders,
): object {
  const told = [...ties.told.values()];
  return {
    parties,
    ...(options.at !== undefined && { at: options.at }),
    ...(options.asKnown !== undefined && { asKnown: options.asKnown }),
    register: options.register,
    counterparts,
    ties: tiesAsJson(ties, parties, ladders),
    entries: Object.fromEntries(
      [{ kind: 'tie', total: told.length, rows: told }, ...sections].map(({ kind, total, rows }) => [
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

function showTables(sections: readonly Section[]): void {
  for (const [kind, heading] of SECTIONS) {
    const section = sections.find((s) => s.kind === kind);
    if (!section || section.total === 0) continue;
    const more = section.rows.length < section.total ? `, the first ${section.rows.length}` : '';
    print(`\n${bold(heading)} (${section.total}${more})`);
    print(
      table(
        ['date', 'entry', 'modality', 'who says so', 'sentence'],
        section.rows.map(({ entry, exact }) => [
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
