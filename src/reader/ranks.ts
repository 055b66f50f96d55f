import { stateOf } from '../gazetteer/index.js';
import { actorsAt, actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, isTemporal, prepositionOf } from './clause.js';
import { unique } from './concerned.js';
import { frameOf, type Measure } from './measure.js';
import { isNamed, toPrincipal } from './named.js';
import { belowOf, phraseOf } from './phrase.js';
import { clauseExtent, predicateOf, type Scene } from './scene.js';
import {
  child,
  childrenBy,
  deprel,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';
import { wordingOf } from './wording.js';

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  ...[
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
  ],
  ...['nineteenth', 'twentieth'],
];
/** Ordinals in figures, and in words those that are not among them. */
const NUMBERED = /^(?:\d+(?:st|nd|rd|th)|\w+(?:ieth|dredth))$/;
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const SUPERLATIVES = new Set([
  'large',
  'big',
  'largest',
  'biggest',
  'small',
  'smallest',
  'poor',
  'poorest',
  'rich',
  'richest',
  'populous',
]);
/** What parties are ranked as. */
const RANKED = new Set([
  ...['partner', 'economy', 'market', 'donor', 'contributor', 'exporter', 'importer', 'producer', 'supplier'],
  ...['source', 'investor', 'recipient', 'emitter', 'country', 'democracy', 'host', 'destination', 'buyer'],
  ...[
    'consumer',
    'provider',
    'creditor',
    'lender',
    'customer',
    'nation',
    'state',
    'power',
    'trader',
    'island',
  ],
]);
/** Verbs with which "as" tells what somebody is. */
const AS =
  /^(rank|emerge|serve|act|establish|position|regard|recognize|recognise|see|know|describe|stand|consolidate|confirm)$/;
/** Verbs with which somebody is something. */
const BEING = new Set(['become', 'remain', 'be', 'stay', 'rank', 'overtake']);

/** "China's largest trading partner", "the second largest donor": who holds which rank, and whose it is. */
export function ranksOf(scene: Scene): Measure[] {
  const { tree } = scene;
  const found: Measure[] = [];
  for (let i = 0; i < tree.length; i++) {
    const made = RANKED.has(lemma(tree, i)) ? rankAt(scene, i) : undefined;
    if (made) found.push(made);
  }
  return found;
}

function rankAt(scene: Scene, noun: number): Measure | undefined {
  const { tree, cast } = scene;
  const superlative = superlativeOf(tree, noun);
  // "Among the largest donors" is no rank.
  if (superlative === undefined || xpos(tree, noun) === 'NNS') return undefined;
  const holders = holdersOf(scene, noun).filter(isNamed).map(toPrincipal);
  if (holders.length === 0 || holders.length > 2) return undefined;
  if (isOpen(scene, noun)) return undefined;
  const owners = [
    ...actorsAt(cast, noun),
    // "the second largest donor after Norway" is not Norway's.
    ...childrenBy(tree, noun, 'nmod')
      .filter((n) => !/^(after|behind|before|ahead)/.test(prepositionOf(tree, n)))
      .flatMap((n) => actorsOf(cast, [n])),
  ]
    .filter(isNamed)
    .map(toPrincipal)
    .filter((o) => !holders.some((h) => h.party === o.party));
  const predicate = predicateOf(tree, noun);
  const { first, last } = clauseExtent(tree, predicate);
  const at = {
    figure: { start: 0, end: 0, kind: 'count' as const, value: 1, unit: 'rank' },
    first: superlative.token,
    last: noun + 1,
    predicate,
    from: Math.min(first, superlative.token),
    to: Math.max(last, noun + 1),
  };
  const parties = unique([
    ...holders.map((a) => ({ ...a, role: 'holder' as const })),
    ...owners.map((a) => ({ ...a, role: 'of' as const })),
  ]);
  return {
    ...frameOf(scene, at, parties),
    quantity: 'rank',
    of: [
      tree.sentence.forms
        .slice(superlative.token, noun + 1)
        .join(' ')
        .toLowerCase()
        .replace(/ - /g, '-'),
      fieldOf(scene, noun),
    ]
      .filter(Boolean)
      .join(' '),
    value: superlative.place,
    unit: 'rank',
  };
}

/** "its biggest donor", "the largest partner of these nations": of whom is not known here. */
function isOpen(scene: Scene, noun: number): boolean {
  const { tree, cast } = scene;
  const owners = childrenBy(tree, noun, 'nmod:poss').filter((c) => upos(tree, c) === 'PRON');
  const holders = new Set(holdersOf(scene, noun).map((a) => stateOf(a.party)));
  // "We are its biggest donor": nobody is their own donor.
  if (owners.some((c) => actorsOf(cast, [c]).every((a) => holders.has(stateOf(a.party))))) return true;
  const after = tree.lemmas.slice(noun + 1, noun + 3).join(' ');
  if (/^(for|to|of|in) (this|that|these|those|they)$/.test(after) && upos(tree, noun + 2) === 'PRON')
    return true;
  return childrenBy(tree, noun, 'nmod', 'obl').some(
    (c) =>
      c > noun &&
      !isTemporal(tree, c) &&
      actorsOf(cast, [c]).length === 0 &&
      (upos(tree, c) === 'PRON' ||
        childrenBy(tree, c, 'det').some((d) => /^(this|that|these|those)$/.test(lemma(tree, d)))),
  );
}

