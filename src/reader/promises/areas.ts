import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, lemma, relation, type Tree, upos } from '../tree.js';

/** Longest run of words that is one term of data/areas.tsv: "freedom of navigation". */
const LONGEST_TERM = 3;
/** How many verbs and phrases deep an action is followed. */
const DEPTH = 4;
/** Whose object says what the action is about: "made efforts to", "lead in the fight against". */
const THROUGH = new Set([
  'of',
  'for',
  'on',
  'against',
  'in',
  'to',
  'towards',
  'toward',
  'from',
  'over',
  'about',
]);

/**
 * Areas of policy that the action names by the heads of its objects, in the order of the text. The longest term wins; `-` is
 * none ("international community"), names of parties are none, and verbs are none ("exchange views"). What only stands beside
 * ("in a treaty that is binding under international law") gives none.
 *
 * @param verb head of the action, a verb or a noun; @param first @param last its tokens, end exclusive
 */
export function areasOf(scene: Scene, verb: number, first: number, last: number): string[] {
  const { tree, cast, lexicon } = scene;
  const core = coreOf(tree, verb);
  const areas = new Set<string>();
  const areaOf = (words: readonly string[], from: number, n: number) =>
    lexicon.areas.get(
      words
        .slice(from, from + n)
        .join('-')
        .replace(/-+/g, '-')
        .toLowerCase(),
    );
  for (let i = first; i < last; ) {
    let taken = 1;
    if (!isName(cast, tree, i))
      for (let n = Math.min(LONGEST_TERM, last - i); n >= 1; n--) {
        if (n === 1 && !/^(?:NOUN|PROPN|ADJ)$/.test(upos(tree, i))) break;
        const area = areaOf(tree.sentence.forms, i, n) ?? areaOf(tree.lemmas, i, n);
        if (area === undefined) continue;
        const touched = Array.from({ length: n }, (_, k) => i + k).some((k) => core.has(k));
        if (area !== '-' && touched && !isAside(tree, i)) areas.add(area);
        taken = n;
        break;
      }
    i += taken;
  }
  return [...areas];
}

/** The heads of what is done, of its objects and of what these are about, each with what qualifies it. */
function coreOf(tree: Tree, verb: number): ReadonlySet<number> {
  const core = new Set<number>();
  const noun = (at: number, depth: number): void => {
    for (const one of conjuncts(tree, at)) {
      if (core.has(one)) continue;
      core.add(one);
      for (const c of childrenBy(tree, one, 'amod', 'compound'))
        for (const k of conjuncts(tree, c)) core.add(k);
      if (depth === 0) continue;
      const isLight = LIGHT.has(lemma(tree, one));
      const below = childrenBy(tree, one, 'nmod').filter(
        (n) =>
          n > one && THROUGH.has(lemma(tree, child(tree, n, 'case') ?? n)) && (isLight || !isFor(tree, n)),
      );
      // The first phrase tells what it is about; a second one tells where or with whom.
      const about = below.find((n) => lemma(tree, child(tree, n, 'case') ?? n) === 'of') ?? below[0];
      if (about !== undefined) {
        const follows = isLight || lemma(tree, child(tree, about, 'case') ?? about) !== 'of';
        noun(about, follows ? depth - 1 : 0);
      }
      if (isLight)
        for (const c of childrenBy(tree, one, 'acl').filter((a) => isToVerb(tree, a))) act(c, depth - 1);
    }
  };
  const act = (at: number, depth: number): void => {
    if (depth < 0) return;
    const objects = childrenBy(tree, at, 'obj');
    const below = childrenBy(tree, at, 'xcomp');
    for (const o of objects) noun(o, 2);
    for (const x of below) act(x, depth - 1);
    for (const c of childrenBy(tree, at, 'conj'))
      if (child(tree, c, 'nsubj') === undefined) act(c, depth - 1);
    if (objects.length > 0 && !objects.some((o) => LIGHT.has(lemma(tree, o)))) return;
    if (below.length > 0) return;
    for (const o of childrenBy(tree, at, 'obl'))
      if (o > at && THROUGH.has(lemma(tree, child(tree, o, 'case') ?? o))) noun(o, 2);
    for (const c of childrenBy(tree, at, 'advcl')) if (c > at && isToVerb(tree, c)) act(c, 0);
  };
  if (upos(tree, verb) === 'VERB') act(verb, DEPTH);
  else noun(verb, 2);
  return core;
}

/** Nouns that say nothing of the matter: "efforts to", "the fight against". */
const LIGHT = new Set([
  ...['effort', 'step', 'measure', 'role', 'part', 'work', 'action', 'attention', 'priority', 'contribution'],
  ...['fight', 'struggle', 'initiative', 'process', 'implementation', 'promotion', 'protection', 'field'],
  ...['programme', 'program', 'project', 'plan', 'policy', 'cooperation', 'co-operation', 'commitment'],
  ...[
    'area',
    'number',
    'level',
    'form',
    'kind',
    'support',
    'end',
    'lead',
    'need',
    'importance',
    'goal',
    'aim',
  ],
]);

/** "a better life for our children": whom it is for is not what it is about. */
function isFor(tree: Tree, i: number): boolean {
  return lemma(tree, child(tree, i, 'case') ?? i) === 'for';
}

function isToVerb(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'to');
}

/** "rights and obligations" of a treaty are no human rights; a qualifier of an office or a body names no matter. */
function isAside(tree: Tree, i: number): boolean {
  if (/^(?:right|freedom)$/.test(lemma(tree, i))) {
    // "their right to block it", "freedom of action"
    if (childrenBy(tree, i, 'acl').some((c) => isToVerb(tree, c))) return true;
    if (childrenBy(tree, i, 'nmod').some((n) => /^(?:action|choice|manoeuvre)$/.test(lemma(tree, n))))
      return true;
  }
  // "a stable environment that attracts investment", "a climate of trust"
  if (/^(?:environment|climate)$/.test(lemma(tree, i)))
    return (
      childrenBy(tree, i, 'det').some((d) => /^an?$/.test(lemma(tree, d))) &&
      !childrenBy(tree, i, 'amod').some((a) =>
        /^(?:clean|sound|natural|healthy|marine)$/.test(lemma(tree, a)),
      )
    );
  if (lemma(tree, i) !== 'right') return false;
  if (relation(tree, i) === 'conj') return false;
  return conjuncts(tree, i).some((c) => /^(?:obligation|duty|responsibility)$/.test(lemma(tree, c)));
}

function isName({ partyAt, instrumentAt, placeAt }: Scene['cast'], tree: Tree, i: number): boolean {
  return upos(tree, i) === 'PROPN' && [partyAt, instrumentAt, placeAt].some((at) => (at[i] ?? -1) >= 0);
}
