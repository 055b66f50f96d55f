import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, refs, tieOf } from '../../../test/ledger/examples.js';
import type { TieEntry } from '../../record/index.js';
import type { TieAssertion } from './assertion.js';
import { foldTies } from './fold.js';

let told = 0;

/** What a document of that day asserts about a tie of China and Viet Nam, unless it says otherwise. */
function assertion(published: string | undefined, own: Partial<TieEntry>): TieAssertion {
  const text = `Account ${told++}.`;
  return { entry: tieOf(documentOf(text), text, { parties: refs('CHN', 'VNM'), ...own }), published };
}

const grade = (written: string) => ({ grade: { written, normalised: written } });

describe('subjects', () => {
  it('leaves a grade open that is only referred to', () => {
    const [history] = foldTies([
      assertion('2021-11-22', { ...grade('comprehensive strategic partnership'), since: '2021-11-22' }),
      assertion('2024-10-10', { grade: { written: 'partnerships of the new grade' } }),
    ]);
    expect(history?.grade).toBe('comprehensive strategic partnership');
    expect(history?.contradictions).toEqual([]);
  });

  it('folds a raised grade into one history', () => {
    const [history, ...others] = foldTies([
      assertion('2013-10-14', { ...grade('comprehensive strategic partnership'), since: '2008' }),
      assertion('2006', {
        ...grade('strategic partnership'),
        since: '2005',
        parties: refs('VNM/GOV', 'CHN'),
      }),
    ]);
    expect(others).toEqual([]);
    expect(history?.steps.map((step) => [step.date, step.grade])).toEqual([
      ['2005', 'strategic partnership'],
      ['2008', 'comprehensive strategic partnership'],
    ]);
    expect(history).toMatchObject({ since: '2005', grade: 'comprehensive strategic partnership' });
    expect(history?.contradictions).toEqual([]);
  });

  it('keeps a membership for each member and body', () => {
    const bodies = new Set(['ASEAN', 'ARF']);
    const histories = foldTies(
      [
        assertion('1997-08', {
          tie: 'membership',
          parties: refs('LAO', 'MMR', 'ASEAN'),
          since: '1997-07-23',
        }),
        assertion('1999', { tie: 'membership', parties: refs('ASEAN', 'LAO'), name: 'ASEAN member' }),
      ],
      { bodies },
    );
    expect(histories.map(({ subject, entries }) => [subject.member, subject.body, entries.length])).toEqual([
      ['LAO', 'ASEAN', 2],
      ['MMR', 'ASEAN', 1],
    ]);
  });

  it('tells agreements apart by instrument, then by name and parties', () => {
    const histories = foldTies([
      assertion('2020-11', { tie: 'agreement', instrument: 'RCEP', parties: refs('CHN', 'JPN') }),
      assertion('2021', { tie: 'agreement', instrument: 'RCEP', parties: refs('KOR') }),
      assertion('2020', { tie: 'agreement', name: 'Free Trade  Agreement', parties: refs('CHN', 'NZL') }),
      assertion('2008', { tie: 'agreement', name: 'free trade agreement', parties: refs('NZL', 'CHN') }),
      assertion('2003', { tie: 'agreement', name: 'free trade agreement', parties: refs('SGP', 'USA') }),
    ]);
    expect(histories.map(({ subject, entries }) => [subject.parties.join(' '), entries.length])).toEqual([
      ['CHN JPN KOR', 2],
      ['CHN NZL', 2],
      ['SGP USA', 1],
    ]);
  });

  it('keeps the chair of a body apart from membership in it', () => {
    const [chair, member] = foldTies([
      assertion('1996', {
        tie: 'membership',
        parties: refs('VNM', 'ASEAN'),
        name: 'ASEAN member',
        since: '1995',
      }),
      assertion('2021', {
        tie: 'membership',
        parties: refs('VNM', 'ASEAN'),
        name: 'ASEAN chair',
        until: '2020',
        status: 'ended',
      }),
    ]).toSorted((a, b) => (a.subject.name ?? 'z').localeCompare(b.subject.name ?? 'z'));
    expect([chair?.status, member?.status]).toEqual([['ended'], ['in-force']]);
  });

  it('tells sanctions apart by who imposes them', () => {
    const sides = (sender: string, target: string) => [
      { party: sender, role: 'sender' },
      { party: target, role: 'target' },
    ];
    const histories = foldTies([
      assertion('2014', { tie: 'sanctions', parties: sides('USA', 'RUS') }),
      assertion('2014', { tie: 'sanctions', parties: sides('RUS', 'USA') }),
    ]);
    expect(histories.map(({ subject }) => subject.senders)).toEqual([['RUS'], ['USA']]);
  });
});

