import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleAccess } from '../../test/browser/sample-ledger.js';
import { COMMITMENT_SAMPLES } from '../../test/browser/standing-samples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { loadGazetteer } from '../gazetteer/index.js';
import { createApp } from './index.js';
import { ErrorAnswer } from './schemas.js';
import { AssessedAnswer, CommitmentsAnswer } from './standing-schemas.js';

const gazetteer = loadGazetteer();
const folder = temporaryFolder();
let made = 0;

async function served() {
  const access = await sampleAccess(join(folder, `promises-${made++}.duckdb`), COMMITMENT_SAMPLES, gazetteer);
  return { access, app: createApp(access, { gazetteer }) };
}

/** Nothing is written to it. */
const untouched = await served();

const promised = COMMITMENT_SAMPLES[0]?.entries[0]?.id ?? '';
const deed = COMMITMENT_SAMPLES[1]?.entries[0]?.id ?? '';

async function commitments(address: string, app = untouched.app) {
  const response = await app.request(address);
  expect([response.status, address]).toEqual([200, address]);
  return CommitmentsAnswer.parse(await response.json());
}

function said(body: unknown, headers: Record<string, string> = {}, app = untouched.app) {
  return app.request(`/commitments/${promised}/assessments.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', host: '127.0.0.1:4173', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('/parties/ID/commitments.json and /pairs/A/B/commitments.json', () => {
  test('give state, window and proposed evidence; nothing unconfirmed scores', async () => {
    const { rows, states, standings, assessable } = await commitments('/parties/Fiji/commitments.json');
    expect(assessable).toBe(true);
    expect(states).toEqual({ open: 2, kept: 0, 'in-part': 0, broken: 0, lapsed: 0 });
    expect(standings).toEqual({ proposed: 1, confirmed: 0, rejected: 0, none: 1 });
    const one = rows.find(({ commitment }) => commitment.id === promised);
    expect(one).toMatchObject({ status: 'open', window: { first: '2019-05-03', last: '2020-12-31' } });
    expect(one?.score).toBeUndefined();
    expect(one?.evidence).toMatchObject([
      { id: deed, bearing: 'fulfils', standing: 'proposed', inside: true },
    ]);
  });

  test('of a pair only those in which both take part', async () => {
    const { of, rows } = await commitments('/pairs/TON/FJI/commitments.json');
    expect(of).toEqual(['FJI', 'TON']);
    expect(rows.map(({ commitment }) => commitment.id)).toEqual([promised]);
    expect((await commitments('/pairs/TON/PER/commitments.json')).rows).toEqual([]);
  });

  test.each([
    ['status=kept', 0],
    ['status=kept&with-proposed=yes', 1],
    ['evidence=proposed', 1],
    ['evidence=none', 1],
    ['at=2019-06&evidence=proposed', 0],
    ['at=2018', 0],
    ['page=2', 0],
  ])('?%s', async (query, rows) => {
    expect((await commitments(`/parties/FJI/commitments.json?${query}`)).rows).toHaveLength(rows);
  });

  test.each(['status=done', 'evidence=much', 'at=soon', 'with-proposed=1', 'page=0'])(
    '?%s is refused',
    async (query) => {
      const response = await untouched.app.request(`/parties/FJI/commitments.json?${query}`);
      const { error } = ErrorAnswer.parse(await response.json());
      expect([response.status, error.message.startsWith(query)]).toEqual([400, true]);
    },
  );
});

describe('POST /commitments/ID/assessments.json', () => {
  test('appends what a person says, and the score follows', async () => {
    const { app } = await served();
    const response = await said({ by: ' R. Lee ', confirm: [deed] }, {}, app);
    expect(response.status).toBe(201);
    const { recorded } = AssessedAnswer.parse(await response.json());
    expect(recorded).toMatchObject({
      commitment: promised,
      by: 'R. Lee',
      evidence: [deed],
      status: 'kept',
      score: 1,
    });
    const [kept] = (await commitments('/parties/FJI/commitments.json?status=kept', app)).rows;
    expect(kept?.evidence).toMatchObject([{ standing: 'confirmed', by: 'R. Lee' }]);
    await said({ by: 'A. Okafor', reject: [deed] }, {}, app);
    const [rejected] = (await commitments('/parties/FJI/commitments.json?evidence=rejected', app)).rows;
    expect(rejected?.assessments).toHaveLength(2);
    expect(rejected?.score).toBeUndefined();
  });

  test.each([
    [{ by: '', confirm: ['x'] }, 400, 'nobody is named'],
    [{ by: 'R. Lee' }, 400, 'nothing is said'],
    [{ by: 'R. Lee', confirm: ['ffffffff'] }, 404, 'is not in the ledger'],
    [{ by: 'R. Lee', status: 'kept' }, 400, 'the body is not what is said'],
    ['no json', 400, 'the body is not what is said'],
  ])('%j is refused', async (body, status, message) => {
    const response = await said(body);
    const { error } = ErrorAnswer.parse(await response.json());
    expect([response.status, error.message]).toEqual([status, expect.stringContaining(message)]);
    expect(
      (await commitments('/parties/FJI/commitments.json')).rows.flatMap((row) => row.assessments),
    ).toEqual([]);
  });

  test.each<Record<string, string>>([
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { Origin: 'https://evil.example' },
    { Origin: 'http://127.0.0.1:9999' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { host: 'evil.example' },
  ])('another site cannot write: %j', async (headers) => {
    expect((await said({ by: 'Mallory', confirm: [deed] }, headers)).status).toBe(403);
    expect((await commitments('/parties/FJI/commitments.json?evidence=confirmed')).rows).toEqual([]);
  });

  test('our own page may', async () => {
    const own = { Origin: 'http://127.0.0.1:4173', 'Sec-Fetch-Site': 'same-origin' };
    const { app } = await served();
    expect((await said({ by: 'R. Lee', confirm: [deed] }, own, app)).status).toBe(201);
  });

  test('a ledger that is only shown says so and names the command', async () => {
    const { file, withLedger } = untouched.access;
    const shown = createApp({ file, withLedger }, { gazetteer });
    expect((await commitments('/parties/FJI/commitments.json', shown)).assessable).toBe(false);
    const refused = await said({ by: 'R. Lee', confirm: [deed] }, {}, shown);
    const { error } = ErrorAnswer.parse(await refused.json());
    expect(error.remedy).toContain('entente assess');
  });
});
