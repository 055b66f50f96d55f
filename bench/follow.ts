/**
 * How long following commitments takes in a large ledger, and how much memory, over generated entries.
 *
 *   npx tsx bench/follow.ts [--commitments N] [--events N] [--keep FILE]
 *
 * Every sentence has six words of a made-up vocabulary, frequent and rare ones as in a language, so that some entries share
 * words with some promise and most do not.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { followThrough, type Reading, withLedger } from '../src/ledger/index.js';
import { randomNumbers } from '../src/reader/evaluate/random.js';
import { documentId, type Entry } from '../src/record/index.js';

const { values } = parseArgs({
  options: {
    commitments: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000000' },
    keep: { type: 'string' },
  },
});
const PER_DOCUMENT = 44;
const PARTIES = Array.from(
  { length: 60 },
  (_, i) => `${String.fromCharCode(65 + (i % 26))}Q${String.fromCharCode(65 + (i >> 2))}`,
);
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
const WORDS = Array.from({ length: 8_000 }, (_, i) =>
  [i % 20, (i / 20) % 20, (i / 400) % 20].map((n) => SYLLABLES[n | 0]).join(''),
);

const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const file = values.keep ?? path.join(folder, 'follow.duckdb');
if (!existsSync(file)) await build(file, Number(values.commitments), Number(values.events));
const started = performance.now();
const found = await withLedger(file, 'read', (ledger) => followThrough(ledger, { proposed: true }));
console.log(
  JSON.stringify({
    commitments: found.length,
    evidence: found.reduce((sum, { evidence }) => sum + evidence.length, 0),
    seconds: Math.round((performance.now() - started) / 100) / 10,
    cpuSeconds: Math.round(process.cpuUsage().user / 1e6),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
rmSync(folder, { recursive: true, force: true });

async function build(target: string, commitments: number, events: number): Promise<void> {
  await withLedger(target, 'write', async (ledger) => {
    let batch: Reading[] = [];
    for (const reading of readings(commitments, events)) {
      batch.push(reading);
      if (batch.length < 250) continue;
      await ledger.store(batch);
      batch = [];
    }
    if (batch.length > 0) await ledger.store(batch);
  });
}

function* readings(commitments: number, events: number): Generator<Reading> {
  const random = randomNumbers(11);
  const word = () => WORDS[Math.floor(WORDS.length * random() ** 3)] ?? '';
  const party = () => PARTIES[Math.floor(PARTIES.length * random() ** 2)] ?? '';
  const all = commitments + events;
  for (let made = 0, number = 0; made < all; number++) {
    const count = Math.min(PER_DOCUMENT, all - made);
    const sentences = Array.from({ length: count }, () => Array.from({ length: 6 }, word).join(' '));
    const head = `Document ${number}.\n`;
    const text = `${head}${sentences.join('\n')}`;
    const published = new Date(Date.UTC(1992, 0, 1 + Math.floor(random() * 12_000)))
      .toISOString()
      .slice(0, 10);
    const document = { id: documentId(text), sources: [], published, authors: [], language: 'en', text };
    let start = head.length;
    const entries = sentences.map((sentence, i): Entry => {
      const passage = { start, end: start + sentence.length };
      start += sentence.length + 1;
      const common = {
        id: createHash('md5')
          .update(String(made + i))
          .digest('hex'),
        ...{ document: document.id, passages: [passage], speaker: 'author', attribution: [] },
        ...{ modality: 'asserted' as const, confidence: 0.5, reader: 'generated 1' },
      };
      return random() * all < commitments
        ? {
            ...common,
            ...{
              kind: 'commitment',
              obligors: [{ party: party() }],
              beneficiaries: [],
              action: sentence,
              areas: [],
            },
          }
        : {
            ...common,
            ...{ kind: 'event', type: 'AID', contexts: [], date: published, source: [{ party: party() }] },
            ...{ recipient: [{ party: party() }], symmetric: false, quad: 2, intensity: 7 },
          };
    });
    made += count;
    yield { document, entries, reader: 'generated 1' };
  }
}
