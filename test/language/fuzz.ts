/**
 * Mutated texts through the language floor for a while: what comes out must keep the promises of `properties.ts`.
 *
 *   npx tsx test/language/fuzz.ts --seconds 60 --seed 1
 *
 * Prints how many texts were read and the seed. At the first that fails it prints what is wrong and the text, as JSON,
 * and exits with 1. The same seed makes the same texts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadLanguage } from '../../src/language/index.js';
import { randomNumbers } from '../../training/random.js';
import { fault, treeFault } from './properties.js';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const random = randomNumbers(seed);
const below = (limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const corpus = fileURLToPath(new URL('../../examples/corpus', import.meta.url));
const texts = readdirSync(corpus)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(path.join(corpus, name), 'utf8'));

const ODD = [
  ...[
    '\ud800',
    '\udc00',
    '\u200b',
    '\u200d',
    '\u202e',
    '\ufeff',
    '\u0000',
    '\u00ad',
    '\u0301',
    '\r',
    '\n\n',
    '\t',
  ],
  ...[
    '👩‍🚀',
    '🇻🇳',
    '北京',
    'مرحبا',
    'हिन्दी',
    '...',
    '((',
    '"',
    "'",
    '[1]',
    '@',
    'http://',
    '--',
    '§',
    '½',
    '1,000.5',
    'U.S.',
  ],
];

/** A slice of a text, of up to `longest` characters. */
function slice(text: string, longest: number): string {
  const from = below(text.length);
  return text.slice(from, from + below(longest));
}

const anyCharacters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(below(random() < 0.7 ? 0x250 : 0x10000))).join('');

/** Ways to spoil a text; each puts something of its own at a place of its choice. */
const MUTATIONS: readonly ((text: string) => string)[] = [
  (text) => insert(text, oneOf(ODD)),
  (text) => insert(text, oneOf(ODD).repeat(below(200))),
  (text) => insert(text, anyCharacters(below(12))),
  (text) => insert(text, slice(oneOf(texts), 300)),
  (text) => cut(text, below(60)),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/[.!?]/g, ''),
  (text) => text.replaceAll(' ', oneOf(['', '\n', '  ', '\u00a0', '\u200b'])),
  (text) => [...text].reverse().join(''),
  (text) =>
    text
      .split(/(?<=\s)/)
      .sort(() => random() - 0.5)
      .join(''),
];

function insert(text: string, part: string): string {
  const at = below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

function cut(text: string, count: number): string {
  const at = below(text.length + 1);
  return text.slice(0, at) + text.slice(at + count);
}

const { analyse, segment } = await loadLanguage();
const until = performance.now() + 1000 * Number(values.seconds);
let count = 0;
for (; performance.now() < until; count++) {
  let text = slice(oneOf(texts), 1500);
  for (let times = below(5); times >= 0; times--) text = oneOf(MUTATIONS)(text);
  const wrong = check(text);
  if (wrong === undefined) continue;
  process.stdout.write(`${JSON.stringify({ seed, count, wrong, text })}\n`);
  process.exit(1);
}
process.stdout.write(`${count} texts, seed ${seed}: nothing wrong\n`);

function check(text: string): string | undefined {
  try {
    const parsed = analyse(text);
    return fault(text, segment(text)) ?? fault(text, parsed) ?? treeFault(parsed);
  } catch (error) {
    return String(error instanceof Error ? error.stack : error);
  }
}
