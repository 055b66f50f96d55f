import { PLOVER_TYPES, type PloverType } from '../../record/index.js';
import { candidateOf } from '../event-candidate.js';
import type { Scene } from '../scene.js';
import { actSight } from './act-sight.js';
import { votesOf } from './bag-model.js';
import { sightOf } from './sight.js';
import type { Trigger } from './triggers.js';

/** A type with its share; `none` where it is no event. */
export interface Choice {
  readonly type: PloverType | 'none';
  readonly share: number;
}

/** What the judges make of a word that may tell an event, and why. */
export interface Judgement {
  /** Whether it is taken for an event: an act with a known party as its source. */
  readonly event: boolean;
  /** How likely it is right, 0 to 1, and the least with which an entry is made of it. */
  readonly confidence: number;
  readonly leastSure: number;
  readonly best: Choice;
  readonly runnerUp: Choice;
  /** What was seen that spoke most for the best: `o-lemma=urge`, `parties=11 REQUEST verb`, … */
  readonly because: readonly string[];
  /** Parties by the judge of roles; of a symmetric act all are sources. */
  readonly source: readonly string[];
  readonly recipient: readonly string[];
  readonly symmetric: boolean;
}

const MOST_REASONS = 4;

/** `undefined` where nobody judges: without models, where a user's own row decides, or what is only supposed or weighed. */
export function judgementOn(scene: Scene, trigger: Trigger): Judgement | undefined {
  const { judges } = scene;
  if (!judges || trigger.deed.row.users) return undefined;
  const { models, vectors } = judges;
  const candidate = candidateOf(scene, trigger, true);
  if (!candidate.verdict) return undefined;
  const sight = sightOf(actSight(scene, trigger, vectors));
  const { classes } = models.acts;
  const { shares } = candidate.verdict;
  const choices = [...PLOVER_TYPES, 'none' as const]
    .map((type): Choice => ({ type, share: shares?.[classes.indexOf(type)] ?? 0 }))
    .sort((a, b) => b.share - a.share);
  // There are 17 of them.
  const [best, runnerUp] = choices as [Choice, Choice];
  const parties = (actors: readonly { readonly party: string }[] = []) => actors.map(({ party }) => party);
  return {
    event: candidate.event && candidate.cast !== undefined,
    confidence: candidate.confidence,
    leastSure: scene.leastSure,
    best,
    runnerUp,
    because: votesOf(models.acts, vectors, sight, classes.indexOf(best.type)).slice(0, MOST_REASONS),
    source: parties(candidate.cast?.source),
    recipient: parties(candidate.cast?.recipient),
    symmetric: candidate.cast?.symmetric ?? false,
  };
}
