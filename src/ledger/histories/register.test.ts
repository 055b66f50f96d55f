import { describe, expect, it } from 'vitest';
import { documentOf, refs, tieOf } from '../../../test/ledger/examples.js';
import { laddersOf, loadRegister, type Register, type RegisteredStep } from '../../gazetteer/index.js';
import type { TieEntry } from '../../record/index.js';
import { adoptNames } from './adopt-names.js';
import type { TieAssertion } from './assertion.js';
import { foldTies } from './fold.js';
import { registerAssertions } from './register.js';

const step = (own: Partial<RegisteredStep> & Pick<RegisteredStep, 'step' | 'date'>): RegisteredStep => ({
  ...{ tie: 'partnership', parties: ['CHN', 'VNM'], leaving: [], source: `Declaration, ${own.date}` },
  ...own,
});
const graded = (written: string) => ({ grade: { written, normalised: written } });

const register: Register = {
  steps: [
    step({ step: 'in-force', date: '2001', ...graded('strategic partnership') }),
    step({ step: 'raised', date: '2010-05-01', ...graded('comprehensive strategic partnership') }),
    step({
      tie: 'agreement',
      name: 'China-Vietnam Free Trade Agreement',
      step: 'announced',
      date: '2005-03',
    }),
    step({ tie: 'agreement', name: 'China-Vietnam Free Trade Agreement', step: 'in-force', date: '2006' }),
    step({
      tie: 'alliance',
      name: 'Pact of Hue',
      step: 'in-force',
      date: '1950',
      last: '1960',
      parties: ['LAO', 'VNM'],
    }),
    step({
      tie: 'alliance',
      name: 'Grand Pact',
      step: 'in-force',
      date: '1970',
      parties: ['CHL', 'LAO', 'PER'],
    }),
    step({
      tie: 'alliance',
      name: 'Grand Pact',
      step: 'ended',
      date: '1980',
      parties: ['CHL', 'LAO', 'PER'],
      leaving: ['CHL'],
    }),
  ],
  memberships: [
    {
      body: 'ASEAN',
      member: 'VNM',
      role: 'member',
      since: '1995-07-28',
      until: undefined,
      source: 'Accession 1995',
    },
    { body: 'ASEAN', member: 'CHN', role: 'dialogue-partner', since: '1996', until: '2003', source: 'AMM' },
  ],
  instruments: [
    {
      ...{
        id: 'TREATY',
        kind: 'agreement',
        name: 'Treaty',
        signed: '1990',
        'in-force': '1991',
        until: undefined,
      },
      source: 'Treaty 1990',
      parties: [
        { party: 'CHN', since: '1991', until: undefined, source: undefined },
        { party: 'VNM', since: '1994-02', until: '1999', source: undefined },
      ],
    },
  ],
  ladders: laddersOf([]),
  through: '2020-12-31',
};

const pair = ['CHN', 'VNM'];
let told = 0;
function text(published: string, own: Partial<TieEntry>): TieAssertion {
  const words = `Text ${told++}.`;
  return { entry: tieOf(documentOf(words), words, { parties: refs('VNM', 'CHN'), ...own }), published };
}
const fold = (texts: readonly TieAssertion[] = [], options = {}, parties: readonly string[] = pair) => {
  const rows = registerAssertions(register, parties);
  return foldTies([...adoptNames(texts, rows), ...rows], options);
};
const partnership = (texts: readonly TieAssertion[], options = {}) =>
  fold(texts, options).find(({ subject }) => subject.tie === 'partnership');

