import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commitmentOf, documentOf, eventOf, refs } from '../../../test/ledger/examples.js';
import { type CommitmentEntry, dayRange, type Entry } from '../../record/index.js';
import { evidenceFor } from './match.js';
import type { DatedEntry } from './types.js';
import { watch } from './watch.js';
import { windowOf } from './window.js';

const names = {
  parties: new Map([
    ['NOR', ['Norway', 'Norwegian boats']],
    ['FJI', ['Fiji']],
  ]),
  instruments: [
    { id: 'PACT', kind: 'agreement' as const, name: 'Pact of Suva', aliases: [], parties: [] },
    { id: 'PLAN', kind: 'plan' as const, name: 'Reef Plan', aliases: ['the Reef'], parties: [] },
  ],
};
const words = fc
  .array(
    fc.constantFrom('boats', 'patrol', 'reef', 'steel', 'Norwegian', 'Pact of Suva', 'the Reef', 'tariffs'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((some) => some.join(' '));
const party = fc.constantFrom('NOR', 'NOR/GOV', 'FJI', 'TON');
const date = fc.constantFrom(
  '2018',
  '2019-05',
  '2019-05-04',
  '2020-05-03',
  '2020-05-04',
  '2015/2021',
  '2021-01',
);
const told = fc
  .record({
    ...{
      words,
      date,
      source: fc.uniqueArray(party, { maxLength: 2 }),
      recipient: fc.constantFrom('FJI', 'TON'),
    },
    again: fc.boolean(),
    modality: fc.constantFrom('asserted' as const, 'denied' as const),
  })
  .map(({ words: said, date: on, source, recipient, again, modality }): DatedEntry => {
    const document = documentOf(`They gave ${said} on ${on}.`);
    const sides = { modality, ...(again ? { obligors: refs(...source) } : { source: refs(...source) }) };
    const entry: Entry = again
      ? commitmentOf(document, document.text, { ...sides, beneficiaries: refs(recipient) })
      : eventOf(document, document.text, { ...sides, recipient: refs(recipient), type: 'AID', quad: 2 });
    return { entry, exact: [document.text], days: dayRange(on) };
  });

it('finds all that is found by looking at every entry', () => {
  let proposed = 0;
  fc.assert(
    fc.property(
      fc.array(told, { minLength: 20, maxLength: 40 }),
      words,
      fc.array(party, { minLength: 1, maxLength: 2 }),
      (all, action, by) => {
        const promise = documentOf(`They will give ${action}.`);
        const commitment = commitmentOf(promise, promise.text, {
          ...{ obligors: refs(...by), beneficiaries: refs('FJI'), action: `give ${action}` },
        }) as CommitmentEntry;
        const made = { first: '2019-05-03', last: '2019-05-03' };
        const window = windowOf(commitment, made) ?? made;
        const sought = { commitment, made, window };
        const expected = evidenceFor(sought, all, names);
        proposed += expected.length;
        const watched = watch([sought], names);
        for (const one of all) watched.see(one);
        expect(watched.evidenceOf(commitment.id)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
  expect(proposed).toBeGreaterThan(50);
});
