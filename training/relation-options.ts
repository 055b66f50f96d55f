import { parseArgs } from 'node:util';
import { numbersIn, repeatOf } from './network-options.js';

const USAGE = `npm run train:relations -- [options]

  --sentences FOLDER  our sentences with marked parties and CAMEO codes (training/sentences)
  --networks N        networks that judge together (4)
  --hidden N          width of what is made of each word (48)
  --epochs N          passes over the sentences (8)
  --rate X            rate of learning (0.002)
  --seed N            (1)
  --held-out SHARE    sentences kept back to measure with, every twentieth for 0.05 (0.05)
  --join FILE         instead of training, takes the networks of relations.bin files that were trained apart, by other
                      seeds or on parses by another english.bin, side by side; may be given again
  --out FOLDER        where relations.bin and relations.md go (models)
  --log FILE          appends what is told`;

const NUMBERS = ['networks', 'hidden', 'epochs', 'rate', 'seed', 'held-out'] as const;

export type RelationOptions = ReturnType<typeof readOptions>;

/** @throws Error that names the wrong option and shows the usage */
export function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sentences: { type: 'string', default: 'training/sentences' },
      networks: { type: 'string', default: '4' },
      hidden: { type: 'string', default: '48' },
      epochs: { type: 'string', default: '8' },
      rate: { type: 'string', default: '0.002' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'string', default: '0.05' },
      join: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'models' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const { 'held-out': heldOut, ...numbers } = numbersIn(values, NUMBERS, USAGE);
  return {
    sentences: values.sentences,
    ...numbers,
    heldOut,
    join: values.join,
    out: values.out,
    log: values.log,
    repeat: repeatOf(values, NUMBERS),
  };
}
