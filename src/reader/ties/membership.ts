import type { Mention } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import type { Actor } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import { dateAt, predicateOf, type Scene } from '../scene.js';
import {
  child,
  childrenBy,
  conjuncts,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
} from '../tree.js';
import { outlookOf } from './outlook.js';
import { isBody, principalOf, sidesOf } from './sides.js';
import { type FoundTie, frame, type Step, type Tie } from './standing.js';

const ENDING = new Set([
  'leave',
  'withdraw',
  'quit',
  'exit',
  'withdrawal',
  'departure',
  'expel',
  'expulsion',
]);
const PAUSING = new Set(['suspend', 'suspension']);

/** "joined ASEAN", "withdrew from the OAS", "was admitted to the United Nations", "suspended Mali from the AU". */
export function membershipByVerb(scene: Scene, i: number): FoundTie[] {
  const { tree, cast } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  const prepositions = TARGETS.get(word);
  const targets =
    prepositions === undefined
      ? clause.objects
      : clause.obliques.filter((o) => prepositions.has(o.preposition)).map((o) => o.head);
  const done = word === 'admit' || word === 'expel' || word === 'suspend';
  // "withdraws its complaint from the WTO" leaves nothing.
  if (word === 'withdraw' && clause.objects.length > 0) return [];
  // "joins the EU in protesting" enters nothing; "joined with", "joined hands".
  if (word === 'join' && joinsIn(tree, i)) return [];
  const [target] = targets;
  if (target === undefined || targets.length > 3) return [];
  const bodies = targets.filter((t) => (cast.partyAt[t] ?? -1) >= 0).flatMap((t) => bodyAt(scene, t));
  if (bodies.length === 0 || bodies.length < targets.length) return [];
  const holders = done ? clause.objects : clause.subjects;
  if (holders.length > 8) return [];
  const members = done ? statesOf(scene, holders) : agents(scene, i, holders);
  const status = ENDING.has(word) ? 'ended' : PAUSING.has(word) ? 'suspended' : 'in-force';
  const step: Step = { token: i, status, founding: false };
  return bodies.flatMap((body) => membership(scene, i, i, members, body, 'member', step));
}

const TARGETS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['accede', new Set(['to'])],
  ['withdraw', new Set(['from'])],
  ['enter', new Set(['into'])],
  ['admit', new Set(['to', 'into', 'in'])],
  ['expel', new Set(['from'])],
  ['suspend', new Set(['from'])],
]);

/** "joins the bloc in condemning", "joins ASEAN to protest": beside it, not into it. */
function joinsIn(tree: Tree, i: number): boolean {
  const beside = childrenBy(tree, i, 'advcl', 'obl', 'xcomp', 'acl').some((c) => {
    const marker = child(tree, c, 'mark', 'case');
    if (c < i || marker === undefined || isAppended(tree, c)) return false;
    const word = lemma(tree, marker);
    if (isPredicate(tree, c)) return word === 'in' || word === 'to';
    return word === 'with' || (word === 'in' && JOINT.test(lemma(tree, c)));
  });
  return (
    beside ||
    childrenBy(tree, i, 'obj').some((c) =>
      /^(member|state|country|leader|hand|call|consensus)$/.test(lemma(tree, c)),
    )
  );
}

const JOINT =
  /^(call|condemnation|effort|support|fight|demand|campaign|struggle|expression|congratulation|solidarity|statement|appeal|protest|opposition|celebration|commemoration|action|effort|cause)$/;

/** A purpose set off by a comma explains and does not complete. */
function isAppended(tree: Tree, c: number): boolean {
  return tree.sentence.forms[extent(tree, c).first - 1] === ',';
}

/** "the United Nations Council for Namibia" is not the United Nations. */
function isLonger(scene: Scene, mention: Mention): boolean {
  const { tree } = scene;
  const next = tree.sentence.forms[mention.last] ?? '';
  if (
    upos(tree, mention.last) === 'PROPN' &&
    /^\p{Lu}/u.test(next) &&
    head(tree, mention.last) !== mention.first
  )
    return true;
  const last = tree.sentence.forms[mention.last - 1] ?? '';
  const name = scene.gazetteer.parties.get(principalOf(mention.id))?.name ?? '';
  return /^(Council|Committee|Commission|Board)$/.test(last) && !name.includes(last);
}

