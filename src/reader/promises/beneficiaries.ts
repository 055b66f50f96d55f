import { sectorOf, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, isPredicate, lemma, type Tree, upos } from '../tree.js';
import type { Promised } from './acts.js';
import { bindable } from './obligors.js';

const TOWARDS = new Set(['to', 'for', 'with']);
/** Of these the object is not the one that the act is for. */
const AGAINST = new Set([
  ...[
    'leave',
    'quit',
    'exit',
    'pressure',
    'condemn',
    'oppose',
    'fight',
    'attack',
    'sanction',
    'counter',
    'resist',
  ],
  ...['defeat', 'punish', 'confront', 'join', 'denounce', 'destroy', 'deter', 'isolate', 'make', 'propose'],
  ...['resume', 'convene', 'establish', 'create', 'implement', 'reform', 'amend', 'ratify', 'sign', 'win'],
  ...['combat', 'refer', 'submit', 'present', 'accept', 'allow', 'stop', 'prevent', 'export', 'recognise'],
  ...[
    'hold',
    'urge',
    'call',
    'press',
    'accede',
    'belong',
    'host',
    'attend',
    'adhere',
    'follow',
    'buy',
    'sell',
  ],
]);
/** Who does so does it for whom or for whose work the object names. */
const SUPPORTING = new Set([
  ...['support', 'help', 'assist', 'aid', 'back', 'serve', 'defend', 'protect', 'accompany', 'contribute'],
  ...[
    'facilitate',
    'safeguard',
    'provide',
    'extend',
    'give',
    'offer',
    'render',
    'lend',
    'stand',
    'strengthen',
  ],
]);
/** What is supported for the sake of whom it belongs to: "the efforts of the Secretary-General". */
const WORKS = new Set([
  ...['effort', 'work', 'cause', 'struggle', 'right', 'endeavour', 'endeavor', 'aspiration', 'question'],
  ...['independence', 'sovereignty', 'integrity', 'unity', 'reconstruction', 'recovery', 'legitimacy'],
  ...['rebuilding', 'self-determination', 'bid', 'candidacy', 'membership', 'presidency', 'mission'],
]);
const PEOPLE = new Set([
  ...['people', 'population', 'refugee', 'brother', 'sister', 'friend', 'community', 'child', 'woman'],
  ...['citizen', 'victim', 'family', 'civilian', 'cause', 'question', 'president', 'envoy', 'institution'],
]);

/** To whom or with whom it is done: parties that the act names, not what merely qualifies a thing. */
export function beneficiariesOf(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
): Actor[] {
  const { tree } = scene;
  const named: number[] = [];
  // "promised aid to Nepal": what is promised is a noun, and to whom stands beside it.
  const isVerb = isPredicate(tree, act.verb);
  const own = isVerb ? act.last : outer;
  for (
    let at: number | undefined = own, n = 0;
    at !== undefined && n < 3;
    at = child(tree, at, 'xcomp'), n++
  ) {
    const clause = clauseOf(tree, at);
    const against = AGAINST.has(lemma(tree, at));
    const objects = against ? [] : clause.objects;
    const obliques = against
      ? []
      : clause.obliques
          .filter((o) => TOWARDS.has(o.preposition) && !afterConflict(tree, o.head))
          .map((o) => o.head);
    named.push(...clause.indirect, ...objects, ...obliques);
    if (!against) named.push(...[...clause.objects, ...obliques].flatMap((o) => within(tree, o, 2)));
    // "support to help Iraq fulfil its obligations"
    for (const o of objects)
      for (const a of childrenBy(tree, o, 'acl'))
        if (/^(?:help|assist|support|aid)$/.test(lemma(tree, a))) named.push(...clauseOf(tree, a).objects);
    if (SUPPORTING.has(lemma(tree, at)))
      named.push(...[...objects, ...obliques].flatMap((o) => worksOf(scene, o)));
    if (!isVerb) break;
  }
  // "committed to the unity of Yemen"
  if (!isVerb) named.push(...conjuncts(tree, act.verb).flatMap((noun) => worksOf(scene, noun)));
  const actors = [
    ...bindable(
      scene,
      named.filter((token) => upos(tree, token) !== 'PRON'),
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

/** "the Namibian people", "the refugees of Syria". */
function peopleAt(scene: Scene, token: number): Actor[] {
  const { tree } = scene;
  if (!PEOPLE.has(lemma(tree, token))) return [];
  const own = actorsAt(scene.cast, token);
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

/** With whom one has these is no friend. */
const CONFLICT = /^(?:war|conflict|dispute|border|fight|struggle|problem|issue|crisis|tension|differences?)$/;

/** Phrases with "to", "for", "with" inside a noun's: "the partnership of mutual benefit with Japan". */
function within(tree: Tree, noun: number, depth: number): number[] {
  if (depth === 0 || CONFLICT.test(lemma(tree, noun))) return [];
  return childrenBy(tree, noun, 'nmod').flatMap((n) => [
    ...(TOWARDS.has(lemma(tree, child(tree, n, 'case') ?? n)) ? [n] : []),
    ...within(tree, n, depth - 1),
  ]);
}
