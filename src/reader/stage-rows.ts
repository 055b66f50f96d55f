import type { Lexicon, StageRow } from './lexicon.js';

/** Rows of `data/stages.tsv` by lemma, each part of speech apart, and those by which verbs report. */
export interface StageRows {
  readonly verb: ReadonlyMap<string, readonly StageRow[]>;
  readonly noun: ReadonlyMap<string, readonly StageRow[]>;
  readonly adj: ReadonlyMap<string, readonly StageRow[]>;
  readonly reports: ReadonlyMap<string, readonly StageRow[]>;
}

const kept = new WeakMap<Lexicon, StageRows>();

/** The rows of a lexicon, put in order once: words are looked up much too often to join each with its part of speech. */
export function stageRowsOf(lexicon: Lexicon): StageRows {
  const known = kept.get(lexicon);
  if (known) return known;
  const maps = { verb: new Map(), noun: new Map(), adj: new Map(), reports: new Map() };
  for (const [key, rows] of lexicon.stages) {
    const slash = key.lastIndexOf('/');
    const [lemma, pos] = [key.slice(0, slash), key.slice(slash + 1)];
    if (pos === 'verb' || pos === 'noun' || pos === 'adj') maps[pos].set(lemma, rows);
    const reports = pos === 'verb' ? rows.filter((row) => row.stage === 'report') : [];
    if (reports.length > 0) maps.reports.set(lemma, reports);
  }
  kept.set(lexicon, maps);
  return maps;
}
