import { parseArgs } from 'node:util';
import { numbersIn, repeatOf } from './network-options.js';

const USAGE = `npm run train:parties -- [options]

  --sentences FOLDER  our sentences with marked parties (training/sentences)
  --networks N        networks that point together (2)
  --sum N             width of what a word's features and its vector add up to; a multiple of 8 (96)
  --hidden N          width of the layers; a multiple of 16 (128)
  --epochs N          passes over the sentences (7)
  --rate X            rate of learning (0.002)
  --drop SHARE        values left out between the layers (0.33)
  --seed N            (1)
  --held-out SHARE    sentences kept back to measure with, every twentieth for 0.05 (0.05)
  --native            products of matrices in machine code, compiled by g++
  --join FILE         instead of training, takes the networks of parties.bin files that were trained apart on the same
                      sentences, by other seeds; may be given again
  --out FOLDER        where parties.bin and parties.md go (models)
  --log FILE          appends what is told`;

const NUMBERS = ['networks', 'sum', 'hidden', 'epochs', 'rate', 'drop', 'seed', 'held-out'] as const;

export type PartyTrainingOptions = ReturnType<typeof readPartyOptions>;

/** @throws Error that names the wrong option and shows the usage */
export function readPartyOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sentences: { type: 'string', default: 'training/sentences' },
      networks: { type: 'string', default: '2' },
      sum: { type: 'string', default: '96' },
      hidden: { type: 'string', default: '128' },
      epochs: { type: 'string', default: '7' },
      rate: { type: 'string', default: '0.002' },
      drop: { type: 'string', default: '0.33' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'string', default: '0.05' },
      native: { type: 'boolean', default: false },
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
  if (numbers.sum % 8 !== 0 || numbers.sum === 0)
    throw new Error(`--sum must be a multiple of 8, not ${numbers.sum}\n\n${USAGE}`);
  if (numbers.hidden % 16 !== 0 || numbers.hidden === 0)
    throw new Error(`--hidden must be a multiple of 16, not ${numbers.hidden}\n\n${USAGE}`);
  const { sentences, native, join, out, log } = values;
  return { sentences, ...numbers, heldOut, native, join, out, log, repeat: repeatOf(values, NUMBERS) };
}
