import { Option } from 'commander';

export const DEFAULT_LEDGER = 'entente.duckdb';

export function ledgerOption(): Option {
  return new Option('--ledger <file>', 'the ledger').default(DEFAULT_LEDGER).env('ENTENTE_LEDGER');
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON for programs');
}

export function dataOption(): Option {
  return new Option('--data <dir...>', 'folders with tables of your own that extend or override ours');
}

/** A repeatable option's values. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