describe('rows of the register', () => {
  it('are steps of a history, each with its source, and do not contradict each other', () => {
    const history = partnership([]);
    expect(history).toMatchObject({
      status: ['in-force'],
      grade: 'comprehensive strategic partnership',
      since: '2001',
    });
    expect(history?.steps.map(({ date, move, speakers }) => [date, move, speakers])).toEqual([
      ['2001', undefined, ['register']],
      ['2010-05-01', 'raised', ['register']],
    ]);
    expect(history?.contradictions).toEqual([]);
    expect(registerAssertions(register, pair)[0]?.register?.source).toBe('Declaration, 2001');
  });

  it('are known from the day of their step on', () => {
    expect(partnership([], { knownBy: '2009' })?.grade).toBe('strategic partnership');
    expect(partnership([], { knownBy: '2000' })).toBeUndefined();
    expect(partnership([], { asOf: '2005' })?.grade).toBe('strategic partnership');
  });

  it('end a tie for those who leave, and for them alone', () => {
    const pact = (...parties: string[]) =>
      fold([], {}, parties).find(({ subject }) => subject.name === 'Grand Pact');
    expect(pact('CHL', 'PER')).toMatchObject({ status: ['ended'], until: '1980' });
    expect(pact('LAO', 'PER')).toMatchObject({ status: ['in-force'] });
  });

  it('say nothing after the last day of which they are certain', () => {
    const pact = (asOf?: string) => fold([], asOf === undefined ? {} : { asOf }, ['LAO', 'VNM'])[0];
    expect(pact('1955')?.status).toEqual(['in-force']);
    expect(pact('1961')?.status).toEqual([]);
    expect(pact()?.status).toEqual([]);
  });

  it('tell memberships, dialogues and instruments from the day on which both are in', () => {
    const of = (...parties: string[]) =>
      fold([], {}, parties).map(({ subject, since, until }) => [subject.tie, since, until]);
    expect(of('VNM', 'ASEAN')).toEqual([['membership', '1995-07-28', undefined]]);
    expect(of('ASEAN', 'CHN')).toEqual([['dialogue', '1996', '2003']]);
    expect(of('CHN', 'VNM')).toContainEqual(['agreement', '1994-02', '1999']);
  });
});

describe('texts beside the register', () => {
  it.each<[string, Partial<TieEntry>, string, string[]]>([
    ['the same step', { since: '2001-04', ...graded('strategic partnership') }, '2012', []],
    ['a longer name of it', { since: '2001', ...graded('strategic partnership for peace') }, '2012', []],
    ['the tie without a grade', { since: '2001' }, '2012', []],
    ['its raising without a grade', { since: '2010' }, '2012', []],
    ['what stood then', graded('strategic partnership'), '2005', []],
    ['a treaty to come', { status: 'announced', modality: 'planned', since: '2030' }, '2012', []],
    [
      'that a higher grade is absent',
      { status: 'absent', modality: 'denied', ...graded('alliance') },
      '2005',
      [],
    ],
    ['another beginning', { since: '1999' }, '2012', ['since']],
    [
      'another beginning of a grade',
      { since: '2008', ...graded('comprehensive strategic partnership') },
      '2012',
      ['since'],
    ],
    ['another grade from that time on', { since: '2001', ...graded('alliance') }, '2012', ['grade']],
    ['another grade than stood then', graded('comprehensive strategic partnership'), '2005', ['grade']],
    ['that there is none', { status: 'absent', modality: 'denied' }, '2005', ['status']],
    ['an end', { status: 'ended', until: '2007' }, '2012', ['status']],
  ])('that tell %s', (_, own, published, about) => {
    const found = partnership([text(published, own)])?.contradictions ?? [];
    expect([...new Set(found.map((contradiction) => contradiction.about))]).toEqual(about);
    for (const { sides } of found) expect(sides.flat().some((id) => id.startsWith('register:'))).toBe(true);
  });

  it('may call the only treaty of its kind by a general name', () => {
    const histories = fold([text('2006', { tie: 'agreement', name: 'free trade agreement', since: '2006' })]);
    const treaty = histories.filter(({ subject }) => subject.name === 'China-Vietnam Free Trade Agreement');
    expect(treaty.map(({ entries }) => entries.length)).toEqual([3]);
    expect(histories.filter(({ subject }) => subject.name === 'free trade agreement')).toEqual([]);
  });

  it('and signed is not in force', () => {
    const signed = text('2005-04', {
      tie: 'agreement',
      name: 'free trade agreement',
      status: 'announced',
      since: '2005-03-04',
    });
    const treaty = fold([signed]).find(({ subject }) => subject.name?.startsWith('China-Vietnam'));
    expect(treaty?.contradictions).toEqual([]);
  });
});

it('reads from data/ for some parties what all of it tells of them', () => {
  const all = loadRegister();
  for (const parties of [['CHN', 'ASEAN'], ['USA', 'JPN'], ['VNM/GOV', 'CHN'], ['SUN'], ['-/UAF'], []]) {
    const some = loadRegister({ parties });
    expect(registerAssertions(some, parties)).toEqual(registerAssertions(all, parties));
    expect(some.steps.length <= all.steps.length).toBe(true);
  }
  expect(loadRegister({ parties: ['CHN', 'ASEAN'] }).memberships.length).toBeLessThan(20);
});
