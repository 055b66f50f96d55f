import { loadGazetteer, loadRegister } from '../../src/gazetteer/index.js';
import { type Comparison, compareAgreements, type Difference } from './compare-agreements.js';
import { type AllianceComparison, allianceYears, compareAlliances } from './compare-alliances.js';
import { treatiesOf } from './our-ties.js';
import { listedAgreements, readRegister, TRADE_REGISTERS, type TradeRegister } from './trade-registers.js';

export interface TiesComparison {
  readonly agreements: Readonly<Record<TradeRegister, Comparison>>;
  readonly alliances: AllianceComparison;
  /** Agreements of ours that no register has. */
  readonly inNone: readonly string[];
  readonly differences: readonly Difference[];
}

/** Compares agreements and alliances of data/ties.tsv with the registers in a folder: DESTA, HUGGO, GPTAD, ATOP. */
export function compareTies(folder: URL): TiesComparison {
  const gazetteer = loadGazetteer();
  const treaties = treatiesOf(loadRegister().steps);
  const agreements = treaties.filter(({ tie }) => tie === 'agreement');
  const compare = (register: TradeRegister) =>
    compareAgreements(agreements, listedAgreements(folder, register), gazetteer.membersOf);
  const byRegister = { desta: compare('desta'), huggo: compare('huggo'), gptad: compare('gptad') };
  const cow = new Map(
    [...gazetteer.parties.values()].flatMap(({ id, cow: number }): [string, number][] =>
      number === undefined ? [] : [[id, number]],
    ),
  );
  const alliances = compareAlliances(
    treaties.filter(({ tie }) => tie === 'alliance'),
    allianceYears(readRegister(new URL('atop_alliance.csv.gz', folder))),
    cow,
  );
  return {
    agreements: byRegister,
    alliances,
    inNone: agreements
      .map(({ name }) => name)
      .filter((name) => TRADE_REGISTERS.every((register) => byRegister[register].missing.includes(name))),
    differences: [
      ...TRADE_REGISTERS.flatMap((register) => byRegister[register].differences),
      ...alliances.differences,
    ],
  };
}
