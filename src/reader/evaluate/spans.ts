import { z } from 'zod';
import { codePointLength, codePointOffsets, QUAD_OF, utf16Offset } from '../../record/index.js';
import { namesActor } from '../actors.js';
import { clauseOf, isTemporal, prepositionOf } from '../clause.js';
import type { Deed } from '../deed.js';
import { statementsOf } from '../deeds.js';
import { codingOfDeed } from '../events.js';
import type { Lexicon } from '../lexicon.js';
import type { Resources } from '../read.js';
import { clauseExtent, type Scene, spanOf } from '../scene.js';
import {
  child,
  childrenBy,
  conjuncts,
  deprel,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  xpos,
} from '../tree.js';
import { detokenised, type Joined } from './detokenise.js';
import { f1, macroF1, round, type Tally } from './f1.js';
import { scenesOf } from './marked.js';
import type { Convention } from './relation.js';
import { checkSpan, type Evaluation, readRows } from './rows.js';

const Row = z.object({
  text: z.string(),
  spans: z.array(z.object({ role: z.enum(['S', 'T', 'R']), start: z.number(), end: z.number() })),
  quad: z.number(),
});

export interface MarkedSpan {
  readonly role: 'S' | 'T' | 'R';
  readonly start: number;
  readonly end: number;
}

/**
 * The spans task: who does it and to whom, and the quad class of the main act (0: a statement).
 *
 * @returns `sourceOverlapF1 recipientOverlapF1 sourceExactF1 recipientExactF1 quadMacroF1`, in per cent;
 *   overlap is a token intersection over union of at least one half; R counts as both roles
 */
export function evaluateSpans(
  resources: Resources,
  text: string,
  name: string,
  convention: Convention = 'crosswalk',
): Evaluation {
  const rows = readRows(text, Row, name);
  rows.forEach((row, i) => {
    const length = codePointLength(row.text);
    for (const span of row.spans) checkSpan(span.start, span.end, length, name, i + 1);
  });
  const started = performance.now();
  const answers = rows.map((row) => mainActOf(resources, row.text, convention));
  const seconds = (performance.now() - started) / 1000;
  const figure = (roles: string, exact: boolean): number | null => {
    const tally: Tally = { hit: 0, wrong: 0, missed: 0 };
    rows.forEach((row, i) => {
      const gold = row.spans.filter((s) => roles.includes(s.role));
      const found = (answers[i]?.spans ?? []).filter((s) => roles.includes(s.role));
      count(tally, row.text, gold, found, exact);
    });
    const value = f1(tally);
    return value === null ? null : round(value);
  };
  const quads = macroF1(
    rows.map((r) => r.quad),
    answers.map((a) => a.quad),
  );
  return {
    task: 'spans',
    rows: rows.length,
    seconds: round(seconds),
    figures: {
      sourceOverlapF1: figure('SR', false),
      recipientOverlapF1: figure('TR', false),
      sourceExactF1: figure('SR', true),
      recipientExactF1: figure('TR', true),
      quadMacroF1: quads.value === null ? null : round(quads.value),
    },
  };
}

function count(
  tally: Tally,
  text: string,
  gold: readonly MarkedSpan[],
  found: readonly MarkedSpan[],
  exact: boolean,
): void {
  const left = [...gold];
  for (const f of found) {
    const index = left.findIndex((g) =>
      exact ? g.start === f.start && g.end === f.end : overlap(text, g, f) >= 0.5,
    );
    if (index < 0) tally.wrong++;
    else {
      tally.hit++;
      left.splice(index, 1);
    }
  }
  tally.missed += left.length;
}

