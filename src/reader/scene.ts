import { type Gazetteer, type Mention, stateOf } from '../gazetteer/index.js';
import type { WordVectors } from '../language/index.js';
import type { Attribution, Document, Draft, EntryKind, PartyRef, Span } from '../record/index.js';
import { actorsOf, namesActor } from './actors.js';
import { type Actor, type Cast, castAs, type Discourse } from './cast.js';
import { clauseOf } from './clause.js';
import type { DateMention } from './dates.js';
import type { Deed } from './deed.js';
import type { EventJudges } from './judges/models.js';
import type { Player } from './judges/player.js';
import type { Lexicon } from './lexicon.js';
import type { Recall } from './recall.js';
import { reportRow } from './staging.js';
import { child, children, extent, head, isPredicate, lemma, relation, type Tree, upos } from './tree.js';

/** One sentence with all that the entry makers need: its words, who is in it, when, and what is done. */
export interface Scene {
  readonly document: Document;
  readonly text: string;
  readonly tree: Tree;
  readonly cast: Cast;
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  readonly dates: readonly DateMention[];
  readonly deeds: readonly Deed[];
  /** Party whose words a quotation running over from an earlier sentence are. */
  readonly quoted: Attribution | undefined;
  /** Who judges what the rules found, where anybody does. */
  readonly judges: { readonly models: EventJudges; readonly vectors: WordVectors } | undefined;
  /** Confidence that a judged event must have to be told. */
  readonly leastSure: number;
  /** Confidence that a measure must have to be told. */
  readonly leastSureOfMeasures: number;
  /** Bare offices: "the president", "a court". */
  readonly offices: readonly Mention[];
  /** Whom earlier sentences named. */
  readonly recall: Recall;
  /** The state in which the story plays, where it is a story. */
  readonly home: string | undefined;
  /** Parties that the title names, where statements are read. */
  readonly titled: readonly string[] | undefined;
  /** UTF-16 offset to code points. */
  readonly toCodePoints: (utf16: number) => number;
  /** What was worked out once and may be asked for again. */
  readonly kept: { players: readonly Player[] | undefined };
}

/** A scene as statements are read: with another who knows whom words refer to, and the parties of the title. */
export function sceneAs(scene: Scene, discourse: Discourse, titled: readonly string[]): Scene {
  const { document, text, tree, cast, gazetteer, lexicon, dates, deeds, quoted, judges } = scene;
  const { leastSure, leastSureOfMeasures, offices, recall, home, toCodePoints } = scene;
  return {
    document,
    text,
    tree,
    cast: castAs(cast, discourse),
    gazetteer,
    lexicon,
    dates,
    deeds,
    quoted,
    judges,
    leastSure,
    leastSureOfMeasures,
    offices,
    recall,
    home,
    titled,
    toCodePoints,
    kept: { players: undefined },
  };
}

/** Whose word something is. */
export interface Voice {
  readonly speaker: string;
  readonly attribution: readonly Attribution[];
}

export type Made<K extends EntryKind> = Omit<Extract<Draft, { kind: K }>, 'document' | 'reader' | 'recorded'>;
export type AnyMade = { [K in EntryKind]: Made<K> }[EntryKind];

/** Party references with their spans, each party once. */
export function refs(scene: Scene, actors: readonly Actor[]): PartyRef[] {
  return actors.map((actor) => ({ party: actor.party, span: spanOf(scene, actor.first, actor.last) }));
}

/** Code point span of tokens `first` to `last` (exclusive). */
export function spanOf(scene: Scene, first: number, last: number): Span {
  const { sentence } = scene.tree;
  const start = sentence.starts[first] ?? sentence.start;
  const end = sentence.ends[last - 1] ?? sentence.end;
  return { start: scene.toCodePoints(start), end: scene.toCodePoints(end) };
}

