import { describe, expect, it } from 'vitest';
import { again, aid, boats, delivered, refused, started, told } from '../../../test/ledger/boats.js';
import { claimOf, measureOf, refs, tieOf } from '../../../test/ledger/examples.js';
import type { Reading } from '../index.js';
import { evidenceFor } from './match.js';
import type { DatedEntry } from './types.js';
import { windowOf } from './window.js';

describe('proposed evidence', () => {
  /** What a rule makes of an entry of 2020 about Norway's promise. */
  function bearing(reading: Reading, commitment = boats): string | undefined {
    const [entry] = reading.entries;
    if (!entry) return undefined;
    const days = { first: '2020-02-01', last: '2020-02-01' };
    const first = { first: '2019-05-03', last: '2019-05-03' };
    const window = windowOf(commitment, first);
    if (!window) return undefined;
    const dated: DatedEntry = { entry, exact: [reading.document.text], days };
    const names = {
      parties: new Map([
        ['NOR', ['Norway']],
        ['FJI', ['Fiji']],
      ]),
      instruments: [],
    };
    return evidenceFor({ commitment, made: first, window }, [dated], names)[0]?.bearing;
  }

  it.each([
    ['a deed', delivered, 'fulfils'],
    ['a beginning', started, 'in-part'],
    ['a refusal', refused, 'breaks'],
    ['the promise again', again, 'reaffirms'],
    [
      'a figure',
      told('Norway has two patrol boats.', '2020', (d) => measureOf(d, d.text, { parties: refs('NOR') })),
      'figure',
    ],
    [
      'a tie',
      told('Norway leases patrol boats to Fiji.', '2020', (d) =>
        tieOf(d, d.text, { parties: refs('FJI', 'NOR') }),
      ),
      'fulfils',
    ],
  ])('is %s', (_, reading, expected) => {
    expect(bearing(reading)).toBe(expected);
  });

  it.each([
    ['another party’s deed', aid('Chile gave two patrol boats to Fiji.', '2020', { source: refs('CHL') })],
    [
      'a deed towards another',
      aid('Norway gave two patrol boats to Peru.', '2020', { recipient: refs('PER') }),
    ],
    ['another matter', aid('Norway gave medicine to Fiji.', '2020')],
    ['one common word', aid('Norway gave fishing boats to Fiji.', '2020')],
    ['what is denied', aid('Norway gave two patrol boats to Fiji.', '2020', { modality: 'denied' })],
    ['an intention', aid('Norway gave two patrol boats to Fiji.', '2020', { type: 'AGREE', quad: 1 })],
    ['talk', aid('Norway met Fiji about patrol boats.', '2020', { type: 'CONSULT', quad: 1 })],
    [
      'a claim',
      told('Norway sent the patrol boats.', '2020', (d) => claimOf(d, d.text, { about: refs('NOR') })),
    ],
  ])('is not %s', (_, reading) => {
    expect(bearing(reading)).toBeUndefined();
  });

  it('of a promise not to do something is doing it, without end', () => {
    const never = { ...boats, action: 'never attack merchant ships', beneficiaries: [], due: undefined };
    const attack = aid('Norway attacked merchant ships.', '2020', { type: 'ASSAULT', quad: 4 });
    expect(windowOf(never, { first: '1990-01-01', last: '1990-01-01' })?.last).toBe('9999-12-31');
    expect(bearing(attack, never)).toBe('breaks');
    expect(bearing(aid('Norway escorted merchant ships.', '2020'), never)).toBeUndefined();
  });

  it('of what several promise to do together is no tie with another', () => {
    const pact = {
      ...boats,
      action: 'establish a fisheries partnership',
      obligors: refs('NOR', 'FJI'),
      beneficiaries: [],
    };
    const tie = (...parties: string[]) =>
      told('They established a fisheries partnership.', '2020', (d) =>
        tieOf(d, d.text, { parties: refs(...parties) }),
      );
    expect(bearing(tie('NOR', 'FJI'), pact)).toBe('fulfils');
    expect(bearing(tie('NOR', 'CHL'), pact)).toBeUndefined();
  });

  it('may share an instrument instead of words', () => {
    const treaty = { ...boats, action: 'join the RCEP', beneficiaries: [] };
    const [entry] = told('Norway became a member.', '2020', (d) =>
      tieOf(d, d.text, { tie: 'agreement', parties: refs('NOR'), instrument: 'RCEP' }),
    ).entries;
    const first = { first: '2019-05-03', last: '2019-05-03' };
    const names = {
      parties: new Map(),
      instruments: [
        {
          id: 'RCEP',
          kind: 'agreement' as const,
          name: 'Regional Partnership',
          aliases: ['RCEP'],
          parties: [],
        },
      ],
    };
    const [found] = evidenceFor(
      { commitment: treaty, made: first, window: { first: '2019-05-03', last: '2020-12-31' } },
      entry
        ? [{ entry, exact: ['Norway joined the RCEP.'], days: { first: '2020-01-01', last: '2020-01-01' } }]
        : [],
      names,
    );
    expect(found).toMatchObject({
      bearing: 'fulfils',
      reason: expect.stringContaining('the instrument RCEP'),
    });
  });
});