/** Intersection over union, in white-space tokens. */
function overlap(text: string, a: MarkedSpan, b: MarkedSpan): number {
  const points = [...text];
  const starts: number[] = [];
  for (let i = 0; i < points.length; i++) {
    if (points[i]?.trim() !== '' && (i === 0 || points[i - 1]?.trim() === '')) starts.push(i);
  }
  const within = (s: MarkedSpan) =>
    new Set(
      starts.filter(
        (t, k) => t < s.end && (starts[k + 1] ?? points.length) > s.start && lastOf(points, t) > s.start,
      ),
    );
  const left = within(a);
  const right = within(b);
  let both = 0;
  for (const t of left) if (right.has(t)) both++;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
}

function lastOf(points: readonly string[], start: number): number {
  let i = start;
  while (i < points.length && points[i]?.trim() !== '') i++;
  return i;
}

/** From code points of the joined text to those of the text given. */
function givenSpans(text: string, joined: Joined): (span: MarkedSpan) => MarkedSpan {
  const toCodePoints = codePointOffsets(text);
  return (span) => {
    const start = joined.toGiven(utf16Offset(joined.text, span.start));
    const end = joined.toGiven(utf16Offset(joined.text, span.end) - 1) + 1;
    return { role: span.role, start: toCodePoints(start), end: toCodePoints(end) };
  };
}

interface Candidate {
  readonly scene: Scene;
  readonly token: number;
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
  readonly deed: Deed | undefined;
  readonly score: number;
}

/** Spans and quad class of the main act of a text. */
export function mainActOf(
  resources: Resources,
  text: string,
  convention: Convention,
): { spans: MarkedSpan[]; quad: number } {
  const joined = detokenised(text);
  const scenes = scenesOf(resources, joined.text);
  const given = givenSpans(text, joined);
  let best: Candidate | undefined;
  for (const scene of scenes) {
    for (const candidate of candidatesOf(scene)) if (!best || candidate.score > best.score) best = candidate;
  }
  if (!best) return { spans: [], quad: 0 };
  const { scene, deed } = best;
  const recipients = undergoers(scene, best);
  const type = deed && codingOfDeed(scene.lexicon, deed)?.type;
  const together = deed?.symmetric === true && best.sources.length + recipients.length > 1;
  const mutual =
    (together && type !== undefined && MEETINGS.has(type)) ||
    (best.sources.length > 1 && recipients.length === 0 && deed !== undefined && VERBAL.has(deed.actClass));
  return {
    spans: [
      ...spansOf(scene, unveiled(scene, best.sources, best.token), mutual ? 'R' : 'S'),
      ...spansOf(scene, recipients, mutual ? 'R' : 'T'),
    ].map(given),
    quad: deed ? quadOf(scene.lexicon, deed, convention) : 0,
  };
}

/** Acts, statements that the tables know, and the main clause where it is neither. */
function candidatesOf(scene: Scene): Candidate[] {
  const { tree } = scene;
  const found: Candidate[] = [];
  for (const deed of scene.deeds) {
    const { sources, recipients } = deed;
    found.push({
      scene,
      token: deed.outer,
      sources,
      recipients,
      deed,
      score: prominence(tree, deed.outer, deed),
    });
  }
  const context = { lexicon: scene.lexicon, namesActor: (token: number) => namesActor(scene.cast, token) };
  for (const { token, sources, recipients } of statementsOf(tree, context)) {
    found.push({
      scene,
      token,
      sources,
      recipients,
      deed: undefined,
      score: prominence(tree, token, { sources, recipients }),
    });
  }
  const token = mainPredicate(scene);
  const clause = clauseOf(tree, token);
  const main = { sources: clause.subjects, recipients: clause.objects };
  found.push({ scene, token, ...main, deed: undefined, score: prominence(tree, token, main) - 1.2 });
  return found;
}

/** Root of the sentence; under "said" and its kin, that of what is said. */
function mainPredicate(scene: Scene): number {
  const { tree } = scene;
  let at = tree.root;
  for (let n = 0; n < 3; n++) {
    const reports = scene.lexicon.stages.get(`${lemma(tree, at)}/verb`)?.some((r) => r.stage === 'report');
    const inner = child(tree, at, 'ccomp');
    if (!reports || inner === undefined || !isPredicate(tree, inner)) break;
    at = inner;
  }
  return at;
}