/** Text of tokens `first` to `last` (exclusive), white space folded. */
export function wordsOf(scene: Scene, first: number, last: number): string {
  const { sentence } = scene.tree;
  const start = sentence.starts[first] ?? sentence.start;
  const end = sentence.ends[last - 1] ?? sentence.end;
  return scene.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** Tokens of the clause that `predicate` heads, without what is coordinated or set beside it. End exclusive. */
export function clauseExtent(tree: Tree, predicate: number): { first: number; last: number } {
  let { first, last } = extent(
    tree,
    predicate,
    (c) =>
      (relation(tree, c) === 'conj' && isPredicate(tree, c) && head(tree, c) === predicate) ||
      relation(tree, c) === 'parataxis' ||
      (relation(tree, c) === 'punct' && c > predicate),
  );
  while (
    first < predicate &&
    (upos(tree, first) === 'PUNCT' || relation(tree, first) === 'cc' || isMarker(tree, first, predicate))
  )
    first++;
  while (last > predicate && upos(tree, last) === 'PUNCT') last--;
  return { first, last: last + 1 };
}

/** "that" before what is said. */
function isMarker(tree: Tree, i: number, predicate: number): boolean {
  return relation(tree, i) === 'mark' && head(tree, i) === predicate && lemma(tree, i) === 'that';
}

/** Passage of the clause that `predicate` heads. */
export function clausePassage(scene: Scene, predicate: number): Span {
  const { first, last } = clauseExtent(scene.tree, predicate);
  return spanOf(scene, first, last);
}

/** Nearest predicate at or above `token`. */
export function predicateOf(tree: Tree, token: number): number {
  for (let at = token, n = 0; at >= 0 && n <= tree.length; at = head(tree, at), n++) {
    if (isPredicate(tree, at)) return at;
  }
  return tree.root;
}

/** Whose word the clause at `token` is: reports above it, a report beside it ("…, Wang said"), an open quotation. */
export function voiceOf(scene: Scene, token: number): Voice {
  const chain: Attribution[] = [];
  for (const report of reportsAbove(scene, token)) {
    const [actor] = actorsOf(scene.cast, report.subjects);
    if (actor) chain.push({ party: actor.party, verb: report.verb, modality: report.modality });
  }
  if (chain.length === 0 && scene.quoted) chain.push(scene.quoted);
  const [outermost] = chain;
  return {
    speaker: outermost ? stateOf(outermost.party) : (scene.document.speaker ?? 'author'),
    attribution: chain,
  };
}

export interface ReportAbove {
  readonly token: number;
  readonly verb: string;
  readonly subjects: readonly number[];
  readonly modality: Attribution['modality'];
}

/** The reports that a word stands under, outermost first. */
export function reportsAbove(scene: Scene, token: number): ReportAbove[] {
  const { tree, lexicon } = scene;
  const context = { lexicon, namesActor: (token: number) => namesActor(scene.cast, token) };
  const found: ReportAbove[] = [];
  const seen = new Set<number>();
  const look = (verb: number, below: number) => {
    if (seen.has(verb)) return;
    const row = reportRow(tree, verb, context);
    if (!row) return;
    seen.add(verb);
    const subjects = clauseOf(tree, verb).subjects.filter((s) => s !== below);
    found.unshift({ token: verb, verb: lemma(tree, verb), subjects, modality: row.modality ?? 'asserted' });
  };
  for (let at = token, n = 0; at >= 0 && n <= tree.length; at = head(tree, at), n++) {
    for (const c of children(tree, at)) {
      const rel = relation(tree, c);
      // "…, Wang said": the report hangs below what it reports.
      if (rel === 'parataxis' || (rel === 'ccomp' && c > at && child(tree, c, 'ccomp') === undefined)) {
        if (
          upos(tree, c) === 'VERB' &&
          child(tree, c, 'nsubj') !== undefined &&
          child(tree, c, 'obj') === undefined
        )
          look(c, at);
      }
      if (rel === 'obl' && lemma(tree, child(tree, c, 'case') ?? c).startsWith('accord')) {
        found.unshift({ token: c, verb: 'according to', subjects: [c], modality: 'asserted' });
      }
    }
    const up = head(tree, at);
    if (up >= 0 && ['ccomp', 'xcomp', 'parataxis', 'obj', 'acl'].includes(relation(tree, at))) {
      if (upos(tree, up) === 'VERB') look(up, at);
    }
  }
  return found;
}

/** The date that belongs to the clause at `predicate`: inside it and nearest to `token`, else the only one of the sentence. */
export function dateAt(
  scene: Scene,
  predicate: number,
  roles: readonly DateMention['role'][] = ['at', 'since', 'by', 'until'],
  token = predicate,
): DateMention | undefined {
  const dates = scene.dates.filter((d) => roles.includes(d.role));
  if (dates.length === 0) return undefined;
  const { sentence } = scene.tree;
  const { first, last } = clauseExtent(scene.tree, predicate);
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  const at = sentence.starts[token] ?? from;
  const inside = dates.filter((d) => d.start >= from && d.end <= to);
  const near = (list: readonly DateMention[]) =>
    [...list].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
  return near(inside) ?? (dates.length === 1 ? dates[0] : undefined);
}
