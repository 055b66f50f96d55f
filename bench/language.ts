// Speed of the language floor, one thread: `npx tsx bench/language.ts FILE…` over plain-text files.
import { readFileSync } from 'node:fs';
import { loadLanguage, segment } from '../src/language/index.js';

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('usage: npx tsx bench/language.ts FILE…');
const texts = files.map((file) => readFileSync(file, 'utf8'));

const before = process.memoryUsage().rss;
const loading = performance.now();
const language = await loadLanguage();
const loaded = performance.now() - loading;
const memory = (process.memoryUsage().rss - before) / 1e6;

for (const text of texts.slice(0, 5)) language.analyse(text); // let the compiler warm up
const sentences = texts.flatMap((text) => segment(text));
const tags = sentences.map(language.tag);
const words = sentences.reduce((sum, { length }) => sum + length, 0);

/** Tokens a second, wall clock, the best of three. */
function rate(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return Math.round((1000 * words) / best);
}

const figures = {
  words,
  loadMilliseconds: Math.round(loaded),
  loadMegabytes: Math.round(memory),
  segment: rate(() => texts.map((text) => segment(text))),
  tag: rate(() => sentences.map((sentence) => language.tag(sentence))),
  parseTagged: rate(() => tags.map((sentence) => language.parse(sentence))),
  analyse: rate(() => texts.map((text) => language.analyse(text))),
};
process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
