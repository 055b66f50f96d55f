import { isNegated, isTemporal, prepositionOf } from './clause.js';
import type { Concerned } from './concerned.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { belowOf, isParty as namesParty, phraseOf } from './phrase.js';
import { antecedentOf, doneTo, purposeOf, saidOf } from './said.js';
import type { Scene } from './scene.js';
import { child, childrenBy, deprel, head, isPredicate, lemma, relation, upos, xpos } from './tree.js';

/** What a share is of, and whose or of what it is. */
export interface ShareName {
  readonly quantity: string;
  readonly of: string;
  /** Whether the part is told by a noun or by what is done, and not by a party. */
  readonly told: boolean;
}

/** People told by what they are, whom no state is. */
const GROUPS =
  /^(woman|man|girl|boy|child|youth|worker|farmer|student|refugee|migrant|family|household|minority|pupil|teacher|civilian|voter|elderly)$/;

/** Verbs whose subject is the part: "women hold 40 per cent of the seats". */
const MAKES_UP = new Set([
  ...[
    'account',
    'constitute',
    'represent',
    'make',
    'form',
    'comprise',
    'hold',
    'occupy',
    'be',
    'take',
    'own',
  ],
  ...['contribute', 'generate', 'amount', 'reach'],
  ...['exceed', 'equal', 'have', 'possess', 'remain', 'become', 'compose'],
  ...['total', 'rise', 'fall', 'grow', 'stand', 'correspond'],
]);

/** "with ASEAN" of "China's trade with ASEAN": the other side of the whole, which is no party of the share. */
function partnerOf(scene: Scene, noun: number): string {
  const { tree } = scene;
  const isOwned = childrenBy(tree, noun, 'nmod:poss').some((c) => namesParty(scene, c));
  const partner = childrenBy(tree, noun, 'nmod').find(
    (c) => prepositionOf(tree, c) === 'with' && namesParty(scene, c),
  );
  if (!isOwned || partner === undefined || lemma(tree, noun) !== 'trade') return '';
  return belowOf(scene, partner, { first: 0, last: 0, names: true });
}

/**
 * What a share of `noun` is called: "share of women" of "seats in parliament", "share vaccinated" of "population", and where a party
 * is the part, "share of trade" of "trade".
 */
