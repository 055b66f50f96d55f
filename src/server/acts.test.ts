import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { sampleAccess } from '../../test/browser/sample-ledger.js';
import { SAMPLES } from '../../test/browser/samples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { loadGazetteer } from '../gazetteer/index.js';
import { createApp } from './index.js';
import * as schemas from './schemas.js';

const gazetteer = loadGazetteer();
const file = join(temporaryFolder(), 'samples.duckdb');
const app = createApp(await sampleAccess(file, SAMPLES, gazetteer), { gazetteer });

async function answer<T>(schema: z.ZodType<T>, address: string): Promise<T> {
  const response = await app.request(address);
  expect([response.status, address]).toEqual([200, address]);
  return schema.parse(await response.json());
}

async function refusal(address: string) {
  const response = await app.request(address);
  const { error } = schemas.ErrorAnswer.parse(await response.json());
  return { status: response.status, ...error };
}

describe('acts and counts', () => {
  test('/acts.json lists acts with their reports, and pages', async () => {
    const acts = await answer(schemas.ActsAnswer, '/acts.json?party=china&party=PHL');
    expect(acts.total).toBe(acts.rows.length);
    expect(acts.total).toBeGreaterThan(0);
    for (const { source, recipient, reports } of acts.rows) {
      expect([...source, ...recipient]).toEqual(expect.arrayContaining(['CHN', 'PHL']));
      expect(reports.length).toBeGreaterThan(0);
    }
    expect(acts.parties.CHN?.name).toBe('China');
    const none = await answer(schemas.ActsAnswer, '/acts.json?party=china&party=PHL&page=9');
    expect(none).toMatchObject({ total: acts.total, rows: [] });
  });

  test('/counts.json counts by what is asked for', async () => {
    const counts = await answer(schemas.CountsAnswer, '/counts.json?by=dyad,year&party=CHN&modality=any');
    expect(counts.by).toEqual(['dyad', 'year']);
    expect(counts.rows.length).toBeGreaterThan(0);
    for (const { party, other } of counts.rows) expect([party, other]).toContain('CHN');
    const all = await answer(schemas.CountsAnswer, '/counts.json?by=type&from=2021');
    expect(all.totals[0]?.events).toBe(all.rows.reduce((n, r) => n + (r.dated === 'yes' ? r.events : 0), 0));
  });

  test.each([
    ['/counts.json?by=moth', 'by=moth is unknown'],
    ['/counts.json?by=year,year', "'year' is given twice"],
    ['/acts.json?type=HUG', 'type=HUG is unknown'],
    ['/acts.json?party=Chna', "no party is called 'Chna'"],
  ])('%s is refused', async (address, message) => {
    expect(await refusal(address)).toMatchObject({ status: 400, message });
  });
});
