import { describe, expect, test } from 'vitest';
import { ladder, step } from '../../../test/browser/steps.js';
import { ladderShape, markKind } from './ladder.js';

const RANKS = { dialogue: 2, strategic: 4, comprehensive: 5 };
const whole2001 = { date: '2001', days: { first: '2001-01-01', last: '2001-12-31' } };

describe('lanes', () => {
  test('the closest first, then those of no known rank, then no grade', () => {
    const steps = [
      step('2000-01-01'),
      ...['dialogue', 'odd', 'strategic', 'new'].map((grade) => step('2001-01-01', { grade })),
    ];
    const { lanes } = ladderShape(ladder(steps), RANKS);
    expect(lanes.map(({ grade, rank }) => [grade, rank])).toEqual([
      ['strategic', 4],
      ['dialogue', 2],
      ['new', undefined],
      ['odd', undefined],
      [undefined, undefined],
    ]);
  });
});

describe('spells', () => {
  test('a grade holds until the next one, the last one until the day drawn', () => {
    const steps = [
      step('1996-07-01', { grade: 'dialogue' }),
      step('2003-10-08', { grade: 'strategic' }),
      step('2021-11-22', { grade: 'comprehensive', knownTo: '2025-11-01' }),
    ];
    const { spells, changes, horizon, lanes } = ladderShape(ladder(steps), RANKS);
    expect(horizon).toBe('2025-11-01');
    expect(spells.map(({ lane, from, to }) => [lanes[lane]?.grade, from, to])).toEqual([
      ['dialogue', '1996-07-01', '2003-10-08'],
      ['strategic', '2003-10-08', '2021-11-22'],
      ['comprehensive', '2021-11-22', '2025-11-01'],
    ]);
    expect(changes).toEqual([
      { day: '2003-10-08', from: 2, to: 1 },
      { day: '2021-11-22', from: 1, to: 0 },
    ]);
  });

  test('as of a day the drawing ends there, and beyond the last telling nothing is claimed', () => {
    const steps = [
      step('2003-10-08', { grade: 'strategic' }),
      step('2010-05-05', { grade: 'strategic', basis: 'told' }),
    ];
    const [spell] = ladderShape(ladder(steps), RANKS, '2019-12-31').spells;
    expect(spell).toMatchObject({ to: '2019-12-31', knownTo: '2010-05-05' });
  });

  test('of a beginning that names a year, the year is unsure', () => {
    const [spell] = ladderShape(
      ladder([step('2001-01-01', { ...whole2001, grade: 'strategic' })]),
      RANKS,
      '2010-12-31',
    ).spells;
    expect(spell).toMatchObject({ from: '2001-01-01', certain: '2001-12-31', to: '2010-12-31' });
  });

  test('two accounts of the same days lie side by side', () => {
    const steps = [
      step('2001-01-01', { ...whole2001, grade: 'strategic', opposed: true }),
      step('2001-06-01', { grade: 'comprehensive', opposed: true }),
    ];
    const { spells } = ladderShape(ladder(steps), RANKS, '2005-12-31');
    expect(spells.map(({ to }) => to)).toEqual(['2005-12-31', '2005-12-31']);
  });

  test('what a register tells of its days stands, whatever a text says of them', () => {
    const steps = [
      step('1996-07-01', { grade: 'dialogue', through: '2003-10-08', knownTo: '2003-10-08' }),
      step('2001-01-01', { ...whole2001, grade: 'strategic', opposed: true }),
    ];
    expect(ladderShape(ladder(steps), RANKS, '2020-12-31').spells[0]?.to).toBe('2003-10-08');
  });

  test.each(['ended', 'suspended', 'absent'] as const)('%s ends it, of its own grade alone', (status) => {
    const steps = [
      step('2003-01-01', { grade: 'strategic' }),
      step('2004-01-01', { grade: 'dialogue', status, basis: 'told' }),
      step('2010-01-01', { grade: 'strategic', status, basis: 'until' }),
    ];
    expect(ladderShape(ladder(steps), RANKS, '2020-12-31').spells[0]?.to).toBe('2010-01-01');
  });

  test('accounts of one grade are one line; announced and in force are two', () => {
    const steps = [
      step('2001-01-01', { ...whole2001, grade: 'strategic' }),
      step('2001-10-08', { grade: 'strategic' }),
      step('2001-10-08', { grade: 'strategic', status: 'announced' }),
    ];
    expect(ladderShape(ladder(steps), RANKS, '2020-12-31').spells).toHaveLength(2);
  });

  test.each(['planned', 'proposed', 'hypothetical', 'alleged', 'denied'] as const)(
    'what is only %s holds no day',
    (modality) => {
      const { spells, marks } = ladderShape(
        ladder([step('2001-01-01', { grade: 'strategic', modality })]),
        RANKS,
      );
      expect(spells).toEqual([]);
      expect(marks).toHaveLength(1);
    },
  );
});

describe('marks', () => {
  test('steps of a kind on one day are one mark, which is contradicted if one of them is', () => {
    const steps = [
      step('2003-10-08', { grade: 'strategic', modality: 'denied' }),
      step('2003-10-08', { grade: 'strategic' }),
      step('2003-10-08', { grade: 'strategic', status: 'announced', opposed: true }),
    ];
    expect(ladderShape(ladder(steps), RANKS).marks).toEqual([
      { lane: 0, day: '2003-10-08', kind: 'begin', steps: [1, 2], opposed: true },
      { lane: 0, day: '2003-10-08', kind: 'denied', steps: [0], opposed: false },
    ]);
  });

  test('a step without a date has none, and a ladder without dates draws nothing', () => {
    expect(ladderShape(ladder([step(undefined, { grade: 'strategic' })]), RANKS)).toMatchObject({
      marks: [],
      spells: [],
      horizon: '',
    });
  });

  test.each([
    [{}, 'begin'],
    [{ basis: 'told' }, 'told'],
    [{ basis: 'until', status: 'ended' }, 'end'],
    [{ basis: 'told', status: 'ended' }, 'end'],
    [{ status: 'suspended' }, 'suspended'],
    [{ status: 'absent' }, 'absent'],
    [{ status: 'absent', modality: 'denied' }, 'denied'],
    [{ status: 'negotiating' }, 'open'],
    [{ modality: 'planned' }, 'open'],
    [{ modality: 'hypothetical' }, 'open'],
    [{ modality: 'alleged', status: 'ended' }, 'alleged'],
  ] as const)('%j is %s', (own, kind) => {
    expect(markKind(step('2003-10-08', own))).toBe(kind);
  });
});
