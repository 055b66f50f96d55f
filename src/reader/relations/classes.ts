import { PLOVER_TYPES, type PloverType } from '../../record/index.js';
import type { Lexicon } from '../lexicon.js';
import { rootOf, typeByCameo } from './roots.js';

/**
 * The class of a CAMEO code as the relation networks tell them apart: a PLOVER type by the crosswalk and a quad class, such as
 * `COERCE/3`. Codes 01 and 02 are no event but statements: `none/0`.
 *
 * @throws Error on a code that the crosswalk does not know
 */
export function classOf(lexicon: Lexicon, cameo: string): string {
  const quad = quadOfCameo(cameo);
  if (quad === 0) return 'none/0';
  const type = typeByCameo(lexicon, { cameo, type: undefined });
  if (type === undefined) throw new Error(`the crosswalk does not know the CAMEO code '${cameo}'`);
  return `${type}/${quad}`;
}

/** Type, root and quad class of a class's name; no type where it is no event. */
export function namedClass(name: string): { type: PloverType | undefined; root: string; quad: number } {
  const [first = '', quad = '0'] = name.split('/');
  return { type: PLOVER_TYPES.find((type) => type === first), root: rootOf(first), quad: Number(quad) };
}

/** Quad class by CAMEO's root: 01 and 02 a statement (0), 16 (relations reduced) still verbal conflict. */
export function quadOfCameo(cameo: string): number {
  const root = Number(cameo.slice(0, 2));
  if (root <= 2) return 0;
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 || root === 16 ? 3 : 4;
}
