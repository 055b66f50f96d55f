import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  importRegister,
  type RegisterFormat,
  type RegisterOptions,
  withLedger,
} from '../../src/ledger/index.js';
import type { TieEntry } from '../../src/record/index.js';
import { temporaryFolder } from './folder.js';

const folder = temporaryFolder();
let made = 0;
export const fresh = (ending: string) => path.join(folder, `${made++}.${ending}`);

export function fileOf(text: string): string {
  const file = fresh('csv');
  writeFileSync(file, text);
  return file;
}

export async function imported(format: RegisterFormat, text: string, options: RegisterOptions = {}) {
  const ledger = fresh('duckdb');
  const done = await importRegister(format, fileOf(text), ledger, options);
  return { ledger, done, ties: await tiesIn(ledger) };
}

export async function tiesIn(ledger: string): Promise<TieEntry[]> {
  const { rows } = await withLedger(ledger, 'read', (opened) => opened.entries({ kind: 'tie' }));
  return rows.flatMap(({ entry }) => (entry.kind === 'tie' ? [entry] : []));
}

/** `FRA GBR 1950–1953 defence`, the dates as far as they are told. */
export function said({ parties, since = '', until = '', grade, status }: TieEntry): string {
  return [
    parties.map(({ party }) => party).join(' '),
    `${since}–${until}`,
    grade?.written ?? '',
    status,
  ].join(' ');
}

export const ATOP = 'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul';
export const years = (pair: string, from: number, to: number, duties: string) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${pair},${from + i}.0,${duties}`);
