import type { RegisteredStep } from '../../src/gazetteer/index.js';
import type { OurAlliance } from './compare-alliances.js';

/** A treaty of the register with the days of its steps. */
export type Treaty = OurAlliance & { readonly tie: RegisteredStep['tie'] };

/** Rows of data/ties.tsv that are treaties, one object a treaty. */
export function treatiesOf(steps: readonly RegisteredStep[]): Treaty[] {
  const found = new Map<string, Treaty>();
  for (const { tie, parties, name, step, date } of steps) {
    if (tie === 'partnership' || name === undefined) continue;
    const key = [tie, ...parties, name].join(' ');
    const known = found.get(key) ?? { tie, parties, name };
    const day = DAYS[step];
    found.set(key, day === undefined ? known : { ...known, [day]: date });
  }
  return [...found.values()];
}

const DAYS: Readonly<Partial<Record<RegisteredStep['step'], 'signed' | 'force' | 'ended'>>> = {
  announced: 'signed',
  'in-force': 'force',
  ended: 'ended',
};
