import type { WordVectors } from '../../language/index.js';
import { namedClass } from './classes.js';
import type { WordGraph } from './graph.js';
import { judge, type RelationModel } from './relation-model.js';
import { type Part, wordGraph } from './word-graph.js';

/** The answer of the rules to what a source does to a recipient. */
export interface RuleAnswer {
  readonly type: string;
  readonly because: readonly string[];
  /** No word names an act. */
  readonly silent: boolean;
  /** Which of the marked sides are the parties of the deed that decided. */
  readonly fit: 'both' | 'source' | 'recipient' | 'neither';
}

/** What the relation networks are shown where the parties are known: the words, what the rules found, what they answer. */
export function relationGraph(vectors: WordVectors, parts: readonly Part[], answer: RuleAnswer): WordGraph {
  const { type, silent, fit } = answer;
  return wordGraph(parts, vectors, silent ? ['silent'] : [`rule-${type}`, `rule-${fit}-${type}`]);
}

/** A type, or a root, with its probability. */
export interface Choice {
  readonly type: string;
  readonly share: number;
  /** The likeliest class of that type. */
  readonly name: string;
}

export interface Opinion {
  readonly best: Choice;
  readonly runnerUp: Choice;
  readonly all: readonly Choice[];
  /** Words that voted most for the best, the one that did most first; how the rules answered votes as well. */
  readonly words: readonly string[];
}

const MOST_WORDS = 4;

/**
 * What the networks take an act for; it is always some act.
 *
 * @param grouped the name under which a type counts: its root, or itself
 */
export function opinionOn(
  model: RelationModel,
  vectors: WordVectors,
  graph: WordGraph,
  grouped: (type: string) => string = (type) => type,
): Opinion {
  const judgement = judge(model, vectors, graph);
  const classes = model.classes.flatMap((name, k) => {
    const { type } = namedClass(name);
    const share = judgement.classes[k] as number;
    return type === undefined ? [] : [{ name, type: grouped(type), share }];
  });
  const sum = classes.reduce((total, { share }) => total + share, 0);
  const choices = new Map<string, Choice & { most: number }>();
  for (const { name, type, share } of classes) {
    const known = choices.get(type);
    const likelier = known === undefined || share > known.most ? { name, most: share } : known;
    choices.set(type, { ...likelier, type, share: (known?.share ?? 0) + share / sum });
  }
  const all = [...choices.values()]
    .map(({ type, share, name }): Choice => ({ type, share, name }))
    .sort((a, b) => b.share - a.share);
  // There are several classes in every model.
  const [best, runnerUp] = all as [Choice, Choice];
  const votes = judgement.votes(model.classes.indexOf(best.name));
  const words = [...votes.keys()]
    .filter((i) => (votes[i] as number) > 0)
    .sort((a, b) => (votes[b] as number) - (votes[a] as number))
    .slice(0, MOST_WORDS)
    .map((i) => graph.forms[i] as string);
  return { best, runnerUp, all, words };
}
