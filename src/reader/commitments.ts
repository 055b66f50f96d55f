import type { Actor } from './cast.js';
import { isQuotedAtLength } from './claim.js';
import { type Clause, clauseOf } from './clause.js';
import { ownVoice } from './own-voice.js';
import { isBareAct, type Promised, promisedActs } from './promises/acts.js';
import { dueOf } from './promises/deadlines.js';
import { type Commitment, commitment, tellsOfFuture, wholeCommitment } from './promises/fields.js';
import { isMisread, isOfThePast, isOutcome } from './promises/foretold.js';
import { mayPromise } from './promises/likely.js';
import {
  bindable,
  bound,
  isInfinitive,
  isOnlyConsequence,
  isOnlyHoped,
  underCondition,
} from './promises/obligors.js';
import { programmeAt } from './promises/programme.js';
import { isRemark } from './promises/remarks.js';
import { isDemanded, isEmbedded, isEverybodys, isTitle, isUrged, lacksFuture } from './promises/rhetoric.js';
import {
  AIMING,
  CHANGING,
  GIVING,
  GOALS,
  MAKING,
  PROMISES,
  PROMISING,
  SAYING,
  SETTING,
  SPEAKING,
  STATES,
  WILLING,
} from './promises/words.js';
import { clauseExtent, type Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/**
 * What parties bind themselves to. The obligor speaks ("we will", "China will never"), or is reported promising; parties
 * to an agreement or a joint statement are bound by its "shall" and "will". What a text expects or hopes of others is a claim.
 */
export function commitmentsOf(scene: Scene): Commitment[] {
  const { tree } = scene;
  const found: Commitment[] = [];
  if (isQuotedAtLength(scene)) return found;
  for (let i = 0; i < tree.length; i++) {
    if (isPredicate(tree, i)) for (const one of promisesAt(scene, i)) found.push(one);
    else if (PROMISES.has(lemma(tree, i))) for (const one of promiseNoun(scene, i)) found.push(one);
  }
  return found;
}

function promisesAt(scene: Scene, i: number): Commitment[] {
  const { tree } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  if (!mayPromise(tree, i, word, clause)) return [];
  if (underCondition(tree, i) || isOnlyHoped(tree, i) || isEmbedded(tree, i) || isTitle(scene, i)) return [];
  if (isEverybodys(scene, i, subjectsOf(clause)) || isDemanded(tree, i)) return [];
  if (PROMISING.has(word) || (WILLING.has(word) && (upos(tree, i) === 'ADJ' || upos(tree, i) === 'VERB')))
    return promiseByVerb(scene, i, clause);
  if (relation(tree, i) === 'acl') return [];
  if (AIMING.has(word)) return aimAt(scene, i, clause);
  const future = clause.future ? futureAt(scene, i, clause) : reportedFuture(scene, i, clause);
  if (future.length > 0) return future;
  const other = goalAt(scene, i, clause) ?? programmeAt(scene, i, clause);
  return other ? [other] : [];
}

const OWN_PEOPLE = /^(?:citizen|people|child|voter)$/;

/** "pledged to", "agreed that … will", "is ready to". */
function promiseByVerb(scene: Scene, i: number, clause: Clause): Commitment[] {
  const { tree } = scene;
  const word = lemma(tree, i);
  if (clause.negated || clause.modal !== undefined || isInfinitive(tree, i) || isUrged(tree, i)) return [];
  // "measures being undertaken to": by whom is not said.
  if (clause.passive && clause.subjects.length === 0 && PROMISING.has(word) && word !== 'commit') return [];
  // "are we ready to do something": asked, though no mark follows.
  if (childrenBy(tree, i, 'cop', 'aux').some((a) => subjectsOf(clause).some((b) => a < b && b < i)))
    return [];
  // "We were already committed to that path": history, unless somebody reports it.
  if (isOfThePast(scene, i, clause)) return [];
  // "larger than they were willing to give"
  if (WILLING.has(word) && word !== 'committed' && relation(tree, i) === 'advcl') return [];
  // "committed resources", but "committed the country to"
  const object = child(tree, i, 'obj');
  if (word === 'commit' && object !== undefined && !isSelf(scene, object)) return [];
  if (relation(tree, i) === 'acl' && xpos(tree, i) !== 'VBG') return [];
  // "principles: guaranteeing the security of all"
  if (word === 'guarantee' && xpos(tree, i) === 'VBG' && child(tree, i, 'aux') === undefined) return [];
  const action = actionOf(tree, i);
  if (action === undefined) return [];
  // "Malta agrees that we should": an opinion.
  if (word === 'agree' && !clause.past && clauseOf(tree, action).modal === 'should') return [];
  // "China agreed with Russia to hold talks": both did.
  const agreed = word === 'agree' ? clause.obliques.filter((o) => o.preposition === 'with') : [];
  const subjects = subjectsOf(clause);
  const obligors =
    bindable(scene, subjects).length === 0
      ? []
      : bindable(scene, [...subjects, ...agreed.map((o) => o.head)]);
  // A law or a text guarantees; it is no party. What is guaranteed now is told, not promised: "that is how we guarantee it".
  if (
    word === 'guarantee' &&
    (clause.subjects.some((s) => lemma(tree, s) === 'it') || isToldNow(tree, i, action))
  )
    return [];
  // "committed to its citizens": to whom, not what.
  if (OWN_PEOPLE.test(lemma(tree, action)) && !isPredicate(tree, action)) return [];
  if (obligors.length === 0) return [];
  const confidence = WILLING.has(word) && word !== 'committed' ? 0.6 : 0.75;
  return acts(scene, i, action, obligors, confidence);
}

function isToldNow(tree: Tree, i: number, action: number): boolean {
  return !clauseOf(tree, i).future && !isPredicate(tree, action) && xpos(tree, i) !== 'VBD';
}

/** "itself", "the country": whoever can be bound. */
function isSelf(scene: Scene, object: number): boolean {
  return upos(scene.tree, object) === 'PRON' || bindable(scene, [object]).length > 0;
}

/** "we will": the party's own word about what it does, not about how things will be. */
function futureAt(scene: Scene, i: number, clause: Clause): Commitment[] {
  const { tree } = scene;
  // What is coordinated with the first verb is its promise, too.
  if (relation(tree, i) === 'conj' && isBareAct(tree, i) && isPredicate(tree, head(tree, i))) return [];
  if (clause.passive || !isDeed(scene, i, clause) || isOnlyConsequence(scene, i)) return [];
  if (lacksFuture(tree, i) || isMisread(tree, i) || isOutcome(tree, i)) return [];
  if (isRemark(tree, i, clause)) return [];
  const own = bound(scene, i, clause.subjects);
  return own.length === 0 ? [] : acts(scene, i, i, own, 0.7);
}

/** "China said it would lift the ban": the same, told in the past. */
function reportedFuture(scene: Scene, i: number, clause: Clause): Commitment[] {
  const { tree } = scene;
  if (clause.modal !== 'would' || clause.passive || !isDeed(scene, i, clause)) return [];
  if (/^(?:like|prefer|welcome|urge|hope|love|rather)$/.test(lemma(tree, i))) return [];
  if (childrenBy(tree, i, 'advcl').some((c) => underCondition(tree, c))) return [];
  const [report] = ownVoice(scene, i).attribution;
  const up = head(tree, i);
  if (!report || relation(tree, i) !== 'ccomp' || xpos(tree, up) !== 'VBD' || lemma(tree, up) === 'warn')
    return [];
  const own = bound(scene, i, clause.subjects);
  return own.length === 0 ? [] : acts(scene, i, i, own, 0.6);
}

function isDeed({ tree }: Scene, i: number, clause: Clause): boolean {
  if (child(tree, i, 'cop') !== undefined && !WILLING.has(lemma(tree, i))) return false;
  if (clause.subjects.some((s) => lemma(tree, s) === 'i') && SPEAKING.has(lemma(tree, i))) return false;
  if (SAYING.has(lemma(tree, i))) return false;
  // "will carry greater weight", "will pay a price": what comes of it.
  if (clause.objects.some((o) => /^(?:weight|price|fruit|consequence|place|shape)$/.test(lemma(tree, o))))
    return false;
  const turns = /^(?:start|stop|move)$/.test(lemma(tree, i)) && child(tree, i, 'xcomp') !== undefined;
  if (CHANGING.has(lemma(tree, i)) && clause.objects.length === 0 && !turns) return false;
  // "It will take into account": a text does.
  if (
    clause.obliques.some((o) => lemma(tree, o.head) === 'account' && o.preposition === 'into') &&
    clause.subjects.every((s) => lemma(tree, s) === 'it')
  )
    return false;
  // "It will enter into force": a text does.
  if (clause.obliques.some((o) => lemma(tree, o.head) === 'force' && o.preposition === 'into')) return false;
  // "will remain committed to" is found at "committed".
  const held = child(tree, i, 'xcomp');
  if (held !== undefined && (WILLING.has(lemma(tree, held)) || lemma(tree, held) === 'commit')) return false;
  // "will continue to confront difficulties", "will not have to": what matters is the verb below.
  if (
    /^(?:have|need|say|argue|claim)$/.test(lemma(tree, i)) &&
    (held !== undefined || lemma(tree, i) === 'say')
  )
    return false;
  const verb = /^(?:continue|begin|start|keep|get)$/.test(lemma(tree, i)) ? (held ?? i) : i;
  return !STATES.has(lemma(tree, verb));
}

/** "aims to cut emissions by 2030". */
function aimAt(scene: Scene, i: number, clause: Clause): Commitment[] {
  const { tree } = scene;
  const action = child(tree, i, 'xcomp') ?? childrenBy(tree, i, 'advcl').find((c) => isInfinitive(tree, c));
  if (action === undefined || clause.passive || clause.negated || clause.modal !== undefined) return [];
  // "intended that gesture to express"
  if (childrenBy(tree, i, 'obj').some((o) => o < action)) return [];
  if (isOfThePast(scene, i, clause)) return [];
  // "a plan fit for us as we aim to grow": only the occasion; "while we aim to cut emissions" promises beside.
  const marker = child(tree, i, 'mark');
  if (
    relation(tree, i) === 'advcl' &&
    (marker === undefined || !/^(while|whilst|although|though)$/.test(lemma(tree, marker)))
  )
    return [];
  if (isInfinitive(tree, i) || isUrged(tree, i) || STATES.has(lemma(tree, action))) return [];
  // "I had intended to speak of …", "I intend to say"
  const speaks =
    clause.subjects.some((s) => lemma(tree, s) === 'i') &&
    (SPEAKING.has(lemma(tree, action)) || /^(?:state|do)$/.test(lemma(tree, action)));
  if (speaks) return [];
  const { first, last } = clauseExtent(tree, action);
  const dated = dueOf(scene, i, action, first, last) !== undefined;
  const obligors = dated ? bindable(scene, clause.subjects) : bound(scene, i, clause.subjects);
  return obligors.length === 0 ? [] : acts(scene, i, action, obligors, 0.55);
}

/** "formulated a vision for a community by 2020": a goal that a party sets itself, with a date. */
function goalAt(scene: Scene, i: number, clause: Clause): Commitment | undefined {
  if (!SETTING.has(lemma(scene.tree, i)) || clause.negated || xpos(scene.tree, i) === 'VBG') return undefined;
  const goal = clause.objects.find((o) => GOALS.has(lemma(scene.tree, o)));
  if (goal === undefined) return undefined;
  const obligors = bindable(scene, clause.subjects);
  if (obligors.length === 0) return undefined;
  const made = commitment(scene, i, { verb: goal, last: goal }, obligors, 0.6);
  return made.due === undefined || !/\bby\b/i.test(made.action) ? undefined : made;
}

/** "reaffirmed its commitment to reduce", "make a pledge to". */
function promiseNoun(scene: Scene, i: number): Commitment[] {
  const { tree } = scene;
  const maker = head(tree, i);
  if (maker < 0 || !isPredicate(tree, maker) || !MAKING.has(lemma(tree, maker))) return [];
  const clause = clauseOf(tree, maker);
  if (clause.negated || isInfinitive(tree, maker) || isUrged(tree, maker)) return [];
  if (isOnlyHoped(tree, maker) || underCondition(tree, maker) || isTitle(scene, maker)) return [];
  if (isEverybodys(scene, maker, clause.subjects)) return [];
  // "entered into a commitment", but "appreciation for his commitment"
  const isInto = lemma(tree, child(tree, i, 'case') ?? i) === 'into';
  if (relation(tree, i) !== 'obj' && !(relation(tree, i) === 'obl' && isInto)) return [];
  // A meeting or a theme that reaffirms something is no party.
  if (relation(tree, maker) === 'acl' || clause.subjects.some((s) => lemma(tree, s) === 'it')) return [];
  const action =
    childrenBy(tree, i, 'acl').find((c) =>
      childrenBy(tree, c, 'mark').some((m) => lemma(tree, m) === 'to'),
    ) ?? childrenBy(tree, i, 'nmod').find((c) => lemma(tree, child(tree, c, 'case') ?? c) === 'to');
  // "a promise to our citizens": to whom, not what.
  if (action === undefined || OWN_PEOPLE.test(lemma(tree, action))) return [];
  // Of "their" and "its" the subject knows more than what was named before.
  const owners = childrenBy(tree, i, 'nmod:poss').filter((o) => upos(tree, o) !== 'PRON');
  const makers = [clause.subjects, childrenBy(tree, i, 'nmod:poss')].map((list) => bindable(scene, list));
  if (clause.subjects.length > 0 && makers[0]?.length === 0) return [];
  const obligors = owners.length > 0 ? bindable(scene, owners) : (makers.find((m) => m.length > 0) ?? []);
  return obligors.length === 0 ? [] : acts(scene, maker, action, obligors, 0.65);
}

function acts(
  scene: Scene,
  outer: number,
  action: number,
  obligors: readonly Actor[],
  confidence: number,
): Commitment[] {
  const { tree } = scene;
  // "agreed to that": it is not said what.
  if (upos(tree, action) === 'PRON' || upos(tree, action) === 'DET') return [];
  const promised: readonly Promised[] = isPredicate(tree, action)
    ? promisedActs(tree, action)
    : [{ verb: action, last: recipientOf(tree, action) ?? action }];
  return promised.flatMap((act) => wholeCommitment(scene, outer, act, obligors, confidence));
}

/** What is promised: an infinitive, a clause that tells of the future, a gerund or noun after "to". */
function actionOf(tree: Tree, i: number): number | undefined {
  const told = child(tree, i, 'ccomp');
  if (told !== undefined && !isInfinitive(tree, told)) {
    const clauses = [told, ...childrenBy(tree, told, 'conj')];
    const future = clauses.find((c) => tellsOfFuture(tree, c));
    if (future !== undefined || child(tree, i, 'xcomp') === undefined) return future;
  }
  const clause = child(tree, i, 'xcomp') ?? told;
  if (clause !== undefined) return clause;
  const given = GIVING.has(lemma(tree, i)) ? child(tree, i, 'obj') : undefined;
  // "promised our people that we would"
  if (given !== undefined && upos(tree, given) !== 'PRON')
    return childrenBy(tree, given, 'acl').find((c) => tellsOfFuture(tree, c)) ?? given;
  // "committed to peace in order to …": what comes first is promised.
  return [...childrenBy(tree, i, 'obl', 'advcl')]
    .sort((a, b) => a - b)
    .find((c) => c > i && isAfterTo(tree, c));
}

/** "to achieving", "to peace", "to lift"; not "in order to", "so as to". */
function isAfterTo(tree: Tree, i: number): boolean {
  const [first, ...others] = childrenBy(tree, i, 'case', 'mark');
  if (first === undefined || lemma(tree, first) !== 'to' || others.length > 0) return false;
  return relation(tree, i) === 'obl' || /^VBG?$/.test(xpos(tree, i));
}

function subjectsOf(clause: Clause): readonly number[] {
  return clause.passive && clause.subjects.length === 0 ? clause.objects : clause.subjects;
}

/** "promised autonomy to the region": the phrase that ends what is promised. */
function recipientOf(tree: Tree, given: number): number | undefined {
  if (relation(tree, given) !== 'obj') return undefined;
  return childrenBy(tree, head(tree, given), 'obl').findLast(
    (o) => o > given && /^(?:to|for)$/.test(lemma(tree, child(tree, o, 'case') ?? o)),
  );
}
