import { type ListedEntry, reportedActs, withLedger } from '../../ledger/index.js';
import { dateOf, describe, describeAct } from '../describe.js';
import { print, tell } from '../output.js';
import { table } from '../table.js';
import { choice, wholeNumber } from '../values.js';
import { type ENTRY_KINDS, entryFilter, KINDS, type ListOptions, mustApply } from './list-filter.js';

export type { ListOptions } from './list-filter.js';

export async function runList(typed: string, options: ListOptions): Promise<void> {
  const kind = choice(typed, KINDS, 'kind');
  mustApply(kind, options);
  const limit = wholeNumber(options.limit, '--limit') || undefined;
  if (kind === 'documents') await listDocuments(options, limit);
  else if (kind === 'parties') await listParties(options, limit);
  else if (kind === 'acts') await listActs(options, limit);
  else await listEntries(kind, options, limit);
}

async function listEntries(
  kind: keyof typeof ENTRY_KINDS,
  options: ListOptions,
  limit: number | undefined,
): Promise<void> {
  const filter = await entryFilter(kind, options, limit);
  const { total, rows } = await withLedger(options.ledger, 'read', (ledger) => ledger.entries(filter));
  if (options.json) return printJson(total, rows.map(flat));
  printTable(
    ['date', 'entry', 'modality', 'who says so', 'document', 'sentence'],
    rows.map(({ entry, exact, documentTitle }) => [
      dateOf(entry),
      describe(entry),
      entry.modality,
      entry.speaker,
      documentTitle ?? entry.document.slice(0, 8),
      exact[0] ?? '',
    ]),
  );
  counts(rows.length, total, kind);
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

async function listActs(options: ListOptions, limit: number | undefined): Promise<void> {
  const filter = await entryFilter('acts', options, limit);
  const { total, rows } = await withLedger(options.ledger, 'read', (ledger) => reportedActs(ledger, filter));
  if (options.json) return printJson(total, rows);
  printTable(
    ['first', 'last', 'act', 'modality', 'reports', 'documents', 'entries'],
    rows.map((act) => [
      act.first,
      act.last,
      describeAct(act),
      [...new Set(act.reports.map(({ modality }) => modality))].sort().join(', '),
      String(act.reports.length),
      String(new Set(act.reports.map(({ document }) => document)).size),
      act.reports.map(({ entry }) => entry.slice(0, 8)).join(' '),
    ]),
  );
  counts(rows.length, total, 'acts');
}

async function listDocuments(options: ListOptions, limit: number | undefined): Promise<void> {
  const filter = {
    ...(options.search === undefined ? {} : { search: options.search }),
    ...(limit === undefined ? {} : { limit }),
  };
  const { total, rows } = await withLedger(options.ledger, 'read', (ledger) => ledger.documents(filter));
  if (options.json) return printJson(total, rows);
  printTable(
    ['document', 'published', 'genre', 'speaker', 'entries', 'title'],
    rows.map((d) => [
      d.id.slice(0, 12),
      d.published ?? d.delivered ?? '',
      d.genre ?? '',
      d.speaker ?? '',
      String(d.entries),
      d.title ?? d.path ?? '',
    ]),
  );
  counts(rows.length, total, 'documents');
}

async function listParties(options: ListOptions, limit: number | undefined): Promise<void> {
  const all = await withLedger(options.ledger, 'read', (ledger) => ledger.parties(options.search));
  const rows = all.slice(0, limit);
  if (options.json) return printJson(all.length, rows);
  printTable(
    ['party', 'kind', 'entries', 'name'],
    rows.map(({ party, entries }) => [party.id, party.kind, String(entries), party.name]),
  );
  counts(rows.length, all.length, 'parties');
}

function printJson(total: number, rows: readonly object[]): void {
  print(JSON.stringify({ total, rows }, null, 2));
}

function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) print(table(headings, rows));
}

function counts(shown: number, total: number, kind: (typeof KINDS)[number]): void {
  if (total === 0) tell(`no ${kind} fit`);
  else if (shown < total) tell(`${shown} of ${total} ${kind}; --limit 0 shows all`);
  else tell(total === 1 ? `1 ${SINGULAR[kind]}` : `${total} ${kind}`);
}

const SINGULAR: Readonly<Record<(typeof KINDS)[number], string>> = {
  events: 'event',
  ties: 'tie',
  commitments: 'commitment',
  claims: 'claim',
  measures: 'measure',
  entries: 'entry',
  acts: 'act',
  documents: 'document',
  parties: 'party',
};
