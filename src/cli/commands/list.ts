import { Command } from 'commander';
import { loadGazetteer } from '../../gazetteer/index.js';
import { type EntryFilter, type ListedEntry, withLedger } from '../../ledger/index.js';
import { EntenteError, type EntryKind, Modality } from '../../record/index.js';
import { dateOf, describe } from '../describe.js';
import { collect, dayOption, jsonOption, ledgerOption, partyId, positive } from '../options.js';
import { print, table, tell } from '../output.js';

const KINDS: Readonly<Record<string, EntryKind>> = {
  events: 'event',
  ties: 'tie',
  commitments: 'commitment',
  claims: 'claim',
  measures: 'measure',
};

interface Options {
  readonly ledger: string;
  readonly party?: readonly string[];
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly document?: string;
  readonly modality?: string;
  readonly search?: string;
  readonly limit: string;
  readonly json?: boolean;
}

export function listCommand(): Command {
  return new Command('list')
    .description('lists entries, documents or parties of the ledger')
    .argument('<kind>', `${Object.keys(KINDS).join(', ')}, entries (all of them), documents or parties`)
    .addOption(ledgerOption())
    .option('--party <party>', 'takes part in it, by id or name (repeat for several)', collect)
    .option('--type <type>', 'PLOVER type, type of tie, or quantity')
    .option('--from <date>', 'not before this date')
    .option('--to <date>', 'not after this date')
    .option('--document <id>', "a document's id or its beginning")
    .option('--modality <modality>', Modality.options.join(', '))
    .option('--search <words>', 'documents or parties that hold these words')
    .option('--limit <n>', 'at most so many rows; 0 for all', '50')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente list events --party CHN --party USA --from 2015 --to 2020 --type CONSULT
  entente list ties --party Vietnam --json
  entente list documents --search "maritime"`,
    )
    .action(run);
}

async function run(kind: string, options: Options): Promise<void> {
  const limit = positive(options.limit, '--limit') || undefined;
  if (kind === 'documents') return listDocuments(options, limit);
  if (kind === 'parties') return listParties(options, limit);
  const entryKind = KINDS[kind];
  if (entryKind === undefined && kind !== 'entries') {
    throw new EntenteError('usage', `unknown kind '${kind}'`, {
      remedy: `one of: ${Object.keys(KINDS).join(', ')}, entries, documents, parties`,
    });
  }
  const filter = filterOf(options, entryKind, limit);
  const { total, rows } = await withLedger(options.ledger, 'read', (ledger) => ledger.entries(filter));
  if (options.json) {
    print(JSON.stringify({ total, rows: rows.map(flat) }, null, 2));
    return;
  }
  print(
    table(
      ['date', 'entry', 'modality', 'who says so', 'document', 'sentence'],
      rows.map(({ entry, exact, documentTitle }) => [
        dateOf(entry),
        describe(entry),
        entry.modality,
        entry.speaker,
        documentTitle ?? entry.document.slice(0, 8),
        exact[0] ?? '',
      ]),
    ),
  );
  counts(rows.length, total, kind);
}

function filterOf(options: Options, kind: EntryKind | undefined, limit: number | undefined): EntryFilter {
  const gazetteer = options.party === undefined ? undefined : loadGazetteer();
  const modality = options.modality === undefined ? undefined : Modality.safeParse(options.modality);
  if (modality && !modality.success) {
    throw new EntenteError('usage', `unknown modality '${options.modality}'`, {
      remedy: `one of: ${Modality.options.join(', ')}`,
    });
  }
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(gazetteer === undefined
      ? {}
      : { parties: (options.party ?? []).map((name) => partyId(gazetteer, name)) }),
    ...(options.type === undefined ? {} : { type: options.type }),
    ...(options.from === undefined ? {} : { from: dayOption(options.from, 'first', '--from') }),
    ...(options.to === undefined ? {} : { to: dayOption(options.to, 'last', '--to') }),
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(modality === undefined ? {} : { modality: modality.data }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** An entry with its passages' text, as in the JSON Lines export. */
function flat({ entry, exact, documentTitle, documentPublished }: ListedEntry): object {
  return {
    ...entry,
    passages: entry.passages.map((passage, i) => ({ ...passage, exact: exact[i] })),
    documentTitle,
    documentPublished,
  };
}

async function listDocuments(options: Options, limit: number | undefined): Promise<void> {
  const filter = {
    ...(options.search === undefined ? {} : { search: options.search }),
    ...(limit === undefined ? {} : { limit }),
  };
  const { total, rows } = await withLedger(options.ledger, 'read', (ledger) => ledger.documents(filter));
  if (options.json) {
    print(JSON.stringify({ total, rows }, null, 2));
    return;
  }
  print(
    table(
      ['document', 'published', 'genre', 'speaker', 'entries', 'title'],
      rows.map((d) => [
        d.id.slice(0, 12),
        d.published ?? d.delivered ?? '',
        d.genre ?? '',
        d.speaker ?? '',
        String(d.entries),
        d.title ?? d.path ?? '',
      ]),
    ),
  );
  counts(rows.length, total, 'documents');
}

async function listParties(options: Options, limit: number | undefined): Promise<void> {
  const all = await withLedger(options.ledger, 'read', (ledger) => ledger.parties(options.search));
  const rows = all.slice(0, limit);
  if (options.json) {
    print(JSON.stringify({ total: all.length, rows }, null, 2));
    return;
  }
  print(
    table(
      ['party', 'kind', 'entries', 'name'],
      rows.map(({ party, entries }) => [party.id, party.kind, String(entries), party.name]),
    ),
  );
  counts(rows.length, all.length, 'parties');
}

function counts(shown: number, total: number, kind: string): void {
  if (total === 0) tell(`no ${kind} fit`);
  else if (shown < total) tell(`${shown} of ${total} ${kind}; --limit 0 shows all`);
  else tell(`${total} ${kind}`);
}
