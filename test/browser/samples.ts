import { intensityOf, type PloverType, QUAD_OF } from '../../src/record/index.js';
import { type Sample, sample, type Written } from './sample-ledger.js';

const refs = (...parties: string[]) => parties.map((party) => ({ party }));

function event(
  type: PloverType,
  source: string[],
  recipient: string[],
  rest: Pick<Written, 'quotes'> & Record<string, unknown>,
): Written {
  const mode = typeof rest.mode === 'string' ? rest.mode : undefined;
  return {
    kind: 'event',
    type,
    contexts: [],
    source: refs(...source),
    recipient: refs(...recipient),
    symmetric: recipient.length === 0,
    quad: QUAD_OF[type],
    intensity: intensityOf(type, mode),
    ...rest,
  } as Written; // `rest` may hold any field of an event
}

const specialSummit = sample(
  {
    title: 'ASEAN and China mark thirty years of dialogue',
    genre: 'news',
    published: '2021-11-23',
    sources: [
      {
        path: 'samples/special-summit.txt',
        publisher: 'Sample Gazette',
        url: 'https://example.org/special-summit',
      },
    ],
    authors: ['A. Writer'],
  },
  `ASEAN and China mark thirty years of dialogue 🤝

The leaders of ASEAN and China met by video link on 22 November 2021 for a special summit, thirty years after dialogue between them began in 1991.

They announced a comprehensive strategic partnership, a step up from the strategic partnership of 2003.

President Xi Jinping said that China would provide a further 150 million doses of vaccine to ASEAN countries and 1.5 billion US dollars of development assistance over three years.

He added that China would never seek hegemony and would not take advantage of its size to coerce smaller countries. China supports ASEAN centrality, he said.

Several members of the bloc raised the South China Sea, and the Philippines criticised an incident at Second Thomas Shoal earlier that month.

Trade between the two sides reached 685 billion US dollars in 2020, which made ASEAN China's largest trading partner.`,
  [
    event('CONSULT', ['ASEAN', 'CHN'], [], {
      quotes: ['The leaders of ASEAN and China met by video link on 22 November 2021', 'a special summit'],
      date: '2021-11-22',
      dateBasis: 'explicit',
      mode: 'multilateral',
      contexts: ['diplomatic'],
    }),
    {
      kind: 'tie',
      tie: 'dialogue',
      parties: refs('ASEAN', 'CHN'),
      since: '1991',
      sinceBasis: 'explicit',
      status: 'in-force',
      quotes: ['dialogue between them began in 1991'],
    },
    {
      kind: 'tie',
      tie: 'partnership',
      grade: {
        written: 'comprehensive strategic partnership',
        normalised: 'comprehensive strategic partnership',
      },
      parties: refs('ASEAN', 'CHN'),
      since: '2021-11',
      sinceBasis: 'relative',
      status: 'announced',
      confidence: 0.97,
      quotes: ['They announced a comprehensive strategic partnership'],
    },
    event('AGREE', ['ASEAN', 'CHN'], [], {
      quotes: [
        'They announced a comprehensive strategic partnership, a step up from the strategic partnership of 2003',
      ],
      date: '2021-11-22',
      dateBasis: 'relative',
      contexts: ['diplomatic'],
    }),
    {
      kind: 'tie',
      tie: 'partnership',
      grade: { written: 'strategic partnership', normalised: 'strategic partnership' },
      parties: refs('ASEAN', 'CHN'),
      since: '2003',
      sinceBasis: 'explicit',
      status: 'in-force',
      quotes: ['the strategic partnership of 2003'],
    },
    {
      kind: 'commitment',
      obligors: refs('CHN'),
      beneficiaries: refs('ASEAN'),
      action: 'provide a further 150 million doses of vaccine to ASEAN countries',
      areas: ['health'],
      speaker: 'CHN/GOV',
      attribution: [{ party: 'CHN/GOV', verb: 'said', modality: 'asserted' }],
      modality: 'planned',
      quotes: ['China would provide a further 150 million doses of vaccine to ASEAN countries'],
    },
    {
      kind: 'commitment',
      obligors: refs('CHN'),
      beneficiaries: refs('ASEAN'),
      action: 'provide 1.5 billion US dollars of development assistance over three years',
      areas: ['development'],
      due: '2024-11',
      dueBasis: 'relative',
      speaker: 'CHN/GOV',
      attribution: [{ party: 'CHN/GOV', verb: 'said', modality: 'asserted' }],
      modality: 'planned',
      quotes: ['1.5 billion US dollars of development assistance over three years'],
    },
    event('AID', ['CHN'], ['ASEAN'], {
      quotes: [
        'President Xi Jinping said that China would provide a further 150 million doses of vaccine to ASEAN countries',
      ],
      modality: 'planned',
      speaker: 'CHN/GOV',
      attribution: [{ party: 'CHN/GOV', verb: 'said', modality: 'asserted' }],
      contexts: ['health'],
      confidence: 0.71,
    }),
    {
      kind: 'claim',
      about: refs('CHN'),
      stance: 'support',
      proposition: 'China would never seek hegemony and would not take advantage of its size',
      principles: ['no hegemony'],
      speaker: 'CHN/GOV',
      attribution: [{ party: 'CHN/GOV', verb: 'added', modality: 'asserted' }],
      quotes: [
        'China would never seek hegemony and would not take advantage of its size to coerce smaller countries',
      ],
    },
    {
      kind: 'claim',
      about: refs('ASEAN'),
      stance: 'support',
      proposition: 'ASEAN centrality',
      principles: ['ASEAN centrality'],
      speaker: 'CHN/GOV',
      attribution: [{ party: 'CHN/GOV', verb: 'said', modality: 'asserted' }],
      quotes: ['China supports ASEAN centrality'],
    },
    event('ACCUSE', ['PHL/GOV'], ['CHN'], {
      quotes: ['the Philippines criticised an incident at Second Thomas Shoal'],
      mode: 'disapprove',
      date: '2021-11',
      dateBasis: 'relative',
      contexts: ['territory'],
      place: 'SECOND-THOMAS-SHOAL',
      confidence: 0.62,
    }),
    {
      kind: 'measure',
      quantity: 'trade',
      parties: refs('ASEAN', 'CHN'),
      value: 685e9,
      unit: 'USD',
      period: '2020',
      periodBasis: 'explicit',
      quotes: ['Trade between the two sides reached 685 billion US dollars in 2020'],
    },
    {
      kind: 'measure',
      quantity: 'rank',
      parties: refs('ASEAN', 'CHN'),
      value: 1,
      unit: 'rank',
      period: '2020',
      periodBasis: 'relative',
      confidence: 0.55,
      quotes: ["ASEAN China's largest trading partner"],
    },
  ],
);

