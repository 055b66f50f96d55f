import { type Clause, clauseOf, isNegated, prepositionOf } from './clause.js';
import { matchFrame, type NamesActor } from './frame.js';
import type { ActClass, ActRow, Lexicon, Stage, StageRow } from './lexicon.js';
import { nounSlot, type Roles, verbSlot } from './slots.js';
import {
  child,
  children,
  childrenBy,
  deprel,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

/** A word that names an act, at the stage that its surroundings give it. */
export interface Deed {
  /** Token that names the act. */
  readonly token: number;
  /** Token that gives the outermost stage: the act's own, or "urged", "refused to", "threatened". */
  readonly outer: number;
  readonly act: string;
  readonly actClass: ActClass;
  readonly stage: Stage;
  /** After "ended" the act is another one: an ended sanction yields, an ended aid sanctions. */
  readonly reversed: boolean;
  readonly row: ActRow;
  readonly clause: Clause | undefined;
  readonly noun: boolean;
  /** Conditions of the row that held; more is surer. */
  readonly specificity: number;
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
  readonly symmetric: boolean;
  /** Under if, whether, may, might, could, would. */
  readonly hypothetical: boolean;
  /** Report verbs above the act, outermost first. */
  readonly reports: readonly Report[];
  /** Words that decided, for `explain`: "refused (refused)", … */
  readonly because: readonly string[];
}

export interface Report {
  readonly token: number;
  readonly row: StageRow;
}

export interface DeedContext {
  readonly lexicon: Lexicon;
  readonly namesActor: NamesActor;
}

/** Every act that a sentence names, in text order; an act inside a light verb ("imposed sanctions") is told once. */
export function deedsOf(tree: Tree, context: DeedContext): Deed[] {
  const deeds: Deed[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < tree.length; i++) {
    const tag = upos(tree, i);
    if (tag !== 'VERB' && !(tag === 'AUX' && isPredicate(tree, i)) && tag !== 'ADJ') continue;
    const deed = tag === 'ADJ' ? adjectiveDeed(tree, i, context) : verbDeed(tree, i, context);
    if (!deed) continue;
    deeds.push(deed);
    // The noun of a light verb is part of its act. Verb rows without a frame leave their object free.
    if (deed.specificity > 0 && deed.clause) for (const o of deed.clause.objects) taken.add(o);
  }
  for (let i = 0; i < tree.length; i++) {
    const tag = upos(tree, i);
    if ((tag !== 'NOUN' && tag !== 'PROPN') || taken.has(i)) continue;
    const deed = nounDeed(tree, i, context);
    if (deed) deeds.push(deed);
  }
  return outrank(tree, deeds);
}

/** A stage verb that has an act below it is no act of its own: "refused to lift", "rejected sanctions". */
function outrank(tree: Tree, deeds: readonly Deed[]): Deed[] {
  const governors = new Set<number>();
  for (const deed of deeds) if (deed.outer !== deed.token && !deed.reversed) governors.add(deed.outer);
  return deeds
    .filter((deed) => !governors.has(deed.token) || deed.outer !== deed.token)
    .sort((a, b) => a.token - b.token || depth(tree, a.token) - depth(tree, b.token));
}

function depth(tree: Tree, i: number): number {
  let n = 0;
  for (let at = head(tree, i); at >= 0 && n < 100; at = head(tree, at)) n++;
  return n;
}

function verbDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  const rows = context.lexicon.verbs.get(lemma(tree, i));
  if (!rows) return undefined;
  const clause = clauseOf(tree, i);
  return deedFrom(tree, i, rows, clause, context);
}

function adjectiveDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  const rows = context.lexicon.adjectives.get(lemma(tree, i));
  if (!rows || (child(tree, i, 'cop') === undefined && relation(tree, i) !== 'xcomp')) return undefined;
  return deedFrom(tree, i, rows, clauseOf(tree, i), context);
}

function nounDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  const rows = context.lexicon.nouns.get(lemma(tree, i));
  return rows && deedFrom(tree, i, rows, undefined, context);
}

