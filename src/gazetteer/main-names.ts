import { fold } from './atoms.js';
import { Body, State } from './schemas.js';
import { tableReader } from './tables.js';

/** A state or body by its id or main name. */
export interface MainName {
  readonly id: string;
  readonly name: string;
}

/**
 * States and bodies by id and by main name, whatever the case: what most people type, in a tenth of the time that all
 * names take. Whoever is not found here may still be by another name; see `loadGazetteer`.
 *
 * @example
 * loadMainNames()('china') // { id: 'CHN', name: 'China' }
 */
export function loadMainNames(): (typed: string) => MainName | undefined {
  const read = tableReader([]);
  const rows = [...read('states', State, (row) => row.id), ...read('bodies', Body, (row) => row.id)];
  const byForm = new Map<string, MainName>();
  for (const { id, name } of rows) byForm.set(fold(name), { id, name });
  // Where one is called as another is coded, the code is meant.
  for (const { id, name } of rows) byForm.set(fold(id), { id, name });
  return (typed) => byForm.get(fold(typed.trim()));
}