export function shareName(scene: Scene, at: Placed, noun: number): ShareName | undefined {
  const { tree } = scene;
  const isParty = (i: number) => namesParty(scene, i) && !GROUPS.test(lemma(tree, i));
  const top = topOf(tree, at);
  const pronoun = upos(tree, noun) === 'PRON' ? antecedentOf(scene, noun) : noun;
  const isDone = relation(tree, top) === 'obj' && head(tree, top) === at.predicate;
  // "generates all of its power in dams": where it is done is no part of the whole.
  const only = !isDone
    ? undefined
    : PRODUCES.test(lemma(tree, at.predicate))
      ? /^(of|under)$/
      : /^(of|in|under|between)$/;
  // "of the energy that we use" would lose what it is.
  if (
    childrenBy(tree, noun, 'acl').some(
      (c) => deprel(tree, c) === 'acl:relcl' && c > noun && child(tree, c, 'nsubj') !== undefined,
    )
  )
    return undefined;
  const whole = { first: at.first, last: at.last, clauses: false };
  const of = [
    phraseOf(scene, pronoun, only === undefined ? whole : { ...whole, only }),
    partnerOf(scene, noun),
  ]
    .filter(Boolean)
    .join(' ');
  if (of === '') return undefined;
  // Of whose bilateral trade it is the parties tell.
  const byNoun = (part: string): ShareName => ({
    quantity: `share of ${part.replace(/^(?:bilateral|mutual|two-way) (?=trade$)/, '')}`,
    of,
    told: true,
  });
  const words = (said: string): ShareName => ({ quantity: `share ${said}`, of, told: true });
  const plain: ShareName = { quantity: `share of ${of}`, of, told: false };
  const made = (said: ReturnType<typeof saidOf>): ShareName | undefined =>
    said === undefined ? undefined : said.noun !== undefined ? byNoun(said.noun) : words(said.words ?? '');
  const { predicate } = at;
  const rel = relation(tree, top);
  if (rel === 'nsubj' && head(tree, top) === predicate) {
    if (childrenBy(tree, predicate, 'obl', 'nmod', 'obj').some(isParty) || isParty(predicate)) {
      const said = saidOf(scene, predicate, at);
      return said?.words !== undefined && /\s/.test(said.words) ? words(said.words) : plain;
    }
    return made(saidOf(scene, predicate, at));
  }
  // "with 72 per cent of our land under forest cover", "60 per cent of the population living in poverty"
  const beside = besideOf(scene, at, top, noun);
  if (prepositionOf(tree, top) === 'with' || (!isPredicate(tree, predicate) && beside !== undefined)) {
    return beside === undefined ? undefined : words(beside);
  }
  if (!isPredicate(tree, predicate)) return undefined;
  const verb = lemma(tree, predicate);
  const not = isNegated(tree, predicate) ? 'not ' : '';
  const copular = predicate === top || (predicate >= at.first && predicate < at.last);
  const subject = subjectOf(scene, predicate);
  if (subject !== undefined && isUnsaid(scene, subject)) return undefined;
  const isOwn = subject !== undefined && (isParty(subject) || upos(tree, subject) === 'PRON');
  const makesUp =
    copular ||
    (MAKES_UP.has(verb) &&
      !(isOwn && /^(generate|occupy|make)$/.test(verb) && lemma(tree, predicate + 1) !== 'up'));
  const isObject = (rel === 'obj' || rel === 'obl' || rel === 'xcomp') && head(tree, top) === predicate;
  if (!copular && !isObject) return undefined;
  if (
    subject !== undefined &&
    !isParty(subject) &&
    upos(tree, subject) === 'NOUN' &&
    !(makesUp && /^(country|nation|state|continent|region|government)$/.test(lemma(tree, subject)))
  ) {
    const part = phraseOf(scene, subject, at);
    if (part === '' || isTemporal(tree, subject) || subject === noun) return undefined;
    if (makesUp)
      return /^(share|proportion|percentage|figure|number|rate|target|goal|aim|objective|ambition|addition)$/.test(
        lemma(tree, subject),
      )
        ? undefined
        : byNoun(part);
    if (rel !== 'obj' || /^(enable|allow|help|let)$/.test(verb))
      return made(
        child(tree, predicate, 'xcomp') === undefined || rel !== 'obj'
          ? undefined
          : saidOf(scene, child(tree, predicate, 'xcomp') ?? 0, at),
      );
    return words(`${not}${doneTo(scene, predicate)} by ${part}`);
  }
  // "The islanders own 14 per cent of the land": whose it is stands beside, that they own it does not.
  if (makesUp && !(isOwn && rel === 'obj' && /^(own|occupy|possess)$/.test(verb))) {
    const isPart = isOwn && /^(contribute|account|constitute|represent|form|comprise)$/.test(verb);
    const state = rel === 'obj' && !isPart ? besideOf(scene, at, top, noun) : undefined;
    return state === undefined ? plain : words(state);
  }
  // "enabled 75 per cent of our population to be vaccinated"
  if (/^(enable|allow|want|help|see|let|expect|want|ask|get|bring|make|ensure)$/.test(verb)) {
    const next = child(tree, predicate, 'xcomp', 'ccomp');
    return next === undefined ? undefined : made(saidOf(scene, next, at));
  }
  if (rel !== 'obj') return child(tree, predicate, 'nsubj:pass') === undefined ? undefined : plain;
  const ways = PRODUCES.test(verb)
    ? /^(in|from|through|with|by)$/
    : /^(for|on|into|to|towards?|as|from|through|with|under)$/;
  const purpose = purposeOf(scene, predicate, [top, noun], at, ways);
  if (purpose === null) return undefined;
  // "made available"
  const state = childrenBy(tree, predicate, 'xcomp', 'amod', 'advmod').find((c) => upos(tree, c) === 'ADJ');
  const kept =
    /^(make|keep|leave|render|set)$/.test(verb) && state !== undefined ? ` ${lemma(tree, state)}` : '';
  // "keeps under occupation a fifth of the land"
  const between = childrenBy(tree, predicate, 'obl')
    .filter(
      (o) => o > predicate && o < at.first && !isTemporal(tree, o) && prepositionOf(tree, o) === 'under',
    )
    .map((o) => belowOf(scene, o, at));
  return words([`${not}${doneTo(scene, predicate)}${kept}`, ...between, purpose].filter(Boolean).join(' '));
}

