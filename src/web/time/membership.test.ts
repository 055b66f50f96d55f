import { describe, expect, test } from 'vitest';
import { ladder, step } from '../../../test/browser/steps.js';
import type { LadderStep } from '../api-standing.js';
import { memberRows, rolesOn } from './membership.js';

const of = (member: string, steps: readonly LadderStep[], name?: string) =>
  ladder(steps, {
    tie: 'membership',
    parties: ['ASEAN', member],
    member,
    body: 'ASEAN',
    ...(name && { name }),
  });
const as = (role: string) => ({ name: `ASEAN ${role}` });
const end = (date: string, role: string) => step(date, { basis: 'until', status: 'ended', ...as(role) });
const rows = (...ladders: Parameters<typeof memberRows>[0]) => memberRows(ladders, 'members');

describe('memberRows', () => {
  test('an observer that became a member has two bars', () => {
    const [brunei] = rows(
      of('BRN', [
        step('1981-01-01', {
          date: '1981',
          days: { first: '1981-01-01', last: '1981-12-31' },
          ...as('observer'),
        }),
        step('1984-01-06', { basis: 'told', status: 'ended', ...as('observer') }),
        step('1984-01-07', as('member')),
      ]),
    );
    expect(brunei?.spells).toEqual([
      { role: 'observer', from: '1981-01-01', since: '1981', to: '1984-01-06', until: '1984-01-06' },
      { role: 'member', from: '1984-01-07', since: '1984-01-07' },
    ]);
    expect(brunei?.marks).toEqual([]);
  });

  test('who left and came back has two bars, who was suspended one above the other', () => {
    const [found] = rows(
      of('SYC', [
        step('1997-09-08', as('member')),
        step('2003-01-01', { status: 'suspended', ...as('suspended') }),
        end('2003-06-01', 'suspended'),
        end('2004-12-31', 'member'),
        step('2008-01-01', as('member')),
      ]),
    );
    expect(found?.spells.map(({ role, from, to }) => [role, from, to])).toEqual([
      ['member', '1997-09-08', '2004-12-31'],
      ['suspended', '2003-01-01', '2003-06-01'],
      ['member', '2008-01-01', undefined],
    ]);
  });

  test('the chair stands in the same row; a turn of a year ends in that year', () => {
    const year = (y: string) => ({
      date: y,
      days: { first: `${y}-01-01`, last: `${y}-12-31` },
      ...as('chair'),
    });
    const chair = of(
      'VNM',
      ['2010', '2020'].flatMap((y) => [
        step(y, { basis: 'until', status: 'ended', ...year(y) }),
        step(y, year(y)),
      ]),
      'ASEAN chair',
    );
    const [vietnam, ...others] = rows(of('VNM', [step('1995-07-28', as('member'))]), chair);
    expect(others).toEqual([]);
    expect(vietnam?.spells.map(({ role, from, to }) => [role, from, to])).toEqual([
      ['member', '1995-07-28', undefined],
      ['chair', '2010-01-01', '2010-12-31'],
      ['chair', '2020-01-01', '2020-12-31'],
    ]);
  });

  test('where accounts differ on an end, the bar goes to the latest and the other is a mark', () => {
    const [found] = rows(
      of('GBR', [step('1993-11-01', as('member')), end('2018-03-09', 'member'), end('2020-01-31', 'member')]),
    );
    expect(found?.spells).toMatchObject([{ from: '1993-11-01', to: '2020-01-31' }]);
    expect(found?.marks.map(({ day }) => day)).toEqual(['2018-03-09']);
  });

  test('what is announced, planned, denied or only told of makes no bar, but a mark', () => {
    const [found] = rows(
      of('TLS', [
        step('2011-03-04', { modality: 'planned', ...as('member') }),
        step('2022-01-01', { basis: 'told', ...as('member') }),
        step('2023-01-01', { modality: 'denied', ...as('member') }),
        step('2024-01-01', { status: 'announced', ...as('member') }),
      ]),
    );
    expect(found?.spells).toEqual([]);
    expect(found?.marks).toHaveLength(4);
  });

  test('a candidate is one while announced, too', () => {
    const [found] = rows(of('UKR', [step('2022-06-23', { status: 'announced', ...as('candidate') })]));
    expect(found?.spells).toMatchObject([{ role: 'candidate', from: '2022-06-23' }]);
  });

  test('rows go by accession; those without a day come last; of a state the bodies', () => {
    const found = rows(
      of('VNM', [step('1995-07-28', as('member'))]),
      of('PNG', [step(undefined, as('member'))]),
      of('IDN', [step('1967-08-08', as('member'))]),
    );
    expect(found.map(({ other }) => other)).toEqual(['IDN', 'VNM', 'PNG']);
    expect(memberRows([of('VNM', [step('1995-07-28')])], 'bodies').map(({ other }) => other)).toEqual([
      'ASEAN',
    ]);
  });
});

test('rolesOn: both days included, open ends go on', () => {
  const [row] = rows(
    of('BRN', [
      step('1981-01-01', as('observer')),
      end('1984-01-06', 'observer'),
      step('1984-01-07', as('member')),
    ]),
  );
  if (!row) throw new Error('no row');
  expect([rolesOn(row, '1980-12-31'), rolesOn(row, '1984-01-06'), rolesOn(row, '2030-01-01')]).toEqual([
    [],
    ['observer'],
    ['member'],
  ]);
});
