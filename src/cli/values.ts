import type { Gazetteer } from '../gazetteer/index.js';
import { dayRange, EntenteError } from '../record/index.js';

/**
 * Party id for what the user typed: a name, an id, or an id with a sector as entries have them (`CHN/CVL`, `-/REB`).
 *
 * @throws EntenteError `usage` with the nearest names
 * @example
 * partyId(loadGazetteer(), 'Beijing') // 'CHN'
 */
export function partyId(gazetteer: Gazetteer, name: string): string {
  const known = knownParty(gazetteer, name);
  if (known !== undefined) return known;
  const near = gazetteer.suggest(name, 3).map((id) => `${id} (${gazetteer.parties.get(id)?.name ?? id})`);
  throw new EntenteError('usage', `unknown party '${name}'`, {
    remedy:
      near.length > 0
        ? `did you mean ${near.join(', ')}?`
        : 'give an id such as CHN or ASEAN, or a name such as China',
  });
}

/** The same, or nothing. */
export function knownParty(gazetteer: Gazetteer, name: string): string | undefined {
  return gazetteer.lookup(name) ?? sectorId(gazetteer, name.trim().toUpperCase());
}

/** Any sector of a party that is known may occur in entries, `-` where the party is not. */
function sectorId(gazetteer: Gazetteer, id: string): string | undefined {
  const [, owner = ''] = /^(.+)\/[A-Z]{3}$/.exec(id) ?? [];
  return owner === '-' || gazetteer.parties.has(owner) ? id : undefined;
}

/**
 * The one of `allowed` that the user typed, in whatever case.
 *
 * @throws EntenteError `usage` that names what is allowed
 * @example
 * choice('Ties', ['events', 'ties'], 'kind') // 'ties'
 */
export function choice<T extends string>(value: string, allowed: readonly T[], what: string): T {
  const typed = value.trim().toLowerCase();
  const found = allowed.find((option) => option.toLowerCase() === typed);
  if (found !== undefined) return found;
  throw new EntenteError('usage', `unknown ${what} '${value}'`, { remedy: `one of: ${allowed.join(', ')}` });
}

/** First or last day of what the user typed as a date. */
export function dayOption(value: string, end: 'first' | 'last', option: string): string {
  const range = dayRange(value.trim());
  if (range) return range[end];
  throw new EntenteError('usage', `'${value}' (${option}) is not a date`, {
    remedy: 'write it as 2020, 2020-11 or 2020-11-15',
  });
}

/**
 * A whole number from 0 to `most`.
 *
 * @throws EntenteError `usage`
 * @example
 * wholeNumber('8000', '--port', 65535) // 8000
 */
export function wholeNumber(value: string, option: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (number <= most) return number;
  throw new EntenteError('usage', `'${value}' (${option}) is not a whole number`, {
    remedy: most === Number.MAX_SAFE_INTEGER ? 'give a number such as 20' : `give a number from 0 to ${most}`,
  });
}

/** A number from 0 to 1. */
export function share(value: string, option: string): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (number >= 0 && number <= 1) return number;
  throw new EntenteError('usage', `'${value}' (${option}) is no share`, {
    remedy: 'give a number from 0 to 1 such as 0.5',
  });
}

/** The same mistake in a table is unreadable input; on the command line it is a wrong argument. */
export function asUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof EntenteError)
      throw new EntenteError('usage', error.message, { remedy: error.remedy });
    throw error;
  }
}
