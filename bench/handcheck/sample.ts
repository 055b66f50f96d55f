import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { randomNumbers } from '../../training/random.js';

/**
 * Draws entries of an exported ledger by a seed, the same number from each genre, and writes them twice: with the words
 * around them, for whoever judges (keep that file to yourself where the texts are others'), and without, for the record.
 *
 *   entente export --ledger entente.duckdb --out out/
 *   npx tsx bench/handcheck/sample.ts --export out/ --kind events --genres speech,news --each 150 --seed 1 --to sample
 */
const { values } = parseArgs({
  options: {
    export: { type: 'string' },
    kind: { type: 'string', default: 'events' },
    genres: { type: 'string', default: 'speech,news' },
    each: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    to: { type: 'string', default: 'sample' },
  },
});
if (!values.export) throw new Error('--export is missing: the folder that entente export wrote');

interface Passage {
  readonly start: number;
  readonly end: number;
}
interface Drawn {
  readonly document: string;
  readonly passages: readonly Passage[];
  readonly [field: string]: unknown;
}

const documents = new Map<string, { text: string; genre: string; about: string }>();
for await (const line of linesOf('documents')) {
  const { id, text, genre, speaker, published, delivered, title } = line as Record<string, string>;
  const about = [title, speaker && `speaker ${speaker}`, delivered ?? published].filter(Boolean).join(', ');
  documents.set(id as string, { text: text as string, genre: genre as string, about });
}
const found: Drawn[] = [];
for await (const line of linesOf(values.kind)) found.push(line as Drawn);
const random = randomNumbers(Number(values.seed));
const told: string[] = [];
const kept: object[] = [];
for (const genre of values.genres.split(',')) {
  const pool = found.filter((entry) => documents.get(entry.document)?.genre === genre);
  for (let n = 0; n < Number(values.each) && pool.length > 0; n++) {
    const [entry] = pool.splice(Math.floor(random() * pool.length), 1) as [Drawn];
    const { text, about } = documents.get(entry.document) as { text: string; about: string };
    const points = [...text];
    const [passage = { start: 0, end: 0 }] = entry.passages;
    const around = [
      points.slice(Math.max(0, passage.start - 400), passage.start).join(''),
      points.slice(passage.start, passage.end).join(''),
      points.slice(passage.end, passage.end + 200).join(''),
    ].map((part) => part.replace(/\s+/g, ' '));
    const { passages: _, recorded: __, reader: ___, ...fields } = entry;
    const number = kept.length + 1;
    told.push(
      `## ${number} (${genre}; ${about})\n…${around[0]}>>>${around[1]}<<<${around[2]}…\n${JSON.stringify(fields)}\n`,
    );
    kept.push({ number, genre, ...entry });
  }
}
writeFileSync(`${values.to}.txt`, told.join('\n'));
writeFileSync(`${values.to}.jsonl`, `${kept.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
process.stdout.write(
  `${kept.length} ${values.kind} of ${found.length} drawn to ${values.to}.txt and ${values.to}.jsonl\n`,
);

async function* linesOf(name: string): AsyncGenerator<unknown> {
  const file = join(values.export as string, `${name}.jsonl`);
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line !== '') yield JSON.parse(line);
}
