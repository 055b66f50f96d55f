import { type EntryFilter, type ListedEntry, withLedger } from '../../ledger/index.js';
import type { EntryKind } from '../../record/index.js';
import { dateOf, describe } from '../describe.js';
import { bold, print, tell } from '../output.js';
import { table } from '../table.js';
import { wholeNumber } from '../values.js';
import { partiesNamed } from './parties.js';

export interface ShowOptions {
  readonly ledger: string;
  readonly limit: string;
  readonly json?: boolean;
}

const SECTIONS: readonly (readonly [EntryKind, string])[] = [
  ['tie', 'Ties'],
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

/** Shows one party, or two and what stands between them. */
export async function runShow(names: readonly string[], options: ShowOptions): Promise<void> {
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  const { ids, gazetteer } = await partiesNamed(names, options.ledger);
  const { sections, counterparts } = await withLedger(options.ledger, 'read', async (ledger) => {
    const found: Section[] = [];
    for (const [kind] of SECTIONS) {
      const filter: EntryFilter = { kind, parties: ids, ...(limit === undefined ? {} : { limit }) };
      found.push({ kind, ...(await ledger.entries(filter)) });
    }
    const [first, second] = ids;
    const alone = first !== undefined && second === undefined;
    return { sections: found, counterparts: alone ? await ledger.counterparts(first) : [] };
  });
  if (options.json) {
    print(JSON.stringify({ parties: ids, counterparts, entries: byKind(sections) }, null, 2));
    return;
  }
  print(bold(ids.map((id) => `${id} ${gazetteer.partyOf(id).name}`).join(' — ')));
  showTables(sections, counterparts);
  if (sections.every(({ total }) => total === 0))
    tell(`the ledger holds no entry with ${ids.join(' and ')}; that says nothing about how they stand`);
}

function byKind(sections: readonly Section[]): object {
  return Object.fromEntries(
    sections.map(({ kind, total, rows }) => [
      kind,
      { total, rows: rows.map(({ entry, exact }) => ({ ...entry, exact })) },
    ]),
  );
}

function showTables(sections: readonly Section[], counterparts: readonly Counterpart[]): void {
  if (counterparts.length > 0) {
    const named = counterparts.slice(0, COUNTERPARTS).map((c) => `${c.party} (${c.entries})`);
    print(`\nwith ${named.join(', ')}${counterparts.length > COUNTERPARTS ? ' …' : ''}`);
  }
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