/** Verbs of making and getting, with which "in" and "from" tell how. */
const PRODUCES = /^(generate|produce|get|obtain|derive|import|buy|purchase|receive)$/;

/** Whether a part is not told here: "this", "that effort", "the fact", half of "5 million people, which is …". */
function isUnsaid(scene: Scene, subject: number): boolean {
  const { tree } = scene;
  if (/^(this|that|these|those|it|which|fact|reality|truth|figure|number)$/.test(lemma(tree, subject)))
    return !(upos(tree, subject) === 'PRON' && scene.cast.discourse.refersTo(scene.cast, subject).length > 0);
  return childrenBy(tree, subject, 'det', 'nummod').some(
    (d) =>
      /^(this|that|these|those|such|no)$/.test(lemma(tree, d)) ||
      (upos(tree, d) === 'NUM' && !/^(one|two|three|all)$/.test(lemma(tree, d))),
  );
}

/** The subject of a clause, or the noun that the clause is told of. */
function subjectOf(scene: Scene, predicate: number): number | undefined {
  const { tree } = scene;
  for (let i = predicate, n = 0; i >= 0 && n < 3; i = head(tree, i), n++) {
    const own = child(tree, i, 'nsubj', 'nsubj:pass');
    if (own !== undefined) return antecedentOf(scene, own);
    if (relation(tree, i) === 'acl')
      return child(tree, i, 'mark', 'case') === undefined && xpos(tree, i) !== 'VB'
        ? head(tree, i)
        : undefined;
    if (!/^(conj|xcomp)$/.test(relation(tree, i))) return undefined;
  }
  return undefined;
}

/** What stands beside the whole and says which part is meant. */
function besideOf(scene: Scene, at: Placed, top: number, noun: number): string | undefined {
  const { tree } = scene;
  for (const h of [top, noun]) {
    const clause = childrenBy(tree, h, 'acl').find(
      (c) => c > noun && /^VB[GN]$/.test(xpos(tree, c)) && deprel(tree, c) !== 'acl:relcl',
    );
    const said = clause === undefined ? undefined : saidOf(scene, clause, at)?.words;
    if (said !== undefined) return said;
  }
  for (const c of [...childrenBy(tree, top, 'nmod'), ...childrenBy(tree, noun, 'nmod')]) {
    if (c <= noun) continue;
    const below = /^(under|in|below|without|on)$/.test(prepositionOf(tree, c)) ? belowOf(scene, c, at) : '';
    if (below !== '') return below;
  }
  return undefined;
}

/** "the share of women in parliament rose to 25 per cent": the noun whose share is named before the figure. */
export function namedShare(scene: Scene, at: Placed): (ShareName & { token: number }) | undefined {
  const { tree } = scene;
  for (let i = at.first - 1; i >= Math.max(at.from, at.first - 12); i--) {
    if (!/^(share|proportion|percentage)$/.test(lemma(tree, i)) || lemma(tree, i + 1) !== 'of') continue;
    const noun = head(tree, i + 1);
    if (noun <= i || !/^(NOUN|PROPN)$/.test(upos(tree, noun))) return undefined;
    const whole = [
      ...childrenBy(tree, noun, 'nmod'),
      ...childrenBy(tree, i, 'nmod'),
      ...childrenBy(tree, at.predicate, 'obl'),
    ].find(
      (n) =>
        n > noun &&
        n < at.first &&
        phraseOf(scene, n, at) !== '' &&
        prepositionOf(tree, n) === 'in' &&
        !isTemporal(tree, n),
    );
    const of = whole === undefined ? '' : phraseOf(scene, whole, at);
    const part = phraseOf(scene, noun, at, 2);
    return part === '' ? undefined : { quantity: `share of ${part}`, of, told: true, token: noun };
  }
  return undefined;
}

/** Where a party is the part and the verb is none ("China, with 20 per cent of Japan’s trade, …"). */
export function partName(
  scene: Scene,
  at: Placed,
  noun: number,
  parties: readonly Concerned[],
): ShareName | undefined {
  const of = phraseOf(scene, noun, at);
  if (
    of === '' ||
    (isPredicate(scene.tree, at.predicate) &&
      lemma(scene.tree, at.predicate) !== 'account' &&
      upos(scene.tree, at.predicate) === 'VERB') ||
    !parties.some((p) => p.role === 'part')
  )
    return undefined;
  return { quantity: `share of ${of}`, of, told: false };
}
