import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Document, Entry } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { documentPages, entryPages } from '../query/pages.js';
import { allAssessments, allVerdicts } from '../store/review.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger } from '../types.js';

/** What a ledger holds, each part as a number of things and a sum of their hashes that no order changes. */
export interface Digest {
  readonly documents: string;
  readonly entries: string;
  readonly assessments: string;
  readonly verdicts: string;
}

/**
 * Whether two ledgers hold the same documents, entries, assessments and verdicts, in whatever order they came. When
 * something was read or recorded does not count.
 */
export async function ledgersEqual(a: Ledger, b: Ledger): Promise<boolean> {
  return JSON.stringify(await ledgerDigest(a)) === JSON.stringify(await ledgerDigest(b));
}

/** Digest of a ledger; equal ledgers have equal ones. */
export function ledgerDigest(ledger: Ledger): Promise<Digest> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, () => digest(connection)),
  );
}

async function digest(connection: DuckDBConnection): Promise<Digest> {
  const documents = createSum();
  for await (const page of documentPages(connection))
    for (const { document } of page) documents.add(plainDocument(document));
  const entries = createSum();
  for await (const page of entryPages(connection))
    for (const { entry } of page) entries.add(plainEntry(entry));
  const assessments = createSum();
  for (const assessment of await allAssessments(connection)) assessments.add(assessment);
  const verdicts = createSum();
  for (const verdict of await allVerdicts(connection)) verdicts.add(verdict);
  return {
    documents: documents.value(),
    entries: entries.value(),
    assessments: assessments.value(),
    verdicts: verdicts.value(),
  };
}

/** The text is told by its hash, the id. */
function plainDocument({ text: _, ...document }: Document): object {
  const sources = document.sources.map(({ read: __, ...source }) => source);
  return { ...document, sources: sorted(sources) };
}

/** Sides are sets, and so are passages. */
function plainEntry({ recorded: _, ...entry }: Entry): object {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      Array.isArray(value) && name !== 'attribution' ? sorted(value) : value,
    ]),
  );
}

function sorted(values: readonly unknown[]): unknown[] {
  return values.map(canonical).sort();
}

/** JSON with the keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function createSum(): { add(value: object): void; value(): string } {
  let sum = 0n;
  let things = 0;
  return {
    add(value) {
      const hash = createHash('sha256').update(canonical(value)).digest('hex');
      sum = BigInt.asUintN(256, sum + BigInt(`0x${hash}`));
      things++;
    },
    value: () => `${things}:${sum.toString(16)}`,
  };
}