/** The body that a phrase names; its organs and meetings are something else. */
function bodyAt(scene: Scene, token: number): Actor[] {
  const mention = scene.cast.mentions[scene.cast.partyAt[token] ?? -1];
  if (mention === undefined || mention.id.includes('/') || !isBody(scene, mention.id)) return [];
  if (isLonger(scene, mention)) return [];
  // The name must head its phrase: "the United Nations Council for Namibia" is not the United Nations.
  if (head(scene.tree, token) >= mention.first && head(scene.tree, token) < mention.last) return [];
  return [{ party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence }];
}

/** Who joins or leaves: the subject, or whose effort or plan it is. */
function agents(scene: Scene, i: number, subjects: readonly number[]): Actor[] {
  const found = statesOf(scene, subjects);
  if (found.length > 0) return found;
  return statesOf(
    scene,
    subjects.flatMap((s) => childrenBy(scene.tree, s, 'nmod:poss')),
  ).filter(() => relation(scene.tree, i) === 'acl');
}

function statesOf(scene: Scene, tokens: readonly number[]): Actor[] {
  return sidesOf(scene, tokens).filter((a) => {
    const kind = scene.gazetteer.parties.get(principalOf(a.party))?.kind;
    return kind === 'state';
  });
}

/** "calls for both to become members": who calls is not who becomes. */
function isAskedOfOthers(scene: Scene, { token }: Step): boolean {
  const { tree } = scene;
  const up = head(tree, token);
  return (
    up >= 0 &&
    /^(acl|advcl|xcomp)$/.test(relation(tree, token)) &&
    childrenBy(tree, token, 'nsubj').length === 0 &&
    /^(call|appeal|urge|ask|invite|encourage|support)$/.test(lemma(tree, up)) &&
    clauseOf(tree, up).objects.length === 0
  );
}

function membership(
  scene: Scene,
  i: number,
  governor: number,
  members: readonly Actor[],
  body: Actor,
  role: string,
  step: Step | undefined,
): FoundTie[] {
  if (step !== undefined && isAskedOfOthers(scene, step)) return [];
  return members
    .filter((m) => m.party !== body.party)
    .map((member) => {
      const base = frame(scene, i, [member, body], step);
      const tie: Tie = { ...base, tie: 'membership', name: `${body.party} ${role}` };
      if (step?.status !== 'ended') return { tie, founding: false };
      const when = dateAt(scene, predicateOf(scene.tree, governor));
      const { since: _s, sinceBasis: _b, ...rest } = tie;
      return {
        tie:
          when === undefined || when.role === 'since'
            ? rest
            : { ...rest, until: when.date, untilBasis: when.basis },
        founding: false,
      };
    });
}

/** "holds the chair", "took over the presidency", "became a member" where the parser sees an object. */
function holds(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  if (up < 0) return false;
  const verb = lemma(tree, up);
  if (relation(tree, i) === 'obj' || relation(tree, i) === 'xcomp')
    return /^(hold|take|assume|become|gain|obtain|remain|exercise|occupy|receive|acquire|be)$/.test(verb);
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

const ROLES: ReadonlyMap<string, string> = new Map([
  ['chair', 'chair'],
  ['chairmanship', 'chair'],
  ['chairman', 'chair'],
  ['presidency', 'chair'],
  ['observer', 'observer'],
  ['candidate', 'candidate'],
  ['candidacy', 'candidate'],
]);

/** The body whose role it is: "ASEAN Chair", "member of the Quad", "membership in the WTO", "an EU member state". */
function bodyOfRole(scene: Scene, i: number): Actor | undefined {
  const { tree, cast } = scene;
  // "the UK, a Member of the United Nations": one name holds role and body.
  const at = cast.mentions[cast.partyAt[i] ?? -1];
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
    const mention = cast.mentions[cast.partyAt[c] ?? -1];
    if (mention !== undefined && !mention.id.includes('/') && isBody(scene, mention.id) && mention.last <= i)
      return { party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence };
  }
  return undefined;
}

const WELCOMES = /^(welcome|greet|see|accept|receive|congratulate|regard|recogni[sz]e|admit)$/;

