import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import { child, childrenBy, conjuncts, head, lemma, relation, type Tree, upos } from '../tree.js';
import { bodyAt, ENDING, isLonger, membership, PAUSING, statesOf } from './membership.js';
import { outlookOf } from './outlook.js';
import { isBody, principalOf } from './sides.js';
import type { FoundTie } from './standing.js';
import type { Step } from './steps.js';
import { chaired, ROLES, timed } from './terms.js';

/** "holds the chair", "took over the presidency", "became a member" where the parser sees an object. */
function holds(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  if (up < 0) return false;
  const verb = lemma(tree, up);
  if (relation(tree, i) === 'obj' || relation(tree, i) === 'xcomp')
    return /^(hold|take|assume|become|elect|appoint|gain|obtain|remain|exercise|occupy|receive|acquire|be)$/.test(
      verb,
    );
  return (
    relation(tree, i) === 'obl' &&
    /^(serve|elect|act|work|admit|recognize|recognise|join)$/.test(verb) &&
    prepositionOf(tree, i) === 'as'
  );
}

/** "Vietnam is the incumbent ASEAN Chair", "India, a member of the Quad", "Kuwait's membership in the Security Council". */
export function membershipByNoun(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  const word = lemma(tree, i);
  const body = bodyOfRole(scene, i);
  if (body === undefined) return [];
  const role = ROLES.get(word) ?? 'member';
  // The Assembly is presided over by a person, not by that person's state.
  if (role === 'chair' && /^UNGA|^UN$/.test(body.party)) return [];
  if (word === 'candidate' && relation(tree, i) === 'conj') return [];
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  if (modifiers.some((m) => /^(fellow|other|potential|would-be|vice|deputy)$/.test(m)) || /^vice/.test(word))
    return [];
  const holders = holdersOf(scene, i);
  if (holders.length > 8) return [];
  const members = statesOf(scene, holders);
  const step = stepOfRole(scene, i);
  return membership(scene, i, predicateOf(tree, i), members, body, role, step).map((found) => ({
    ...found,
    tie: role === 'chair' ? chaired(scene, i, timed(scene, i, found.tie)) : timed(scene, i, found.tie),
  }));
}

/** The body whose role it is: "ASEAN Chair", "member of the Quad", "membership in the WTO", "an EU member state". */
function bodyOfRole(scene: Scene, i: number): Actor | undefined {
  const { tree, cast } = scene;
  // "the UK, a Member of the United Nations": one name holds role and body.
  const at = partyMention(cast, i);
  const own = at === undefined ? undefined : principalOf(at.id);
  if (at !== undefined && own !== undefined)
    return isBody(scene, own) && !isLonger(scene, at) && (own !== at.id || at.last - at.first > 1)
      ? { party: own, first: at.first, last: at.last, confidence: at.confidence }
      : undefined;
  const behind = childrenBy(tree, i, 'nmod')
    .filter((c) => /^(of|in|to|at|with|within|on)$/.test(prepositionOf(tree, c)))
    .flatMap((c) => bodyAt(scene, c));
  if (behind[0] !== undefined) return behind[0];
  // "a member of the Committee on …" has a body of its own that we do not know.
  if (childrenBy(tree, i, 'nmod').some((c) => prepositionOf(tree, c) === 'of')) return undefined;
  const before = childrenBy(tree, i, 'compound', 'amod', 'nmod:poss').filter((c) => c < i);
  for (const c of before) {
    const mention = partyMention(cast, c);
    if (mention !== undefined && !mention.id.includes('/') && isBody(scene, mention.id) && mention.last <= i)
      return { party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence };
  }
  return undefined;
}

const WELCOMES = /^(welcome|greet|see|accept|receive|congratulate|regard|recogni[sz]e|admit)$/;

/** "a request by Korea to become a member": who asks, not who supports the request. */
function askedBy(tree: Tree, verb: number): number[] | undefined {
  const up = head(tree, verb);
  if (up < 0) return undefined;
  // The parser may hang "to become" on the verb that has the request as its object.
  const noun =
    relation(tree, verb) === 'acl'
      ? up
      : childrenBy(tree, up, 'obj').find((o) =>
          /^(request|application|bid|wish|desire|effort|aspiration)$/.test(lemma(tree, o)),
        );
  if (noun === undefined) return undefined;
  const by = childrenBy(tree, noun, 'nmod').filter((c) => /^(by|of)$/.test(prepositionOf(tree, c)));
  return by.length > 0 ? by : undefined;
}

