import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * How fast sentences become entries when their parses are there already: names, references, dates, acts, all kinds of
 * entries, on one thread. Event coders are measured in that way (PETRARCH2: 1,341 sentences a second, parses supplied).
 * What is measured is dist/, as it is shipped: what runs TypeScript adds to each closure what its name needs, and that takes time.
 *
 *   npm run bench:reader -- [--seconds 30] [--most 60] [--json] PATH…    files or folders of .txt; the bundled corpus without any
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    most: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const most = Number(values.most);
for (const [name, value] of Object.entries({ seconds, most }))
  if (!(value > 0)) throw new Error(`--${name} ${values[name]}: not a number above 0`);
if (!Number.isInteger(most)) throw new Error(`--most ${values.most}: not a whole number`);
const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist', 'reader', 'index.js');
if (!existsSync(built)) throw new Error('dist/ is missing: npm run build');
const { createReader, documentOf, readDocument } = await import(pathToFileURL(built).href);
const paths = positionals.length > 0 ? positionals : [join(root, 'examples', 'corpus')];
const files = paths.flatMap((path) => filesIn(path)).slice(0, most);
if (files.length === 0) throw new Error(`no .txt or .md file in ${paths.join(', ')}`);
const reader = await createReader();
const documents = files.map((file) =>
  documentOf(readFileSync(file, 'utf8'), { published: '2015-09-28', speaker: 'NOR', genre: 'speech' }),
);
const parsed = new Map();
const language = {
  ...reader.language,
  analyse(text) {
    const known = parsed.get(text) ?? reader.language.analyse(text);
    parsed.set(text, known);
    return known;
  },
};
const resources = { ...reader.resources, language };
const read = () => documents.reduce((sum, document) => sum + readDocument(resources, document).length, 0);
const entries = read();
const lists = [...parsed.values()];
const sentences = lists.reduce((sum, list) => sum + list.length, 0);
const tokens = lists.reduce((sum, list) => sum + list.reduce((n, { length }) => n + length, 0), 0);
const rates = [];
const end = performance.now() + 1000 * seconds;
do {
  const began = performance.now();
  read();
  rates.push(Math.round((1000 * sentences) / (performance.now() - began)));
} while (performance.now() < end);
// The engine goes on compiling for some seconds: what it does from then on is what reading a collection takes.
const late = rates.slice(rates.length >> 1).sort((a, b) => a - b);
const result = {
  sentencesPerSecond: { best: Math.max(...rates), median: late[late.length >> 1], first: rates[0] },
  rounds: rates.length,
  documents: documents.length,
  sentences,
  words: tokens,
  entries,
};
const told = (value) => value.toLocaleString('en');
process.stdout.write(
  values.json
    ? `${JSON.stringify(result)}\n`
    : `${told(result.sentencesPerSecond.best)} sentences/s at best, ${told(result.sentencesPerSecond.median)} in the median round of the second half, ` +
        `${told(rates[0])} in the first; ${rates.length} rounds of ${told(sentences)} sentences (${(tokens / sentences).toFixed(0)} words each), ` +
        `${documents.length} documents, ${entries} entries\n`,
);

/** @param {string} path */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => /\.(txt|md)$/.test(file));
}