describe('time', () => {
  const assertions = [
    assertion('2010', { tie: 'alliance', since: '1954', name: 'pact' }),
    assertion('2012', { tie: 'alliance', name: 'pact', status: 'ended', until: '1977-06-30' }),
  ];

  it('answers as of a day', () => {
    expect(foldTies(assertions, { asOf: '1950' })).toEqual([]);
    expect(foldTies(assertions, { asOf: '1960' })[0]).toMatchObject({ status: ['in-force'], since: '1954' });
    expect(foldTies(assertions, { asOf: '1960' })[0]?.until).toBeUndefined();
    expect(foldTies(assertions, { asOf: '1980' })[0]).toMatchObject({
      status: ['ended'],
      until: '1977-06-30',
    });
  });

  it('answers as known from the documents until then', () => {
    expect(foldTies(assertions, { knownBy: '2009' })).toEqual([]);
    expect(foldTies(assertions, { knownBy: '2010' })[0]?.status).toEqual(['in-force']);
    expect(foldTies(assertions, { knownBy: '2012' })[0]?.status).toEqual(['ended']);
    expect(foldTies([assertion(undefined, {})], { knownBy: '2024' })).toEqual([]);
  });

  it('does not take a plan for a fact', () => {
    const [history] = foldTies([
      assertion('2001', { since: '2001', name: 'x' }),
      assertion('2005', { status: 'ended', modality: 'proposed', name: 'x' }),
    ]);
    expect(history?.status).toEqual(['in-force']);
    expect(history?.steps).toHaveLength(2);
  });
});

describe('contradictions', () => {
  it.each([
    ['another beginning', 'since', { since: '2001' }, { since: '2003' }],
    ['another end', 'until', { until: '2001', status: 'ended' }, { until: '2003', status: 'ended' }],
    ['another grade', 'grade', { since: '2001', ...grade('a') }, { since: '2001-05', ...grade('b') }],
    ['a denial', 'status', { since: '2001' }, { modality: 'denied' }],
    ['an end within', 'status', { since: '2001' }, { status: 'ended', until: '2005' }],
    ['an absence', 'status', {}, { status: 'absent' }],
  ] as const)('shows %s', (_, about, one, other) => {
    const a = assertion('2010-02', one);
    const b = assertion('2010-02', other);
    const found = foldTies([a, b])[0]?.contradictions ?? [];
    expect(found.map((contradiction) => contradiction.about)).toContain(about);
    expect(new Set(found[0]?.sides.flat())).toEqual(new Set([a.entry.id, b.entry.id]));
  });

  it.each([
    ['a raised grade', { since: '2001', ...grade('a') }, { since: '2003', ...grade('b') }],
    ['a closer date', { since: '2001' }, { since: '2001-05-04' }],
    ['an end after it was told', { since: '2001' }, { status: 'ended', until: '2010' }],
    ['a proposal', { since: '2001' }, { since: '2003', modality: 'proposed' }],
  ] as const)('does not take %s for one', (_, one, other) => {
    const found = foldTies([assertion('2004-02', one), assertion('2012-02', other)]);
    expect(found[0]?.contradictions).toEqual([]);
  });

  it('shows both states when documents of one day differ', () => {
    const [history] = foldTies([
      assertion('2010-02-01', {}),
      assertion('2010-02-01', { status: 'suspended' }),
    ]);
    expect(history?.status.toSorted()).toEqual(['in-force', 'suspended']);
  });
});

it('does not depend on the order of the assertions', () => {
  const any = fc.record({
    since: fc.option(fc.constantFrom('2001', '2003-05', '2010'), { nil: undefined }),
    until: fc.option(fc.constantFrom('2004', '2012'), { nil: undefined }),
    status: fc.constantFrom('in-force', 'ended', 'absent', 'suspended'),
    modality: fc.constantFrom('asserted', 'denied', 'proposed'),
    name: fc.constantFrom('A', 'a', undefined),
    tie: fc.constantFrom('partnership', 'membership', 'agreement'),
  });
  const assertions = fc
    .array(fc.tuple(fc.constantFrom('2002', '2011-11', undefined), any), { maxLength: 8 })
    .map((told) => told.map(([published, own]) => assertion(published, own)));
  fc.assert(
    fc.property(
      assertions.chain((told) =>
        fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })),
      ),
      ([told, shuffled]) => {
        expect(foldTies(shuffled)).toEqual(foldTies(told));
      },
    ),
  );
});
