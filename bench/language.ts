// The language floor against wink-nlp in the same run, one thread: `npm run bench:language`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { loadLanguage, scoreSyntax, segment } from '../src/language/index.js';
import { winkParser, winkTags } from './wink.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    treebanks: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const files = positionals.length > 0 ? positionals : usualFiles();
const texts = files.map((file) => readFileSync(file, 'utf8'));

const before = process.memoryUsage().rss;
const loading = performance.now();
const language = await loadLanguage();
const loadMilliseconds = Math.round(performance.now() - loading);
const loadMegabytes = Math.round((process.memoryUsage().rss - before) / 1e6);

const words = texts.reduce(
  (sum, text) => sum + segment(text).reduce((count, { length }) => count + length, 0),
  0,
);
const runs = {
  segment: () => texts.map((text) => segment(text)),
  segmentAndTag: () => texts.map((text) => language.tagText(text)),
  analyse: () => texts.map((text) => language.analyse(text)),
  wink: () => texts.map(winkTags),
};
type Run = keyof typeof runs;
const times: Record<Run, number[]> = { segment: [], segmentAndTag: [], analyse: [], wink: [] };
for (let round = -1; round < Number(values.rounds); round++) {
  // Turn by turn, so that a slow spell of the machine meets all; the first round warms up.
  for (const name of Object.keys(runs) as Run[]) {
    const began = performance.now();
    runs[name]();
    if (round >= 0) times[name].push(performance.now() - began);
  }
}
const median = (name: Run): number => [...times[name]].sort((a, b) => a - b)[times[name].length >> 1] ?? 0;
const rate = (name: Run): number => Math.round((1000 * words) / median(name));

const report = {
  segmentAndTagToWink: Number((median('wink') / median('segmentAndTag')).toFixed(3)),
  tokensPerSecond: {
    segment: rate('segment'),
    segmentAndTag: rate('segmentAndTag'),
    textToParse: rate('analyse'),
    winkSentencesAndTags: rate('wink'),
  },
  words,
  loadMilliseconds,
  loadMegabytes,
  ...(values.treebanks && { treebanks: againstTreebanks(values.treebanks) }),
};
if (values.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
else {
  const { tokensPerSecond: speed } = report;
  const lines = [
    `segment and tag, ours : wink-nlp (sbd, pos)   ${report.segmentAndTagToWink}`,
    `tokens a second: segment ${speed.segment}, segment and tag ${speed.segmentAndTag}, text to parse ${speed.textToParse}, wink-nlp ${speed.winkSentencesAndTags}`,
    `${words} words of ${files.length} files, median of ${values.rounds} rounds; loading ${loadMilliseconds} ms, ${loadMegabytes} MB`,
    ...('treebanks' in report ? Object.entries(report.treebanks ?? {}).map(comparison) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function comparison([name, { ours, wink }]: [string, { ours: Figures; wink: Figures }]): string {
  const pair = (key: keyof Figures): string => `${ours[key].toFixed(1)} : ${wink[key].toFixed(1)}`;
  return `${name}, ours : wink-nlp, F1 from raw text: sentences ${pair('sentences')}, words ${pair('words')}, UPOS ${pair('upos')}`;
}

interface Figures {
  readonly sentences: number;
  readonly words: number;
  readonly upos: number;
}

/** F1 from raw text on the test sets. */
function againstTreebanks(folder: string): Record<string, { ours: Figures; wink: Figures }> {
  const found: Record<string, { ours: Figures; wink: Figures }> = {};
  for (const file of readdirSync(folder).filter((name) => /-test\.conllu(\.gz)?$/.test(name))) {
    const bytes = readFileSync(path.join(folder, file));
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const figures = (parser: Parameters<typeof scoreSyntax>[1]): Figures => {
      const { rawSentencesF1, rawWordsF1, rawUposF1 } = scoreSyntax(text, parser);
      return { sentences: rawSentencesF1, words: rawWordsF1, upos: rawUposF1 };
    };
    found[file.replace(/\.conllu.*/, '')] = { ours: figures(language), wink: figures(winkParser) };
  }
  return found;
}

/** Speeches where they are at hand, else the bundled corpus. */
function usualFiles(): string[] {
  const speeches = path.join(root, '..', 'shared', 'corpora', 'un-general-debate', '2015');
  const folder = existsSync(speeches) ? speeches : path.join(root, 'examples', 'corpus');
  return readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .slice(0, 60)
    .map((name) => path.join(folder, name));
}
