import { actorsAt } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import { unique } from './concerned.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { childrenBy, conjuncts, head, lemma, relation, type Tree } from './tree.js';

/**
 * With whom a claim contrasts those that it is about: "unlike Chile, Peru …", "in contrast to Chile", "while Chile threatens, Peru
 * talks".
 */
export function contrastOf(scene: Scene, i: number): Actor[] {
  const { tree, cast } = scene;
  const found: Actor[] = [];
  const add = (token: number) => {
    for (const t of conjuncts(tree, token)) found.push(...actorsAt(cast, t));
  };
  for (let k = 0; k < tree.length; k++) {
    const end = contrastEnd(tree, k);
    // The phrase must belong to this clause, not to another one of the sentence.
    if (end === undefined || !belongsTo(tree, k, i)) continue;
    const noun = phraseHead(tree, end);
    if (noun !== undefined) add(noun);
  }
  for (const c of childrenBy(tree, i, 'advcl')) {
    const against = childrenBy(tree, c, 'mark').some((m) => /^(while|whereas)$/.test(lemma(tree, m)));
    const [subject] = clauseOf(tree, c).subjects;
    // "While much remains to be done" contrasts nobody.
    if (against && subject !== undefined && (cast.partyAt[subject] ?? -1) >= 0) add(subject);
  }
  const own = new Set(clauseOf(tree, i).subjects.flatMap((s) => actorsAt(cast, s).map((a) => a.party)));
  return unique(
    found
      .filter(isNamed)
      .filter((a) => !own.has(a.party))
      .map(toPrincipal),
  );
}

/** The last word of a marker of contrast that begins at `k`. */
function contrastEnd(tree: Tree, k: number): number | undefined {
  const word = lemma(tree, k);
  const next = (n: number) => lemma(tree, k + n);
  if (word === 'unlike') return k;
  if (word === 'contrary' && next(1) === 'to') return k + 1;
  if (word === 'contrast' && /^(to|with)$/.test(next(1)) && lemma(tree, k - 1) === 'in') return k + 1;
  if (word === 'as' && next(1) === 'oppose' && next(2) === 'to') return k + 2;
  if (word === 'as' && next(1) === 'opposed' && next(2) === 'to') return k + 2;
  return undefined;
}

function phraseHead(tree: Tree, last: number): number | undefined {
  const up = head(tree, last);
  if (up > last) return up;
  return tree.length > last + 1 ? last + 1 : undefined;
}

function belongsTo(tree: Tree, k: number, predicate: number): boolean {
  for (let at = k, n = 0; at >= 0 && n < 8; at = head(tree, at), n++) {
    if (at === predicate) return true;
    if (/^(ccomp|advcl|acl|parataxis)$/.test(relation(tree, at))) return false;
    if (relation(tree, at) === 'conj' && head(tree, at) === predicate) return false;
  }
  return false;
}
