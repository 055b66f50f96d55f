import { intensityOf, QUAD_OF } from '../../src/record/index.js';
import { type Sample, sample, type Written } from './sample-ledger.js';

const refs = (...parties: string[]) => parties.map((party) => ({ party }));
const LADDER = refs('ASEAN', 'CHN');
const SP = { written: 'strategic partnership', normalised: 'strategic partnership' };
const CSP = {
  written: 'comprehensive strategic partnership',
  normalised: 'comprehensive strategic partnership',
};

/** One document that tells one tie. */
function told(published: string, text: string, tie: Partial<Written> & object): Sample {
  return sample({ title: `Told on ${published}`, genre: 'news', published }, `${text}.`, [
    {
      kind: 'tie',
      tie: 'partnership',
      parties: LADDER,
      status: 'in-force',
      quotes: [text],
      ...tie,
    } as Written,
  ]);
}

/** Steps of a partnership of every kind, some that contradict each other. */
export const LADDER_SAMPLES: readonly Sample[] = [
  told('2003-10-09', 'The two sides became strategic partners this week', {
    grade: SP,
    since: '2003-10-08',
    sinceBasis: 'explicit',
  } as Partial<Written>),
  told('2012-05-01', 'They have been strategic partners since 2001', {
    grade: SP,
    since: '2001',
    sinceBasis: 'explicit',
  } as Partial<Written>),
  told('2016-06-01', 'Beijing proposed a comprehensive strategic partnership', {
    grade: CSP,
    modality: 'proposed',
    speaker: 'CHN',
  } as Partial<Written>),
  told('2018-02-01', 'The two sides have yet to reach a comprehensive strategic partnership', {
    grade: CSP,
    status: 'absent',
  } as Partial<Written>),
  told('2019-02-01', 'It is alleged that the two sides have an enhanced partnership', {
    grade: { written: 'enhanced partnership', normalised: 'enhanced partnership' },
    modality: 'alleged',
  } as Partial<Written>),
  told('2020-02-01', 'A spokesman denied that there is a comprehensive strategic partnership', {
    grade: CSP,
    modality: 'denied',
  } as Partial<Written>),
  told('2021-11-23', 'They announced a comprehensive strategic partnership on Monday', {
    grade: CSP,
    status: 'announced',
    since: '2021-11-22',
    sinceBasis: 'relative',
  } as Partial<Written>),
];

const member = (name: string) => ({
  tie: 'membership' as const,
  parties: [
    { party: 'TLS', role: 'member' },
    { party: 'ASEAN', role: 'body' },
  ],
  name: `ASEAN ${name}`,
});

const MEMBERSHIP_SAMPLES: readonly Sample[] = [
  told('2022-11-12', 'Timor-Leste became an observer of ASEAN on Friday', {
    ...member('observer'),
    since: '2022-11-11',
    sinceBasis: 'relative',
  } as Partial<Written>),
  told('2023-05-10', 'Timor-Leste hopes to join ASEAN', {
    ...member('member'),
    status: 'negotiating',
    modality: 'planned',
  } as Partial<Written>),
];

const promise = 'Fiji will send two patrol boats to Tonga by the end of 2020';
const sent = 'Fiji sent two patrol boats to Tonga';
const threat = 'Fiji will never sell the lighthouse of Suva';

/** A promise, one that is without end, and a deed that may show what became of the first. */
export const COMMITMENT_SAMPLES: readonly Sample[] = [
  sample(
    { title: 'What Fiji promised', genre: 'statement', published: '2019-05-03' },
    `${promise}. ${threat}.`,
    [
      {
        kind: 'commitment',
        obligors: refs('FJI'),
        beneficiaries: refs('TON'),
        action: 'send two patrol boats to Tonga by the end of 2020',
        areas: [],
        due: '2020',
        dueBasis: 'explicit',
        quotes: [promise],
      },
      {
        kind: 'commitment',
        obligors: refs('FJI'),
        beneficiaries: [],
        action: 'never sell the lighthouse of Suva',
        areas: [],
        quotes: [threat],
      },
    ],
  ),
  sample({ title: 'Boats arrive', genre: 'news', published: '2020-03-02' }, `${sent}.`, [
    {
      kind: 'event',
      type: 'AID',
      contexts: [],
      source: refs('FJI'),
      recipient: refs('TON'),
      symmetric: false,
      quad: QUAD_OF.AID,
      intensity: intensityOf('AID', undefined),
      date: '2020-03-01',
      dateBasis: 'relative',
      quotes: [sent],
    },
  ]),
];

export const STANDING_SAMPLES: readonly Sample[] = [
  ...LADDER_SAMPLES,
  ...MEMBERSHIP_SAMPLES,
  ...COMMITMENT_SAMPLES,
];
