import type { Actor } from '../cast.js';
import type { Clause } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree, xpos } from '../tree.js';
import { promisedActs } from './acts.js';
import { type Commitment, wholeCommitment } from './fields.js';

/** How far above a listed sentence its list may begin, in UTF-16 units. */
const REACH = 1_500;
const ORDINAL = /(?:^|[\n.!?:;]\s*)(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)(?:ly)?,/;
/** A line that opens a list of undertakings. */
const LEAD =
  /[^.!?\n]*\b(?:agree[ds]?|undertakes?|undertook|commit(?:s|ted)?|pledged?|resolved?|decided?|will|shall)\b[^.!?]*:\s*$/m;
const ITEM = /^\s*(?:[-–•*·]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+/;

/**
 * One of a list of undertakings, without a subject: "The two sides agreed to: - foster new forms of cooperation." The list must be
 * opened by a line that undertakes it: elsewhere an imperative asks others, and what a speaker hopes for or lists alone is a
 * proposal. The speaker owes it, else those who make the statement together.
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
  const [act] = promisedActs(tree, i);
  const [made] = wholeCommitment(scene, i, act ?? { verb: i, last: i }, obligors, 0.5);
  return made && { ...made, obligors: parties.map((party) => ({ party })) };
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

function isListed({ tree, text, document }: Scene): boolean {
  const { start, end } = tree.sentence;
  const before = text.slice(Math.max(0, start - REACH), start);
  const own = text.slice(start, end);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, end);
  const item = ITEM.test(line) || ITEM.test(own);
  if (!item && !(ORDINAL.test(own) && document.speaker !== undefined)) return false;
  const [lead] = LEAD.exec(before.replace(/(?:^|[\n:])\s*(?:[-–•*·(\d]|First(?:ly)?,)[\s\S]*$/, ':')) ?? [];
  if (lead === undefined || HOPED.test(lead)) return false;
  return document.speaker === undefined || OWN.test(lead);
}

const HOPED =
  /\b(?:hopes?|should|must|propos\w+|suggests?|recommends?|calls?|urges?|wish(?:es)?|needs?|would|could)\b/i;
const OWN = /\b(?:we|I|our|my)\b/i;
