import { actorsAt } from './actors.js';
import type { Actor } from './cast.js';
import { prepositionOf } from './clause.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import {
  child,
  childrenBy,
  conjuncts,
  deprel,
  head,
  isWithin,
  lemma,
  type Tree,
  upos,
  xpos,
} from './tree.js';

/**
 * A party that a figure concerns, with its part in it: `from` and `to` of what flows, `part` and `whole` of a share, `holder` of a
 * rank and `of` whom it is held. None where all are alike, as in trade between two.
 */
export interface Concerned extends Actor {
  readonly role?: 'from' | 'to' | 'part' | 'whole' | 'holder' | 'of';
}

/** The parties that a phrase names, and those joined to it. */
export function direct(scene: Scene, token: number): Actor[] {
  return conjuncts(scene.tree, token)
    .filter((t) => !isOther(scene.tree, t) && !isOfOthers(scene, t))
    .flatMap((t) => actorsAt(scene.cast, t))
    .filter(isNamed)
    .map(toPrincipal);
}

/** Parties that own a noun or that it is between, with, of, in or to. */
export function attached(
  scene: Scene,
  noun: number,
  by = /^(of|between|with|in|to|from|for|among|by)$/,
): Actor[] {
  const { tree, cast } = scene;
  const owners = childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c));
  const related = childrenBy(tree, noun, 'nmod')
    .filter((c) => by.test(prepositionOf(tree, c)))
    .flatMap((c) => direct(scene, c));
  const own = isOfOthers(scene, noun) ? [] : actorsAt(cast, noun).filter(isNamed).map(toPrincipal);
  return unique([...own, ...owners, ...related]);
}

/** "our neighbouring country", "its partners": others than the owner. */
export function isOther(tree: Tree, token: number): boolean {
  // "the neighbourhood countries of the Union"
  if (
    COMMUNITIES.test(lemma(tree, token)) &&
    childrenBy(tree, token, 'amod', 'compound').some((a) =>
      /^(neighbourhood|neighborhood|neighbour|neighbor|partner|candidate)$/.test(lemma(tree, a)),
    )
  )
    return true;
  if (childrenBy(tree, token, 'nmod:poss').length === 0) return false;
  if (/^(neighbour|neighbor|partner|ally|friend|rival|enemy|counterpart)$/.test(lemma(tree, token)))
    return true;
  // "our societies": of many, too.
  if (
    xpos(tree, token) === 'NNS' &&
    /^(country|society|economy|nation|state)$/.test(lemma(tree, token)) &&
    childrenBy(tree, token, 'nmod:poss').some((c) => /^our$/i.test(tree.sentence.forms[c] ?? '')) &&
    // "trade between our two countries"
    !childrenBy(tree, token, 'nummod', 'det').some((c) => /^(two|both)$/.test(lemma(tree, c)))
  )
    return true;
  // "our region", "our Organization": of many.
  if (
    /^(region|continent|subcontinent|hemisphere|planet|world|organization|organisation)$/.test(
      lemma(tree, token),
    )
  )
    return true;
  return childrenBy(tree, token, 'amod').some((a) =>
    /^(neighbouring|neighboring|friendly|partner|brotherly|collective)$/.test(lemma(tree, a)),
  );
}

/**
 * "They" and "their" after people or countries that nobody knows ("called upon the developed countries to give their …"), "its" after a
 * subject that is no party; "the developed countries" themselves.
 */
function isOfOthers(scene: Scene, token: number): boolean {
  const { tree, cast } = scene;
  const word = lemma(tree, token);
  if (/^NNS$/.test(xpos(tree, token)) && COMMUNITIES.test(word) && (cast.partyAt[token] ?? -1) < 0)
    return childrenBy(tree, token, 'amod', 'compound').some((c) =>
      /^(develop|developed|developing|rich|poor|wealthy|industrialized|industrial|other|many|several|least)$/.test(
        lemma(tree, c),
      ),
    );
  // "the countries that give": not the country last spoken of.
  if (isSeveral(scene, token)) return true;
  if (upos(tree, token) !== 'PRON')
    return childrenBy(tree, token, 'nmod:poss').some((c) => upos(tree, c) === 'PRON' && isOfOthers(scene, c));
  const isTheirs = /^(they|their|them)$/.test(word);
  if (!isTheirs && !/^its?$/.test(word)) return false;
  const known = (i: number) =>
    lemma(tree, i) !== 'power' && !isSeveral(scene, i) && actorsAt(cast, i).length > 0;
  if (isTheirs)
    for (let i = token - 1; i >= 0; i--)
      if (/^NNP?S$/.test(xpos(tree, i)) && COMMUNITIES.test(lemma(tree, i))) return !known(i);
  const own = deprel(tree, token) === 'nmod:poss' ? subjectOver(tree, token) : undefined;
  return (
    own !== undefined &&
    upos(tree, own) !== 'PRON' &&
    !known(own) &&
    (/^NNP?S$/.test(xpos(tree, own)) || child(tree, own, 'conj') !== undefined) === isTheirs
  );
}

/** "The countries", where only one country was spoken of. */
export function isSeveral({ tree, cast }: Scene, token: number): boolean {
  return (
    /^NNP?S$/.test(xpos(tree, token)) &&
    (cast.partyAt[token] ?? -1) < 0 &&
    cast.discourse.refersTo(cast, token).length === 1
  );
}

/** Whether a noun or what it stands in is owned by an "its" or "their" that means nobody known, and not the subject of its clause. */
export function isOfUnknown(scene: Scene, noun: number): boolean {
  const { tree, cast } = scene;
  return childrenBy(tree, noun, 'nmod:poss').some((c) => {
    if (upos(tree, c) !== 'PRON' || !/^(its?|their|they|his|her|he|she)$/.test(lemma(tree, c))) return false;
    if (!isOfOthers(scene, c) && actorsAt(cast, c).length > 0) return false;
    // "With most of its land under water, Chile …"
    const own = subjectOver(tree, c) ?? child(tree, tree.root, 'nsubj', 'nsubj:pass');
    return own === undefined || upos(tree, own) === 'PRON' || actorsAt(cast, own).length === 0;
  });
}

const COMMUNITIES =
  /^(country|state|nation|power|super-?power|government|people|economy|island|peoples|farmer|company|member)$/;

/** The subject before a word in its own clause. */
function subjectOver(tree: Tree, token: number): number | undefined {
  for (let i = token, n = 0; i >= 0 && n < 8; i = head(tree, i), n++) {
    const subject = child(tree, i, 'nsubj', 'nsubj:pass');
    if (subject !== undefined && subject < token && !isWithin(tree, token, subject))
      return /^(that|which|who)$/.test(lemma(tree, subject)) && deprel(tree, i) === 'acl:relcl'
        ? head(tree, i)
        : subject;
  }
  return undefined;
}

export function unique<A extends Actor>(actors: readonly A[]): A[] {
  return actors.filter((a, k) => actors.findIndex((b) => b.party === a.party) === k);
}
