import type { DocumentSummary, Ledger, ListedEntry } from '../../src/ledger/index.js';
import { dayRange, type Entry, type Party, type PartyRef, sliceCodePoints } from '../../src/record/index.js';
import type { LedgerAccess } from '../../src/server/index.js';
import type { Sample } from './sample-ledger.js';

const NAMES: Readonly<Record<string, readonly [string, Party['kind']]>> = {
  ASEAN: ['Association of Southeast Asian Nations', 'body'],
  AUS: ['Australia', 'state'],
  CHN: ['China', 'state'],
  DEU: ['Germany', 'state'],
  FRA: ['France', 'state'],
  IND: ['India', 'state'],
  JPN: ['Japan', 'state'],
  PHL: ['Philippines', 'state'],
  QUAD: ['Quadrilateral Security Dialogue', 'body'],
  USA: ['United States', 'state'],
};

function partyOf(id: string): Party {
  const [name, kind] = NAMES[id] ?? [id, id.includes('/') ? 'organ' : 'state'];
  return { id, name, kind, aliases: [] };
}

/** Samples behind the ledger's interface, as plain arrays; only what the server asks for. */
export function memoryAccess(samples: readonly Sample[]): LedgerAccess {
  const ledger = memoryLedger(samples);
  return { file: ledger.file, withLedger: (work) => work(ledger) };
}

function memoryLedger(samples: readonly Sample[]): Ledger {
  const all: ListedEntry[] = samples.flatMap(({ document, entries }) =>
    entries.map((entry) => ({
      entry,
      exact: entry.passages.map(({ start, end }) => sliceCodePoints(document.text, start, end)),
      documentTitle: document.title,
      documentPublished: document.published,
    })),
  );
  const summaries: DocumentSummary[] = samples
    .map(({ document: { text, sources, ...rest }, entries }) => ({
      ...rest,
      publisher: sources[0]?.publisher,
      path: sources[0]?.path,
      codePoints: [...text].length,
      entries: entries.length,
    }))
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  const count = (kind: Entry['kind']) => all.filter(({ entry }) => entry.kind === kind).length;
  const unused = () => Promise.reject(new Error('the server does not write'));

  return {
    file: 'samples.duckdb',
    totals: async () => ({
      documents: samples.length,
      codePoints: summaries.reduce((sum, s) => sum + s.codePoints, 0),
      entries: {
        event: count('event'),
        tie: count('tie'),
        commitment: count('commitment'),
        claim: count('claim'),
        measure: count('measure'),
      },
    }),
    documents: async ({ search = '', limit = 100, offset = 0 } = {}) => {
      const words = search.toLowerCase().split(/\s+/);
      const found = summaries.filter(({ id, title = '' }) => {
        const text = `${title} ${samples.find((s) => s.document.id === id)?.document.text}`.toLowerCase();
        return words.every((word) => text.includes(word));
      });
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    document: async (id) => samples.find((s) => s.document.id.startsWith(id))?.document,
    entries: async (filter = {}) => {
      const { kind, type, modality, parties = [], document = '', from, to, limit = 100, offset = 0 } = filter;
      const found = all.filter(({ entry, documentPublished }) => {
        const days = dayRange(dateOf(entry) ?? documentPublished ?? '');
        return (
          (kind === undefined || entry.kind === kind) &&
          (modality === undefined || entry.modality === modality) &&
          (type === undefined || typeOf(entry) === type) &&
          (from === undefined || (days !== undefined && days.last >= from)) &&
          (to === undefined || (days !== undefined && days.first <= to)) &&
          entry.document.startsWith(document) &&
          parties.every((p) => partiesOf(entry).some((id) => id === p || id.startsWith(`${p}/`)))
        );
      });
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    entry: async (id) => all.find(({ entry }) => entry.id === id),
    parties: async (search = '') => {
      const counts = new Map<string, number>();
      for (const { entry } of all) for (const id of partiesOf(entry)) counts.set(id, (counts.get(id) ?? 0) + 1);
      return [...counts]
        .map(([id, entries]) => ({ party: partyOf(id), entries }))
        .filter(({ party }) => `${party.id} ${party.name}`.toLowerCase().includes(search.toLowerCase()))
        .sort((a, b) => b.entries - a.entries);
    },
    counterparts: async (party) => {
      const counts = new Map<string, number>();
      for (const { entry } of all) {
        const ids = new Set(partiesOf(entry).map((id) => id.split('/')[0] ?? id));
        if (ids.delete(party)) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return [...counts].map(([id, entries]) => ({ party: id, entries })).sort((a, b) => b.entries - a.entries);
    },
    isRead: unused,
    store: unused,
    putParties: unused,
    assessments: async () => [],
    verdicts: async () => [],
    close: async () => {},
  };
}

function partiesOf(entry: Entry): string[] {
  const refs: PartyRef[] = [];
  if (entry.kind === 'event') refs.push(...entry.source, ...entry.recipient);
  if (entry.kind === 'tie') refs.push(...entry.parties, ...(entry.against ?? []));
  if (entry.kind === 'commitment') refs.push(...entry.obligors, ...entry.beneficiaries);
  if (entry.kind === 'claim') refs.push(...entry.about);
  if (entry.kind === 'measure') refs.push(...entry.parties);
  const ids = new Set(refs.map(({ party }) => party));
  if (entry.speaker !== 'author') ids.add(entry.speaker);
  return [...ids];
}

function typeOf(entry: Entry): string | undefined {
  if (entry.kind === 'event') return entry.type;
  if (entry.kind === 'tie') return entry.tie;
  return entry.kind === 'measure' ? entry.quantity : undefined;
}

function dateOf(entry: Entry): string | undefined {
  if (entry.kind === 'event') return entry.date;
  if (entry.kind === 'tie') return entry.since;
  if (entry.kind === 'commitment') return entry.due;
  return entry.kind === 'measure' ? entry.period : undefined;
}
