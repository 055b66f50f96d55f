import type { TieAssertion } from './assertion.js';
import { levelOf } from './subject.js';

/**
 * Texts call a treaty "the free trade agreement" that the register has under its full name. Where the register has only
 * one agreement of these parties that may be meant, what a text says of it belongs to that agreement's history.
 */
export function adoptNames(
  told: readonly TieAssertion[],
  register: readonly TieAssertion[],
): readonly TieAssertion[] {
  const known = new Map<string, Map<string, TieAssertion>>();
  for (const row of register) {
    if (row.entry.tie !== 'agreement') continue;
    const own = known.get(partiesOf(row)) ?? new Map<string, TieAssertion>();
    known.set(partiesOf(row), own.set(row.entry.instrument ?? row.entry.name ?? '', row));
  }
  return told.map((assertion) => {
    const { entry } = assertion;
    if (entry.tie !== 'agreement' || entry.instrument !== undefined || entry.name === undefined)
      return assertion;
    const meant = [...(known.get(partiesOf(assertion))?.values() ?? [])].filter((row) =>
      mayMean(entry.name, row),
    );
    const [only] = meant;
    if (only === undefined || meant.length > 1) return assertion;
    const { name, instrument } = only.entry;
    return {
      ...assertion,
      entry: {
        ...entry,
        ...(name !== undefined && { name }),
        ...(instrument !== undefined && { instrument }),
      },
    };
  });
}

function mayMean(written: string | undefined, { entry, register }: TieAssertion): boolean {
  const name = fold(written ?? '');
  const full = fold(entry.name ?? register?.title ?? '');
  return name === full || full.endsWith(` ${name}`) || (TRADE.test(name) && TRADE_TREATY.test(full));
}

const TRADE = /(^|[ -])(fta|free[ -]trade (agreement|pact|deal|area))$/;
const TRADE_TREATY =
  /free trade|economic (partnership|cooperation)|trade (agreement|promotion agreement)|economic relations/;

function partiesOf({ entry }: TieAssertion): string {
  return [...new Set(entry.parties.map(({ party }) => levelOf(party)))].sort().join('|');
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
