import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleAccess } from '../../test/browser/sample-ledger.js';
import { STANDING_SAMPLES } from '../../test/browser/standing-samples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { loadGazetteer, loadRegister } from '../gazetteer/index.js';
import { createApp } from './index.js';
import { LadderAnswer, MembershipsAnswer } from './standing-schemas.js';

const gazetteer = loadGazetteer();
const access = await sampleAccess(join(temporaryFolder(), 'ladder.duckdb'), STANDING_SAMPLES, gazetteer);
const app = createApp(access, { gazetteer, register: loadRegister() });

async function ladder(query = '', of = 'CHN/ASEAN') {
  const response = await app.request(`/pairs/${of}/ladder.json${query}`);
  expect([response.status, query]).toEqual([200, query]);
  return LadderAnswer.parse(await response.json());
}

async function partnership(query = '') {
  const { ties } = await ladder(query);
  return ties.find(({ subject }) => subject.tie === 'partnership' && subject.parties.length === 2);
}

async function members(query = '', id = 'ASEAN') {
  const response = await app.request(`/parties/${id}/memberships.json${query}`);
  expect([response.status, query]).toEqual([200, query]);
  return MembershipsAnswer.parse(await response.json());
}

describe('/pairs/A/B/ladder.json', () => {
  test('gives each step with its sentences and rows of the register', async () => {
    const steps = (await partnership())?.steps ?? [];
    expect(steps.map(({ date, step }) => [date, step])).toEqual(
      expect.arrayContaining([
        ['1996-07', 'in force'],
        ['2003-10-08', 'raised'],
        ['2016-06-01', 'in force, told (proposed)'],
        ['2018-02-01', 'absent, told'],
        ['2019-02-01', 'in force, told (alleged)'],
        ['2020-02-01', 'in force, told (denied)'],
        ['2021-11-22', 'raised'],
      ]),
    );
    const raised = steps.filter(({ date }) => date === '2003-10-08').flatMap(({ sources }) => sources);
    expect(raised.map(({ speaker, source }) => [speaker, source])).toEqual(
      expect.arrayContaining([
        ['author', 'Told on 2003-10-09, 2003-10-09'],
        ['register', 'Joint declaration of ASEAN and China, Bali, 2003-10-08'],
      ]),
    );
    expect(raised.find(({ speaker }) => speaker === 'author')).toMatchObject({
      sentence: 'The two sides became strategic partners this week',
      document: STANDING_SAMPLES[0]?.document.id,
    });
  });

  test('puts contradicting accounts side by side and marks their steps', async () => {
    const found = await partnership('?register=no');
    expect(found?.contradictions).toEqual([
      expect.objectContaining({
        about: 'since',
        sides: [expect.objectContaining({ said: '2003-10-08' }), expect.objectContaining({ said: '2001' })],
      }),
    ]);
    expect(found?.steps.filter(({ opposed }) => opposed).map(({ date }) => date)).toEqual([
      '2001',
      '2003-10-08',
    ]);
  });

  test('as it stood, as known, and without the register', async () => {
    const dates = async (query: string) => (await partnership(query))?.steps.map(({ date }) => date);
    expect((await dates('?at=2010'))?.at(-1)).toBe('2003-10-08');
    expect(await dates('?as-known=2004&register=no')).toEqual(['2003-10-08']);
    expect(await dates('?as-known=2004')).toEqual(['1996-07', '2003-10-08']);
    const out = await ladder('?register=no&at=2010-05');
    expect(out).toMatchObject({ register: 'out', at: '2010-05-31', sides: ['ASEAN', 'CHN'] });
    expect(JSON.stringify(out)).not.toContain('"speaker":"register"');
  });

  test('has the ranks of both ladders, and the days of which sources tell', async () => {
    const { ranks, told } = await ladder();
    expect(ranks.ASEAN).toMatchObject({
      'strategic partnership': 4,
      'comprehensive strategic partnership': 5,
    });
    expect(ranks.CHN).toMatchObject({ 'strategic partnership': 3 });
    expect(told).toBe(7);
    const [first] = (await partnership())?.steps ?? [];
    expect(first).toMatchObject({ knownTo: '2003-10-08', through: '2003-10-08', more: 0 });
  });

  test('a pair without ties has none, and that is no error', async () => {
    expect((await ladder('?register=no', 'FJI/PER')).ties).toEqual([]);
  });

  test('a server without a register says so', async () => {
    const bare = createApp(access, { gazetteer });
    const answer = LadderAnswer.parse(await (await bare.request('/pairs/CHN/ASEAN/ladder.json')).json());
    expect([answer.register, answer.ranks]).toEqual(['missing', {}]);
  });

  test.each([
    ['?at=soon', 400, 'at=soon is not a date'],
    ['?as-known=2021-13', 400, 'as-known=2021-13 is not a date'],
    ['?register=perhaps', 400, 'register=perhaps is unknown'],
  ])('%s is refused', async (query, status, message) => {
    const response = await app.request(`/pairs/CHN/ASEAN/ladder.json${query}`);
    expect([response.status, (await response.json()).error.message]).toEqual([status, message]);
  });

  test('a party that is none is refused', async () => {
    expect((await app.request('/pairs/CHN/Atlantis/ladder.json')).status).toBe(404);
    expect((await app.request('/parties/Atlantis/memberships.json')).status).toBe(404);
  });
});

describe('/parties/ID/memberships.json', () => {
  test('of a body its members, from register and texts', async () => {
    const { of, memberships } = await members();
    expect(of).toBe('members');
    const timor = memberships.find(({ subject }) => subject.member === 'TLS');
    expect(timor?.steps.map(({ date, name, modality }) => [date, name, modality])).toEqual([
      ['2022-11-11', 'ASEAN observer', 'asserted'],
      ['2023-05-10', 'ASEAN member', 'planned'],
      ['2025-10-25', 'ASEAN observer', 'asserted'],
      ['2025-10-26', 'ASEAN member', 'asserted'],
    ]);
    expect(timor?.steps[0]?.sources.map(({ speaker }) => speaker).sort()).toEqual(['author', 'register']);
    expect(memberships.every(({ subject }) => subject.tie === 'membership')).toBe(true);
  });

  test('of a state the bodies it belongs to', async () => {
    const { of, memberships } = await members('', 'TLS');
    expect(of).toBe('bodies');
    expect(memberships.map(({ subject }) => subject.body)).toEqual(expect.arrayContaining(['ASEAN', 'UN']));
  });

  test('without the register only what texts tell; as of a day only what had begun', async () => {
    const out = await members('?register=no');
    expect(out.memberships.map(({ subject }) => subject.member)).toEqual(['TLS']);
    const early = await members('?at=1990');
    expect(early.memberships.map(({ subject }) => subject.member)).not.toContain('VNM');
    expect(early.memberships.map(({ subject }) => subject.member)).toContain('BRN');
  });
});