function deedFrom(
  tree: Tree,
  i: number,
  rows: readonly ActRow[],
  clause: Clause | undefined,
  context: DeedContext,
): Deed | undefined {
  let best: ActRow | undefined;
  let specificity = -1;
  for (const row of rows) {
    const n = matchFrame(row.frame, tree, i, clause, context.namesActor);
    if (n > specificity) {
      best = row;
      specificity = n;
    }
  }
  const act = best?.act;
  const base = act === undefined ? undefined : context.lexicon.acts.get(act);
  if (!best || act === undefined || !base) return undefined;

  const staging = stageOf(tree, i, clause, context);
  const roles = staging.roles ? fill(tree, staging.outer, staging.roles, context) : undefined;
  const own = fillOwn(tree, i, clause, best.roles, context);
  // Who asks, refuses or threatens is the source; whom it is about, the recipient.
  const outerSources = staging.outer === i ? [] : subjectsAt(tree, staging.outer);
  const sources = firstFilled(roles?.sources, outerSources, own.sources);
  const asked = staging.stage === 'asked';
  const recipients = asked
    ? firstFilled(roles?.recipients, without(own.sources, sources), own.recipients)
    : firstFilled(without(own.recipients, sources), roles?.recipients, without(own.sources, sources));
  return {
    token: i,
    outer: staging.outer,
    act,
    actClass: base.actClass,
    stage: staging.stage,
    reversed: staging.reversed,
    row: best,
    clause,
    noun: clause === undefined,
    specificity,
    sources,
    recipients,
    symmetric:
      (best.roles.symmetric || (base.symmetric && !best.ownRoles)) &&
      staging.stage !== 'asked' &&
      staging.stage !== 'refused',
    hypothetical: staging.hypothetical,
    reports: staging.reports,
    because: [`${tree.sentence.forms[i] ?? ''} → ${act}`, ...staging.because],
  };
}

interface Filled {
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
}

function fillOwn(
  tree: Tree,
  i: number,
  clause: Clause | undefined,
  roles: Roles,
  context: DeedContext,
): Filled {
  const slot = (name: string) => (clause ? verbSlot(tree, clause, name) : nounSlot(tree, i, name));
  let sources = pick(roles.source, slot, context.namesActor);
  const recipients = pick(roles.recipient, slot, context.namesActor).filter((r) => !sources.includes(r));
  if (sources.length === 0 && clause === undefined) sources = nounHolder(tree, i);
  return { sources, recipients };
}

/** The subject of the verb that a bare noun is the object of: "Japan and India held talks". */
function nounHolder(tree: Tree, i: number): readonly number[] {
  const up = head(tree, i);
  if (up < 0 || !isPredicate(tree, up)) return [];
  if (relation(tree, i) === 'obj' || relation(tree, i) === 'obl') return clauseOf(tree, up).subjects;
  return [];
}

function fill(tree: Tree, token: number, roles: Roles, context: DeedContext): Filled {
  if (!isPredicate(tree, token) && upos(tree, token) === 'NOUN') {
    const slot = (name: string) => nounSlot(tree, token, name);
    const sources = pick(roles.source, slot, context.namesActor);
    return { sources, recipients: pick(roles.recipient, slot, context.namesActor) };
  }
  const clause = clauseOf(tree, token);
  const slot = (name: string) => verbSlot(tree, clause, name);
  return {
    sources: pick(roles.source, slot, context.namesActor),
    recipients: pick(roles.recipient, slot, context.namesActor),
  };
}

/** The first slot that an actor fills; when none does, the first that anything fills. */
function pick(
  slots: readonly string[],
  slot: (name: string) => readonly number[],
  namesActor: NamesActor,
): readonly number[] {
  let fallback: readonly number[] = [];
  for (const name of slots) {
    const filled = slot(name);
    if (filled.some(namesActor)) return name === 'amod' ? filled.filter(namesActor) : filled;
    if (fallback.length === 0 && name !== 'amod' && name !== 'any') fallback = filled;
  }
  return fallback;
}

