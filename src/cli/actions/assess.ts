import { assess, type Saying, withLedger } from '../../ledger/index.js';
import { Assessment, EntenteError } from '../../record/index.js';
import { print, tell } from '../output.js';
import { choice } from '../values.js';

export interface AssessOptions {
  readonly ledger: string;
  readonly confirm?: readonly string[];
  readonly reject?: readonly string[];
  readonly status?: string;
  readonly score?: string;
  readonly window?: string;
  readonly guideline?: string;
  readonly by?: string;
  readonly json?: boolean;
}

const SCORES: Readonly<Record<string, -1 | 0 | 1>> = { '-1': -1, '−1': -1, '0': 0, '1': 1, '+1': 1 };

export async function runAssess(id: string, options: AssessOptions): Promise<void> {
  const { ledger: file, status, score, json, by = '', ...said } = options;
  const saying: Saying = {
    ...said,
    ...(status === undefined ? {} : { status: choice(status, Assessment.shape.status.options, 'status') }),
    ...(score === undefined ? {} : { score: scoreOf(score) }),
    by,
    at: new Date().toISOString(),
  };
  // A wrong path must not become a new ledger.
  const recorded = await withLedger(file, { mode: 'write', create: false }, (ledger) =>
    assess(ledger, id, saying),
  );
  if (json) return print(JSON.stringify(recorded, null, 2));
  const scored = recorded.score === undefined ? 'no score' : `score ${recorded.score}`;
  tell(`recorded: ${recorded.commitment.slice(0, 8)} ${recorded.status}, ${scored}, by ${recorded.by}`);
}

function scoreOf(score: string): -1 | 0 | 1 {
  const known = SCORES[score.trim()];
  if (known !== undefined) return known;
  throw new EntenteError('usage', `'${score}' (--score) is no score`, { remedy: 'give 1, 0 or -1' });
}
