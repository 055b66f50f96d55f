import type { Scene } from '../scene.js';
import type { Tie } from './standing.js';

/** Ties that a text has told, for what it says of them again: "We were admitted on 18 September … On our admission". */
export interface TieMemory {
  /** The same ties, with the date and the outlook that a sentence shortly before told of them; remembers them. */
  recall(scene: Scene, ties: readonly Tie[]): Tie[];
}

/** How far back a date still belongs to what is said again, in code points: about a paragraph. */
const REACH = 500;

export function createTieMemory(): TieMemory {
  let told: Tie[] = [];
  return {
    recall(scene, ties) {
      const start = scene.toCodePoints(scene.tree.sentence.start);
      told = told.filter((t) => start - (t.passages[0]?.end ?? 0) <= REACH);
      const recalled = ties.map((tie) => {
        const before = told.findLast((t) => t.since !== undefined && isSameTie(t, tie));
        return before === undefined ? tie : dated(scene, tie, before);
      });
      told.push(...recalled);
      return recalled;
    },
  };
}

/** What was told of it before holds where it is spoken of again without a date of its own. */
function dated(scene: Scene, tie: Tie, before: Tie): Tie {
  if (tie.since !== undefined || tie.modality !== 'asserted' || before.since === undefined) return tie;
  const known = {
    since: before.since,
    ...(before.sinceBasis === undefined ? {} : { sinceBasis: before.sinceBasis }),
  };
  const term =
    before.until === undefined
      ? {}
      : {
          until: before.until,
          ...(before.untilBasis === undefined ? {} : { untilBasis: before.untilBasis }),
        };
  if (before.modality === 'asserted' && before.status === tie.status) return { ...tie, ...known, ...term };
  if (tie.tie !== 'agreement' && before.modality === 'asserted' && stands(before) && stands(tie))
    return { ...tie, ...known, ...term };
  // "our presidency in 2021 … will be a priority of our presidency": as far off as it was told.
  const today = scene.document.delivered ?? scene.document.published ?? '';
  const isAhead = before.since > today.slice(0, before.since.length);
  return before.modality === 'planned' && before.status === 'absent' && isAhead && tie.status === 'in-force'
    ? { ...tie, ...known, ...term, status: 'absent', modality: 'planned' }
    : tie;
}

function stands(tie: Tie): boolean {
  return tie.status === 'in-force' || tie.status === 'announced';
}

/** Whether two tellings mean one tie: a role in a body, a known instrument, relations, a partnership of one grade. */
function isSameTie(a: Tie, b: Tie): boolean {
  if (a.tie !== b.tie || a.parties.length !== b.parties.length) return false;
  if (!a.parties.every((p) => b.parties.some((q) => q.party === p.party))) return false;
  if (a.tie === 'membership') return a.name === b.name;
  if (a.tie === 'agreement')
    return a.instrument !== undefined ? a.instrument === b.instrument : isProper(a.name) && a.name === b.name;
  if (a.tie === 'partnership') return a.grade?.written.toLowerCase() === b.grade?.written.toLowerCase();
  return a.tie === 'diplomatic-relations';
}

function isProper(name: string | undefined): boolean {
  return name !== undefined && /^\p{Lu}.* \p{Lu}/u.test(name);
}
