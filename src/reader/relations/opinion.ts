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
}

export interface Opinion {
  readonly best: Choice;
  readonly runnerUp: Choice;
  /** Words that voted most for the best, the one that did most first. */
  readonly words: readonly string[];
}

const MOST_WORDS = 4;

/**
 * What the networks take an act for; that it is none is not asked.
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
    return type === undefined ? [] : [{ k, type: grouped(type), share: judgement.classes[k] as number }];
  });
  const all = classes.reduce((sum, { share }) => sum + share, 0);
  const shares = new Map<string, number>();
  for (const { type, share } of classes) shares.set(type, (shares.get(type) ?? 0) + share / all);
  const [best, runnerUp] = [...shares]
    .map(([type, share]) => ({ type, share }))
    .sort((a, b) => b.share - a.share) as [Choice, Choice];
  const chosen = classes
    .filter(({ type }) => type === best.type)
    .reduce((a, b) => (b.share > a.share ? b : a));
  const votes = judgement.votes(chosen.k);
  const words = [...votes.keys()]
    .filter((i) => (votes[i] as number) > 0)
    .sort((a, b) => (votes[b] as number) - (votes[a] as number))
    .slice(0, MOST_WORDS)
    .map((i) => graph.forms[i] as string);
  return { best, runnerUp, words };
}
