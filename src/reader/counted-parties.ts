import { stateOf } from '../gazetteer/index.js';
import { actingAt } from './acting.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, unique } from './concerned.js';
import { flowOf, NOBODY } from './flows.js';
import type { Placed } from './measure.js';
import { isItself, isLanguage, itself, placesOf, topOf, whereOf } from './measured.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, xpos } from './tree.js';

/** Whom a number of people, states or things is about: where they are, whose they are, else who is spoken of. */
export function partiesOfCount(scene: Scene, at: Placed): Concerned[] {
  const { tree } = scene;
  const noun = topOf(tree, at);
  const acting = hangsOnVerb(tree, noun) ? actingAt(scene, at) : [];
  // "granting protection to two million Venezuelan refugees": who is given something does not flow.
  const given = relation(tree, noun) === 'obl' && prepositionOf(tree, noun) === 'to';
  if (!given && !/^(members|countries|people)$/.test(at.figure.unit)) {
    const flow = flowOf(scene, at, noun, noun, acting);
    if (flow === NOBODY || flow.length > 0) return flow;
  }
  const owners =
    at.figure.unit === 'troops'
      ? childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c))
      : attached(scene, noun, /^(of|between|with|among|by)$/);
  // "Thirteen governments, the ten of ASEAN with Japan, …": a list.
  if (at.figure.unit === 'countries' && child(tree, noun, 'appos', 'conj') !== undefined) return [];
  // A decision of 120 states is not how many there are.
  if (/^(members|countries)$/.test(at.figure.unit) && !hangsOnVerb(tree, noun)) return [];
  // "We are 193 Member States": of a body that is not named here.
  if (at.figure.unit === 'members' && owners.length === 0 && /^(we|us)$/.test(subjectWord(tree, at)))
    return [];
  const inner = childrenBy(tree, noun, 'nmod')
    .filter((n) => prepositionOf(tree, n) === 'of')
    .flatMap((n) => attached(scene, n, /^of$/));
  const holds =
    /^(host|receive|shelter|take|welcome|accept|resettle|admit|absorb|accommodate)$/.test(
      lemma(tree, at.predicate),
    ) && relation(tree, noun) === 'obj';
  // "Operation Welcome has taken in 400,000 Venezuelans": who takes them in is not known.
  if (holds && acting.length === 0 && !clauseOf(tree, at.predicate).passive && owners.length > 0) return [];
  if (owners.length + inner.length > 0)
    return unique([...(given || HOLDING.has(lemma(tree, at.predicate)) ? acting : []), ...owners, ...inner]);
  const where = whereOf(scene, at.predicate);
  if (where.length > 0) return unique([...(clauseOf(tree, at.predicate).passive ? [] : acting), ...where]);
  // People are counted where they are, soldiers by who sends them.
  const whereabouts = attached(scene, noun, /^(in|from)$/).filter((a) => isItself(scene, a));
  if (whereabouts.length > 0 && at.figure.unit !== 'troops')
    return unique([
      ...(relation(tree, noun) === 'obj' ? acting : []),
      ...whereabouts,
      ...(relation(tree, noun) === 'nsubj' ? enteredAt(scene, at, whereabouts) : []),
    ]);
  if (acting.length > 0) {
    // "Armenia destroyed …, killing 100 people in Chile": both count.
    return unique([
      ...acting,
      ...(/^(people|troops)$/.test(at.figure.unit) ? placesOf(scene, at) : []),
      // "has 500 soldiers in Mali", "our contingent in Mali numbers 500 soldiers"
      ...(at.figure.unit === 'troops' ? whereabouts : []),
      ...(at.figure.unit === 'troops'
        ? clauseOf(tree, at.predicate).subjects.flatMap((s) =>
            attached(scene, s, /^in$/).filter((a) => isItself(scene, a) && a.first > s),
          )
        : []),
    ]);
  }
  if (!isPredicate(tree, at.predicate) || !hangsOnVerb(tree, noun)) return [];
  const clause = clauseOf(tree, at.predicate);
  // Where states meet is not whose number it is.
  if (at.figure.unit === 'countries') {
    const joined = clause.obliques.filter((o) => /^(with|to|by)$/.test(o.preposition)).map((o) => o.head);
    const verb = JOINING.has(lemma(tree, at.predicate));
    return verb ? unique([...clause.objects, ...joined].flatMap((o) => itself(scene, o))) : [];
  }
  const places = clause.obliques.filter((o) => /^(in|from|of|by)$/.test(o.preposition));
  const found = places.flatMap((o) => (isLanguage(scene, o.head) ? [] : itself(scene, o.head)));
  return unique([...found, ...(relation(tree, noun) === 'nsubj' ? enteredAt(scene, at, found) : [])]);
}

