import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, TieEntry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

function ties(text: string, metadata: Partial<Document> = {}): TieEntry[] {
  const document = documentOf(text, { published: '2021-11-22', genre: 'news', ...metadata });
  return reader.read(document).filter((e): e is TieEntry => e.kind === 'tie');
}
const sides = (tie: TieEntry | undefined) => new Set(tie?.parties.map((p) => p.party));

describe('partnerships', () => {
  it('keep their grade as written and on its ladder', () => {
    const [tie] = ties('Vietnam and Japan established an extensive strategic partnership in March 2014.');
    expect(sides(tie)).toEqual(new Set(['VNM', 'JPN']));
    expect(tie?.grade?.written).toContain('strategic partnership');
    expect(tie?.since).toBe('2014-03');
  });

  it('may carry their parties in their name', () => {
    const [tie] = ties('Leaders reviewed the China-ASEAN Comprehensive Strategic Partnership.');
    expect(sides(tie)).toEqual(new Set(['CHN', 'ASEAN']));
    expect(tie?.grade?.normalised).toBe('comprehensive strategic partnership');
  });

  it('are counted back from an anniversary', () => {
    const text =
      'Officials marked the 10th anniversary of the strategic partnership between India and Vietnam.';
    const [tie] = ties(text, { published: '2017-07-06' });
    expect(tie?.since).toBe('2007');
    expect(tie?.sinceBasis).toBe('relative');
  });

  it('keep a grade that no ladder has as it is written', () => {
    const [tie] = ties(
      'Chile and Norway established a strategic cooperative development partnership in 2020.',
    );
    expect(tie?.grade?.written).toBe('strategic cooperative development partnership');
    expect(tie?.grade?.normalised).toBeUndefined();
  });

  it('are of all whose leaders announce them', () => {
    const [tie] = ties(
      'The leaders of Chile and Peru issued a joint declaration that establishes a strategic partnership.',
    );
    expect(sides(tie)).toEqual(new Set(['CHL', 'PER']));
  });

  it('are of the speaker and of whom it named with itself', () => {
    const text =
      'Thirty years ago we began our dialogue with ASEAN. Today we announce together a comprehensive strategic partnership.';
    const found = ties(text, { speaker: 'NZL', genre: 'speech' }).find(({ tie }) => tie === 'partnership');
    expect(sides(found)).toEqual(new Set(['NZL', 'ASEAN']));
  });

  it('are not founded in the years of a plan', () => {
    const [tie] = ties(
      'On Friday Chile and Peru raised their relations to a strategic partnership, together with a plan of action for 2022 to 2026.',
    );
    expect(tie?.since ?? '').not.toContain('/');
  });

  it('need two parties', () => {
    expect(ties('A strategic partnership takes time.')).toEqual([]);
  });
});

describe('other ties', () => {
  it('membership by verb, with its beginning', () => {
    const [tie] = ties('Vietnam joined ASEAN in July 1995.');
    expect(tie?.tie).toBe('membership');
    expect(sides(tie)).toEqual(new Set(['VNM', 'ASEAN']));
    expect(tie?.since).toBe('1995-07');
  });

  it('no end of a membership where something else is withdrawn', () => {
    expect(ties('South Korea withdrew its complaint from the World Trade Organization.')).toEqual([]);
  });

  it('sanctions with sender and target', () => {
    const tie = ties('The European Union imposed sanctions on Belarus.').find((t) => t.tie === 'sanctions');
    expect(tie?.parties.map((p) => `${p.party} ${p.role}`)).toEqual(['EU sender', 'BLR target']);
  });

  it('diplomatic relations', () => {
    const tie = ties('China and South Korea established diplomatic relations in August 1992.').find(
      (t) => t.tie === 'diplomatic-relations',
    );
    expect(sides(tie)).toEqual(new Set(['CHN', 'KOR']));
    expect(tie?.since).toBe('1992-08');
  });

  it('an agreement that is not there is absent, not missing', () => {
    const tie = ties('Canada has yet to sign a free trade agreement with Indonesia.').find(
      (t) => t.tie === 'agreement',
    );
    expect(tie?.status).toBe('absent');
    expect(tie?.name).toBe('free trade agreement');
  });
});

