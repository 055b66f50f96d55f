import { type Clause, clauseOf, prepositionOf } from './clause.js';
import type { DeedContext, Report } from './deed.js';
import { matchFrame, surroundings } from './frame.js';
import { rowsAt } from './lemma-rows.js';
import type { Stage, StageRow } from './lexicon.js';
import { ownStage } from './own-stage.js';
import type { Roles } from './slots.js';
import { child, deprel, extent, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** The stage of an act and what gave it. */
export interface Staging {
  readonly stage: Stage;
  readonly outer: number;
  readonly roles: Roles | undefined;
  readonly reversed: boolean;
  /** A promise not to do it. */
  readonly renounced: boolean;
  readonly appeal: boolean;
  readonly weak: boolean;
  readonly hypothetical: boolean;
  readonly reports: readonly Report[];
  readonly stagedBy: readonly number[];
  readonly because: readonly string[];
}

/** Climbs from an act to the words that govern it. The outermost stage wins; reports are kept apart. */
export function stageOf(
  tree: Tree,
  token: number,
  clause: Clause | undefined,
  context: DeedContext,
  taken: ReadonlySet<number> = new Set(),
): Staging {
  let stage: Stage = 'done';
  let outer = token;
  let roles: Roles | undefined;
  let reversed = false;
  let renounced = false;
  let appeal = false;
  let weak = false;
  let hypothetical = false;
  const reports: Report[] = [];
  const stagedBy: number[] = [];
  const because: string[] = [];

  const own = ownStage(tree, token, clause);
  if (own.stage !== 'done') because.push(own.because);
  stage = own.stage;
  hypothetical = own.hypothetical;

  for (let at = token, steps = 0; steps < 8; steps++) {
    if (at !== token && taken.has(at)) break;
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
      if (clause === undefined && CIRCUMSTANCES.has(rel.slice(rel.indexOf(':') + 1))) break;
      if (
        clause === undefined &&
        rel === 'obj' &&
        rowsAt(context.lexicon, tree, up).verbs?.some(
          (r) => r.frame.conditions.length === 0 && r.act !== undefined,
        )
      )
        break;
      // A noun that is the subject of a verb keeps its own stage: "the talks will help".
      if (clause === undefined && rel === 'nsubj') break;
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
      stagedBy.push(up);
      const governor = isPredicate(tree, up) ? clauseOf(tree, up) : undefined;
      const governing = ownStage(tree, up, governor);
      const stageHere = governed(row.stage, governing);
      // "would like to thank" is a manner of saying.
      const yetToCome =
        governing.stage === 'asked' || (governing.stage === 'intended' && governing.because !== 'would');
      if (stageHere === 'ended') {
        reversed = !reversed;
        outer = up;
      }
      if (yetToCome && (stageHere === 'ended' || stageHere === 'done' || stageHere === 'resumed')) {
        // "will send doctors to help", "would ease the sanctions": the governor's own tense holds.
        stage = governing.stage;
        outer = up;
        because.push(governing.because);
      } else if (stageHere === 'ended') {
        // Turned above.
      } else if (stageHere === 'done' || stageHere === 'resumed') {
        if (stage === 'done') outer = up;
      } else {
        renounced =
          stageHere === 'intended' && outer === token && (stage === 'refused' || stage === 'denied');
        stage = stageHere;
        outer = up;
        roles = row.roles;
        appeal = row.strength === 'appeal';
        weak ||= row.strength === 'weak';
        hypothetical ||= weak;
      }
    }
    at = up;
  }
  return { stage, outer, roles, reversed, renounced, appeal, weak, hypothetical, reports, stagedBy, because };
}

/** "will send masks after the riots": nouns that only tell when or why have a stage of their own. */
const CIRCUMSTANCES = new Set([
  'after',
  'before',
  'during',
  'despite',
  'amid',
  'amidst',
  'following',
  'since',
  'until',
  'because of',
  'due to',
  'in response to',
  'in spite of',
]);

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
    if (!isComplement(tree, token, rel)) return 'aside';
  }
  return base;
}

/**
 * Whether an adverbial or adnominal clause may be what its governor asks, plans or ends ("was asked to lift", "the decision to
 * lift"), and not a circumstance or a description ("after gunmen attacked", "bowing to pressure, …", "the man shot").
 */
function isComplement(tree: Tree, token: number, rel: string): boolean {
  if (rel === 'acl:relcl') return false;
  const mark = child(tree, token, 'mark');
  if (mark !== undefined) return lemma(tree, mark) === 'to';
  const tag = xpos(tree, token);
  if (rel.startsWith('acl')) return tag === 'VB' || tag === 'VBG';
  if ((tag !== 'VB' && tag !== 'VBG') || token < head(tree, token)) return false;
  if (child(tree, token, 'nsubj') !== undefined) return false;
  return tree.sentence.forms[extent(tree, token).first - 1] !== ',';
}

export function stageRow(
  tree: Tree,
  governor: number,
  rel: string,
  context: DeedContext,
): StageRow | undefined {
  const tag = upos(tree, governor);
  const pos = tag === 'NOUN' || tag === 'PROPN' ? 'noun' : tag === 'ADJ' ? 'adj' : 'verb';
  const rows = rowsAt(context.lexicon, tree, governor).stages[pos];
  if (!rows) return undefined;
  const clause = pos === 'noun' ? undefined : clauseOf(tree, governor);
  const around = surroundings(tree, governor, clause, context.namesActor);
  return rows.find((row) => fits(row.complements, rel) && matchFrame(row.frame, around) >= 0);
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

/** The row by which a verb reports in its frame: "said that" asserts, "is said to" alleges. */
export function reportRow(tree: Tree, verb: number, context: DeedContext): StageRow | undefined {
  const rows = rowsAt(context.lexicon, tree, verb).stages.reports;
  if (!rows) return undefined;
  const around = surroundings(tree, verb, clauseOf(tree, verb), context.namesActor);
  return rows.find((row) => matchFrame(row.frame, around) >= 0);
}
