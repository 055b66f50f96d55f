import { cast, fillOwn } from './casting.js';
import { type Clause, clauseOf } from './clause.js';
import type { Deed, DeedContext } from './deed.js';
import { rowsAt } from './lemma-rows.js';
import { type ActRow, GENERIC_ACT } from './lexicon.js';
import { bestRow } from './rows.js';
import { stageOf, stageRow } from './staging.js';
import { child, children, childrenBy, head, isPredicate, lemma, relation, type Tree, upos } from './tree.js';

/** Every act that a sentence names, in text order; an act inside a light verb ("imposed sanctions") is told once. */
export function deedsOf(tree: Tree, context: DeedContext): Deed[] {
  const deeds: Deed[] = [];
  const rows: BestRows = new Map();
  const taken = objectsOfLightVerbs(tree, context, rows);
  context = { lexicon: context.lexicon, namesActor: context.namesActor, taken };
  for (let i = 0; i < tree.length; i++) {
    const tag = upos(tree, i);
    if (tag !== 'VERB' && !(tag === 'AUX' && isPredicate(tree, i)) && tag !== 'ADJ') continue;
    const deed = tag === 'ADJ' ? adjectiveDeed(tree, i, context) : verbDeed(tree, i, context, rows);
    if (!deed) continue;
    deeds.push(deed);
  }
  for (let i = 0; i < tree.length; i++) {
    const tag = upos(tree, i);
    if ((tag !== 'NOUN' && tag !== 'PROPN') || taken.has(i)) continue;
    // "attack helicopters", "peace talks team": a modifier names no act of its own.
    if (relation(tree, i) === 'compound' && head(tree, i) === i + 1) continue;
    const deed = nounDeed(tree, i, context);
    if (deed) deeds.push(deed);
  }
  return outrank(tree, [...deeds, ...genericDeeds(tree, deeds, context)]);
}

/** Rows already chosen, by token. */
type BestRows = Map<number, ReturnType<typeof bestRow>>;

/** Objects that a verb's row names: they are part of its act, and nothing below them takes its stage from that verb. */
function objectsOfLightVerbs(tree: Tree, context: DeedContext, found: BestRows): Set<number> {
  const taken = new Set<number>();
  for (let i = 0; i < tree.length; i++) {
    const rows = upos(tree, i) === 'VERB' ? rowsAt(context.lexicon, tree, i).verbs : undefined;
    if (!rows) continue;
    const clause = clauseOf(tree, i);
    const best = bestRow(tree, i, rows, clause, context);
    found.set(i, best);
    const { row } = best;
    if (row === undefined) continue;
    const { objects, obliques } = row.frame;
    if (objects !== undefined && (row.act !== undefined || row.ownRoles))
      for (const o of clause.objects) taken.add(o);
    if (row.act !== undefined && obliques.length > 0)
      for (const o of obliquesNamed(row, tree, clause)) taken.add(o);
  }
  return taken;
}

/** "walked out of talks": obliques that the row names, too. */
function obliquesNamed(row: ActRow, tree: Tree, clause: Clause): number[] {
  return row.frame.obliques.flatMap(({ preposition, words }) =>
    clause.obliques
      .filter((o) => o.preposition === preposition && words.has(lemma(tree, o.head)))
      .map((o) => o.head),
  );
}

/** Stages whose word makes an event even when what is agreed, asked or refused is no act that we know. */
const TELLING = new Set(['intended', 'asked', 'refused', 'threatened']);

