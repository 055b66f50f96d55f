import { clauseOf, isTemporal } from './clause.js';
import type { Placed } from './measure.js';
import { phraseOf } from './phrase.js';
import type { Scene } from './scene.js';
import { childrenBy, deprel, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

const KILLED = /^(kill|die|dead|perish|murder|massacre|claim|execute|assassinate|drown)$/;
const INJURED = /^(injure|wound|hurt)$/;
const DISPLACED = /^(displace|flee|uproot|expel)$/;

/** " caused by the landslide", " from malaria": of what people died, where that is no party. */
export function causeOf(scene: Scene, { predicate, first, last, figure }: Placed): string {
  const { tree, cast } = scene;
  // "The report claims 200 deaths"
  if (lemma(tree, predicate) === 'claim' && !/^(people|troops)$/.test(figure.unit)) return '';
  if (!isPredicate(tree, predicate) || !KILLED.test(lemma(tree, predicate))) return '';
  const isThing = (i: number) =>
    (i < first || i >= last) &&
    /^(NOUN|PROPN)$/.test(upos(tree, i)) &&
    (cast.partyAt[i] ?? -1) < 0 &&
    !isTemporal(tree, i);
  const { subjects, obliques, passive } = clauseOf(tree, predicate);
  const cause = passive ? undefined : subjects.find(isThing);
  const by = obliques.find((o) => isThing(o.head) && /^(of|from|by)$/.test(o.preposition));
  const words = (i: number | undefined) => (i === undefined ? '' : phraseOf(scene, i, { first, last }));
  if (/^(die|perish|drown)$/.test(lemma(tree, predicate)) || passive) {
    const said = words(by?.head);
    return said === '' ? '' : passive ? ` caused by ${said}` : ` from ${said}`;
  }
  const said = words(cause);
  return said === '' ? '' : ` caused by ${said}`;
}

/** "journalist deaths", "deaths of refugees": who died, where it is told and not just people. */
export function ofWhom(scene: Scene, at: Placed, top: number, toll: string): string {
  const { tree } = scene;
  if (toll !== 'deaths' && toll !== 'injuries') return toll;
  const word = lemma(tree, top);
  const without = { first: at.first, last: at.first };
  if (/^(death|injury|fatality)$/.test(word)) return phraseOf(scene, top, { ...without, only: /^$/ }) || toll;
  if (
    /^(people|person|life|man|individual|victim|casualty|wounded|injured|dead|citizen|national|inhabitant)$/.test(
      word,
    )
  )
    return toll;
  const who = phraseOf(scene, top, { ...without, only: /^$/ });
  return who === '' ? toll : `${toll} of ${who}`;
}

/** Whether lives and victims are lost: those that are saved are no deaths. */
export function isLost(tree: Tree, at: Placed, top: number): boolean {
  const word = lemma(tree, top);
  if (
    /^(save|rescue|protect|help|touch|change|improve|affect|transform|identify)$/.test(
      lemma(tree, at.predicate),
    )
  )
    return false;
  return (
    !/^(life|victim|casualty)$/.test(word) ||
    sufferedBy(tree, at, top) === 'deaths' ||
    /^(claim|cost|lose|take)$/.test(lemma(tree, at.predicate))
  );
}

/** What befell those who are counted, by the verb or participle that they hang on, or by "the death of". */
export function sufferedBy(tree: Tree, at: Placed, top: number): string | undefined {
  const up = head(tree, top);
  const words = [
    at.predicate,
    ...childrenBy(tree, at.predicate, 'xcomp', 'ccomp').filter(
      (c) => xpos(tree, c) === 'VBN' || upos(tree, c) === 'ADJ',
    ),
    up,
    ...childrenBy(tree, top, 'acl', 'amod').filter(
      (c) => deprel(tree, c) !== 'acl:relcl' || lemma(tree, c) === 'die',
    ),
    ...(lemma(tree, top - 1) === 'dead' ? [top - 1] : []),
  ].filter((i) => i >= 0);
  // "dead" and "killed" may stand behind: "left five people dead".
  for (let i = at.last; i < Math.min(at.last + 2, tree.length); i++) words.push(i);
  const told = (pattern: RegExp) => words.some((i) => pattern.test(lemma(tree, i)));
  if (told(KILLED) && !(told(/^claim$/) && !/^(people|troops)$/.test(at.figure.unit))) return 'deaths';
  if (words.some((i) => /^(death|killing|murder|massacre)$/.test(lemma(tree, i)))) return 'deaths';
  if (
    lemma(tree, at.predicate) === 'lose' &&
    /^(life|soldier|people|citizen|national)$/.test(lemma(tree, top))
  )
    return 'deaths';
  if (told(INJURED)) return 'injuries';
  // "to help 200,000 displaced persons": it is not that which befell them here.
  const isThem = words.some(
    (i) => (i === at.predicate || relation(tree, i) === 'acl') && DISPLACED.test(lemma(tree, i)),
  );
  return isThem ? 'displaced people' : undefined;
}
