import type { ReadReport, Skipped } from '../../ledger/index.js';
import { EXIT_STATUS } from '../../record/index.js';
import { counted, INTERRUPTED, print, tell } from '../output.js';
import type { Notes } from './read-notes.js';

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
    warnings: notes.warnings(!report.interrupted),
  };
}

/** 130 interrupted, 3 nothing could be read, 1 some documents could not be read, 0 all well. */
export function exitStatus({ interrupted, failed, documents }: ReadSummary): number {
  if (interrupted) return INTERRUPTED;
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
  const { documents: d, skipped, failed, warnings } = summary;
  listed('warning', warnings);
  listed(
    'skipped',
    skipped.map(({ path, reason }) => `${path}: ${reason}`),
  );
  listed('failed', failed.map(failureLine));
  const unchanged = d.unchanged + d['source-added'];
  const parts = [
    `${counted(d.new, 'document')} read`,
    d.replaced > 0 ? `${d.replaced} read again` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
    summary.keptNewer > 0 ? `${summary.keptNewer} kept as a newer version read them` : '',
    skipped.length > 0 ? `${skipped.length} skipped` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
  ].filter(Boolean);
  tell(`${parts.join(', ')}${summary.interrupted ? ' (interrupted; run the same command to go on)' : ''}`);
  if (d.new + d.replaced > 0) tell(entriesLine(summary));
}

function entriesLine({ entries: e, tokens, seconds, tokensPerSecond, ledger }: ReadSummary): string {
  const kinds = (['event', 'tie', 'commitment', 'claim', 'measure'] as const).map((k) => counted(e[k], k));
  const pace = `${counted(tokens, 'token')} in ${seconds.toFixed(1)} s (${tokensPerSecond.toLocaleString('en')}/s)`;
  return `${kinds.join(', ')}; ${pace} → ${ledger}`;
}

/** Most reasons name the document themselves. */
function failureLine({ path, reason, remedy }: ReadSummary['failed'][number]): string {
  const what = path === '-' || reason.includes(path) ? reason : `${path}: ${reason}`;
  return remedy === undefined ? what : `${what}\n  ${remedy}`;
}

function listed(kind: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, LISTED)) tell(`${kind}: ${line}`);
  if (lines.length > LISTED) tell(`${kind}: … and ${lines.length - LISTED} more (--json lists all)`);
}
