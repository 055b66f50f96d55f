import { PLOVER_TYPES } from '../../record/index.js';

/** PLOVER's root for data that do not tell CONCEDE from RETREAT: both are YIELD. */
export function rootOf(type: string): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

/** The 15 roots of the relation task. */
export const ROOTS: readonly string[] = [...new Set(PLOVER_TYPES.map(rootOf))].sort();
