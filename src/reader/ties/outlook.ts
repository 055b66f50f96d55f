import type { Modality } from '../../record/index.js';
import { namesActor } from '../actors.js';
import { clauseOf, isNegated } from '../clause.js';
import type { Stage } from '../lexicon.js';
import type { Scene } from '../scene.js';
import { stageOf } from '../staging.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from '../tree.js';
import { decisionOf } from './deciders.js';
import {
  CONDITIONAL,
  FAILED,
  INTEREST,
  MET,
  ORDERS,
  PROPOSALS,
  PROPOSES,
  PROSPECTIVE,
  PROSPECTS,
  REAL_NOUNS,
  TEMPORAL,
  THANKS,
  THINKABLE,
  WANTED,
  WISHES,
} from './outlook-words.js';

const OF_STAGE: Readonly<Record<Stage, Modality>> = {
  done: 'asserted',
  resumed: 'asserted',
  ended: 'asserted',
  intended: 'planned',
  threatened: 'planned',
  asked: 'proposed',
  refused: 'denied',
  cancelled: 'denied',
  denied: 'denied',
};

/**
 * How far what `token` tells of a tie is real: done, planned, proposed, only thought of, or denied. `token` is the verb or
 * noun of the step ("sign", "accession"), or the noun that is said of somebody ("is a member").
 */
export function outlookOf(scene: Scene, token: number): Modality {
  const { tree, lexicon } = scene;
  const verbal = isPredicate(tree, token);
  const decision = decisionOf(tree, token);
  if (decision !== undefined && !isNegated(tree, token)) return 'planned';
  const context = { lexicon, namesActor: (at: number) => namesActor(scene.cast, at) };
  const staging = stageOf(tree, token, verbal ? clauseOf(tree, token) : undefined, context);
  if (isFirstTo(tree, token)) return 'asserted';
  if (
    relation(tree, token) === 'acl' &&
    head(tree, token) >= 0 &&
    isAmongFirst(tree, head(tree, token)) &&
    xpos(tree, token) === 'VB'
  )
    return 'asserted';
  const own = marked(scene, token);
  if (own === 'real') return 'asserted';
  if (own === 'denied') return own;
  if (own === undefined && (isTold(tree, token) || isDeposited(tree, token)) && staging.stage !== 'denied')
    return 'asserted';
  if (staging.stagedBy.some((at) => ORDERS.test(lemma(tree, at)))) return 'planned';
  if (staging.hypothetical && !wished(scene, staging.stagedBy)) return own ?? 'hypothetical';
  if (staging.hypothetical) return 'proposed';
  const staged = OF_STAGE[staging.stage];
  return staged === 'asserted' ? (own ?? staged) : staged;
}

/** "has ratified", "signed": a finite past is told as done, whatever its report is about to do ("am glad to inform that"). */
function isTold(tree: Tree, token: number): boolean {
  return (
    upos(tree, token) === 'VERB' &&
    formOf(tree, token) === 'finite' &&
    clauseOf(tree, token).past &&
    xpos(tree, token) !== 'VB' &&
    !/^(acl|xcomp)$/.test(relation(tree, token))
  );
}

/** "I have today deposited our instrument of ratification of". */
function isDeposited(tree: Tree, token: number): boolean {
  const instrument = head(tree, token);
  const verb = instrument < 0 ? -1 : head(tree, instrument);
  return (
    verb >= 0 &&
    lemma(tree, instrument) === 'instrument' &&
    lemma(tree, verb) === 'deposit' &&
    isTold(tree, verb)
  );
}

/** "hopes to join", "the desire to accede": a wish proposes. */
function wished(scene: Scene, stagedBy: readonly number[]): boolean {
  return stagedBy.some((at) => WISHES.test(lemma(scene.tree, at)));
}

/** What the words around it say that the table of stages does not: purposes, gerunds, adjectives. */
function marked(scene: Scene, token: number): Modality | 'real' | undefined {
  const { tree } = scene;
  for (let at = token, n = 0; at >= 0 && n < 6; n++) {
    const own = isPredicate(tree, at) ? inItself(tree, at) : undefined;
    if (own !== undefined) return own;
    const up = head(tree, at);
    if (up < 0) return undefined;
    const above = byGovernor(tree, at, up);
    if (above !== 'through') return above;
    at = up;
  }
  return undefined;
}

