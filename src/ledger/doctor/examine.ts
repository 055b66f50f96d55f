import type { Gazetteer, Register } from '../../gazetteer/index.js';
import { sectorOf, stateOf } from '../../gazetteer/index.js';
import { SECTORS } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import type { Contradiction } from '../histories/contradictions.js';
import { type FoldedTies, foldedTies } from '../histories/histories.js';
import type { TieSubject } from '../histories/subject.js';
import { allParties } from '../query/parties.js';
import { allInstruments } from '../store/gazette.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger } from '../types.js';
import {
  datesOutOfOrder,
  type Finding,
  instrumentsNamed,
  type Orphan,
  orphanedAssessments,
  orphanedVerdicts,
  partiesNamed,
  unknownGrades,
} from './findings.js';

/** What in a ledger wants a person's eye. None of it is changed. */
export interface Examination {
  /** Grades that stand on no ladder, as written. */
  readonly grades: readonly Finding[];
  /** Ids of parties and instruments that neither tables nor ledger have. */
  readonly parties: readonly Finding[];
  readonly instruments: readonly Finding[];
  /** Ties that end before they begin. */
  readonly dates: readonly Finding[];
  readonly verdicts: readonly Orphan[];
  readonly assessments: readonly Orphan[];
  readonly contradictions: readonly (Contradiction & { readonly subject: TieSubject })[];
  /** What the contradictions are between, by id. */
  readonly assertions: FoldedTies['assertions'];
}

/**
 * Looks through a ledger for grades nobody has seen, unknown codes, orphans and contradictions.
 *
 * @param gazetteer whose parties and instruments count as known, beside those in the ledger
 * @param register whose rows may contradict texts; without it, only texts contradict each other
 */
export async function examine(
  ledger: Ledger,
  gazetteer: Gazetteer,
  register?: Register,
): Promise<Examination> {
  const found = await holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const parties = new Set((await allParties(connection)).map(({ id }) => id));
      const instruments = new Set((await allInstruments(connection)).map(({ id }) => id));
      return {
        grades: await unknownGrades(connection),
        parties: (await partiesNamed(connection)).filter(
          ({ value }) => !parties.has(value) && !isKnown(value, gazetteer, parties),
        ),
        instruments: (await instrumentsNamed(connection)).filter(
          ({ value }) => !instruments.has(value) && !gazetteer.instruments.has(value),
        ),
        dates: await datesOutOfOrder(connection),
        verdicts: await orphanedVerdicts(connection),
        assessments: await orphanedAssessments(connection),
      };
    }),
  );
  const { histories, assertions } = await foldedTies(ledger, register === undefined ? {} : { register });
  return {
    ...found,
    contradictions: histories.flatMap(({ subject, contradictions }) =>
      contradictions.map((contradiction) => ({ ...contradiction, subject })),
    ),
    assertions,
  };
}

const KNOWN_SECTORS = new Set<string>(SECTORS);

/** A party of the tables, or any sector of one. */
function isKnown(id: string, gazetteer: Gazetteer, parties: ReadonlySet<string>): boolean {
  const sector = sectorOf(id);
  if (sector !== undefined && !KNOWN_SECTORS.has(sector)) return false;
  const owner = stateOf(id);
  return (
    owner.startsWith('-/') || gazetteer.parties.has(owner) || parties.has(owner) || KNOWN_SECTORS.has(id)
  );
}
