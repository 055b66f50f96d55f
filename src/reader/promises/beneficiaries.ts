import { sectorOf, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, head, isPredicate, lemma, type Tree, upos, xpos } from '../tree.js';
import type { Promised } from './acts.js';
import {
  APART,
  BENEFITING,
  CONFLICT,
  ELSEWHERE,
  HELPS,
  PEOPLE,
  SHARING,
  SUPPORTING,
  SUPPORTS,
  WORKS,
} from './beneficiary-words.js';
import { bindable } from './obligors.js';

const TOWARDS = new Set(['to', 'for', 'with']);

/** To whom or with whom it is done: parties that the act names, not what merely qualifies a thing. */
export function beneficiariesOf(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
  { first, last }: { readonly first: number; readonly last: number },
): Actor[] {
  const { tree } = scene;
  const named: number[] = [];
  // "promised aid to Nepal": what is promised is a noun, and to whom stands beside it.
  const isVerb = isPredicate(tree, act.verb);
  const own = isVerb ? act.last : outer;
  for (let at: number | undefined = own, n = 0; at !== undefined && n < 3; at = below(tree, at), n++) {
    const clause = clauseOf(tree, at);
    const word = lemma(tree, at);
    const elsewhere = ELSEWHERE.has(word);
    const isFor = !isVerb || SUPPORTING.has(word) || BENEFITING.has(word);
    const objects = isFor ? clause.objects : [];
    const obliques = elsewhere
      ? []
      : clause.obliques
          .filter((o) => isTowards(tree, o.head, [at, ...clause.objects]) && !afterConflict(tree, o.head))
          .map((o) => o.head);
    named.push(...clause.indirect, ...objects, ...obliques);
    if (!elsewhere) named.push(...[...clause.objects, ...obliques].flatMap((o) => within(tree, o, 2)));
    if (SUPPORTING.has(word))
      named.push(...[...clause.objects, ...obliques].flatMap((o) => worksOf(scene, o)));
    if (!isVerb) break;
  }
  const helped = helpedIn(tree, first, last);
  named.push(...helped, ...helped.flatMap((o) => worksOf(scene, o)));
  // "committed to the unity of Yemen"
  if (!isVerb) named.push(...conjuncts(tree, act.verb).flatMap((noun) => worksOf(scene, noun)));
  const actors = [
    ...bindable(
      scene,
      named.filter((token) => isOther(tree, token) && isCertain(scene, token)),
    ),
    ...named.flatMap((token) => conjuncts(tree, token)).flatMap((token) => peopleAt(scene, token)),
    ...named.flatMap((token) => conjuncts(tree, token)).flatMap((token) => hostAt(scene, token)),
  ];
  const found = new Map<string, Actor>();
  for (const b of actors) {
    if (sectorOf(b.party) === 'REL' || b.party.startsWith('-')) continue;
    if (obligors.some((o) => stateOf(o.party) === stateOf(b.party))) continue;
    if (!found.has(b.party)) found.set(b.party, b);
  }
  // "the Palestinian question and people": the people are named with their state.
  return [...found.values()].filter((b) => b.party === stateOf(b.party) || !found.has(stateOf(b.party)));
}

/** The act that an act is for: "continue to work to restore peace". */
function below(tree: Tree, at: number): number | undefined {
  const own = child(tree, at, 'xcomp');
  if (own !== undefined || child(tree, at, 'obj') !== undefined) return own;
  return childrenBy(tree, at, 'advcl').find(
    (c) => c > at && childrenBy(tree, c, 'mark').some((m) => lemma(tree, m) === 'to'),
  );
}

/** "to help Iraq fulfil its obligations", "with a view to protecting the people of Syria": whom the words of the action help. */
function helpedIn(tree: Tree, first: number, last: number): number[] {
  const helped: number[] = [];
  for (let i = first; i < last; i++)
    if (/^VBG?$/.test(xpos(tree, i))) {
      const to = HELPS.test(lemma(tree, i))
        ? childrenBy(tree, i, 'obj', 'iobj')
        : childrenBy(tree, i, 'iobj');
      helped.push(...to.filter((o) => o < last));
    } else if (SUPPORTS.test(lemma(tree, i)) && upos(tree, i) === 'NOUN') {
      // "stand firm in support of the people of Somalia"
      if (!/er$|friend|champion/.test(lemma(tree, i)) && lemma(tree, child(tree, i, 'case') ?? i) !== 'in')
        continue;
      helped.push(...childrenBy(tree, i, 'nmod').filter((n) => n < last && n > i));
    }
  return helped;
}

const BESIDE = /^(?:by|with|beside|behind|alongside)$/;

/** No pronoun but those of the speaker, whom others help: "they pledged to respect our borders". */
function isOther(tree: Tree, token: number): boolean {
  return upos(tree, token) !== 'PRON' || /^(?:us|our|me|my)$/i.test(tree.sentence.forms[token] ?? '');
}

