import { printAgreement, rowsOf, type Verdicts } from './judged.js';

/**
 * How much of what the reader makes is right in every field, by two judges who did not see each other's verdicts, and how far they
 * agree:
 *
 *   npx tsx bench/handcheck/agreement.ts [ties] [commitments] [claims] [measures]
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ties: ['is', 'parties', 'grade', 'status', 'dates', 'modality'],
  commitments: ['is', 'obligors', 'beneficiaries', 'action', 'areas', 'due', 'modality'],
  claims: ['is', 'holder', 'about', 'stance', 'proposition', 'principles', 'modality'],
  measures: ['is', 'quantity', 'parties', 'value', 'period'],
};
const asked = process.argv.slice(2);
for (const kind of asked.length > 0 ? asked : Object.keys(FIELDS)) {
  const fields = FIELDS[kind];
  if (!fields) throw new Error(`'${kind}' was not judged; one of ${Object.keys(FIELDS).join(', ')}`);
  process.stdout.write(`${kind}\n`);
  printAgreement(rowsOf<Verdicts>(kind), fields);
}
