import type { Stance } from '../record/index.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import {
  aboutOf,
  type Claim,
  claim,
  isNamed,
  opposite,
  principal,
  STANDS,
  toPrincipal,
  underCondition,
} from './claim.js';
import { clauseOf } from './clause.js';
import { exhortationAt } from './exhortations.js';
import { clauseExtent, type Scene, voiceOf } from './scene.js';
import { child, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/**
 * What somebody holds: a party's stand on a proposition or principle, and what a speaker or an author says of a
 * party that is not a deed. Facts of the narrator in news are no claims.
 */
export function claimsOf(scene: Scene): Claim[] {
  const { tree } = scene;
  const found: Claim[] = [];
  for (let i = 0; i < tree.length; i++) {
    if (!isPredicate(tree, i)) continue;
    if (!isAssertive(tree, i)) {
      const urged = exhortationAt(scene, i);
      if (urged) found.push(urged);
      continue;
    }
    const claim = standAt(scene, i) ?? exhortationAt(scene, i) ?? appraisalAt(scene, i);
    if (claim) found.push(claim);
  }
  return found;
}

/** A clause that states something: no infinitive, participle or relative clause, nor what is coordinated with one. */
function isAssertive(tree: Tree, i: number): boolean {
  switch (relation(tree, i)) {
    case 'conj':
      if (child(tree, i, 'nsubj') !== undefined) return true;
      return isPredicate(tree, head(tree, i)) && isAssertive(tree, head(tree, i));
    case 'root':
    case 'ccomp':
    case 'parataxis':
      return true;
    case 'advcl':
      return child(tree, i, 'nsubj') !== undefined && xpos(tree, i) !== 'VBG';
    default:
      return false;
  }
}

/** "China opposes hegemonism": the subject's stand. */
function standAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  const stance = STANDS.get(lemma(tree, i));
  if (stance === undefined || underCondition(tree, i)) return undefined;
  const clause = clauseOf(tree, i);
  if (clause.passive) return undefined;
  const holders = actorsOf(scene.cast, clause.subjects).filter(isNamed);
  const imperative =
    clause.subjects.length === 0 && relation(tree, i) === 'root' && scene.document.speaker !== undefined;
  if (holders.length === 0 && !imperative) return undefined;
  const objects = [
    ...clause.objects,
    ...clause.obliques
      .filter((o) => o.preposition === 'to' || o.preposition === 'in' || o.preposition === 'against')
      .map((o) => o.head),
  ];
  const proposition = child(tree, i, 'ccomp', 'xcomp') ?? objects[0];
  if (proposition === undefined) return undefined;
  const about = aboutOf(scene, objects, holders);
  const held = clause.negated ? opposite(stance) : stance;
  const voice = voiceOf(scene, i);
  const holder = holders[0];
  return {
    ...claim(scene, i, about, held, voice),
    speaker: holder ? principal(holder.party) : voice.speaker,
    confidence: 0.7,
  };
}

/** What is said of a party: "the US regularly engages in provocations", "Germany has set a shining example". */
function appraisalAt(scene: Scene, i: number): Claim | undefined {
  const { tree, document } = scene;
  if (underCondition(tree, i)) return undefined;
  const clause = clauseOf(tree, i);
  const subjects = clause.passive ? clause.objects : clause.subjects;
  const about = actorsOf(scene.cast, subjects).filter(isNamed).map(toPrincipal);
  if (about.length === 0 || about.length > 3) return undefined;
  const voice = voiceOf(scene, i);
  const partisan =
    voice.attribution.length > 0 ||
    document.genre === 'opinion' ||
    document.genre === 'speech' ||
    document.genre === 'statement';
  if (!partisan) return undefined;
  const { first, last } = clauseExtent(tree, i);
  const score = polarityOf(scene, first, last, about);
  const forecast = clause.future && !about.some((a) => a.party === voice.speaker);
  const ranking =
    tree.lemmas
      .slice(first, last)
      .some((w) => /^(large|big|top|great|small|strong|first|close|important)$/.test(w)) &&
    upos(tree, i) !== 'ADJ' &&
    (child(tree, i, 'cop') !== undefined || /^(become|overtake|remain|surpass|rank)$/.test(lemma(tree, i)));
  if (score === 0 && !forecast && !ranking) return undefined;
  const stance: Stance = score > 0 ? 'support' : score < 0 ? 'oppose' : 'neutral';
  const made = claim(scene, i, about, stance, voice);
  return { ...made, modality: forecast ? 'planned' : made.modality, confidence: score === 0 ? 0.5 : 0.6 };
}

/** Sum of the polarity of the clause's words; a negation turns what follows it. */
function polarityOf(scene: Scene, first: number, last: number, about: readonly Actor[]): number {
  const { tree, lexicon } = scene;
  let score = 0;
  let sign = 1;
  for (let i = first; i < last; i++) {
    const word = lemma(tree, i);
    if (about.some((a) => i >= a.first && i < a.last)) continue;
    if (word === 'not' || word === "n't" || word === 'never' || word === 'no' || word === 'without')
      sign = -1;
    else if (word === 'instead' || upos(tree, i) === 'PUNCT') sign = 1;
    const written = (tree.sentence.forms[i] ?? '').toLowerCase();
    score += sign * (lexicon.polarity.get(word) ?? lexicon.polarity.get(written) ?? 0);
  }
  return score;
}
