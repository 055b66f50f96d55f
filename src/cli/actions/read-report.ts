import type { ReadReport, Skipped } from '../../ledger/index.js';
import { type EntenteError, EXIT_STATUS } from '../../record/index.js';
import { print, tell } from '../output.js';

/** What is noted of documents while they are loaded. */
export interface Notes {
  readonly warnings: ReadonlySet<string>;
  readonly skipped: readonly Skipped[];
  /** What to do about a document that could not be loaded, by its path. */
  readonly remedies: ReadonlyMap<string, string>;
  warn(warning: string): void;
  skip(skipped: Skipped): void;
  refuse(path: string, error: EntenteError): void;
}

export function createNotes(): Notes {
  const warnings = new Set<string>();
  const skipped: Skipped[] = [];
  const remedies = new Map<string, string>();
  return {
    warnings,
    skipped,
    remedies,
    warn: (warning) => warnings.add(warning),
    skip: (one) => skipped.push(one),
    refuse: (path, { remedy }) => {
      if (remedy !== undefined) remedies.set(path, remedy);
    },
  };
}

/** What `entente read` tells in the end; with --json this very object. */
export interface ReadSummary extends Omit<ReadReport, 'failed'> {
  readonly ledger: string;
  readonly failed: readonly { readonly path: string; readonly reason: string; readonly remedy?: string }[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

export function summaryOf(ledger: string, report: ReadReport, notes: Notes): ReadSummary {
  return {
    ledger,
    ...report,
    failed: report.failed.map((one) => ({ ...one, remedy: notes.remedies.get(one.path) })),
    skipped: notes.skipped,
    warnings: [...notes.warnings],
  };
}

/** 130 interrupted, 3 nothing could be read, 1 some documents could not be read, 0 all well. */
export function exitStatus({ interrupted, failed, documents }: ReadSummary): number {
  if (interrupted) return 130;
  if (failed.length === 0) return 0;
  const held = Object.values(documents).reduce((sum, n) => sum + n, 0);
  return held === 0 ? EXIT_STATUS.input : 1;
}

const LISTED = 20;

export function showSummary(summary: ReadSummary, json: boolean): void {
  if (json) {
    print(JSON.stringify(summary, null, 2));
    return;
  }
  const { documents: d, entries: e, skipped, failed, warnings } = summary;
  listed('warning', warnings);
  listed(
    'skipped',
    skipped.map(({ path, reason }) => `${path}: ${reason}`),
  );
  listed('failed', failed.map(failureLine));
  const parts = [
    `${d.new} documents read`,
    d.replaced > 0 ? `${d.replaced} read again` : '',
    d.unchanged + d['source-added'] > 0 ? `${d.unchanged + d['source-added']} unchanged` : '',
    summary.keptNewer > 0 ? `${summary.keptNewer} kept as a newer version read them` : '',
    skipped.length > 0 ? `${skipped.length} skipped` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
  ].filter(Boolean);
  tell(`${parts.join(', ')}${summary.interrupted ? ' (interrupted; run the same command to go on)' : ''}`);
  tell(
    `${e.event} events, ${e.tie} ties, ${e.commitment} commitments, ${e.claim} claims, ${e.measure} measures; ` +
      `${summary.tokens.toLocaleString('en')} tokens in ${summary.seconds.toFixed(1)} s ` +
      `(${summary.tokensPerSecond.toLocaleString('en')}/s) → ${summary.ledger}`,
  );
}

/** Most reasons name the document themselves. */
function failureLine({ path, reason, remedy }: ReadSummary['failed'][number]): string {
  const what = reason.includes(path) ? reason : `${path}: ${reason}`;
  return remedy === undefined ? what : `${what}\n  ${remedy}`;
}

function listed(kind: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, LISTED)) tell(`${kind}: ${line}`);
  if (lines.length > LISTED) tell(`${kind}: … and ${lines.length - LISTED} more (--json lists all)`);
}
