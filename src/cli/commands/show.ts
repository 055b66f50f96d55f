import { Command } from 'commander';
import { loadGazetteer } from '../../gazetteer/index.js';
import { type ListedEntry, withLedger } from '../../ledger/index.js';
import type { EntryKind } from '../../record/index.js';
import { dateOf, describe } from '../describe.js';
import { jsonOption, ledgerOption, partyId, positive } from '../options.js';
import { bold, print, table, tell } from '../output.js';

const SECTIONS: readonly (readonly [EntryKind, string])[] = [
  ['tie', 'Ties'],
  ['event', 'Events'],
  ['commitment', 'Commitments'],
  ['claim', 'Claims'],
  ['measure', 'Measures'],
];

interface Options {
  readonly ledger: string;
  readonly limit: string;
  readonly json?: boolean;
}

export function showCommand(): Command {
  return new Command('show')
    .description('shows how a party, or a pair of parties, stands')
    .argument('<party>', 'id or name')
    .argument('[other]', 'id or name of the other party')
    .addOption(ledgerOption())
    .option('--limit <n>', 'at most so many entries of each kind; 0 for all', '10')
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  entente show Vietnam\n  entente show CHN ASEAN --json')
    .action(run);
}

async function run(party: string, other: string | undefined, options: Options): Promise<void> {
  const gazetteer = loadGazetteer();
  const ids = [party, other].filter((p) => p !== undefined).map((p) => partyId(gazetteer, p));
  const limit = positive(options.limit, '--limit') || undefined;
  const { sections, counterparts } = await withLedger(options.ledger, 'read', async (ledger) => {
    const found: { kind: EntryKind; total: number; rows: readonly ListedEntry[] }[] = [];
    for (const [kind] of SECTIONS) {
      const filter = { kind, parties: ids, ...(limit === undefined ? {} : { limit }) };
      found.push({ kind, ...(await ledger.entries(filter)) });
    }
    const [first, second] = ids;
    return {
      sections: found,
      counterparts: first !== undefined && second === undefined ? await ledger.counterparts(first) : [],
    };
  });
  if (options.json) {
    const entries = Object.fromEntries(
      sections.map((s) => [
        s.kind,
        { total: s.total, rows: s.rows.map((r) => ({ ...r.entry, exact: r.exact })) },
      ]),
    );
    print(JSON.stringify({ parties: ids, counterparts, entries }, null, 2));
    return;
  }
  print(bold(ids.map((id) => `${id} ${gazetteer.parties.get(id)?.name ?? ''}`.trim()).join(' — ')));
  if (counterparts.length > 0) {
    print(
      `\nwith ${counterparts
        .slice(0, 12)
        .map((c) => `${c.party} (${c.entries})`)
        .join(', ')}`,
    );
  }
  for (const [kind, heading] of SECTIONS) {
    const section = sections.find((s) => s.kind === kind);
    if (!section || section.total === 0) continue;
    print(`\n${bold(heading)} (${section.total})`);
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
  if (sections.every((s) => s.total === 0))
    tell(`the ledger holds no entry with ${ids.join(' and ')}; that says nothing about how they stand`);
}