const access = sample(
  {
    title: 'Tokyo and Canberra sign a reciprocal access agreement',
    genre: 'report',
    published: '2022-01-07',
    sources: [{ path: 'samples/access.txt', publisher: 'Sample Gazette' }],
  },
  `Japan and Australia signed a reciprocal access agreement on 6 January 2022. It lets the forces of each train on the soil of the other.

The two prime ministers signed at a video meeting after the visit that had been planned was put off. They call their tie a special strategic partnership.

Both countries take part in the Quad with India and the United States.`,
  [
    event('AGREE', ['JPN', 'AUS'], [], {
      quotes: ['Japan and Australia signed a reciprocal access agreement on 6 January 2022'],
      date: '2022-01-06',
      dateBasis: 'explicit',
      contexts: ['military'],
    }),
    {
      kind: 'tie',
      tie: 'agreement',
      name: 'Reciprocal Access Agreement',
      parties: refs('AUS', 'JPN'),
      since: '2022-01-06',
      sinceBasis: 'explicit',
      status: 'announced',
      quotes: ['signed a reciprocal access agreement'],
    },
    {
      kind: 'tie',
      tie: 'partnership',
      grade: { written: 'special strategic partnership' },
      parties: refs('AUS', 'JPN'),
      status: 'in-force',
      quotes: ['They call their tie a special strategic partnership'],
    },
    ...['JPN', 'AUS', 'IND', 'USA'].map(
      (member): Written => ({
        kind: 'tie',
        tie: 'membership',
        parties: [
          { party: member, role: 'member' },
          { party: 'QUAD', role: 'body' },
        ],
        status: 'in-force',
        quotes: ['Both countries take part in the Quad with India and the United States'],
      }),
    ),
  ],
);

