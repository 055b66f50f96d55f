/**
 * How far the treaties of data/ties.tsv agree with registers of trade agreements (DESTA, HUGGO, GPTAD) and alliances (ATOP).
 *
 *   npx tsx bench/ties.ts [FOLDER]
 *
 * Without a folder it takes ../shared/relations, if that is there. Each disagreement is printed with what
 * data/disagreements.tsv says of it; exit status 1 where one is not explained.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { packageData, readTable } from '../src/gazetteer/index.js';
import { compareTies } from './ties/compare.js';
import { TRADE_REGISTERS } from './ties/trade-registers.js';

const [given = 'nothing'] = process.argv.slice(2);
const folder =
  given === 'nothing'
    ? new URL('../../shared/relations/', import.meta.url)
    : pathToFileURL(`${path.resolve(given)}/`);
if (!existsSync(folder)) {
  console.error('nothing to compare with: give a folder, or lay the registers into ../shared/relations');
  process.exit(2);
}

const Explained = z.object({
  body: z.string(),
  member: z.string(),
  ours: z.string(),
  theirs: z.string(),
  why: z.string(),
});
const name = 'disagreements.tsv';
const table = readTable(readFileSync(path.join(packageData(), name), 'utf8'), Explained, name);
const why = new Map(table.map((row) => [[row.body, row.member, row.ours, row.theirs].join('\t'), row.why]));

const { agreements, alliances, inNone, differences } = compareTies(folder);
const told = differences.map((found) => ({
  ...found,
  why: why.get([found.parties, found.what, found.ours, found.theirs].join('\t')),
}));
for (const { parties, what, ours, theirs, why: reason } of told)
  console.log([parties, what, ours, theirs, reason ?? 'NOT EXPLAINED'].join('\t'));
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
for (const register of TRADE_REGISTERS) {
  const { covered, dates, agreeing } = agreements[register];
  console.error(
    `${register}: ${covered} agreements in both; ${agreeing} of ${dates} dates agree, ${share(agreeing, dates)}`,
  );
}
console.error(
  `atop: ${alliances.pairs} pairs; ${alliances.agreeing} of ${alliances.years} years agree, ${share(alliances.agreeing, alliances.years)}`,
);
console.error(
  `${inNone.length} agreements are in no register; ${alliances.missing.length} alliances after its last year`,
);
const open = told.filter(({ why: reason }) => reason === undefined);
console.error(`${told.length} disagreements, ${open.length} of them not explained`);
process.exitCode = open.length > 0 ? 1 : 0;
