import type { PloverType } from '../../record/index.js';
import { type Coding, crosswalkType, type Lexicon } from '../lexicon.js';

/** PLOVER's root for data that do not tell CONCEDE from RETREAT: both are YIELD. */
export function rootOf(type: string): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

/**
 * The type that labelled data give a coding. They follow the crosswalk from CAMEO, but for CAMEO's root 19: blockades and
 * occupations (191, 192), which the crosswalk calls COERCE, they leave with the other uses of force.
 */
export function typeByCameo<T extends PloverType | undefined>(
  lexicon: Lexicon,
  coding: { readonly cameo?: string | undefined; readonly type: T },
): PloverType | T {
  return coding.cameo?.startsWith('19') ? 'ASSAULT' : crosswalkType(lexicon, coding);
}

/** Its root. */
export const rootByCameo = (lexicon: Lexicon, coding: Pick<Coding, 'cameo' | 'type'>): string =>
  rootOf(typeByCameo(lexicon, coding));