/** Negation, modals, conditions, and perfects that are surely done ("for having signed"). */
function inItself(tree: Tree, at: number): Modality | 'real' | undefined {
  if (isNegated(tree, at) || isNeither(tree, at)) return 'denied';
  const clause = clauseOf(tree, at);
  if (clause.future) return 'planned';
  if (clause.modal !== undefined) {
    if (/^(should|must|ought)$/.test(clause.modal)) return 'proposed';
    if (clause.modal === 'would' && relation(tree, at) === 'ccomp') return 'planned';
    return 'hypothetical';
  }
  const marks = childrenBy(tree, at, 'mark', 'advmod').map((m) => lemma(tree, m));
  if (relation(tree, at) === 'advcl') {
    if (marks.some((m) => CONDITIONAL.has(m))) return 'hypothetical';
    const main = isPredicate(tree, head(tree, at)) ? clauseOf(tree, head(tree, at)) : undefined;
    // "protests every week until Sweden joins": whether it ever will is not told; "until it joined in 2004" is.
    if (marks.includes('until') && main !== undefined)
      return clause.past && childrenBy(tree, at, 'obl').some((o) => /^\d{4}$/.test(lemma(tree, o)))
        ? 'real'
        : 'hypothetical';
    const ahead =
      main !== undefined && (main.future || main.modal !== undefined || xpos(tree, head(tree, at)) === 'VB');
    // "will apply after it leaves": as far off as what it comes before or after.
    if (ahead && !clause.past && marks.some((m) => TEMPORAL.has(m))) return 'planned';
  }
  const perfect = childrenBy(tree, at, 'aux').some((a) => lemma(tree, a) === 'have');
  return perfect && formOf(tree, at) !== 'finite' ? 'real' : undefined;
}

/** "is a party neither to A nor to B". */
function isNeither(tree: Tree, at: number): boolean {
  const below = [at, ...childrenBy(tree, at, 'nmod', 'obl')];
  return below.some((t) =>
    childrenBy(tree, t, 'cc', 'advmod', 'det').some((c) => lemma(tree, c) === 'neither'),
  );
}

/** What the word above makes of it; `through` where that says nothing and its own governor must be asked. */
function byGovernor(tree: Tree, at: number, up: number): Modality | 'real' | 'through' | undefined {
  const rel = relation(tree, at);
  const form = formOf(tree, at);
  if (form === 'infinitive') return governing(tree, at, up);
  if (form === 'gerund') return gerund(tree, at, up);
  if (form === 'noun') return nounGoverning(tree, at, up);
  if (rel === 'ccomp')
    return PROPOSES.has(lemma(tree, up)) || WISHES.test(lemma(tree, up)) ? 'proposed' : undefined;
  return rel === 'conj' && isBare(tree, at) ? 'through' : undefined;
}

function gerund(tree: Tree, at: number, up: number): Modality | 'real' | 'through' | undefined {
  const marker =
    child(tree, at, 'mark', 'case') ??
    (/^(in|by)$/i.test(tree.sentence.forms[at - 1] ?? '') ? at - 1 : undefined);
  if (marker === undefined) {
    if (PROPOSES.has(lemma(tree, up))) return 'proposed';
    return relation(tree, at) === 'advcl' || relation(tree, at) === 'conj' ? 'through' : undefined;
  }
  const word = lemma(tree, marker);
  if (word === 'without' || word === 'instead') return 'denied';
  if (THANKS.test(lemma(tree, up)) || REAL_NOUNS.has(lemma(tree, up))) return 'real';
  // "his endorsement of building", "the idea of joining".
  if (/^(on|of|for)$/.test(word) && PROPOSALS.test(lemma(tree, up))) return 'proposed';
  if (word === 'in' && INTEREST.test(lemma(tree, up))) return 'proposed';
  return PROSPECTIVE.has(word) ? 'planned' : 'real';
}

/** A verb coordinated without a subject of its own shares what governs the first: "plans to sign and ratify". */
function isBare(tree: Tree, at: number): boolean {
  return /^(VB|VBG)$/.test(xpos(tree, at)) && child(tree, at, 'nsubj', 'mark') === undefined;
}

function formOf(tree: Tree, at: number): 'infinitive' | 'gerund' | 'noun' | 'finite' {
  if (!isPredicate(tree, at)) return 'noun';
  if (childrenBy(tree, at, 'mark').some((m) => lemma(tree, m) === 'to')) return 'infinitive';
  if (xpos(tree, at) === 'VBG' && child(tree, at, 'aux') === undefined) return 'gerund';
  return 'finite';
}

