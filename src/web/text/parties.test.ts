import { expect, test } from 'vitest';
import { partyName } from './parties.js';

const names = {
  parties: {
    CHN: { name: 'China', kind: 'state' },
    ASEAN: { name: 'Association of Southeast Asian Nations', kind: 'body' },
    EU: { name: 'European Union', kind: 'body' },
  },
  instruments: {},
} as const;

test.each([
  ['CHN', 'China'],
  ['CHN/GOV', 'China (government)'],
  ['-/REB', 'rebels'],
  ['ASEAN', 'ASEAN'],
  ['EU', 'European Union'],
  ['XYZ', 'XYZ'],
  ['author', 'the author'],
])('%s is called %s', (id, name) => {
  expect(partyName(id, names)).toBe(name);
});