/** Whose role it is, as tokens. */
function holdersOf(scene: Scene, i: number): readonly number[] {
  const { tree } = scene;
  if (child(tree, i, 'cop') !== undefined) return clauseOf(tree, i).subjects;
  const owners = childrenBy(tree, i, 'nmod:poss').filter((c) => {
    const mention = partyMention(scene.cast, c);
    return mention === undefined || !isBody(scene, principalOf(mention.id));
  });
  if (owners.length > 0) return owners;
  if (relation(tree, i) === 'appos') return [head(tree, i)];
  const up = head(tree, i);
  if (WELCOMES.test(lemma(tree, up)) && prepositionOf(tree, i) === 'as') return clauseOf(tree, up).objects;
  if (holds(tree, i)) {
    const asked = askedBy(tree, up);
    if (asked !== undefined) return asked;
    const clause = clauseOf(tree, up);
    return /^(elect|appoint|admit|recogni[sz]e)$/.test(lemma(tree, up)) ? clause.objects : clause.subjects;
  }
  if (/^(admission|accession|election|status|entry|acceptance)$/.test(lemma(tree, up)))
    return childrenBy(tree, up, 'nmod:poss');
  // "supports its readmission as a member"
  if (i > up && /^(support|back|endorse|urge|encourage)$/.test(lemma(tree, up)))
    return childrenBy(tree, i, 'nmod:poss');
  if (prepositionOf(tree, i) === 'as' && up >= 0) {
    const { subjects, passive, objects } = clauseOf(tree, predicateOf(tree, up));
    const held = passive ? objects : subjects;
    // "As a member of the Council, Peru …", "Peru, as a member of the Council, …"
    return relation(tree, i) === 'nmod' && (scene.cast.partyAt[up] ?? -1) >= 0 ? [up] : held;
  }
  const apposed = childrenBy(tree, i, 'appos').filter((c) => actorsAt(scene.cast, c).length > 0);
  if (apposed.length > 0 && upos(tree, i) !== 'PROPN') return apposed;
  // "the membership of Peru in", "the admission of Peru to"
  const of = childrenBy(tree, i, 'nmod').filter((c) => /^(of|by)$/.test(prepositionOf(tree, c)));
  return /^(admission|accession|withdrawal|entry|departure|suspension|expulsion|membership|readmission)$/.test(
    lemma(tree, i),
  )
    ? of.flatMap((c) => conjuncts(tree, c))
    : [];
}

/** How the role begins or ends: "became", "was elected", "applied for membership", "admission to". */
function stepOfRole(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  if (/^(admission|accession|entry|readmission)$/.test(word))
    return { token: i, status: 'in-force', founding: false };
  if (ENDING.has(word)) return { token: i, status: 'ended', founding: false };
  if (PAUSING.has(word)) return { token: i, status: 'suspended', founding: false };
  // "support for Peru's membership": whether it is real is asked of its governors.
  if (/^(membership|candidacy)$/.test(word) && outlookOf(scene, i) === 'proposed')
    return { token: i, status: 'in-force', founding: false };
  // "Peru's membership would be a mistake".
  const only = relation(tree, i) === 'nsubj' && outlookOf(scene, i) === 'hypothetical';
  if (word === 'membership' && only) return { token: i, status: 'in-force', founding: false };
  const up = head(tree, i);
  if (up < 0 || child(tree, i, 'cop') !== undefined) return undefined;
  const verb = lemma(tree, up);
  const token = up;
  const rel = relation(tree, i);
  if (prepositionOf(tree, i) === 'as' && !/^(elect|admit|serve|election|bid|candidacy|seat)$/.test(verb))
    return undefined;
  if (/^(obj|xcomp|obl|nmod)$/.test(rel)) {
    if (
      /^(become|assume|take|gain|obtain|acquire|elect|admit|receive|join|admission|election|grant|get|win|attain)$/.test(
        verb,
      )
    )
      return { token, status: 'in-force', founding: false };
    if (
      /^(seek|apply|aspire|want|desire|bid|application|candidacy|aspiration|candidate|request|pursue)$/.test(
        verb,
      )
    )
      return { token: i, status: 'negotiating', founding: false };
    if (/^(end|conclude|relinquish|lose|renounce|leave|finish|complete)$/.test(verb))
      return { token, status: 'ended', founding: false };
    if (/^(suspend|freeze|suspension)$/.test(verb)) return { token, status: 'suspended', founding: false };
  }
  if (/^(hold|exercise|occupy|serve|act)$/.test(verb))
    return { token: up, status: 'in-force', founding: false };
  return undefined;
}
