/**
 * Another process at a ledger: `node --import tsx test/ledger/process.ts write|read|hold|fill FILE MS`. Prints one JSON line
 * when the file is open and one at the end.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, sharedReader, withLedger } from '../../src/ledger/index.js';
import { EntenteError } from '../../src/record/index.js';
import { documentOf, eventOf, READER, refs } from './examples.js';

const [job, file = '', ms = '1000'] = process.argv.slice(2);
const end = Date.now() + Number(ms);
const say = (line: object) => console.log(JSON.stringify(line));

/** A reading that no other process makes, with twenty entries. */
export function readingNumber(n: number, from: string | number = process.pid) {
  const document = documentOf(`Report ${n} of process ${from}: China met Viet Nam.`);
  const entries = Array.from({ length: 20 }, (_, i) =>
    eventOf(document, 'China met Viet Nam', { source: refs('CHN', 'VNM'), symmetric: true, mode: `m${i}` }),
  );
  return { document, entries, reader: READER };
}

/** Stores without pause; says how many readings are committed after each transaction. */
async function write(): Promise<void> {
  await withLedger(file, 'write', async (ledger) => {
    let stored = 0;
    while (Date.now() < end) {
      await ledger.store([readingNumber(stored), readingNumber(stored + 1)]);
      stored += 2;
      say({ stored });
    }
  });
  say({ done: true });
}

/** Reads every 100 ms and tells the longest wait. */
async function read(): Promise<void> {
  const ledger = sharedReader(file);
  const waits: number[] = [];
  let documents = 0;
  while (Date.now() < end) {
    const start = performance.now();
    const totals = await ledger.totals();
    waits.push(performance.now() - start);
    if (totals.documents < documents || totals.entries.event !== totals.documents * 20)
      throw new Error(`half written: ${JSON.stringify(totals)} after ${documents} documents`);
    documents = totals.documents;
    await sleep(100);
  }
  await ledger.close();
  say({ done: true, reads: waits.length, longest: Math.max(...waits), documents });
}

/** Keeps the file for itself, as a program does that knows nothing of waiting. */
async function hold(): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const ledger = await openLedger(file, { mode: 'write' });
  await ledger.close();
  const instance = await DuckDBInstance.create(file);
  say({ open: true });
  await sleep(Number(ms));
  instance.closeSync();
  say({ done: true });
}

/** Stores large documents until something goes wrong; says what, and how many were committed by then. */
async function fill(): Promise<void> {
  const ledger = await openLedger(file, { mode: 'write' });
  for (let stored = 0; ; stored++) {
    const noise = Array.from({ length: 20_000 }, () => Math.random().toString(36).slice(2));
    const reading = { document: documentOf(noise.join(' ')), entries: [], reader: READER };
    try {
      await ledger.store([reading]);
    } catch (error) {
      say({ failed: error instanceof EntenteError ? error.code : String(error), stored });
      return;
    }
  }
}

if (job === 'write') await write();
else if (job === 'fill') await fill();
else if (job === 'read') await read();
else if (job === 'hold') await hold();
