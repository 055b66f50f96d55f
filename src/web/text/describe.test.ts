import { expect, test } from 'vitest';
import { SAMPLES } from '../../../test/browser/samples.js';
import { describe, lineText } from './describe.js';

const names = {
  parties: {
    CHN: { name: 'China', kind: 'state' },
    PHL: { name: 'Philippines', kind: 'state' },
    ASEAN: { name: 'Association of Southeast Asian Nations', kind: 'body' },
  },
  instruments: {},
} as const;

const lines = SAMPLES.flatMap(({ entries }) =>
  entries.map((entry) => lineText(describe(entry, names), names)),
);

test.each([
  'ASEAN, China — CONSULT (multilateral), 22 Nov 2021',
  'ASEAN, China — partnership ‘comprehensive strategic partnership’, announced, since Nov 2021 (relative)',
  'Philippines (government) → China — ACCUSE (disapprove), Nov 2021 (relative)',
  'China to ASEAN — commitment: “provide 1.5 billion US dollars of development assistance over three years”, due Nov 2024 (relative)',
  'China on Philippines — in opposition: “the boats had entered its waters without permission”',
  'ASEAN, China — trade: 685 billion USD, 2020',
  'IND in QUAD — membership, in force',
  'Philippines, USA — alliance ‘mutual defense treaty’, in force, since 1951',
])('%s', (line) => {
  expect(lines).toContain(line);
});
