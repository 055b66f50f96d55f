import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language, ParsedSentence } from '../src/language/index.js';
import { createReader, documentOf, readDocument } from '../src/reader/index.js';

/**
 * How fast sentences become entries when their parses are there already: names, references, dates, acts, all kinds of
 * entries, on one thread. Event coders are measured in that way (PETRARCH2: 1,341 sentences a second, parses supplied).
 *
 *   npm run bench:reader -- PATH…    files or folders of .txt; the bundled corpus without any
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '12' }, most: { type: 'string', default: '60' } },
});
const paths = positionals.length > 0 ? positionals : ['examples/corpus'];
const files = paths.flatMap((path) => filesIn(path)).slice(0, Number(values.most));
if (files.length === 0) throw new Error(`no .txt or .md file in ${paths.join(', ')}`);
const reader = await createReader();
const documents = files.map((file) =>
  documentOf(readFileSync(file, 'utf8'), { published: '2015-09-28', speaker: 'NOR', genre: 'speech' }),
);
const parsed = new Map<string, ParsedSentence[]>();
const language: Language = {
  ...reader.language,
  analyse(text) {
    const known = parsed.get(text) ?? reader.language.analyse(text);
    parsed.set(text, known);
    return known;
  },
};
const resources = { ...reader.resources, language };
const read = (): number =>
  documents.reduce((sum, document) => sum + readDocument(resources, document).length, 0);
const entries = read();
const sentences = [...parsed.values()].reduce((sum, list) => sum + list.length, 0);
const tokens = [...parsed.values()].reduce((sum, list) => sum + list.reduce((n, s) => n + s.length, 0), 0);
const seconds: number[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const began = performance.now();
  read();
  seconds.push((performance.now() - began) / 1000);
}
const best = Math.min(...seconds);
process.stdout.write(
  `${Math.round(sentences / best).toLocaleString('en')} sentences/s (${(tokens / sentences).toFixed(0)} words each; ${documents.length} documents, ${entries} entries), ` +
    `rounds: ${seconds.map((s) => Math.round(sentences / s).toLocaleString('en')).join(', ')}\n`,
);

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => /\.(txt|md)$/.test(file));
}