/** In what the rank is: "contributor to peacekeeping operations", "market in Latin America", "Africa’s largest economy". */
function fieldOf(scene: Scene, noun: number): string {
  const { tree, cast } = scene;
  const below = childrenBy(tree, noun, 'nmod', 'obl')
    .filter((c) => c > noun && (relation(tree, c) === 'nmod' || /^(for|of|to)$/.test(prepositionOf(tree, c))))
    .map((c) => belowOf(scene, c))
    .filter((w) => w !== '');
  // "the smallest country ever to sit on the Council", but "the largest donor, followed by Mali"
  const clause = childrenBy(tree, noun, 'acl').find(
    (c) =>
      c > noun &&
      deprel(tree, c) === 'acl' &&
      xpos(tree, c) !== 'VBG' &&
      tree.sentence.forms[extent(tree, c).first - 1] !== ',' &&
      tree.sentence.forms[extent(tree, c).first] !== ',',
  );
  if (clause !== undefined) below.push(wordingOf(scene, clause, undefined));
  const owner = child(tree, noun, 'nmod:poss');
  const isPlace = owner !== undefined && upos(tree, owner) === 'PROPN' && (cast.partyAt[owner] ?? -1) < 0;
  const world = owner !== undefined && lemma(tree, owner) === 'world';
  const { first: from, last: to } = clauseExtent(tree, predicateOf(tree, noun));
  const each = /\bper (capita|head)\b/.exec(tree.lemmas.slice(from, to).join(' '))?.[0];
  // "In the Pacific region, Chile is the largest investor"
  const where = childrenBy(tree, predicateOf(tree, noun), 'obl')
    .filter((o) => /^(in|among|within)$/.test(prepositionOf(tree, o)) && !isTemporal(tree, o))
    .filter((o) => WHERE.test(lemma(tree, o)))
    .map((o) => `${prepositionOf(tree, o)} ${phraseOf(scene, o)}`);
  const place = isPlace ? [`in ${phraseOf(scene, owner)}`] : world ? ['in the world'] : [];
  return [...new Set([...below, ...where, ...place, ...(each ? [each] : [])])].join(' ');
}

const WHERE = /^(region|subregion|continent|world|hemisphere|area|group|country|nation|state|member)$/;

/** The superlative before a noun and its place: "second largest" is 2. */
function superlativeOf(tree: Tree, noun: number): { token: number; place: number } | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    const form = (tree.sentence.forms[i] ?? '').toLowerCase();
    const compound = /^(\w+)-(largest|biggest|smallest|poorest)$/.exec(form);
    if (compound) {
      const place = placeOf(compound[1] ?? '');
      return place === undefined ? undefined : { token: i, place };
    }
    if (!SUPERLATIVES.has(lemma(tree, i)) || !/est$|populous$/.test(form)) continue;
    const before = [tree.sentence.forms[i - 1], tree.sentence.forms[i - 2]].map((w) =>
      (w ?? '').toLowerCase(),
    );
    // "one of the largest donors" is no rank.
    if (
      tree.lemmas
        .slice(Math.max(0, i - 4), i)
        .join(' ')
        .includes('one of')
    )
      return undefined;
    const word = before[0] === '-' ? before[1] : before[0];
    // "thirty-second" is not read.
    if (tree.lemmas.slice(Math.max(0, i - 5), i).some((w) => TENS.test(w))) return undefined;
    const isOrdinal = ORDINALS.includes(word ?? '') || NUMBERED.test(word ?? '');
    const place = isOrdinal ? placeOf(word ?? '') : 1;
    return place === undefined ? undefined : { token: i, place };
  }
  return undefined;
}

/** "third", "3rd"; undefined for what is no ordinal that we read. */
function placeOf(word: string): number | undefined {
  const figure = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (figure !== undefined) return Number(figure);
  const place = ORDINALS.indexOf(word) + 1;
  return place > 0 ? place : undefined;
}

/** Who is that: the subject of "is" and "became", or whom the phrase stands beside. */
function holdersOf(scene: Scene, noun: number): Actor[] {
  const { tree, cast } = scene;
  if (child(tree, noun, 'cop') !== undefined) return actorsOf(cast, clauseOf(tree, noun).subjects);
  const up = head(tree, noun);
  if (up < 0) return [];
  const rel = relation(tree, noun);
  if (rel === 'appos') return actorsAt(cast, up);
  if (rel === 'nsubj' || rel === 'nmod') return [];
  const beside = childrenBy(tree, noun, 'appos').flatMap((a) => actorsAt(cast, a));
  if (beside.length > 0) return beside;
  const marker = lemma(tree, child(tree, noun, 'case') ?? noun);
  const being =
    isPredicate(tree, up) &&
    (BEING.has(lemma(tree, up)) ||
      (rel === 'obl' && marker === 'as' && (noun < up || AS.test(lemma(tree, up)))));
  return being && /^(xcomp|obj|obl)$/.test(rel) ? actorsOf(cast, becoming(tree, up)) : [];
}

/** "ASEAN overtook the EU to become …": who overtakes becomes, not whom; but who helps another to become does not. */
function becoming(tree: Tree, verb: number): readonly number[] {
  const up = head(tree, verb);
  const purpose = up >= 0 && child(tree, verb, 'mark') !== undefined && child(tree, up, 'obj') !== undefined;
  return purpose && !HELPS.has(lemma(tree, up)) ? clauseOf(tree, up).subjects : clauseOf(tree, verb).subjects;
}

const HELPS = new Set(['help', 'make', 'allow', 'enable', 'expect', 'want', 'invite', 'lead', 'cause']);
