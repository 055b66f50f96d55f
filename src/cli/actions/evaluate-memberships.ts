import { compareMemberships } from '../../ledger/index.js';
import type { Evaluation } from '../../reader/index.js';

/** Compares our table of memberships with registers of memberships in international organisations. */
export async function evaluateMemberships(
  paths: readonly string[],
  dirs: readonly string[],
): Promise<Evaluation> {
  const started = performance.now();
  const { bodies, both, either, covered, disagreements, rows } = await compareMemberships(paths, dirs);
  const explained = disagreements.filter(({ why }) => why !== undefined);
  return {
    task: 'memberships',
    rows,
    seconds: Math.round(performance.now() - started) / 1000,
    figures: {
      agreement: share(both, covered),
      agreementWithStatesNotCovered: share(both, either),
      memberYearsInBoth: both,
      memberYearsInEither: covered,
      memberYearsWithStatesNotCovered: either,
      bodies: bodies.length,
      disagreements: disagreements.length,
      explained: explained.length,
      differing: Object.fromEntries(
        disagreements.map(({ body, member, ours, theirs, why }) => [
          `${body} ${member}`,
          { ours, theirs, why: why ?? null },
        ]),
      ),
    },
  };
}

/** Per cent, or nothing where there is nothing to compare. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
