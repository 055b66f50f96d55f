import { existsSync } from 'node:fs';
import { loadGazetteer, loadMainNames } from '../../gazetteer/index.js';
import { withLedger } from '../../ledger/index.js';
import { knownParty, partyId } from '../values.js';

/**
 * Parties that the user names, known from our tables or, where it was read with tables of the user's own, from the ledger.
 *
 * @throws EntenteError `usage` with the nearest names
 */
export async function partiesNamed(
  names: readonly string[],
  ledger: string,
  dirs: readonly string[] = [],
): Promise<{ ids: string[]; nameOf: (id: string) => string }> {
  const mainName = loadMainNames();
  const quick = names.flatMap((name) => mainName(name) ?? []);
  if (dirs.length === 0 && quick.length === names.length)
    return { ids: quick.map(({ id }) => id), nameOf: (id) => mainName(id)?.name ?? id };
  const gazetteer = loadGazetteer({ dirs });
  const ids: string[] = [];
  for (const name of names)
    ids.push(knownParty(gazetteer, name) ?? (await partyInLedger(name, ledger)) ?? partyId(gazetteer, name));
  return { ids, nameOf: (id) => gazetteer.partyOf(id).name };
}

async function partyInLedger(name: string, file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const found = await withLedger(file, 'read', (ledger) => ledger.parties(name));
  const isMeant = (form: string) => form.toLowerCase() === name.trim().toLowerCase();
  return found.find(({ party }) => [party.id, party.name, ...party.aliases.map((a) => a.form)].some(isMeant))
    ?.party.id;
}