/** "entered the country", "crossed into Chile": where people have gone. */
function enteredAt(scene: Scene, { predicate }: Placed, known: readonly Concerned[]): Concerned[] {
  const { tree } = scene;
  if (
    !isPredicate(tree, predicate) ||
    !/^(enter|reach|cross|arrive|come|flee|return|move)$/.test(lemma(tree, predicate))
  )
    return [];
  const { objects, obliques } = clauseOf(tree, predicate);
  const places = [
    ...objects,
    ...obliques.filter((o) => /^(in|into|to|from)$/.test(o.preposition)).map((o) => o.head),
  ];
  const { speaker } = scene.document;
  return places.flatMap((o) => {
    const found = itself(scene, o);
    // "the country" of a speaker who names no other
    const isOwn =
      lemma(tree, o) === 'country' &&
      found.every((f) => known.some((k) => k.party === f.party)) &&
      xpos(tree, o) === 'NN' &&
      speaker !== undefined;
    return isOwn ? [{ party: stateOf(speaker), first: o, last: o + 1, confidence: 0.5 }] : found;
  });
}

/** "Turkey hosts two million Syrian refugees": whoever has them counts, too. */
const HOLDING = new Set([
  ...[
    'have',
    'host',
    'receive',
    'shelter',
    'take',
    'house',
    'welcome',
    'accept',
    'kill',
    'resettle',
    'admit',
  ],
  ...['absorb', 'burden', 'accommodate', 'rescue', 'evacuate', 'repatriate', 'deport', 'charge', 'arrest'],
]);

function subjectWord(tree: Tree, at: Placed): string {
  const subject = child(tree, at.predicate, 'nsubj');
  return subject === undefined ? '' : lemma(tree, subject);
}

const JOINING = new Set(['join', 'sign', 'ratify', 'accede', 'recognize', 'recognise', 'support', 'belong']);

/** Whether a counted noun is an argument of the verb, and not inside another noun's phrase ("the voices of 54 nations"). */
function hangsOnVerb(tree: Tree, noun: number): boolean {
  for (let i = noun, n = 0; i >= 0 && n < 5; i = head(tree, i), n++) {
    const rel = relation(tree, i);
    if (/^(nsubj|obj|iobj|root|xcomp|ccomp)$/.test(rel)) return true;
    if (rel === 'obl') return /^(to|by|of|from|)$/.test(prepositionOf(tree, i));
    const up = head(tree, i);
    const quantity = rel === 'nmod' && up >= 0 && CARRIES.has(lemma(tree, up));
    if (rel !== 'conj' && rel !== 'compound' && rel !== 'nummod' && !quantity) return false;
  }
  return false;
}

/** Nouns whose "of" tells how many: "the deployment of 500 soldiers". */
const CARRIES = new Set([
  ...['deployment', 'contribution', 'contingent', 'number', 'total', 'death', 'killing', 'loss', 'donation'],
  ...['population', 'contributor', 'force', 'displacement', 'delivery', 'arrival', 'reception'],
]);
