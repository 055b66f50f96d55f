import { isTemporal, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { type Named, nearestQuantity, quantityAt } from './quantities.js';
import { child, childrenBy, deprel, head, lemma, relation, type Tree, upos } from './tree.js';

/** Units that are no quantity themselves: what is weighed, measured or dosed names it. */
const MEASURED_IN = new Set(['tonnes', 'barrels', 'hectares', 'megawatts']);
const KILLED = /^(kill|die|dead|perish|murder|massacre|claim|execute|assassinate|drown)$/;
const INJURED = /^(injure|wound|hospitalize|hospitalise|hurt)$/;
const DISPLACED = /^(displace|flee|uproot|expel)$/;

/** What a number counts: "1,000 people were killed" deaths, "tons of wheat" wheat, "Peru has 30 million people" population. */
export function countName(tree: Tree, at: Placed): Named | undefined {
  const { unit, value } = at.figure;
  const top = topOf(tree, at);
  // "eleven women and nine men": parts of a number.
  if (unit === 'people' && isPart(tree, top)) return undefined;
  // Lives that are saved are no deaths.
  if (unit === 'deaths' && !isLost(tree, at, top)) return undefined;
  if (MEASURED_IN.has(unit)) return measuredIn(tree, at, top);
  if (unit === 'vaccine doses' && !tree.lemmas.some((w) => /vaccin|immuni[sz]|covid|jab/.test(w)))
    return undefined;
  if (!/^(people|refugees|troops)$/.test(unit)) return { quantity: unit, token: top };
  const suffered = sufferedBy(tree, at, top);
  if (suffered) return { quantity: suffered, token: top };
  const owned =
    childrenBy(tree, top, 'nmod:poss').length > 0 || /^(have|home)$/.test(lemma(tree, at.predicate));
  const whole = /^(people|inhabitant|citizen|person)$/.test(lemma(tree, top)) && value >= 100_000;
  return { quantity: unit === 'people' && owned && whole ? 'population' : unit, token: top };
}

function isLost(tree: Tree, at: Placed, top: number): boolean {
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

function isPart(tree: Tree, top: number): boolean {
  const counts = (i: number) => childrenBy(tree, i, 'nummod').length > 0;
  const up = head(tree, top);
  if (/^(conj|appos)$/.test(relation(tree, top)) && up >= 0 && counts(up)) return true;
  return childrenBy(tree, top, 'conj').some(counts);
}

function measuredIn(tree: Tree, at: Placed, top: number): Named {
  const of = childrenBy(tree, top, 'nmod').find(
    (n) => prepositionOf(tree, n) === 'of' && !isTemporal(tree, n),
  );
  if (of !== undefined && upos(tree, of) !== 'PRON')
    return { quantity: weighed(tree, of) ?? (tree.sentence.forms[of] ?? '').toLowerCase(), token: of };
  const near = nearestQuantity(tree, at.first, at.last, at.from, at.to);
  if (near !== undefined) return near;
  const subject = child(tree, at.predicate, 'nsubj', 'nsubj:pass');
  return subject !== undefined && upos(tree, subject) === 'NOUN' && subject !== top
    ? { quantity: (tree.sentence.forms[subject] ?? '').toLowerCase(), token: subject }
    : { quantity: at.figure.unit, token: top };
}

/** Emissions, energy and forests by their usual names; weapons are weapons and no spending. */
function weighed(tree: Tree, token: number): string | undefined {
  const quantity = quantityAt(tree, token);
  return quantity !== undefined && /^(emissions|energy|forest)$/.test(quantity) ? quantity : undefined;
}

/** What befell those who are counted, by the verb or participle that they hang on, or by "the death of". */
function sufferedBy(tree: Tree, at: Placed, top: number): string | undefined {
  const up = head(tree, top);
  const words = [
    at.predicate,
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
  return told(DISPLACED) ? 'displaced people' : undefined;
}
