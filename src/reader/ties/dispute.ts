import { clauseOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { head, lemma } from '../tree.js';
import { nounName } from './names.js';
import { outlookOf } from './outlook.js';
import { modified, pairsOf } from './parties.js';
import { type FoundTie, frame } from './standing.js';
import type { Step } from './steps.js';

const MATTERS = new Set([
  ...[
    'territorial',
    'maritime',
    'border',
    'trade',
    'sovereignty',
    'boundary',
    'island',
    'bilateral',
    'frontier',
  ],
  ...['water', 'fishing', 'fisheries', 'land', 'naval', 'jurisdictional'],
]);

/** "settled their border dispute": what is only to be settled goes on. */
function settled(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  const up = head(tree, i);
  if (up < 0 || !/^(settle|resolve|end)$/.test(lemma(tree, up)) || !clauseOf(tree, up).objects.includes(i))
    return undefined;
  return outlookOf(scene, up) === 'asserted' && clauseOf(tree, up).past
    ? { token: up, status: 'ended', founding: false }
    : undefined;
}

/** "the border dispute between A and B", "A's territorial disputes with B". */
export function disputes(scene: Scene, i: number): FoundTie[] {
  return pairsOf(scene, i)
    .filter((parties) => parties.length >= 2 && (modified(scene.tree, i, MATTERS) || parties.length === 2))
    .map((parties) => ({
      tie: {
        ...frame(scene, i, parties, settled(scene, i)),
        tie: 'dispute' as const,
        name: nounName(scene, i),
      },
      founding: false,
    }));
}
