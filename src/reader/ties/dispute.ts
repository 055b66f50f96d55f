import { clauseOf, prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree } from '../tree.js';
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
  if (up < 0) return undefined;
  // "the settlement of the dispute has shown": it is over where it is told as a fact.
  if (/^(settlement|resolution)$/.test(lemma(tree, up)) && prepositionOf(tree, i) === 'of')
    return byNoun(tree, up);
  const end = head(tree, up);
  // "put an end to the dispute", "brought the dispute to an end"
  const isEnd =
    (lemma(tree, up) === 'end' && end >= 0 && lemma(tree, end) === 'put' && relation(tree, i) === 'nmod') ||
    childrenBy(tree, up, 'obl').some(
      (o) => /^(end|close|conclusion)$/.test(lemma(tree, o)) && prepositionOf(tree, o) === 'to',
    );
  const verb = isEnd && lemma(tree, up) === 'end' ? end : up;
  if (!isEnd && (!/^(settle|resolve|end)$/.test(lemma(tree, up)) || !isSettledBy(tree, up, i)))
    return undefined;
  return told(scene, verb);
}

/** "settled the dispute", "the dispute was settled", "the dispute ended". */
function isSettledBy(tree: Tree, verb: number, i: number): boolean {
  const clause = clauseOf(tree, verb);
  return (
    clause.objects.includes(i) ||
    (clause.subjects.includes(i) && lemma(tree, verb) === 'end' && clause.objects.length === 0)
  );
}

/** "welcomes the recent settlement of", "since the settlement of": one that took place. */
function byNoun(tree: Tree, noun: number): Step | undefined {
  const recent = childrenBy(tree, noun, 'amod').some((c) =>
    /^(recent|successful|final|definitive)$/.test(lemma(tree, c)),
  );
  const after = /^(since|after|following)$/.test(prepositionOf(tree, noun));
  return recent || after ? { token: noun, status: 'ended', founding: false } : undefined;
}

function told(scene: Scene, up: number): Step | undefined {
  const { tree } = scene;
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
