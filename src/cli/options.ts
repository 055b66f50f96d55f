import { Option } from 'commander';
import type { Gazetteer } from '../gazetteer/index.js';
import { dayRange, EntenteError } from '../record/index.js';

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

/** Party id for what the user typed. Throws `usage` with the nearest names. */
export function partyId(gazetteer: Gazetteer, name: string): string {
  const known = gazetteer.lookup(name);
  if (known !== undefined) return known;
  const near = gazetteer.suggest(name, 3).map((id) => `${id} (${gazetteer.parties.get(id)?.name ?? id})`);
  throw new EntenteError('usage', `unknown party '${name}'`, {
    remedy:
      near.length > 0
        ? `did you mean ${near.join(', ')}?`
        : 'give an id such as CHN or ASEAN, or a name such as China',
  });
}

/** First or last day of what the user typed as a date. */
export function dayOption(value: string, end: 'first' | 'last', option: string): string {
  const range = dayRange(value);
  if (range) return range[end];
  throw new EntenteError('usage', `${option}: '${value}' is no date`, {
    remedy: 'write 2020, 2020-11 or 2020-11-15',
  });
}

export function positive(value: string, option: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new EntenteError('usage', `${option}: '${value}' is no whole number`, {
    remedy: `for example ${option} 20`,
  });
}