function subjectsAt(tree: Tree, token: number): readonly number[] {
  if (isPredicate(tree, token) || upos(tree, token) === 'ADJ') {
    return clauseOf(tree, token).subjects;
  }
  const owners = nounSlot(tree, token, 'poss');
  if (owners.length > 0) return owners;
  const up = head(tree, token);
  return up >= 0 && isPredicate(tree, up) ? clauseOf(tree, up).subjects : nounSlot(tree, token, 'amod');
}

function firstFilled(...lists: readonly (readonly number[] | undefined)[]): readonly number[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

function without(list: readonly number[], taken: readonly number[]): readonly number[] {
  return list.filter((i) => !taken.includes(i));
}

interface Staging {
  readonly stage: Stage;
  readonly outer: number;
  readonly roles: Roles | undefined;
  readonly reversed: boolean;
  readonly hypothetical: boolean;
  readonly reports: readonly Report[];
  readonly because: readonly string[];
}

const CONDITIONALS = new Set(['if', 'unless', 'whether', 'should', 'lest']);
const POSSIBLE = new Set(['may', 'might', 'could', 'can', 'ca']);

/** Climbs from an act to the words that govern it. The outermost stage wins; reports are kept apart. */
function stageOf(tree: Tree, token: number, clause: Clause | undefined, context: DeedContext): Staging {
  let stage: Stage = 'done';
  let outer = token;
  let roles: Roles | undefined;
  let reversed = false;
  let hypothetical = false;
  const reports: Report[] = [];
  const because: string[] = [];

  const own = ownStage(tree, token, clause);
  if (own.stage !== 'done') because.push(own.because);
  stage = own.stage;
  hypothetical = own.hypothetical;

  for (let at = token, steps = 0; steps < 8; steps++) {
    let up = head(tree, at);
    let rel = complementOf(tree, at);
    // A coordinated verb shares the governor of the first one.
    for (let n = 0; up >= 0 && relation(tree, at) === 'conj' && n < 4; n++) {
      at = up;
      up = head(tree, at);
      rel = complementOf(tree, at);
    }
    if (up < 0) break;
    const row = stageRow(tree, up, rel, context);
    if (!row) {
      if (!CLIMBS.has(rel.split(':')[0] ?? '')) break;
      const middle = ownStage(tree, up, isPredicate(tree, up) ? clauseOf(tree, up) : undefined);
      hypothetical ||= middle.hypothetical;
      if (clause === undefined && isPredicate(tree, up) && middle.stage !== 'done') {
        stage = middle.stage;
        outer = up;
        because.push(middle.because);
      }
      at = up;
      if (rel === 'advcl' || rel.startsWith('acl')) break;
      continue;
    }
    if (row.stage === 'report') {
      reports.unshift({ token: up, row });
      // "said it would lift" intends.
      if (stage === 'done' && clause?.modal === 'would' && !hypothetical) stage = 'intended';
    } else {
      because.push(`${tree.sentence.forms[up] ?? ''} → ${row.stage}`);
      const governor = isPredicate(tree, up) ? clauseOf(tree, up) : undefined;
      const stageHere = governed(row.stage, ownStage(tree, up, governor));
      if (stageHere === 'ended') {
        reversed = !reversed;
        outer = up;
      } else if (stageHere === 'done' || stageHere === 'resumed') {
        if (stage === 'done') outer = up;
      } else {
        stage = stageHere;
        outer = up;
        roles = row.roles;
      }
    }
    at = up;
  }
  return { stage, outer, roles, reversed, hypothetical, reports, because };
}

const CLIMBS = new Set([
  'xcomp',
  'ccomp',
  'obj',
  'obl',
  'nmod',
  'nsubj',
  'acl',
  'advcl',
  'csubj',
  'appos',
  'compound',
  'parataxis',
]);

/** A stage word under a stage of its own: "did not agree to", "will refuse to". */
function governed(stage: Stage, own: { stage: Stage }): Stage {
  if (own.stage === 'refused' || own.stage === 'denied') {
    if (stage === 'intended' || stage === 'asked' || stage === 'done' || stage === 'resumed')
      return 'refused';
    if (stage === 'refused' || stage === 'ended') return 'done';
  }
  return stage;
}

/** What the word itself shows by tense, negation and modal. */
function ownStage(
  tree: Tree,
  token: number,
  clause: Clause | undefined,
): { stage: Stage; hypothetical: boolean; because: string } {
  if (clause === undefined) {
    const negated =
      isNegated(tree, token) ||
      children(tree, token).some((c) => lemma(tree, c) === 'no' && relation(tree, c) === 'det');
    return { stage: negated ? 'denied' : 'done', hypothetical: false, because: negated ? 'no' : '' };
  }
  const marker = childrenBy(tree, token, 'mark').some((m) => CONDITIONALS.has(lemma(tree, m)));
  const hypothetical =
    marker || (clause.modal !== undefined && POSSIBLE.has(clause.modal)) || underCondition(tree, token);
  if (clause.negated) {
    const refuses =
      clause.future ||
      (!clause.past && clause.modal === undefined) ||
      clause.modal === 'would' ||
      clause.modal === 'can';
    return { stage: refuses ? 'refused' : 'denied', hypothetical, because: 'not' };
  }
  if (clause.future) return { stage: 'intended', hypothetical, because: 'will' };
  if (clause.modal === 'would' && underReport(tree, token))
    return { stage: 'intended', hypothetical: false, because: 'would' };
  if (clause.modal === 'should' || clause.modal === 'must' || clause.modal === 'ought') {
    return { stage: 'asked', hypothetical, because: clause.modal };
  }
  return { stage: 'done', hypothetical: hypothetical || clause.modal === 'would', because: '' };
}

function underReport(tree: Tree, token: number): boolean {
  return (
    relation(tree, token) === 'ccomp' ||
    relation(tree, token) === 'root' ||
    relation(tree, token) === 'parataxis'
  );
}

function underCondition(tree: Tree, token: number): boolean {
  return (
    relation(tree, token) === 'advcl' &&
    childrenBy(tree, token, 'mark').some((m) => CONDITIONALS.has(lemma(tree, m)))
  );
}

/** The relation by which `token` hangs on its head, as `data/stages.tsv` names it. */
function complementOf(tree: Tree, token: number): string {
  const rel = deprel(tree, token);
  const base = relation(tree, token);
  if (base === 'obl' || base === 'nmod') {
    const preposition = prepositionOf(tree, token);
    return preposition === '' ? base : `${base}:${preposition}`;
  }
  if (rel === 'nsubj:pass') return 'obj';
  // "demanded withdrawing", "by lifting": a gerund after a preposition.
  if (base === 'advcl' || base === 'acl') {
    const marker = child(tree, token, 'mark', 'case');
    if (marker !== undefined && xpos(tree, token) === 'VBG')
      return `${base === 'advcl' ? 'obl' : 'nmod'}:${lemma(tree, marker)}`;
  }
  return base;
}

function stageRow(tree: Tree, governor: number, rel: string, context: DeedContext): StageRow | undefined {
  const tag = upos(tree, governor);
  const pos = tag === 'NOUN' || tag === 'PROPN' ? 'noun' : tag === 'ADJ' ? 'adj' : 'verb';
  const rows = context.lexicon.stages.get(`${lemma(tree, governor)}/${pos}`);
  if (!rows) return undefined;
  const clause = pos === 'noun' ? undefined : clauseOf(tree, governor);
  let best: StageRow | undefined;
  let most = -1;
  for (const row of rows) {
    if (!fits(row.complements, rel)) continue;
    const n = matchFrame(row.frame, tree, governor, clause, context.namesActor);
    if (n > most) {
      best = row;
      most = n;
    }
  }
  return best;
}

/** Parsers waver between xcomp, ccomp, advcl and acl for infinitives; the table's author need not. */
function fits(complements: readonly string[], rel: string): boolean {
  if (complements.includes(rel)) return true;
  const base = rel.split(':')[0] ?? '';
  if (base === 'xcomp' || base === 'advcl' || base === 'ccomp')
    return complements.includes('xcomp') || (base === 'ccomp' && complements.includes('ccomp'));
  if (base === 'acl') return complements.includes('acl') || complements.includes('xcomp');
  if (base === 'parataxis') return complements.includes('ccomp');
  return false;
}