const shoal = sample(
  {
    title: 'Two accounts of a day at Second Thomas Shoal',
    genre: 'news',
    published: '2023-08-07',
    sources: [{ path: 'samples/shoal.txt', publisher: 'Sample Gazette' }],
  },
  `Manila summoned the Chinese ambassador on 7 August 2023. The Philippine coast guard said that Chinese coast guard ships had used water cannon on 5 August against boats that carried supplies to Second Thomas Shoal.

China said that the boats had entered its waters without permission, and that it had told the Philippines of the rules before. The Philippines denies that it ever promised to remove the ship that is grounded at the shoal.

Washington voiced support for its ally. The United States reaffirmed that the mutual defense treaty of 1951 covers attacks on Philippine vessels in the South China Sea.`,
  [
    event('REQUEST', ['PHL/GOV'], ['CHN/GOV'], {
      quotes: ['Manila summoned the Chinese ambassador on 7 August 2023'],
      date: '2023-08-07',
      dateBasis: 'explicit',
      mode: 'meet',
      contexts: ['diplomatic'],
    }),
    event('COERCE', ['CHN/MIL'], ['PHL'], {
      quotes: ['Chinese coast guard ships had used water cannon on 5 August against boats'],
      date: '2023-08-05',
      dateBasis: 'relative',
      modality: 'alleged',
      speaker: 'PHL/MIL',
      attribution: [{ party: 'PHL/MIL', verb: 'said', modality: 'asserted' }],
      contexts: ['territory'],
    }),
    {
      kind: 'claim',
      about: refs('PHL'),
      stance: 'oppose',
      proposition: 'the boats had entered its waters without permission',
      principles: ['sovereignty'],
      speaker: 'CHN',
      attribution: [{ party: 'CHN', verb: 'said', modality: 'asserted' }],
      quotes: ['the boats had entered its waters without permission'],
    },
    {
      kind: 'commitment',
      obligors: refs('PHL'),
      beneficiaries: refs('CHN'),
      action: 'remove the ship that is grounded at the shoal',
      areas: ['territory'],
      modality: 'denied',
      speaker: 'PHL',
      attribution: [{ party: 'PHL', verb: 'denies', modality: 'denied' }],
      quotes: ['it ever promised to remove the ship that is grounded at the shoal'],
    },
    event('SUPPORT', ['USA/GOV'], ['PHL'], {
      quotes: ['Washington voiced support for its ally'],
      confidence: 0.8,
    }),
    {
      kind: 'tie',
      tie: 'alliance',
      name: 'mutual defense treaty',
      instrument: 'US-PHL-MDT',
      parties: refs('PHL', 'USA'),
      since: '1951',
      sinceBasis: 'explicit',
      status: 'in-force',
      speaker: 'USA',
      attribution: [{ party: 'USA', verb: 'reaffirmed', modality: 'asserted' }],
      quotes: ['the mutual defense treaty of 1951 covers attacks on Philippine vessels'],
    },
  ],
);

const empty = sample({ sources: [{ path: 'samples/untitled.txt' }] }, 'Nothing in here is about states.', []);

export const SAMPLES: readonly Sample[] = [specialSummit, access, shoal, empty];

/** A document of 10,000 words and 800 entries, some of which overlap. */
export function longSample(): Sample {
  const pairs = [
    ['France', 'FRA', 'Germany', 'DEU'],
    ['India', 'IND', 'Japan', 'JPN'],
    ['Brazil', 'BRA', 'Chile', 'CHL'],
    ['Kenya', 'KEN', 'Egypt', 'EGY'],
  ] as const;
  const lines: string[] = [];
  const written: Written[] = [];
  for (let i = 0; i < 400; i++) {
    const [one, a, other, b] = pairs[i % pairs.length] ?? pairs[0];
    const met = `In round ${i} the ministers of ${one} met the ministers of ${other} to speak of trade`;
    const promise = `${one} will open office number ${i} for merchants of ${other} before the end of the year`;
    lines.push(`${met}, energy and the sea. 🌏 ${promise}.${i % 4 === 3 ? '\n\n' : ' '}`);
    written.push(
      event('CONSULT', [`${a}/GOV`, `${b}/GOV`], [], {
        quotes: [met],
        date: `${1980 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      }),
      {
        kind: 'commitment',
        obligors: refs(a, '-/BUS'),
        beneficiaries: refs(b),
        action: promise,
        areas: ['economic'],
        quotes: [i % 2 === 0 ? promise : `office number ${i} for merchants of ${other}`],
      },
    );
  }
  return sample(
    { title: 'A long record of rounds', genre: 'report', published: '2020' },
    lines.join(''),
    written,
  );
}