/** "a request by Korea to become a member": who asks, not who supports the request. */
function askedBy(tree: Tree, verb: number): number[] | undefined {
  const up = head(tree, verb);
  if (up < 0 || relation(tree, verb) !== 'acl') return undefined;
  const by = childrenBy(tree, up, 'nmod').filter((c) => /^(by|of)$/.test(prepositionOf(tree, c)));
  return by.length > 0 ? by : undefined;
}

/** Whose role it is, as tokens. */
function holdersOf(scene: Scene, i: number): readonly number[] {
  const { tree } = scene;
  if (child(tree, i, 'cop') !== undefined) return clauseOf(tree, i).subjects;
  const owners = childrenBy(tree, i, 'nmod:poss').filter((c) => {
    const mention = scene.cast.mentions[scene.cast.partyAt[c] ?? -1];
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
    return /^(elect|admit|recogni[sz]e)$/.test(lemma(tree, up)) ? clause.objects : clause.subjects;
  }
  if (/^(admission|accession|election|status|entry|acceptance)$/.test(lemma(tree, up)))
    return childrenBy(tree, up, 'nmod:poss');
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

/** What the words beside the role tell of its time: "recent membership", "for the period 2018 to 2019". */
function timed(scene: Scene, i: number, tie: Tie): Tie {
  const { tree } = scene;
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  const year = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  const [from, to] = termOf(scene, i)?.date.split('/') ?? [];
  if (from && to) {
    const { since: _s, sinceBasis: _b, ...rest } = tie;
    const over = year !== undefined && Number(to.slice(0, 4)) < year;
    const ahead = year !== undefined && Number(from.slice(0, 4)) > year;
    const stands = tie.modality === 'asserted' && tie.status === 'in-force';
    return {
      ...rest,
      ...{ since: from, sinceBasis: 'explicit', until: to, untilBasis: 'explicit' },
      ...(stands && over ? { status: 'ended' as const } : {}),
      ...(stands && ahead ? { status: 'announced' as const } : {}),
    };
  }
  if (modifiers.some((m) => PAST.test(m))) return { ...tie, status: 'ended' };
  const nextYear =
    ROLES.get(lemma(tree, i)) === 'chair' &&
    scene.dates.some((d) => d.role === 'at' && Number(d.date.slice(0, 4)) > (year ?? 9999));
  if (nextYear || modifiers.some((m) => COMING.test(m)))
    return { ...tie, status: 'announced', modality: 'planned' };
  const during = prepositionOf(tree, i) === 'during' && clauseOf(tree, predicateOf(tree, i)).past;
  if (during && ROLES.get(lemma(tree, i)) === 'chair' && !isThisYear(tree))
    return { ...tie, status: 'ended' };
  return tie;
}

const PAST = /^(recent|previous|outgoing|past|last|former|earlier|prior)$/;
const COMING = /^(upcoming|forthcoming|incoming|next|future|eventual|prospective)$/;

/** A term of years beside the role: "the Security Council for 2018-2019". */
function termOf(scene: Scene, i: number) {
  const { tree } = scene;
  const { sentence } = tree;
  const from = sentence.starts[i] ?? 0;
  return scene.dates.find((d) => d.start > from - 30 && d.start - from < 90 && /^\d{4}\/\d{4}$/.test(d.date));
}

function isThisYear(tree: Tree): boolean {
  return tree.sentence.forms.some(
    (form, k) =>
      /^(incumbent|current|currently)$/i.test(form) ||
      (/^this$/i.test(form) && lemma(tree, k + 1) === 'year'),
  );
}

/** A chair that the text calls present began in the document's year at the earliest known; a past or coming one is neither. */
function chaired(scene: Scene, i: number, tie: Tie): Tie {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  const year = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  const said = isThisYear(tree);
  if (
    tie.since !== undefined ||
    year === undefined ||
    tie.modality !== 'asserted' ||
    tie.status !== 'in-force'
  )
    return tie;
  if (!said && (scene.dates.length > 0 || clauseOf(tree, governor).past)) return tie;
  return said || child(tree, i, 'cop') !== undefined || lemma(tree, governor) === 'hold'
    ? { ...tie, since: String(year), sinceBasis: 'document' }
    : tie;
}
