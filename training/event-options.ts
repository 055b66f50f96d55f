import { parseArgs } from 'node:util';
import { numbersIn, repeatOf } from './network-options.js';

const USAGE = `npm run train:events -- [options]

  --passages FOLDER   our passages with all their events marked (training/passages)
  --sentences FOLDER  our sentences with a marked source and recipient (training/sentences)
  --share X           what an example of a sentence counts against one of a passage (0.1)
  --networks N        networks that judge together (2)
  --hidden N          width of what is made of a word or a party (48)
  --epochs N          passes over the examples (9)
  --rate X            rate of learning (0.002)
  --drop SHARE        features left out at random in training (0.35)
  --seed N            (1)
  --held-out SHARE    passages kept back to measure with, every tenth for 0.1 (0.1)
  --out FOLDER        where events.bin and events.md go (models)
  --log FILE          appends what is told`;

export type EventOptions = ReturnType<typeof readOptions>;

const NUMBERS = ['share', 'networks', 'hidden', 'epochs', 'rate', 'drop', 'seed', 'held-out'] as const;

/** @throws Error that names the wrong option and shows the usage */
export function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      passages: { type: 'string', default: 'training/passages' },
      sentences: { type: 'string', default: 'training/sentences' },
      share: { type: 'string', default: '0.1' },
      networks: { type: 'string', default: '2' },
      hidden: { type: 'string', default: '48' },
      epochs: { type: 'string', default: '9' },
      rate: { type: 'string', default: '0.002' },
      drop: { type: 'string', default: '0.35' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'string', default: '0.1' },
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
    passages: values.passages,
    sentences: values.sentences,
    ...numbers,
    heldOut,
    out: values.out,
    log: values.log,
    repeat: repeatOf(values, NUMBERS),
  };
}
