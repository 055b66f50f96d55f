import { clauseOf, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { directionOf, type Named } from './quantities.js';
import { nameAt } from './quantity-names.js';
import { antecedentOf } from './said.js';
import type { Scene } from './scene.js';
import { childrenBy, lemma, type Tree, upos } from './tree.js';

/** "reduced its emissions by 30 per cent": what the verb of rise or fall has for its object, else its subject; "a cut of 5 per cent in". */
export function changing(scene: Scene, at: Placed): Named | undefined {
  const { tree } = scene;
  const named = (token: number | undefined) => (token === undefined ? undefined : nameAt(scene, token, at));
  if (directionOf(lemma(tree, at.predicate)) !== 0) {
    const clause = clauseOf(tree, at.predicate);
    for (const token of [...clause.objects, ...clause.subjects.map((t) => antecedentOf(scene, t))]) {
      if (token >= at.first && token < at.last) continue;
      const found = directionOf(lemma(tree, token)) !== 0 ? changedBy(scene, token, at) : named(token);
      if (found !== undefined) return found;
    }
  }
  for (const token of [...[0, 1, 2].map((n) => at.last + n), ...[1, 2, 3, 4, 5].map((n) => at.first - n)])
    if (directionOf(lemma(tree, token)) !== 0 && upos(tree, token) === 'NOUN')
      return changedBy(scene, token, at);
  return undefined;
}

/** What a noun of rise or fall is of: "reduction in emissions", "trade growth", "grew: a rise in". */
function changedBy(scene: Scene, noun: number, at: Placed): Named | undefined {
  const { tree } = scene;
  const below = childrenBy(tree, noun, 'nmod').filter((n) => /^(in|of)$/.test(prepositionOf(tree, n)));
  const before = childrenBy(tree, noun, 'compound', 'amod', 'nmod:poss').reverse();
  const rate =
    lemma(tree, noun + 1) === 'rate'
      ? childrenBy(tree, noun + 1, 'compound', 'amod').filter((c) => c !== noun)
      : [];
  for (const token of [...below, ...before, ...rate]) {
    if (token >= at.first && token < at.last) continue;
    if (lemma(tree, token) === 'economic') return { quantity: 'output', token };
    if (!/^(NOUN|PROPN)$/.test(upos(tree, token))) continue;
    const found = nameAt(scene, token, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "will increase its budget by $350 million": a sum or number by which something changes. */
export function changeBy(tree: Tree, at: Placed): number {
  let before = at.first - 1;
  while (
    before > at.from &&
    /^(about|around|nearly|almost|over|only|some|more|than|approximately|up|to|a|an)$/.test(
      lemma(tree, before),
    )
  )
    before--;
  return lemma(tree, before) === 'by' ? directionOf(lemma(tree, at.predicate)) : 0;
}

/** "exceed the level of 2017 by 200 billion", "200 billion more than in 2017": not how much it is. */
export function isAddition({ tree, text }: Scene, at: Placed): boolean {
  const after = text.slice(tree.sentence.start + at.figure.end, tree.sentence.end);
  if (/^\s(?:more|less|higher|lower)\b[^,;:]{0,80}\bthan (?:in|over|during|at|a|the|what)\b/i.test(after))
    return true;
  return (
    /^(exceed|outstrip|surpass|miss|beat|overtake|outpace)$/.test(lemma(tree, at.predicate)) &&
    prepositionOf(tree, topOf(tree, at)) === 'by'
  );
}

/** +1 or −1 where a percentage is that of a rise or fall: "grew by 5 per cent", "a 5 % increase", "growth of 5 %". */
export function changeAt(tree: Tree, at: Placed): number {
  const verb = directionOf(lemma(tree, at.predicate));
  const marker = lemma(tree, at.first - 1);
  const adverbs =
    /^(about|around|nearly|almost|over|only|some|more|than|least|at|to|a|an|the|approximately)$/;
  let before = at.first - 1;
  while (before > at.from && adverbs.test(lemma(tree, before)) && lemma(tree, before) !== 'to') before--;
  const preposition = lemma(tree, before);
  if (verb !== 0 && (preposition === 'by' || before === at.predicate)) return verb;
  const after = [at.last, at.last + 1, at.last + 2]
    .map((i) => directionOf(lemma(tree, i)))
    .find((d) => d !== 0);
  if (after !== undefined && marker !== 'to') return after;
  // "a growth rate of 8 per cent"
  const noun = directionOf(lemma(tree, before - (lemma(tree, before - 1) === 'rate' ? 2 : 1)));
  return /^(of|by)$/.test(preposition) ? noun : 0;
}
