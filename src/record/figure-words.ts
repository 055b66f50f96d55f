import type { MeasureEntry } from './schema.js';

/** What stands in `quantity` where the figure stood, if that is told by the words of its clause. */
export const FIGURE = '…';

const FRACTION_OR_MONEY = /^(%|[A-Z]{3})$/;

/**
 * A measure in words: `trade: 5,000 USD`, `share of women of seats: 40 %`, `has provided scholarships to 4,000,000 students`.
 *
 * @param written how a number is written
 */
export function figureInWords(
  { quantity, of, value, unit, change }: Pick<MeasureEntry, 'quantity' | 'of' | 'value' | 'unit' | 'change'>,
  written: (value: number) => string,
): string {
  const changed = change === undefined ? '' : `, change ${written(change)}`;
  if (quantity.includes(FIGURE)) {
    // What is counted is among the words.
    const figure = FRACTION_OR_MONEY.test(unit) ? `${written(value)} ${unit}` : written(value);
    return `${quantity.replace(FIGURE, figure)}${changed}`;
  }
  return `${quantity}${of ? ` of ${of}` : ''}: ${written(value)} ${unit}${changed}`;
}
