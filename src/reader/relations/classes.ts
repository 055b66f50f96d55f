import type { Lexicon } from '../lexicon.js';
import { crosswalkType } from '../lexicon.js';
import { rootOf } from './roots.js';

/**
 * The class of a CAMEO code as the relation networks tell them apart: a root and a quad class, such as `COERCE/3`. Codes 01 and
 * 02 are no event but statements: `none/0`.
 *
 * @throws Error on a code that the crosswalk does not know
 */
export function classOf(lexicon: Lexicon, cameo: string): string {
  const quad = quadOfCameo(cameo);
  if (quad === 0) return 'none/0';
  // No PLOVER type has an empty name: it shows that nothing was found.
  const type = crosswalkType(lexicon, { cameo, type: '' as never });
  if (type === ('' as never)) throw new Error(`the crosswalk does not know the CAMEO code '${cameo}'`);
  return `${rootOf(type)}/${quad}`;
}

/** Quad class by CAMEO's root: 01 and 02 a statement (0), 16 (relations reduced) still verbal conflict. */
export function quadOfCameo(cameo: string): number {
  const root = Number(cameo.slice(0, 2));
  if (root <= 2) return 0;
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 || root === 16 ? 3 : 4;
}