/** A party by its name, or people and offices of one: "the five countries" and "a robust regime" are nobody known. */
function isCertain({ tree, cast }: Scene, token: number): boolean {
  if (childrenBy(tree, token, 'det').some((d) => /^an?$/.test(lemma(tree, d)))) return false;
  if ((cast.partyAt[token] ?? -1) >= 0) return true;
  return actorsAt(cast, token).length > 0 && childrenBy(tree, token, 'nummod').length === 0;
}

/** "to" and "for" whom; "with" only what both gain by. */
function isTowards(tree: Tree, token: number, shared: readonly (number | undefined)[]): boolean {
  const preposition = lemma(tree, child(tree, token, 'case') ?? token);
  if (shared.some((w) => w !== undefined && lemma(tree, w) === 'stand') && BESIDE.test(preposition))
    return true;
  if (!TOWARDS.has(preposition)) return false;
  if (preposition !== 'with') return true;
  const both = shared.some((w) => w !== undefined && SHARING.test(lemma(tree, w)));
  return both && lemma(tree, (child(tree, token, 'case') ?? 0) - 1) !== 'together';
}

/** "the Namibian people", "the refugees of Syria". */
function peopleAt(scene: Scene, token: number): Actor[] {
  const { tree } = scene;
  if (!PEOPLE.has(lemma(tree, token))) return [];
  // "our Libyan brethren" are Libya's, not ours.
  const whose = childrenBy(tree, token, 'amod', 'compound').filter((c) => (scene.cast.partyAt[c] ?? -1) >= 0);
  const own = whose.length > 0 ? whose.flatMap((c) => actorsAt(scene.cast, c)) : actorsAt(scene.cast, token);
  if (own.length > 0) return own;
  // "our brothers in Tonga"
  const there = childrenBy(tree, token, 'nmod').filter(
    (n) => lemma(tree, child(tree, n, 'case') ?? n) === 'in',
  );
  return bindable(
    scene,
    there.filter((n) => (scene.cast.partyAt[n] ?? -1) >= 0),
  );
}

/** "you, Mr. President", "the Secretary-General", "our Organization", said before the Assembly of the United Nations. */
function hostAt({ tree, cast, document, text }: Scene, token: number): Actor[] {
  const form = tree.sentence.forms[token] ?? '';
  if (document.genre !== 'speech' || document.speaker === undefined) return [];
  const mention = partyMention(cast, token);
  if (mention !== undefined && !mention.id.startsWith('-')) return [];
  const { start, end } = tree.sentence;
  const party =
    form.toLowerCase() === 'you'
      ? /\bPresident\b|\bpresidency\b/.test(text.slice(start, end)) && 'UNGA'
      : (/Secretary-General$/.test(text.slice(start, tree.sentence.ends[token])) && 'UN') ||
        (/^Organi[sz]ation$/.test(form) && OURS.test(text.slice(start, tree.sentence.ends[token])) && 'UN') ||
        (form === 'Assembly' && OURS.test(text.slice(start, tree.sentence.ends[token])) && 'UNGA');
  if (party === false || !/\b(?:General Assembly|United Nations)\b/.test(text.slice(0, REACH))) return [];
  return [{ party, first: token, last: token + 1, confidence: 0.5 }];
}

/** How far into a speech its hosts are sought, in UTF-16 units. */
const REACH = 6_000;
const OURS = /\b(?:the|this|our|your) (?:General |world |august )?(?:Organi[sz]ation|Assembly)$/;

/** Whose efforts or cause it is: "the efforts of Lebanon and Syria", "efforts led by the Secretary-General". */
function worksOf({ tree }: Scene, object: number): number[] {
  if (!WORKS.has(lemma(tree, object))) return [];
  const led = childrenBy(tree, object, 'acl').flatMap((a) => clauseOf(tree, a).subjects);
  return [
    ...childrenBy(tree, object, 'nmod:poss'),
    ...childrenBy(tree, object, 'nmod').filter((n) =>
      /^(?:of|by)$/.test(lemma(tree, child(tree, n, 'case') ?? n)),
    ),
    ...led.filter((s) => s !== object),
    ...childrenBy(tree, object, 'amod', 'compound'),
  ];
}

function afterConflict(tree: Tree, token: number): boolean {
  return CONFLICT.test(lemma(tree, (child(tree, token, 'case') ?? 0) - 1));
}

/** Phrases with "to", "for", "with" inside a noun's: "the partnership of mutual benefit with Japan". */
function within(tree: Tree, noun: number, depth: number): number[] {
  if (depth === 0 || CONFLICT.test(lemma(tree, noun)) || APART.test(lemma(tree, noun))) return [];
  return childrenBy(tree, noun, 'nmod').flatMap((n) => [
    ...(isTowards(tree, n, [noun, head(tree, noun)]) ? [n] : []),
    ...within(tree, n, depth - 1),
  ]);
}