/** Kind, sides, status, modality, since and until of each tie of a text, for tables. */
function told(text: string, metadata: Partial<Document> = {}): string[] {
  return ties(text, metadata).map((t) =>
    [
      t.tie,
      t.parties
        .map((p) => p.party)
        .sort()
        .join('+'),
      t.status,
      t.modality,
      t.since ?? '',
      t.until ?? '',
    ]
      .join(' ')
      .trim(),
  );
}
const SPEECH: Partial<Document> = { speaker: 'PER', genre: 'speech', published: '2017-09' };

describe('whose a tie is', () => {
  it.each([
    // Each "with" of a plural is a tie of its own.
    [
      'Chile has strategic partnerships with India and with Japan.',
      ['partnership CHL+IND in-force asserted', 'partnership CHL+JPN in-force asserted'],
    ],
    [
      'Chile and Peru have partnerships with Japan.',
      ['partnership CHL+JPN in-force asserted', 'partnership JPN+PER in-force asserted'],
    ],
    // Whose partners they are is said, who they are is not.
    ['ASEAN and its partners met in Jakarta with India.', []],
    ['Norway and its allies in the region condemned Belarus.', []],
    // A modifier is no party, nor is a company.
    ['The Russian company Foo and the Chinese company Bar signed an agreement.', []],
    // Who speaks of a tie is not in it.
    ['Chile criticised the security agreement with Iran.', []],
    ['Kenya welcomed the border treaty between Chile and Peru.', ['agreement CHL+PER in-force asserted']],
    // "in the memorandum" those act who are named, perhaps not all.
    ['In the memorandum Chile and Norway reaffirm their goodwill.', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['We must build partnerships and alliances.', []],
    ['We adopted the Millennium Development Goals.', []],
    [
      'At the Conference of the Parties to the United Nations Framework Convention on Climate Change we met.',
      [],
    ],
    [
      'We have established diplomatic relations with Kiribati.',
      ['diplomatic-relations KIR+PER in-force asserted'],
    ],
    ['Our strategic partnership with Japan is growing.', ['partnership JPN+PER in-force asserted']],
    ['We thank our ally, Chile.', ['alliance CHL+PER in-force asserted']],
    ['The alliance between Norway and Canada is strong.', ['alliance CAN+NOR in-force asserted']],
  ])('in a speech: %s', (text, expected) => {
    expect(told(text, SPEECH)).toEqual(expected);
  });
});

describe('how real a step is', () => {
  it.each([
    ['Ghana will sign the Treaty on the Prohibition of Nuclear Weapons.', 'agreement GHA absent planned'],
    ['Ghana plans to join the Paris Agreement.', 'agreement GHA absent planned'],
    ['Ghana should ratify the Paris Agreement.', 'agreement GHA absent proposed'],
    ['Ghana wishes to join the African Union.', 'membership AU+GHA absent proposed'],
    ['Ghana is not a member of the European Union.', 'membership EU+GHA absent denied'],
    [
      'Ghana is a party neither to the Paris Agreement nor to the Kyoto Protocol.',
      'agreement GHA absent denied',
    ],
    [
      'Ghana was among the first countries in the region to ratify the Paris Agreement.',
      'agreement GHA in-force asserted',
    ],
    [
      'The minister was glad to inform reporters that Ghana has ratified the Paris Agreement.',
      'agreement GHA in-force asserted',
    ],
    ['Chile and Peru are negotiating a free trade agreement.', 'agreement CHL+PER negotiating asserted'],
    [
      'Chile and Peru raised their strategic partnership to a new level.',
      'partnership CHL+PER in-force asserted',
    ],
    [
      'The proposed trade agreement between Chile and Norway is at risk.',
      'agreement CHL+NOR absent proposed',
    ],
    ['Chile and Norway extended the treaty of 3 May 1929.', 'agreement CHL+NOR in-force asserted 1929-05-03'],
    ['Norway looks forward to the accession of Serbia to NATO.', 'membership NATO+SRB absent planned'],
    ['Chile and Peru signed a border treaty in 1929.', 'agreement CHL+PER in-force asserted 1929'],
    ['Ghana withdrew from the Paris Agreement in 2018.', 'agreement GHA ended asserted  2018'],
    [
      'On Friday Chile and Peru agreed to form a partnership.',
      'partnership CHL+PER announced asserted 2021-11-19',
    ],
    ['Norway will remain a party to the Paris Agreement.', 'agreement NOR in-force asserted'],
    ['On Friday Chile and Peru formed a partnership.', 'partnership CHL+PER announced asserted 2021-11-19'],
    ['Chile withdrew from the Paris Agreement.', 'agreement CHL ended asserted'],
    ['Chile broke off diplomatic relations with Norway.', 'diplomatic-relations CHL+NOR ended asserted'],
  ])('%s', (text, expected) => {
    expect(told(text)[0]).toBe(expected);
  });
});

describe('since when', () => {
  it.each([
    ['GENEVA, Nov. 20 — Chile signed a trade agreement with Peru on November 5.', '2021-11-05'],
    ['The border treaty of 3 May 1929 between Chile and Peru is in force.', '1929-05-03'],
    [
      'Meeting in Lima on May 5, 2019, the presidents of Chile and Peru signed a trade agreement.',
      '2019-05-05',
    ],
    ['Chile celebrated the twenty-fifth anniversary of its membership in the United Nations.', '1996'],
    ['Chile ratified the Geneva Conventions of 1949.', undefined],
    ['Chile is celebrating 65 years since joining the United Nations.', '1956'],
    ['It was in 1992, when Croatia joined the United Nations.', '1992'],
    ['In 1993 Chile was calm, and the agreements with Peru are kept.', undefined],
    ['In June, Chile ratified the Paris Agreement.', '2021-06'],
    ['On Monday Chile and Peru signed a trade agreement.', '2021-11-22'],
    ['Chile, 60 years now into its membership in the United Nations, is content.', '1961'],
    ['Next year Chile will mark a quarter-century of its United Nations membership.', '1997'],
  ])('%s', (text, since) => {
    expect(ties(text)[0]?.since).toBe(since);
  });

  it('"yesterday" in a text of which only the month is known is of that month', () => {
    expect(ties('Yesterday we signed the Paris Agreement.', SPEECH)[0]?.since).toBe('2017-09');
  });
});

describe('membership', () => {
  it.each([
    ['Chile was elected a member of the Human Rights Council.', ['membership CHL+UNHRC in-force asserted']],
    ['Niger, a member of the Mediation Commission of the African Union, spoke.', []],
    [
      'Kenya supports a request by Peru to become a member of the African Union.',
      ['membership AU+PER absent proposed'],
    ],
    ['As a founding member of the United Nations, Chile will help.', ['membership CHL+UN in-force asserted']],
    [
      'As a member of the Security Council for 2018-2019, Peru voted.',
      ['membership PER+UNSC ended asserted 2018 2019'],
    ],
    ['Chile joined the European Union in condemning the attack.', []],
    ['Peru served on the United Nations Council for Namibia as a member of that council.', []],
    [
      'Peru welcomes Kiribati as a new member of the United Nations.',
      ['membership KIR+UN in-force asserted'],
    ],
    ['As a member of the United Nations group of friends, Fiji spoke.', []],
    [
      'The admission of Kiribati to the United Nations took place in 1999.',
      ['membership KIR+UN in-force asserted 1999'],
    ],
    ['The African Union suspended Mali.', []],
    ['Mali was suspended from the African Union.', ['membership AU+MLI suspended asserted']],
    ['Peru left the Group of 77 in 2020.', ['membership G77+PER ended asserted  2020']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('sanctions, disputes, dialogues', () => {
  it('an embargo that somebody wants lifted stands, and is not of whoever asks', () => {
    const [tie, ...more] = ties(
      'We call for an end to the embargo imposed by the United States on Cuba.',
      SPEECH,
    );
    expect(tie?.parties.map((p) => `${p.party} ${p.role}`)).toEqual(['USA sender', 'CUB target']);
    expect([tie?.status, tie?.modality]).toEqual(['in-force', 'asserted']);
    expect(more).toEqual([]);
  });

  it('a dispute is of those between whom it is', () => {
    expect(told('Kenya hopes for a solution to the border dispute between Chile and Peru.')).toEqual([
      'dispute CHL+PER in-force asserted',
    ]);
  });

  it('mechanisms carry their level and rhythm in their name', () => {
    const [tie] = ties('Chile and Peru hold an annual ministerial dialogue.');
    expect([tie?.tie, tie?.name]).toEqual(['dialogue', 'annual ministerial dialogue']);
  });

  it('the protocol to a treaty is another instrument', () => {
    const [tie] = ties('Chile ratified the Optional Protocol to the Convention on the Rights of the Child.');
    expect(tie?.name).toMatch(/^Optional Protocol/);
  });
});
