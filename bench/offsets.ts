// Whether every span of every entry equals its slice, on all documents of the given paths:
// `npx tsx bench/offsets.ts [PATH…]`; without paths those beside the repository (../shared).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expandPaths, loadDocuments } from '../src/ledger/index.js';
import { createReader } from '../src/reader/index.js';
import { sliceCodePoints } from '../src/record/index.js';

const shared = fileURLToPath(new URL('../../shared', import.meta.url));
const beside = existsSync(shared) ? [`${shared}/corpora`, `${shared}/seeds`] : [];
const paths = process.argv.length > 2 ? process.argv.slice(2) : beside;
if (paths.length === 0) throw new Error('usage: npx tsx bench/offsets.ts PATH…');

const reader = await createReader();
let documents = 0;
let passages = 0;
let wrong = 0;
for await (const item of expandPaths(paths)) {
  for await (const loaded of loadDocuments(item)) {
    if (!loaded.ok) continue;
    documents++;
    const { text } = loaded.document;
    const points = [...text];
    for (const entry of reader.read(loaded.document, { skip: loaded.boilerplate })) {
      for (const { start, end } of entry.passages) {
        passages++;
        const exact = sliceCodePoints(text, start, end);
        if (exact === '' || exact !== points.slice(start, end).join('') || exact.trim() !== exact) wrong++;
      }
    }
  }
}
console.log(JSON.stringify({ documents, passages, wrong }));
process.exitCode = wrong === 0 ? 0 : 1;
