import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const ledger = path.join(folder, 'boats.duckdb');
const on = (...words: string[]) => entente(...words, '--ledger', ledger);
const json = async (...words: string[]) => JSON.parse((await on(...words, '--json')).out);

let commitment = '';
let evidence = '';

beforeAll(async () => {
  const texts = path.join(folder, 'texts');
  mkdirSync(texts);
  const write = (name: string, date: string, text: string) =>
    writeFileSync(path.join(texts, name), `---\ndate: ${date}\n---\n\n${text}\n`);
  write('promise.md', '2019-05-03', 'Norway promised to send two patrol boats to Fiji by 2021.');
  write('deed.md', '2020-02-01', 'Norway delivered two patrol boats to Fiji.');
  write('later.md', '2022-06-01', 'Chile accused Peru of closing the border.');
  await on('read', texts, '--workers', '0');
  const { rows } = await json('commitments');
  commitment = rows[0].id;
  evidence = rows[0].followThrough.evidence[0].id;
});

describe('commitments', () => {
  it('are listed with status, window and evidence', async () => {
    const { total, rows } = await json('commitments');
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      due: '2021',
      passages: [{ exact: expect.stringContaining('patrol boats') }],
      followThrough: {
        status: 'lapsed',
        window: { first: '2019-05-03', last: '2021-12-31' },
        evidence: [{ bearing: 'fulfils', standing: 'proposed' }],
      },
    });
    const { out } = await on('commitments');
    expect(out).toMatch(/^id\tmade\tdue\tstatus\tscore\tevidence\twho\twhat\n/);
    expect(out).toContain('2019-05-03\t2021\tlapsed\t\t1 proposed\tNOR\tsend two patrol boats');
  });

  it.each([
    [['--party', 'Fiji'], 1],
    [['--party', 'Chile'], 0],
    [['--due', '2021-06'], 1],
    [['--due', '2022/2030'], 0],
    [['--status', 'lapsed'], 1],
    [['--status', 'Open'], 0],
    [['--status', 'open', '--at', '2021'], 1],
    [['--status', 'kept', '--with-proposed'], 1],
  ])('fit %j: %i', async (words, total) => {
    expect((await json('commitments', ...words)).total).toBe(total);
  });

  it('are shown one by one, with the guideline and every reason', async () => {
    const { out, err } = await on('commitments', commitment.slice(0, 8));
    expect(out).toContain('guideline: NOR: “send two patrol boats to Fiji');
    expect(out).toContain('NOR does it; shares the words patrol, boats with the promise');
    expect(err).toBe('1 piece of evidence, 0 assessments\n');
  });

  it.each([
    [['--due', 'soon'], 2, '--due'],
    [['--status', 'done'], 2, 'one of: open, kept'],
    [['--months', '-1'], 2, '--months'],
    [['--at', 'yesterday'], 2, '--at'],
    [['ffffffff'], 4, 'no commitment'],
  ])('%j is refused', async (words, status, message) => {
    const ran = await on('commitments', ...words);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(message);
  });

  it('of one id take no filter', async () => {
    expect((await on('commitments', commitment, '--party', 'FJI')).status).toBe(2);
  });
});

describe('assess', () => {
  it('confirms evidence, which then scores', async () => {
    const { status, err } = await on('assess', commitment, '--confirm', evidence, '--by', 'R. Lee');
    expect({ status, err }).toEqual({
      status: 0,
      err: `recorded: ${commitment.slice(0, 8)} kept, score 1, by R. Lee\n`,
    });
    expect((await json('commitments', commitment)).followThrough).toMatchObject({ status: 'kept', score: 1 });
  });

  it('takes another opinion beside it', async () => {
    const said = await json(
      'assess',
      commitment,
      '--score',
      '-1',
      '--guideline',
      'One came.',
      '--by',
      'S. Roy',
    );
    expect(said).toMatchObject({ status: 'broken', score: -1, guideline: 'One came.', by: 'S. Roy' });
    expect((await json('commitments', commitment)).followThrough.assessments).toHaveLength(2);
  });

  it.each([
    [['--score', '2', '--by', 'R. Lee'], 2, '--score'],
    [['--status', 'kept', '--by', ''], 2, '--by'],
    [['--status', 'maybe', '--by', 'R. Lee'], 2, 'one of: open'],
    [['--window', 'always', '--by', 'R. Lee'], 2, '--window'],
    [['--by', 'R. Lee'], 2, 'nothing is said'],
    [['--confirm', 'ffffffff', '--by', 'R. Lee'], 4, 'not in the ledger'],
  ])('%j is refused', async (words, status, message) => {
    const ran = await on('assess', commitment, ...words);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(message);
  });

  it('makes no ledger of a wrong path', async () => {
    const wrong = path.join(folder, 'wrong.duckdb');
    const ran = await entente('assess', commitment, '--status', 'kept', '--by', 'R. Lee', '--ledger', wrong);
    expect(ran.status).toBe(4);
    expect(existsSync(wrong)).toBe(false);
  });
});
