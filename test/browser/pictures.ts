import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadGazetteer, loadRegister } from '../../src/gazetteer/index.js';
import { sharedReader } from '../../src/ledger/index.js';
import { type DocumentAnswer, type DocumentsAnswer, listen } from '../../src/server/index.js';
import { launch } from './chromium.js';

// Takes the pictures of the README and docs/ from a ledger of the bundled corpus:
//   node dist/cli/main.js read examples/corpus --ledger pictures.duckdb
//   npx tsx test/browser/pictures.ts pictures.duckdb
const [file = 'entente.duckdb'] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const ledger = sharedReader(file);
const serving = await listen(
  { file, withLedger: (work) => work(ledger) },
  { port: 0, gazetteer: loadGazetteer(), register: loadRegister(), explain: () => ({}) },
);
const ask = async <T>(path: string) => (await (await fetch(serving.url + path)).json()) as T; // our own server

const { rows } = await ask<DocumentsAnswer>(
  '/documents.json?search=China%20ASEAN%20thirty%20years%20dialogue',
);
const { entries = [] } = await ask<DocumentAnswer>(`/documents/${rows[0]?.id}.json`);
const chosen = entries.find(({ entry }) => entry.kind === 'tie') ?? entries[0];

const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const [name, path, colorScheme] of [
  ['document', `/documents/${rows[0]?.id}?entry=${chosen?.entry.id}`, 'light'],
  ['document-dark', `/documents/${rows[0]?.id}?entry=${chosen?.entry.id}`, 'dark'],
  ['party', '/parties/CHN', 'light'],
  ['pair', '/pairs/CHN/RUS', 'light'],
  ['ladder', '/pairs/CHN/RUS/ladder', 'light'],
  ['members', '/parties/SADC/memberships', 'light'],
] as const) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(serving.url + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}
await browser.close();
await serving.close();
await ledger.close();
