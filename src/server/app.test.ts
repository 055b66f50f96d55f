import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { sampleAccess } from '../../test/browser/sample-ledger.js';
import { longSample, SAMPLES } from '../../test/browser/samples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { loadGazetteer } from '../gazetteer/index.js';
import { sharedReader } from '../ledger/index.js';
import { createApp } from './index.js';
import * as schemas from './schemas.js';

const folder = temporaryFolder();
const file = join(folder, 'samples.duckdb');
const long = longSample();
const gazetteer = loadGazetteer();
const app = createApp(await sampleAccess(file, [...SAMPLES, long], gazetteer), {
  version: '1.2.3',
  gazetteer,
  explain: (sentence) => ({ tokens: sentence.split(' ') }),
});
const summit = SAMPLES[0]?.document.id ?? '';
const announced = SAMPLES[0]?.entries[2]?.id ?? '';

async function answer<T>(schema: z.ZodType<T>, address: string): Promise<T> {
  const response = await app.request(address);
  expect([response.status, address]).toEqual([200, address]);
  expect(response.headers.get('content-type')).toContain('application/json');
  return schema.parse(await response.json());
}

async function refusal(address: string, headers: Record<string, string> = {}) {
  const response = await app.request(address, { headers });
  const { error } = schemas.ErrorAnswer.parse(await response.json());
  return { status: response.status, ...error };
}

