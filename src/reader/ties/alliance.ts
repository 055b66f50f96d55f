import type { Actor } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, refs, type Scene, wordsOf } from '../scene.js';
import { child, childrenBy, conjuncts, head, lemma, relation, upos } from '../tree.js';
import { isDefinite } from './agreement.js';
import { nameSides, pairFromDiscourse, pairsOf } from './parties.js';
import { isBody, sidesOf, uniqueSides } from './sides.js';
import { type FoundTie, frame } from './standing.js';
import { stepOf } from './steps.js';

const MILITARY = new Set(['military', 'defense', 'defence', 'treaty', 'security']);

/** "military alliance", "treaty ally", "alliance with", "our ally Japan". */
export function alliances(scene: Scene, i: number): FoundTie[] {
  const { tree, cast } = scene;
  // "the Pacific Alliance", "the Global Alliance for Vaccines" are names.
  if ((cast.partyAt[i] ?? -1) >= 0 || (cast.instrumentAt[i] ?? -1) >= 0) return [];
  const word = lemma(tree, i);
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  const military = modifiers.some((m) => MILITARY.has(m));
  if ((word === 'bloc' || word === 'pact') && !military) return [];
  if (word === 'alliance' && upos(tree, i) === 'PROPN' && nameSides(scene, i).length < 2) return [];
  if (
    modifiers.some((m) => /^(former|potential|traditional|natural|erstwhile|would-be)$/.test(m)) &&
    word === 'ally' &&
    modifiers.includes('former')
  )
    return [];
  const against = sidesOf(
    scene,
    childrenBy(tree, i, 'nmod', 'obl').filter((c) => prepositionOf(tree, c) === 'against'),
  );
  const body = bodyCalled(scene, i);
  const pairs =
    body === undefined ? (word === 'ally' ? allies(scene, i) : pairsOf(scene, i)) : [body.members];
  const step = stepOf(scene, i);
  const only =
    word !== 'ally' && step === undefined && body === undefined && child(tree, i, 'cop') === undefined;
  if (only && !isDefinite(scene, i)) return [];
  return pairs
    .map((parties) => parties.filter((p) => !against.some((a) => a.party === p.party)))
    .filter((parties) => parties.length >= 2)
    .map((parties) => ({
      tie: {
        ...frame(scene, i, parties, step),
        tie: 'alliance' as const,
        ...(body === undefined ? {} : { name: body.name }),
        ...(against.length === 0 ? {} : { against: refs(scene, against) }),
      },
      founding: false,
    }));
}

/** "The Quad between A, B and C is an emerging military alliance": the members that it names are the parties. */
function bodyCalled(scene: Scene, i: number): { name: string; members: Actor[] } | undefined {
  const { tree } = scene;
  const subject = child(tree, i, 'cop') === undefined ? undefined : child(tree, i, 'nsubj');
  if (subject === undefined) return undefined;
  const body = sidesOf(scene, [subject]).find((a) => isBody(scene, a.party));
  if (body === undefined) return undefined;
  const among = childrenBy(tree, subject, 'nmod', 'conj').flatMap((c) => conjuncts(tree, c));
  const led = nameSides(scene, i);
  const name = wordsOf(scene, body.first, body.last).replace(/^the /i, '') || body.party;
  const members = uniqueSides(scene, [...led, ...sidesOf(scene, among)]);
  return { name, members: members.filter((a) => a.party !== body.party) };
}

/** "A is an ally of B", "A and its ally B", "our ally B", "A, B's ally", "A's allies B and C", "A and B are allies". */
export function allies(scene: Scene, i: number): Actor[][] {
  const { tree } = scene;
  const owners = sidesOf(scene, [
    ...childrenBy(tree, i, 'nmod:poss'),
    ...childrenBy(tree, i, 'nmod').filter((c) => /^(of|to|with)$/.test(prepositionOf(tree, c))),
    ...childrenBy(tree, i, 'amod', 'compound').filter((c) => (scene.cast.partyAt[c] ?? -1) >= 0),
  ]);
  // "NATO ally": a member.
  if (owners.some((o) => isBody(scene, o.party)) && lemma(tree, i) === 'ally') return [];
  const others = identified(scene, i);
  if (owners.length === 0)
    return others.length === 2 && child(tree, i, 'cop') !== undefined && !isOneOf(scene, i) ? [others] : [];
  const [owner] = owners;
  if (owner === undefined) return [];
  const beside = others.filter((o) => !owners.some((own) => own.party === o.party));
  if (owners.length > 1 && beside.length > 1) return [];
  return beside.flatMap((other) => owners.map((own) => [other, own]));
}

/** "They are the first partners to do so": one of many, not each other's. */
function isOneOf(scene: Scene, i: number): boolean {
  const subjects = childrenBy(scene.tree, i, 'nsubj');
  return (
    subjects.some((s) => upos(scene.tree, s) === 'PRON') ||
    childrenBy(scene.tree, i, 'amod', 'det').some((c) =>
      /^(first|the|latest|last)$/.test(lemma(scene.tree, c)),
    )
  );
}

/** Who the noun says its holder is: subject, apposition, the name that it stands before. */
function identified(scene: Scene, i: number): Actor[] {
  const { tree, cast } = scene;
  if (child(tree, i, 'cop') !== undefined) return sidesOf(scene, clauseOf(tree, i).subjects);
  const rel = relation(tree, i);
  if (rel === 'xcomp' && /^(become|remain|stay)$/.test(lemma(tree, head(tree, i))))
    return sidesOf(scene, clauseOf(tree, head(tree, i)).subjects);
  if (rel === 'appos') return sidesOf(scene, [head(tree, i)]);
  const named = childrenBy(tree, i, 'appos', 'flat').filter((c) => (cast.partyAt[c] ?? -1) >= 0);
  if (named.length > 0) return sidesOf(scene, named);
  // "its ally Peru": the parser may hang the title on the name.
  const up = head(tree, i);
  if (
    /^(compound|nmod|flat)$/.test(rel) &&
    up === i + 1 &&
    (cast.partyAt[up] ?? -1) >= 0 &&
    prepositionOf(tree, i) === ''
  )
    return sidesOf(scene, [up]).slice(0, 1);
  if (prepositionOf(tree, i) === 'as' && /^(obl|nmod)$/.test(rel)) {
    const clause = clauseOf(tree, predicateOf(tree, i));
    return sidesOf(scene, clause.objects.length > 0 ? clause.objects : clause.subjects);
  }
  return [];
}

/** "The relationship is based on non-alignment": an alliance denied. */
export function nonAlignment(scene: Scene, i: number): FoundTie[] {
  const clause = clauseOf(scene.tree, predicateOf(scene.tree, i));
  const subject = clause.passive ? clause.objects : clause.subjects;
  const nouns = new Set(['relationship', 'partnership', 'tie', 'relation', 'cooperation']);
  const related = subject.find((s) => nouns.has(lemma(scene.tree, s)));
  if (related === undefined) return [];
  const [pair] = pairsOf(scene, related);
  const parties = pair ?? pairFromDiscourse(scene, i);
  if (parties.length < 2) return [];
  return [
    {
      tie: { ...frame(scene, i, parties, undefined), tie: 'alliance', modality: 'denied', status: 'absent' },
      founding: false,
    },
  ];
}
