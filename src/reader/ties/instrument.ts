import type { Mention } from '../../gazetteer/index.js';
import type { Actor } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene, wordsOf } from '../scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos } from '../tree.js';
import { deciders } from './deciders.js';
import { praised } from './holders.js';
import { nameStart, nounName } from './names.js';
import { isSpoken, sidesOf, uniqueSides } from './sides.js';
import { type FoundTie, frame } from './standing.js';
import { type Step, stepOf } from './steps.js';

/** A named instrument and who signs, ratifies, joins or leaves it, or that its few parties negotiate it. */
export function namedAgreement(scene: Scene, i: number, mention: Mention): FoundTie[] {
  const { tree, gazetteer } = scene;
  const instrument = gazetteer.instruments.get(mention.id);
  const up = head(tree, i);
  if (up >= mention.first && up < mention.last) return [];
  if (instrument?.kind !== 'agreement') return [];
  const top = topOf(scene, i, mention);
  // "the protocol to the treaty" is another instrument.
  const apart = protocolBefore(tree, mention);
  const further = apart !== undefined;
  const name = further
    ? wordsOf(scene, nameStart(scene, apart), mention.last)
    : nounName(scene, i, mention.first);
  const talks = talksOf(tree, top);
  const step =
    talks === undefined
      ? (partyTo(scene, top) ?? stepOf(scene, top))
      : { token: talks, status: 'negotiating' as const, founding: false };
  if (step === undefined) return [];
  const few = instrument.parties.length > 0 && instrument.parties.length <= FEW;
  if (!ACTS_ON.test(lemma(tree, step.token)) && talks === undefined) return [];
  const known = few
    ? instrument.parties.map((k) => ({
        party: k.party,
        first: mention.first,
        last: mention.last,
        confidence: 0.7,
      }))
    : nameParties(scene, mention);
  const doers = doersOf(scene, top, step);
  // "the treaty signed in 1972": between whom is known where they are few.
  const impersonal =
    talks !== undefined ||
    (few && relation(tree, step.token) === 'acl' && clauseOf(tree, step.token).subjects.length === 0);
  const parties = impersonal && doers.length === 0 ? known : doers;
  if (parties.length === 0 || (talks !== undefined && parties.length < 2 && !few)) return [];
  // "we have adopted the convention": in a speech that is everybody.
  const collective = COLLECTIVE.test(lemma(tree, step.token));
  if (isSpoken(scene) && collective && byWe(scene, step)) return [];
  // "the Assembly adopted the treaty": nobody is a party to it by that.
  if (collective && !few && parties.length < 2) return [];
  const own = uniqueSides(scene, parties).filter(
    (p) => doers.length === 0 || p.first < mention.first || p.last > mention.last,
  );
  if (own.length === 0) return [];
  // "the countries that signed the Charter of the United Nations": it names no party of itself.
  if (
    own.every((p) => p.first >= mention.first && p.last <= mention.last) &&
    step.status !== 'negotiating' &&
    !few
  )
    return [];
  const base = frame(scene, i, own, step);
  return [
    {
      tie: { ...base, tie: 'agreement', name, ...(further ? {} : { instrument: mention.id }) },
      founding: step.founding,
    },
  ];
}

const FEW = 4;
const SEPARATE = /^(protocol|annex|amendment)$/;

/** The protocol or amendment whose name ends in the instrument's: "the Optional Protocol to the Covenant". */
function protocolBefore(tree: Tree, mention: Mention): number | undefined {
  let at = mention.first - 1;
  while (at > 0 && /^(to|the|of|thereto)$/i.test(tree.sentence.forms[at] ?? '')) at--;
  return at >= 0 && at < mention.first - 1 && SEPARATE.test(lemma(tree, at)) ? at : undefined;
}

/** Acts by which one becomes or ceases to be a party; not "implement", "welcome", "uphold". */
const ACTS_ON =
  /^(sign|ratify|accede|join|rejoin|conclude|ink|initial|withdraw|leave|quit|denounce|terminate|abrogate|suspend|negotiate|enter|exit|adopt|reach|seal|finali[sz]e|signature|signing|ratification|accession|adhesion|adherence|adhere|withdrawal|party|signatory|member|renew|extend|scrap|pull|renounce|repudiate|cancel|end|state|country|become|negotiation|talk)$/;
const COLLECTIVE = /^(adopt|reach|conclude|finali[sz]e|achieve|seal|negotiate|launch|renew|extend|enter)$/;

