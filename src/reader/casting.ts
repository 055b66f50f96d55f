import { type Clause, clauseOf } from './clause.js';
import type { Deed, DeedContext } from './deed.js';
import type { NamesActor } from './frame.js';
import type { ActRow } from './lexicon.js';
import { nounSlot, type Roles, verbSlot } from './slots.js';
import type { Staging } from './staging.js';
import { head, isPredicate, relation, type Tree, upos } from './tree.js';

/** Who does it to whom: the stage's own roles before those of the act. */
export function cast(
  tree: Tree,
  i: number,
  row: ActRow,
  specificity: number,
  clause: Clause | undefined,
  staging: Staging,
  context: DeedContext,
): Deed | undefined {
  const base = context.lexicon.acts.get(row.act ?? '');
  if (!base) return undefined;
  const roles = staging.roles ? fill(tree, staging.outer, staging.roles, context) : undefined;
  const own = fillOwn(tree, i, clause, row.roles, context);
  // "promised not to attack" yields, "vowed not to meet" refuses.
  const conflict = base.actClass === 'material-conflict' || base.actClass === 'verbal-conflict';
  const asked = staging.stage === 'asked';
  const outerSources = staging.outer === i ? [] : subjectsAt(tree, staging.outer);
  // "X said that Y must disarm": who says so asks, whoever must is asked.
  const bidden = asked && staging.outer === i && clause?.modal !== undefined;
  const reporter = staging.reports[staging.reports.length - 1];
  const bidder = bidden && reporter ? subjectsAt(tree, reporter.token) : [];
  const sources = bidden ? bidder : firstFilled(roles?.sources, outerSources, own.sources);
  const recipients = asked
    ? firstFilled(without(roles?.recipients ?? [], sources), without(own.sources, sources), own.recipients)
    : firstFilled(
        without(own.recipients, sources),
        without(roles?.recipients ?? [], sources),
        without(own.sources, sources),
      );
  // One side alone may intend, refuse or ask for what takes two.
  const mutual =
    staging.stage === 'done' ||
    staging.stage === 'resumed' ||
    staging.stage === 'denied' ||
    sources.length > 1;
  return {
    token: i,
    outer: staging.outer,
    act: base.act,
    actClass: base.actClass,
    stage: staging.renounced && !conflict ? 'refused' : staging.stage,
    reversed: staging.renounced && conflict ? !staging.reversed : staging.reversed,
    appeal: staging.appeal,
    addressed: asked && (roles?.recipients.length ?? 0) > 0 && clause !== undefined,
    weak: staging.weak,
    row,
    clause,
    noun: clause === undefined,
    specificity,
    sources,
    recipients,
    symmetric: mutual && (row.roles.symmetric || (base.symmetric && !row.ownRoles)),
    hypothetical: staging.hypothetical,
    reports: staging.reports,
    stagedBy: staging.stagedBy,
    because: [`${tree.sentence.forms[i] ?? ''} → ${base.act}`, ...staging.because],
  };
}

interface Filled {
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
}

export function fillOwn(
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
