import type { DateMention } from './dates.js';
import { isBase, type Period } from './period-place.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';
import { child, childrenBy, extent, head, lemma, relation, type Tree, xpos } from './tree.js';

/** "Trade grew in the first quarter, and Chile became …": a date that ends what is told just before of the same past. */
export function dateJoined(scene: Scene, at: Placed): Period | undefined {
  const { tree, text, dates } = scene;
  let verb = at.predicate;
  let subject = child(tree, verb, 'nsubj');
  for (let n = 0; n < 3 && subject === undefined && relation(tree, verb) === 'xcomp'; n++) {
    verb = head(tree, verb);
    subject = child(tree, verb, 'nsubj');
  }
  if (subject === undefined || xpos(tree, verb) !== 'VBD') return undefined;
  const start = tree.sentence.starts[extent(tree, subject).first] ?? 0;
  return dates.find(
    (d) =>
      d.role === 'at' &&
      d.end <= start &&
      /^,? and $/.test(text.slice(d.end, start)) &&
      !isBase(scene, d, at) &&
      !isAside(scene, d),
  );
}

/** "those who came in 2001", "when Mali became independent in 1960": the date is of a clause that serves another one. */
function isAside({ tree }: Scene, date: DateMention): boolean {
  const { starts } = tree.sentence;
  const last = starts.findLastIndex((s) => s < date.end);
  for (let i = last; i >= 0; i = head(tree, i))
    if (/^(acl|advcl|csubj|ccomp)$/.test(relation(tree, i)) && (isMarked(tree, i) || !hasSubject(tree, i)))
      return true;
  return false;
}

/** Told to be part of another clause by its own words, not by the parser's guess alone. */
function isMarked(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'mark', 'advmod', 'nsubj', 'obj', 'obl').some(
    (c) => relation(tree, c) === 'mark' || /^W/.test(xpos(tree, c)) || lemma(tree, c) === 'that',
  );
}

const hasSubject = (tree: Tree, verb: number): boolean => childrenBy(tree, verb, 'nsubj').length > 0;