/**
 * Whom it concerns: whom the roles name, if that is someone; in giving, yielding and mere statements else someone or
 * somewhere named in the object, an oblique or a purpose ("sent medicine to Fiji", "to help Fiji"); else the object,
 * unless it only names the act ("held talks").
 */
function undergoers(scene: Scene, best: Candidate): readonly number[] {
  const { tree } = scene;
  const somebody = (tokens: readonly number[]) => tokens.filter((t) => namesSomebody(scene, t));
  const targeted = best.deed !== undefined && !GIVING.has(best.deed.actClass) && best.recipients.length > 0;
  if (targeted || somebody(best.recipients).length > 0 || !isPredicate(tree, best.token))
    return best.recipients;
  const predicate = best.deed?.clause?.predicate ?? best.token;
  const clause = clauseOf(tree, predicate);
  const free = (tokens: readonly number[]) => tokens.filter((t) => !best.sources.includes(t));
  const objects = free(clause.objects);
  const acted = somebody(objects);
  if (acted.length > 0) return acted;
  const obliques = free(
    clause.obliques.filter((o) => !ASIDE_PREPOSITIONS.has(o.preposition)).map((o) => o.head),
  );
  const held = best.recipients.length > 0 ? best.recipients : objects;
  const content = held.flatMap((o) =>
    childrenBy(tree, o, 'acl', 'ccomp').flatMap((c) => childrenBy(tree, c, 'nsubj')),
  );
  const purpose = childrenBy(tree, predicate, 'advcl', 'xcomp').flatMap((c) => clauseOf(tree, c).objects);
  const named = somebody([
    ...held.flatMap((o) => complements(tree, o, 0)),
    ...obliques,
    ...obliques.flatMap((o) => complements(tree, o, 0)),
    ...purpose,
    ...purpose.flatMap((o) => complements(tree, o, 0)),
  ])[0];
  if (named !== undefined) return conjuncts(tree, named);
  if (content.length > 0) return content;
  if (best.recipients.length > 0) return best.recipients;
  const patients = objects.filter((o) => !scene.lexicon.nouns.has(lemma(tree, o)));
  return patients.length > 0 || best.deed ? patients : obliques.slice(0, 1);
}

const GIVING = new Set(['material-cooperation', 'yielding', 'verbal-cooperation']);
const ASIDE_PREPOSITIONS = new Set([
  'by',
  'after',
  'before',
  'during',
  'since',
  'because of',
  'due to',
  'amid',
  'despite',
]);

/** "The group said it would …": who "it" is, where the report says so. */
function unveiled(scene: Scene, sources: readonly number[], token: number): readonly number[] {
  const { tree } = scene;
  if (sources.length !== 1 || tree.upos[sources[0] ?? -1] !== 'PRON') return sources;
  for (let at = token, n = 0; at >= 0 && n < 6; at = head(tree, at), n++) {
    const up = head(tree, at);
    if (up < 0 || !/^(ccomp|xcomp|conj)$/.test(relation(tree, at))) continue;
    const subjects = clauseOf(tree, up).subjects;
    if (subjects.length > 0 && !subjects.some((s) => tree.upos[s] === 'PRON')) return subjects;
  }
  return sources;
}

/** Nouns that hang on a noun by a preposition, nearest first. */
function complements(tree: Tree, noun: number, depth: number): number[] {
  if (depth > 2) return [];
  const own = childrenBy(tree, noun, 'nmod', 'obl').filter(
    (c) => deprel(tree, c) !== 'nmod:poss' && !isTemporal(tree, c),
  );
  return [...own, ...own.flatMap((c) => complements(tree, c, depth + 1))];
}

function namesSomebody(scene: Scene, token: number): boolean {
  return namesActor(scene.cast, token) || (scene.cast.placeAt[token] ?? -1) >= 0;
}

