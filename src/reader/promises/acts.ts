import { child, childrenBy, lemma, type Tree, upos, xpos } from '../tree.js';

/** A promised act: the verb, and what is coordinated with it and shares its object ("educate and inform"). */
export interface Promised {
  readonly verb: number;
  readonly last: number;
}

/** The acts that one promise names: "to hold talks and to open a hotline" are two, "educate and inform our people" is one. */
export function promisedActs(tree: Tree, verb: number): Promised[] {
  const acts: Promised[] = [];
  // "will be open, inclusive and fair": one state of things.
  if (child(tree, verb, 'cop') !== undefined)
    return [
      {
        verb,
        last: childrenBy(tree, verb, 'conj').findLast((c) => child(tree, c, 'nsubj') === undefined) ?? verb,
      },
    ];
  const conjoined = childrenBy(tree, verb, 'conj').filter((c) => isBareAct(tree, c));
  const joined = conjoined.filter((c) => isPartOf(tree, verb, c));
  const verbs = [verb, ...conjoined.filter((c) => !joined.includes(c))];
  let lead: number | undefined;
  for (const [i, at] of verbs.entries()) {
    const shares = i < verbs.length - 1 && upos(tree, at) === 'VERB' && !hasComplement(tree, at, verbs);
    if (shares) {
      lead ??= at;
      continue;
    }
    acts.push({ verb: lead ?? at, last: at });
    lead = undefined;
  }
  return acts.map((act) => ({
    ...act,
    last: Math.max(act.last, ...joined.filter((j) => reaches(tree, verbs, act, j))),
  }));
}

/** Whether `token` stands after the act and before the next one. */
function reaches(tree: Tree, verbs: readonly number[], act: Promised, token: number): boolean {
  // "widening and deepening ties": the ties end it.
  if (childrenBy(tree, act.last, 'obj').some((o) => o > token)) return false;
  return token > act.last && !verbs.some((v) => v > act.last && v < token);
}

/**
 * Whether a coordinated verb is no act of its own: "support them in rallying and leading", "widening and deepening ties",
 * "never seek it or strive for it", whose negation is one.
 */
function isPartOf(tree: Tree, verb: number, other: number): boolean {
  if ((xpos(tree, verb) === 'VBG') !== (xpos(tree, other) === 'VBG')) return true;
  const bare = child(tree, other, 'obj', 'obl', 'xcomp', 'ccomp') === undefined;
  if (bare && childrenBy(tree, verb, 'obj').some((o) => o > other)) return true;
  const denied = childrenBy(tree, verb, 'advmod').some((a) => /^(?:not|never|n't|n’t)$/.test(lemma(tree, a)));
  return denied && childrenBy(tree, other, 'cc').some((c) => /^(?:or|nor)$/.test(lemma(tree, c)));
}

/** A coordinated verb without a subject or an auxiliary of its own. */
export function isBareAct(tree: Tree, i: number): boolean {
  // "… and look forward to welcoming them"
  if (lemma(tree, i) === 'look' && childrenBy(tree, i, 'advmod').some((a) => lemma(tree, a) === 'forward'))
    return false;
  return (
    upos(tree, i) === 'VERB' &&
    /^VB[GP]?$/.test(xpos(tree, i)) &&
    child(tree, i, 'nsubj', 'aux', 'cop', 'expl') === undefined
  );
}

function hasComplement(tree: Tree, verb: number, verbs: readonly number[]): boolean {
  return childrenBy(tree, verb, 'obj', 'iobj', 'obl', 'xcomp', 'ccomp', 'advcl', 'compound:prt').some(
    (c) => c > verb && !verbs.includes(c),
  );
}
