import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf, isNegated, prepositionOf } from '../clause.js';
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
  // "Peru, as chair of it, and Chile": the chair is the one before.
  const [holder] = holders;
  const besides = holder !== undefined && holders.length === 1 && holder < i && head(tree, i) === holder;
  const members = statesOf(scene, holders).filter((m) => !besides || m.first < i);
  // "Peru's membership is not on the agenda": of what is not there nothing is told.
  if (relation(tree, i) === 'nsubj' && isNegated(tree, head(tree, i))) return [];
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
  // "the membership of Palestine in the United Nations": the parser may hang the body on the member.
  const beyond = childrenBy(tree, i, 'nmod')
    .filter((c) => prepositionOf(tree, c) === 'of' && (cast.partyAt[c] ?? -1) >= 0)
    .flatMap((c) => childrenBy(tree, c, 'nmod').filter((d) => /^(in|of|to)$/.test(prepositionOf(tree, d))))
    .flatMap((d) => bodyAt(scene, d));
  if (beyond[0] !== undefined && /^(membership|admission|accession|withdrawal)$/.test(lemma(tree, i)))
    return beyond[0];
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

/** Nouns that one has as a member: whose they are is the member. */
const TENURES =
  /^(participation|experience|term|tenure|mandate|time|work|election|admission|recognition|acceptance|performance|service|return|nurturing|responsibility|obligation|duty)$/;

const PRAISES = /^(commend|applaud|thank|praise|congratulate|appreciate|support|endorse|back|note|recall)$/;

/** The noun before "as" that somebody has as a member: "the admission of Palestine as a member". */
function tenureBefore(tree: Tree, i: number): number | undefined {
  const as = childrenBy(tree, i, 'case').find((c) => lemma(tree, c) === 'as') ?? -1;
  for (let t = as - 1; t >= 0 && t > as - 6; t--) {
    if (upos(tree, t) === 'VERB' || upos(tree, t) === 'PUNCT') return undefined;
    if (TENURES.test(lemma(tree, t)) && upos(tree, t) === 'NOUN')
      return ownersOf(tree, t).length > 0 ? t : undefined;
  }
  return undefined;
}

function ownersOf(tree: Tree, noun: number): number[] {
  return [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...childrenBy(tree, noun, 'nmod').filter((c) => prepositionOf(tree, c) === 'of'),
  ];
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
  const sought = candidateAbove(tree, i);
  if (sought !== undefined) return soughtBy(tree, sought);
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
  if (
    /^(obj|obl)$/.test(relation(tree, i)) &&
    /^(apply|aspire|seek|request|pursue)$/.test(lemma(tree, up)) &&
    /^(|for|to)$/.test(prepositionOf(tree, i))
  )
    return clauseOf(tree, up).subjects;
  if (/^(admission|accession|election|status|entry|acceptance)$/.test(lemma(tree, up)))
    return childrenBy(tree, up, 'nmod:poss');
  // "supports its readmission as a member"
  if (i > up && /^(support|back|endorse|urge|encourage)$/.test(lemma(tree, up)))
    return childrenBy(tree, i, 'nmod:poss');
  if (prepositionOf(tree, i) === 'as' && up >= 0) {
    const { subjects, passive, objects } = clauseOf(tree, predicateOf(tree, up));
    const held = passive ? objects : subjects;
    // "the participation of Namibia as a member", "the draft to admit": whose the noun is.
    if (relation(tree, i) === 'nmod' && TENURES.test(lemma(tree, up))) {
      const whose = ownersOf(tree, up).filter((c) => c !== i);
      // "supports Vietnam to fulfil its mandate as chair": whoever is to do it.
      if (whose.length > 0)
        return held.length > 0 && whose.every((c) => upos(tree, c) === 'PRON') ? held : whose;
    }
    // "calls for the admission of Palestine as a member", however the parser hangs it.
    const tenure = tenureBefore(tree, i);
    if (tenure !== undefined) return ownersOf(tree, tenure);
    // "commend Norway's election as a member", "thank Norway as chair": not whoever praises.
    if (!passive && PRAISES.test(lemma(tree, predicateOf(tree, up))) && i > up) {
      const whose = objects.filter((o) => TENURES.test(lemma(tree, o))).flatMap((o) => ownersOf(tree, o));
      return whose.length > 0 ? whose : objects;
    }
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

/** "its candidature for election as a member", "a bid for a seat as a member": the word that tells that it is only sought. */
function candidateAbove(tree: Tree, i: number): number | undefined {
  for (let at = head(tree, i), n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
    if (/^(candidacy|candidature|bid|application)$/.test(lemma(tree, at))) return at;
    if (!/^(election|seat|mandate|term|membership|status|position)$/.test(lemma(tree, at))) return undefined;
  }
  return undefined;
}

/** "its candidature", "the bid of Peru", "Peru has presented a candidature". */
function soughtBy(tree: Tree, noun: number): readonly number[] {
  const own = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...childrenBy(tree, noun, 'nmod').filter((c) => /^(of|by|from)$/.test(prepositionOf(tree, c))),
  ];
  return own.length > 0 ? own : clauseOf(tree, predicateOf(tree, noun)).subjects;
}

/** "This year we welcomed Namibia as a member", "we look forward to welcoming Palestine as a member". */
function welcoming(tree: Tree, i: number): number | undefined {
  const above = head(tree, i);
  const up =
    above >= 0 && relation(tree, i) === 'nmod' && relation(tree, above) === 'obj' ? head(tree, above) : above;
  if (up < 0 || prepositionOf(tree, i) !== 'as' || !/^(welcome|admit|receive)$/.test(lemma(tree, up)))
    return undefined;
  const governor = head(tree, up);
  const awaited = governor >= 0 && /^(look|hope|await|expect|forward)$/.test(lemma(tree, governor));
  return awaited || clauseOf(tree, up).past || clauseOf(tree, up).future ? up : undefined;
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
  const sought = candidateAbove(tree, i);
  if (sought !== undefined) return { token: sought, status: 'negotiating', founding: false };
  const tenure = prepositionOf(tree, i) === 'as' ? tenureBefore(tree, i) : undefined;
  if (tenure !== undefined && /^(admission|acceptance|election)$/.test(lemma(tree, tenure)))
    return { token: tenure, status: 'in-force', founding: false };
  const welcomed = welcoming(tree, i);
  if (welcomed !== undefined) return { token: welcomed, status: 'in-force', founding: false };
  // "cooperates with them through our membership" is no step of it.
  if (
    /^(through|via|by|with|during|in|under|given|despite)$/.test(prepositionOf(tree, i)) &&
    rel !== 'nmod' &&
    !/^(result|participate)$/.test(verb)
  )
    return /^(hold|exercise|occupy|serve|act)$/.test(verb)
      ? { token, status: 'in-force', founding: false }
      : undefined;
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