/** Meetings are told of all who meet; in other mutual acts the one who is the subject acts on the other. */
const MEETINGS = new Set(['CONSULT']);
const VERBAL = new Set(['verbal-cooperation', 'material-cooperation']);

/** The main clause first, verbs before nouns, fuller casts before emptier ones. */
function prominence(
  tree: Tree,
  token: number,
  cast: { sources: readonly number[]; recipients: readonly number[]; noun?: boolean; specificity?: number },
): number {
  let depth = 0;
  for (let at = token; head(tree, at) >= 0 && depth < 20; at = head(tree, at)) {
    if (relation(tree, at) === 'conj') depth += 0.5;
    else if (relation(tree, at) !== 'ccomp' || depth > 0) depth++;
  }
  let score = -0.6 * depth;
  if (cast.noun) score -= 1;
  if (cast.sources.length > 0) score += 1;
  if (cast.recipients.length > 0) score += 0.7;
  score += 0.2 * Math.min(2, cast.specificity ?? 0);
  return score - token / 1000;
}

/**
 * Quad class as labelled sentences have it: by CAMEO's root codes, 01 and 02 a statement, 16 (relations reduced) still
 * verbal conflict. What is only considered is a statement.
 */
function quadOf(lexicon: Lexicon, deed: Deed, convention: Convention): number {
  const coding = codingOfDeed(lexicon, deed);
  if (!coding || deed.weak) return 0;
  if (convention === 'manual' || coding.cameo === undefined) return QUAD_OF[coding.type];
  const root = Number(coding.cameo.slice(0, 2));
  if (root <= 2) return 0;
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 || root === 16 ? 3 : 4;
}

/** One span for each phrase; coordinated heads that stand together make one. */
function spansOf(scene: Scene, tokens: readonly number[], role: MarkedSpan['role']): MarkedSpan[] {
  const { tree } = scene;
  const heads = tokens.filter((t) => !tokens.some((u) => u !== t && conjuncts(tree, u).includes(t)));
  return heads.map((t) => {
    const { first, last } = phrase(tree, t);
    return { role, ...spanOf(scene, first, last) };
  });
}

const OUTSIDE = new Set([
  'acl:relcl',
  'parataxis',
  'advcl',
  'nsubj',
  'cop',
  'mark',
  'aux',
  'advmod',
  'ccomp',
]);

/** The phrase as an annotator would mark it: with its conjuncts and short appositions, without clauses. */
function phrase(tree: Tree, token: number): { first: number; last: number } {
  if (isPredicate(tree, token)) return clauseExtent(tree, token);
  let { first, last } = extent(
    tree,
    token,
    (c) =>
      OUTSIDE.has(relation(tree, c)) ||
      OUTSIDE.has(deprel(tree, c)) ||
      (relation(tree, c) === 'acl' && xpos(tree, c) !== 'VBN') ||
      isAside(tree, c) ||
      (relation(tree, c) === 'case' && head(tree, c) === token) ||
      (relation(tree, c) === 'cc' && head(tree, c) === token) ||
      (relation(tree, c) === 'punct' && head(tree, c) === token),
  );
  while (first < token && /^(PUNCT|CCONJ)$/.test(tree.upos[first] ?? '')) first++;
  while (last > token && /^(PUNCT|CCONJ)$/.test(tree.upos[last] ?? '')) last--;
  return { first, last: last + 1 };
}

const ASIDES = new Set([
  'statement',
  'interview',
  'reaction',
  'response',
  'speech',
  'broadcast',
  'retaliation',
  'message',
  'address',
]);

/** "on Thursday", "in a statement": hung on a name by the parser, but about the clause. */
function isAside(tree: Tree, c: number): boolean {
  const rel = relation(tree, c);
  if (rel !== 'nmod' && rel !== 'obl') return false;
  return isTemporal(tree, c) || (prepositionOf(tree, c) === 'in' && ASIDES.has(lemma(tree, c)));
}