/** "agreed to set up an institute", "refused to answer": some cooperation, agreed or refused. */
function genericDeeds(tree: Tree, deeds: readonly Deed[], context: DeedContext): Deed[] {
  const known = new Set(deeds.flatMap((d) => [d.token, ...d.stagedBy]));
  const found: Deed[] = [];
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'VERB' || known.has(i)) continue;
    const bidden = biddenDeed(tree, i, context);
    if (bidden) found.push(bidden);
    const complement = complementAfter(tree, i);
    if (complement === undefined || child(tree, complement, 'mark', 'nsubj', 'aux') === undefined) continue;
    const row = stageRow(tree, i, relation(tree, complement), context);
    if (!row || !TELLING.has(row.stage)) continue;
    const clause = clauseOf(tree, complement);
    const deed = cast(
      tree,
      complement,
      GENERIC_ACT,
      0,
      clause,
      stageOf(tree, complement, clause, context, context.taken),
      context,
    );
    if (deed && deed.outer === i) found.push(deed);
  }
  return found;
}

function complementAfter(tree: Tree, i: number): number | undefined {
  for (const c of children(tree, i)) {
    const rel = relation(tree, c);
    if (c > i && (rel === 'xcomp' || rel === 'ccomp' || rel === 'advcl')) return c;
  }
  return undefined;
}

const BIDDING = new Set(['must', 'should', 'ought']);

/** "said that X must act": whoever says so asks it of X, whatever the act is. */
function biddenDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  if (child(tree, i, 'aux') === undefined || child(tree, i, 'nsubj') === undefined) return undefined;
  if (!childrenBy(tree, i, 'aux').some((a) => BIDDING.has(lemma(tree, a)))) return undefined;
  const clause = clauseOf(tree, i);
  const deed = cast(
    tree,
    i,
    GENERIC_ACT,
    0,
    clause,
    stageOf(tree, i, clause, context, context.taken),
    context,
  );
  return deed && deed.stage === 'asked' && deed.sources.length > 0 ? deed : undefined;
}

/** A stage verb that has an act below it is no act of its own: "refused to lift", "rejected sanctions". */
function outrank(tree: Tree, deeds: Deed[]): Deed[] {
  if (deeds.length === 0) return deeds;
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

function verbDeed(tree: Tree, i: number, context: DeedContext, known: BestRows): Deed | undefined {
  const rows = rowsAt(context.lexicon, tree, i).verbs;
  if (!rows) return undefined;
  const clause = clauseOf(tree, i);
  return deedFrom(tree, i, clause, known.get(i) ?? bestRow(tree, i, rows, clause, context), context);
}

function adjectiveDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  const rows = rowsAt(context.lexicon, tree, i).adjectives;
  if (!rows || (child(tree, i, 'cop') === undefined && relation(tree, i) !== 'xcomp')) return undefined;
  const clause = clauseOf(tree, i);
  return deedFrom(tree, i, clause, bestRow(tree, i, rows, clause, context), context);
}

function nounDeed(tree: Tree, i: number, context: DeedContext): Deed | undefined {
  const rows = rowsAt(context.lexicon, tree, i).nouns;
  return rows && deedFrom(tree, i, undefined, bestRow(tree, i, rows, undefined, context), context);
}

/** Who says what to whom in words that are no act ("expressed concern to"), from rows that block one but have roles. */
export interface Statement {
  readonly token: number;
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
}

export function statementsOf(tree: Tree, context: DeedContext): Statement[] {
  const found: Statement[] = [];
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'VERB') continue;
    const rows = rowsAt(context.lexicon, tree, i).verbs;
    if (!rows) continue;
    const clause = clauseOf(tree, i);
    const { row } = bestRow(tree, i, rows, clause, context);
    if (!row || row.act !== undefined || !row.ownRoles) continue;
    found.push({ token: i, ...fillOwn(tree, i, clause, row.roles, context) });
  }
  return found;
}

function deedFrom(
  tree: Tree,
  i: number,
  clause: Clause | undefined,
  { row: best, specificity }: ReturnType<typeof bestRow>,
  context: DeedContext,
): Deed | undefined {
  if (!best || best.act === undefined) return undefined;
  return cast(tree, i, best, specificity, clause, stageOf(tree, i, clause, context, context.taken), context);
}