function byWe(scene: Scene, step: Step): boolean {
  const { tree } = scene;
  const subjects = clauseOf(tree, predicateOf(tree, step.token)).subjects;
  return subjects.some((s) => upos(tree, s) === 'PRON');
}

/** "the protocol to the treaty", "the text of the treaty": what is signed is the noun above. */
function topOf(scene: Scene, i: number, mention: Mention): number {
  const { tree } = scene;
  const up = head(tree, i);
  if (up < 0 || (up >= mention.first && up < mention.last)) return i;
  if (
    /^(nmod|compound)$/.test(relation(tree, i)) &&
    /^(protocol|text|provision|instrument|agreement|treaty|convention|annex|amendment|statute)$/.test(
      lemma(tree, up),
    )
  )
    return up;
  return i;
}

/** "a party to the treaty", "a signatory of". */
export function partyTo(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  const up = head(tree, i);
  if (up < 0 || relation(tree, i) !== 'nmod' || !/^(party|signatory|member)$/.test(lemma(tree, up)))
    return undefined;
  if (!/^(to|of)$/.test(prepositionOf(tree, i))) return undefined;
  const verb = head(tree, up);
  if (verb >= 0 && lemma(tree, verb) === 'become' && relation(tree, up) === 'xcomp')
    return { token: verb, status: 'in-force', founding: false };
  return { token: up, status: 'in-force', founding: false };
}

/** Who takes the step: subject, owner ("Iran's ratification of"), "the accession of Peru to". */
export function doersOf(scene: Scene, i: number, step: Step): Actor[] {
  const { tree } = scene;
  const { token } = step;
  if (upos(tree, token) === 'VERB') return verbDoers(scene, token);
  const own = sidesOf(scene, [
    ...childrenBy(tree, token, 'nmod:poss'),
    ...childrenBy(tree, token, 'nmod').filter((c) => c !== i && /^(of|by)$/.test(prepositionOf(tree, c))),
  ]);
  if (own.length > 0) return own;
  if (child(tree, token, 'cop') !== undefined) return sidesOf(scene, clauseOf(tree, token).subjects);
  const rel = relation(tree, token);
  if (rel === 'appos') return sidesOf(scene, [head(tree, token)]);
  // "deposited its instrument of ratification"
  const deposited = rel === 'nmod' && lemma(tree, head(tree, token)) === 'instrument';
  if (rel === 'nsubj' || (rel === 'nmod' && !deposited)) return [];
  const governor = predicateOf(tree, token);
  if (governor === token) return [];
  if (
    /^(become|remain|announce|complete|deposit|declare|decide|plan|have|consider|be)$/.test(
      lemma(tree, governor),
    ) ||
    prepositionOf(tree, token) === 'as'
  )
    return sidesOf(scene, clauseOf(tree, governor).subjects);
  return [];
}

function verbDoers(scene: Scene, token: number): Actor[] {
  const { tree } = scene;
  const clause = clauseOf(tree, token);
  const subjects = deciders(tree, token) ?? praised(tree, token) ?? clause.subjects;
  // "I invite us all to sign": everybody, not the voice.
  if (lemma(tree, token - 2) === 'all' && lemma(tree, token - 1) === 'to') return [];
  if (subjects.length > 6) return [];
  return sidesOf(scene, subjects);
}

/** States and bodies whose names are words of an instrument's name. */
function nameParties(scene: Scene, mention: Mention): Actor[] {
  const { sentence } = scene.tree;
  const found: Actor[] = [];
  for (let i = mention.first; i < mention.last; i++) {
    const form = sentence.forms[i] ?? '';
    const party = /^\p{Lu}\p{L}+$/u.test(form) ? scene.gazetteer.lookup(form) : undefined;
    if (party !== undefined && !party.includes('/'))
      found.push({ party, first: i, last: i + 1, confidence: 0.6 });
  }
  return found;
}

/** "the free trade agreement negotiations", "negotiations on the treaty". */
export function talksOf(tree: Tree, i: number): number | undefined {
  const up = head(tree, i);
  const isTalk = (t: number) => /^(negotiation|talk)$/.test(lemma(tree, t)) && upos(tree, t) === 'NOUN';
  if (up >= 0 && isTalk(up) && /^(nmod|compound)$/.test(relation(tree, i))) return up;
  if (i + 1 < tree.length && isTalk(i + 1) && head(tree, i) !== i - 1) return i + 1;
  return undefined;
}
