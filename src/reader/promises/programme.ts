import type { Actor } from '../cast.js';
import type { Clause } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree, xpos } from '../tree.js';
import { promisedActs } from './acts.js';
import { type Commitment, commitment } from './fields.js';

/** How far above a listed sentence its list may begin, in UTF-16 units. */
const REACH = 1_500;
const ORDINAL = /(?:^|[\n.!?:;]\s*)(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)(?:ly)?,/;
/** A line that opens a list of undertakings. */
const LEAD =
  /\b(?:agree[ds]?|undertakes?|undertook|commit(?:s|ted)?|pledged?|resolved?|decided?|will|shall|advance|in the following areas?)\b[^.!?]*:\s*$/m;
const ITEM = /^\s*(?:[-–•*·]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+/;

/**
 * One of a list of undertakings, without a subject: "Second, foster new highlights of cooperation." It must stand in a list:
 * elsewhere an imperative asks others. The speaker owes it, else those who make the statement together; what the speaker
 * lists alone is a proposal.
 */
export function programmeAt(scene: Scene, i: number, clause: Clause): Commitment | undefined {
  const { tree, document } = scene;
  if (!isBareImperative(tree, i, clause) || NOT_DONE.has(lemma(tree, i))) return undefined;
  if (childrenBy(tree, i, 'obj', 'obl', 'xcomp').length === 0 || !isListed(scene)) return undefined;
  const joint = document.speaker === undefined && /^(?:statement|agreement)$/.test(document.genre ?? '');
  const parties =
    document.speaker === undefined ? (joint ? scene.cast.discourse.pair() : []) : [document.speaker];
  if (parties.length === 0) return undefined;
  const obligors = parties.map((party): Actor => ({ party, first: i, last: i + 1, confidence: 0.5 }));
  const act = promisedActs(tree, i)[0] ?? { verb: i, last: i };
  const made = commitment(scene, i, act, obligors, 0.5);
  return {
    ...made,
    obligors: parties.map((party) => ({ party })),
    modality: joint ? 'asserted' : 'proposed',
  };
}

const NOT_DONE = new Set([
  'let',
  'thank',
  'allow',
  'permit',
  'imagine',
  'suppose',
  'see',
  'note',
  'do',
  'be',
  'have',
]);

function isBareImperative(tree: Tree, i: number, clause: Clause): boolean {
  const rel = relation(tree, i);
  const bare =
    (xpos(tree, i) === 'VB' || xpos(tree, i) === 'VBP') &&
    (rel === 'root' || (rel === 'conj' && head(tree, i) === tree.root));
  if (!bare || clause.subjects.length > 0 || clause.modal !== undefined || clause.future) return false;
  return [i, tree.root].every((at) => childrenBy(tree, at, 'aux', 'nsubj', 'expl', 'mark').length === 0);
}

function isListed({ tree, text }: Scene): boolean {
  const { start, end } = tree.sentence;
  const before = text.slice(Math.max(0, start - REACH), start);
  const own = text.slice(start, end);
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1);
  if (ORDINAL.test(own) || ORDINAL.test(paragraph)) return true;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, end);
  return (ITEM.test(line) || ITEM.test(own)) && LEAD.test(before.replace(/\n\s*[-–•*·(\d][\s\S]*$/, '\n'));
}