/** What the governor of an infinitive makes of it; by itself an infinitive is a purpose. */
function governing(tree: Tree, at: number, up: number): Modality | 'through' {
  const word = lemma(tree, up);
  if (relation(tree, at) === 'acl' && isAmongFirst(tree, up)) return 'through';
  if (FAILED.has(word)) return 'denied';
  const described = relation(tree, up) === 'acl' ? lemma(tree, head(tree, up)) : word;
  if (/^(resolution|motion|draft|proposal|bill|suggestion|idea)$/.test(described)) return 'proposed';
  if (MET.has(word) || upos(tree, up) === 'NUM') return 'through';
  if (THINKABLE.has(word)) return 'hypothetical';
  if (WANTED.has(word)) return 'proposed';
  if (relation(tree, at) === 'ccomp' && upos(tree, up) === 'VERB') return 'through';
  // "should be allowed to join"
  const modal = isPredicate(tree, up) ? clauseOf(tree, up).modal : undefined;
  return modal !== undefined && /^(should|must|ought)$/.test(modal) ? 'proposed' : 'planned';
}

/** "became the first country in the region to sign", however the parser hangs it. */
function isFirstTo(tree: Tree, token: number): boolean {
  const to = childrenBy(tree, token, 'mark').find((m) => lemma(tree, m) === 'to');
  if (to === undefined || xpos(tree, token) !== 'VB') return false;
  const verb = head(tree, token);
  return (
    verb >= 0 &&
    /^(become|be|rank)$/.test(lemma(tree, verb)) &&
    !clauseOf(tree, verb).future &&
    isAmongFirst(tree, to - 1)
  );
}

/** "the first country in the region to sign". */
function isAmongFirst(tree: Tree, up: number): boolean {
  for (let t = up; t >= 0 && t > up - 8; t--) {
    if (upos(tree, t) === 'VERB' || upos(tree, t) === 'PUNCT') return false;
    if (
      /^(first|last|only|latest|earliest|second|third)$/.test(lemma(tree, t)) ||
      /^(earliest|latest|last)$/i.test(tree.sentence.forms[t] ?? '')
    )
      return true;
  }
  return false;
}

const READIES = /^(procedure|step|measure|legislation|consultation|law|bill|condition|ground|preparation)$/;

const AIMS =
  /^(pursue|aim|await|anticipate|prioriti[sz]e|plan|prepare|contemplate|expedite|accelerate|initiate)$/;

/** "efforts towards the conclusion of", "the prospect of membership", "calls for the ratification of". */
function nounGoverning(tree: Tree, at: number, up: number): Modality | 'real' | 'through' | undefined {
  const rel = relation(tree, at);
  if (
    rel === 'nsubj' &&
    isPredicate(tree, up) &&
    /^(would|could|might)$/.test(clauseOf(tree, up).modal ?? '')
  )
    return 'hypothetical';
  // "the negotiations will help": its own stage is its own.
  if (!/^(nmod|obl|obj)$/.test(rel)) return rel === 'conj' ? 'through' : undefined;
  const marker = child(tree, at, 'case');
  const preposition = marker === undefined ? '' : lemma(tree, marker);
  const word = lemma(tree, up);
  if (rel === 'obj' && THANKS.test(word)) return 'real';
  if (FAILED.has(word)) return 'denied';
  if (/^(toward|towards|until|before|pending)$/.test(preposition)) return 'planned';
  if (preposition === 'without') return 'denied';
  // "express our support for its membership": the parser may hang it on the verb.
  const wants =
    WANTED.has(word) || childrenBy(tree, up, 'obj').some((o) => o < at && WANTED.has(lemma(tree, o)));
  if (preposition === 'for' && wants) return 'proposed';
  // "completing the procedures for the ratification"
  const readies = [up, ...childrenBy(tree, up, 'obj').filter((o) => o < at)].some((t) =>
    READIES.test(lemma(tree, t)),
  );
  if (preposition === 'for' && readies) return 'planned';
  if (PROSPECTS.has(word) || (word === 'look' && preposition === 'to')) return 'planned';
  if (rel === 'obj' && (PROPOSES.has(word) || WANTED.has(word))) return 'proposed';
  // "pursued the conclusion of an agreement"
  if (rel === 'obj' && AIMS.test(word)) return 'planned';
  if (rel === 'obj' && /^(prevent|avoid|reject|oppose|block|refuse)$/.test(word)) return 'denied';
  return rel === 'obj' || rel === 'nmod' ? 'through' : undefined;
}