describe('every page as JSON', () => {
  test('/about.json gives totals by kind', async () => {
    const about = await answer(schemas.AboutAnswer, '/about.json');
    expect(about).toMatchObject({ version: '1.2.3', ledger: file, explains: true });
    expect(about.totals.documents).toBe(5);
    expect(about.totals.entries.measure).toBe(2);
  });

  test('/documents.json searches title and text', async () => {
    const all = await answer(schemas.DocumentsAnswer, '/documents.json');
    expect(all).toMatchObject({ total: 5, page: 1, pageSize: 50 });
    const found = await answer(schemas.DocumentsAnswer, '/documents.json?search=CANBERRA%20sign');
    expect(found.rows.map((row) => row.title)).toEqual([
      'Tokyo and Canberra sign a reciprocal access agreement',
    ]);
  });

  test('/documents/ID.json gives the text and its entries in the order of the text, by a beginning of the id too', async () => {
    const { document, entries, parties } = await answer(
      schemas.DocumentAnswer,
      `/documents/${summit.slice(0, 12)}.json`,
    );
    expect(document.id).toBe(summit);
    const starts = entries.map(({ entry }) => entry.passages[0]?.start ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(entries).toHaveLength(13);
    expect(parties.CHN).toEqual({ name: 'China', kind: 'state' });
  });

  test('/parties.json lists and searches', async () => {
    const { rows } = await answer(schemas.PartiesAnswer, '/parties.json?search=quad');
    expect(rows).toEqual([{ id: 'QUAD', name: 'Quadrilateral Security Dialogue', kind: 'body', entries: 4 }]);
  });

  test('/parties/ID.json gathers what the party takes part in, and keeps its own word apart', async () => {
    const china = await answer(schemas.PartyAnswer, '/parties/CHN.json');
    expect(china.party.name).toBe('China');
    expect(china.counterparts.map((c) => c.party)).toContain('PHL');
    expect(china.claims.by.rows).toHaveLength(3);
    expect(china.claims.about.rows).toHaveLength(1);
    expect(china.commitments.by.rows).toHaveLength(2);
    expect(china.commitments.towards.rows.map(({ entry }) => entry.modality)).toEqual(['denied']);
  });

  test('a raised grade is a step in one history, earliest first', async () => {
    const { ties } = await answer(schemas.PartyAnswer, '/parties/CHN.json');
    const partnership = ties.histories.find(({ subject }) => subject.tie === 'partnership');
    expect(partnership?.subject.parties).toEqual(['ASEAN', 'CHN']);
    expect(partnership?.steps.map(({ date, grade }) => [date, grade])).toEqual([
      ['2003', 'strategic partnership'],
      ['2021-11', 'comprehensive strategic partnership'],
    ]);
    expect(ties.rows.map(({ entry }) => entry.id)).toEqual(
      expect.arrayContaining(partnership?.steps.flatMap(({ entries }) => entries) ?? ['a step']),
    );
  });

  test('/parties/ID.json keeps to a period', async () => {
    const china = await answer(schemas.PartyAnswer, '/parties/CHN.json?from=2023-08-06&to=2023');
    expect(china.events.rows.map(({ entry }) => entry.kind === 'event' && entry.type)).toEqual(['REQUEST']);
    expect(china.events).toMatchObject({ looked: 1, total: 1 });
  });

  test('a page looks through the latest entries and says of how many', async () => {
    const { events } = await answer(schemas.PartyAnswer, '/parties/FRA.json');
    expect(events).toMatchObject({ looked: 100, total: 100 });
    const { commitments } = await answer(schemas.PartyAnswer, '/parties/-%2FBUS.json');
    expect(commitments.by).toMatchObject({ looked: 100, total: 400 });
  });

  test('/parties/ID.json takes the id of an organ', async () => {
    const organ = await answer(schemas.PartyAnswer, '/parties/PHL%2FGOV.json');
    expect(organ.party.id).toBe('PHL/GOV');
    expect(organ.events.rows).toHaveLength(2);
  });

  test.each(['/pairs/PHL/CHN.json', '/pairs/CHN/PHL.json', '/pairs/philippines/china.json'])(
    '%s puts the sides in one order',
    async (address) => {
      const pair = await answer(schemas.PairAnswer, address);
      expect(pair.sides).toEqual(['CHN', 'PHL']);
      expect(pair.claims.map((side) => side.rows.length)).toEqual([1, 0]);
      expect(pair.commitments.map((side) => side.rows.length)).toEqual([0, 1]);
      expect(pair.events.rows).toHaveLength(3);
    },
  );

  test.each([
    ['kind=tie', 10],
    ['kind=tie&type=membership', 4],
    ['party=china&party=Philippines', 5],
    ['modality=alleged', 1],
    ['from=2023', 6],
    ['to=1979', 1],
    ['kind=&party=', 826],
  ])('/entries.json?%s', async (query, total) => {
    expect((await answer(schemas.EntriesAnswer, `/entries.json?${query}`)).total).toBe(total);
  });

  test('/entries/ID.json shows each passage in its surroundings', async () => {
    const { quotes, document, entry } = await answer(schemas.EntryAnswer, `/entries/${announced}.json`);
    expect(entry.kind).toBe('tie');
    expect(document.title).toContain('thirty years');
    const [quote] = quotes;
    expect(quote?.exact).toBe('They announced a comprehensive strategic partnership');
    expect(quote?.prefix.endsWith('began in 1991.\n\n')).toBe(true);
    expect(quote?.suffix.startsWith(', a step up')).toBe(true);
  });

  test('/entries/ID.json gives the whole sentences that an entry rests on', async () => {
    const { sentences } = await answer(schemas.EntryAnswer, `/entries/${announced}.json`);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^They announced a comprehensive strategic partnership, a step up .*\.$/);
  });

  test('/explain.json passes the sentence to the reader', async () => {
    const { steps } = await answer(schemas.ExplainAnswer, '/explain.json?sentence=China%20met%20ASEAN');
    expect(steps).toEqual({ tokens: ['China', 'met', 'ASEAN'] });
  });

  test('a long document comes whole and small', async () => {
    const address = `/documents/${long.document.id}.json`;
    expect((await answer(schemas.DocumentAnswer, address)).entries).toHaveLength(800);
    const { headers } = await app.request(address, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  test('/documents.json goes by day either way, the undated last', async () => {
    const days = async (order: string) =>
      (await answer(schemas.DocumentsAnswer, `/documents.json?order=${order}`)).rows.map(
        (row) => row.published,
      );
    expect(await days('newest')).toEqual(['2023-08-07', '2022-01-07', '2021-11-23', '2020', undefined]);
    expect(await days('oldest')).toEqual(['2020', '2021-11-23', '2022-01-07', '2023-08-07', undefined]);
  });
});

describe('refusals name the bad value and the way out', () => {
  test.each([
    ['/documents/ffff.json', 404, "'ffff'", '/documents'],
    ['/entries/0.json', 404, "'0'", '/entries'],
    ['/parties/Atlantis.json', 404, "'Atlantis'", 'did you mean'],
    ['/entries.json?party=Atlantis', 400, "'Atlantis'", 'did you mean'],
    ['/entries.json?kind=evnt', 400, 'kind=evnt', 'event, tie'],
    ['/entries.json?modality=sure', 400, 'modality=sure', 'asserted'],
    ['/entries.json?from=2021-13', 400, 'from=2021-13', '2021-11'],
    ['/entries.json?from=2022&to=2021', 400, 'to=2021-12-31', 'exchange'],
    ['/documents.json?page=0', 400, 'page=0', 'from 1'],
    ['/documents.json?order=best', 400, 'order=best', 'newest'],
    ['/explain.json', 400, 'no sentence', '?sentence='],
    ['/nowhere.json', 404, '/nowhere.json', '/documents'],
  ])('%s', async (address, status, message, remedy) => {
    const refused = await refusal(address);
    expect(refused.status).toBe(status);
    expect(refused.message).toContain(message);
    expect(refused.remedy).toContain(remedy);
  });

  test('nothing can be changed', async () => {
    const response = await app.request('/entries.json', { method: 'POST' });
    expect(response.status).toBe(404);
    expect(schemas.ErrorAnswer.parse(await response.json()).error.remedy).toContain('GET');
  });

  test('a ledger that is not there yet', async () => {
    const ledger = sharedReader(join(folder, 'none.duckdb'));
    const none = createApp({ file: ledger.file, withLedger: (work) => work(ledger) });
    const response = await none.request('/documents.json');
    const { error } = schemas.ErrorAnswer.parse(await response.json());
    expect([response.status, error.remedy]).toEqual([404, expect.stringContaining('entente read')]);
  });

  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4173', '192.168.0.4:4173'])(
    'a Host of %s is not answered',
    async (host) => {
      expect((await refusal('/about.json', { host })).status).toBe(403);
      expect((await app.request('/documents', { headers: { host } })).status).toBe(403);
    },
  );

  test.each(['localhost', '127.0.0.1:4173', '[::1]:4180'])('a Host of %s is answered', async (host) => {
    expect((await app.request('/about.json', { headers: { host } })).status).toBe(200);
  });
});

describe('headers', () => {
  test.each(['/about.json', '/documents', '/nowhere.json'])(
    '%s allows nothing from elsewhere',
    async (address) => {
      const { headers } = await app.request(address);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('the language model', () => {
  const MODEL = '/models/english.bin';

  test('comes as it lies on the disk, with its length, and is not packed twice', async () => {
    const response = await app.request(MODEL, { headers: { 'Accept-Encoding': 'gzip' } });
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(Number(response.headers.get('content-length'))).toBe(body.length);
    expect(body.equals(readFileSync(new URL('../../models/english.bin', import.meta.url)))).toBe(true);
    expect(gunzipSync(body).subarray(0, 16).toString()).toBe('entente-language');
  });

  test('is kept by the browser, which asks whether it is still the same', async () => {
    const { headers } = await app.request(MODEL);
    const tag = headers.get('etag') ?? '';
    expect(headers.get('cache-control')).toContain('no-cache');
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await app.request(MODEL, { headers: { 'If-None-Match': held } });
      expect([held, again.status, (await again.arrayBuffer()).byteLength]).toEqual([held, 304, 0]);
    }
    const other = await app.request(MODEL, { method: 'HEAD', headers: { 'If-None-Match': '"other"' } });
    expect([other.status, await other.text()]).toEqual([200, '']);
  });

  test('that is not there is told of', async () => {
    const ledger = sharedReader(file);
    const none = createApp({ file, withLedger: (work) => work(ledger) }, { models: join(folder, 'none') });
    const response = await none.request(MODEL);
    const { error } = schemas.ErrorAnswer.parse(await response.json());
    expect(response.status).toBe(404);
    expect(error.message).toContain('none/english.bin');
    expect(error.remedy).toContain('npm run train');
  });

  test('may run in the page: WebAssembly and workers of our own, nothing else', async () => {
    const policy = (await app.request('/try')).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).not.toMatch(/'unsafe-(eval|inline)'/);
  });
});
