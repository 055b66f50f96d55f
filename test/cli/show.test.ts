import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const ledger = path.join(folder, 'ladder.duckdb');
const show = (...words: string[]) => entente('show', ...words, '--ledger', ledger);

beforeAll(async () => {
  const texts = path.join(folder, 'texts');
  mkdirSync(texts);
  const write = (name: string, date: string, text: string) =>
    writeFileSync(path.join(texts, name), `---\ntitle: ${name}\ndate: ${date}\n---\n\n${text}\n`);
  write('founding.md', '2003-10-09', 'China and ASEAN established a strategic partnership in October 2003.');
  write('slip.md', '2012-05-01', 'China and ASEAN established a strategic partnership in 2001.');
  write(
    'raised.md',
    '2021-11-23',
    'China and ASEAN raised their relations to a comprehensive strategic partnership on Monday.',
  );
  write(
    'odd.md',
    '2019-02-02',
    'Chile and Norway established a strategic cooperative development partnership in 2018.',
  );
  await entente('read', texts, '--workers', '0', '--ledger', ledger);
});

describe('show of a pair', () => {
  it('tells the ladder with sentences, rows of the register, and contradictions', async () => {
    const { out, status } = await show('CHN', 'ASEAN');
    expect(status).toBe(0);
    expect(out).toMatch(/\npartnership: in force, comprehensive strategic partnership, since /);
    expect(out).toMatch(
      /\n2003-10\t\S+[^\t]*\tstrategic partnership\tauthor\tfounding\.md, 2003-10-09\tChina and ASEAN/,
    );
    expect(out).toMatch(
      /\n2003-10-08\traised\tstrategic partnership for peace and prosperity\tregister\tJoint declaration/,
    );
    expect(out).toMatch(/\n2021-11-22\traised\tcomprehensive strategic partnership\tregister\t/);
    expect(out).toMatch(
      /\nContradictions \(2\)\n.*\n.*\tsince\t2003-10-08 \(register: .*\t2001 \(author in slip\.md/,
    );
  });

  it('as of a day, and as known', async () => {
    const before = (await show('CHN', 'ASEAN', '--at', '2010')).out;
    expect(before).toContain('as it stood on 2010-12-31');
    expect(before).toMatch(/\npartnership: in force, strategic partnership, /);
    expect(before).not.toContain('2021-11-22');
    const known = (await show('CHN', 'ASEAN', '--as-known', '2004-06')).out;
    expect(known).toContain('as known from what came out until 2004-06-30');
    expect(known).toContain('founding.md');
    expect(known).not.toMatch(/slip\.md|2021/);
  });

  it('without the register', async () => {
    const { out } = await show('CHN', 'ASEAN', '--no-register');
    expect(out).toContain('founding.md');
    expect(out).not.toMatch(/\tregister\t/);
    expect(out).toMatch(/\traised\tcomprehensive strategic partnership\tauthor\t/);
  });

  it('as JSON, with the sources of each step', async () => {
    const { out } = await show('CHN', 'ASEAN', '--json');
    const { ties, register, entries } = JSON.parse(out);
    expect(register).toBe(true);
    const [partnership] = ties;
    expect(partnership.subject).toMatchObject({ tie: 'partnership', parties: ['ASEAN', 'CHN'] });
    const founded = partnership.steps.find(({ date }: { date: string }) => date === '2003-10-08');
    expect(founded).toMatchObject({
      step: 'raised',
      sources: [{ speaker: 'register', written: 'strategic partnership for peace and prosperity' }],
    });
    expect(entries.tie.total).toBeGreaterThanOrEqual(3);
  });

  it('with rows of the user’s own', async () => {
    const own = path.join(folder, 'own');
    mkdirSync(own);
    writeFileSync(
      path.join(own, 'ties.tsv'),
      'tie\tparties\tgrade\tstep\tdate\tsource\npartnership\tNRU|TUV\tatoll partnership\tin-force\t2020\tAtoll Charter, 2020\n',
    );
    const { out } = await show('Nauru', 'TUV', '--data', own);
    expect(out).toMatch(/\n2020\tin force\tatoll partnership\tregister\tAtoll Charter, 2020\t\n/);
    writeFileSync(
      path.join(own, 'ties.tsv'),
      'tie\tparties\tstep\tdate\tsource\nfriendship\tNRU|TUV\tin-force\t2020\tx\n',
    );
    const wrong = await show('Nauru', 'TUV', '--data', own);
    expect(wrong.status).toBe(3);
    expect(wrong.err).toMatch(/ties\.tsv:2: column 'tie' has 'friendship'/);
  });

  it('of parties that only the register knows', async () => {
    const { out, err } = await show('Japan', 'India', '--limit', '1');
    expect(out).toMatch(
      /Ties \(\d+, the first 1\)\n\npartnership: in force, special strategic and global partnership/,
    );
    expect(err).toContain('the ledger holds no entry with JPN and IND');
  });
});

describe('show of one party', () => {
  it('lists its ties with what tells of them', async () => {
    const { out } = await show('ASEAN', '--limit', '0');
    expect(out).toMatch(
      /\npartnership with CHN\tin force, comprehensive strategic partnership\t\S+\t\ttexts \(3\), register \(3\)\n/,
    );
    expect(out).toMatch(/\nmembership with IDN\tin force\t1967-08-08\t\tregister \(1\)\n/);
  });
});

describe('wrong arguments', () => {
  it.each([
    ['--at', 'tomorrow'],
    ['--as-known', '2020-13'],
  ])('%s %s', async (option, value) => {
    const { status, err, out } = await show('CHN', 'ASEAN', option, value);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`'${value}' (${option}) is not a date`);
  });
});

describe('doctor', () => {
  it('lists grades nobody has seen and contradictions', async () => {
    const { status, out, err } = await entente('doctor', '--ledger', ledger);
    expect(status).toBe(0);
    expect(out).toMatch(
      /Grades that stand on no ladder \(1\).*\n.*\nstrategic cooperative development partnership\t1\t[0-9a-f]{32}\n/,
    );
    expect(out).toMatch(/\nASEAN, CHN\tpartnership\tsince\t/);
    expect(err).toBe('1 finding, 2 contradictions\n');
  });

  it('as JSON, and without the register', async () => {
    const { out } = await entente('doctor', '--ledger', ledger, '--json', '--no-register');
    expect(JSON.parse(out)).toMatchObject({
      ...{ register: false, grades: [{ entries: 1 }], parties: [], verdicts: [] },
      contradictions: [{ about: 'since', subject: { parties: ['ASEAN', 'CHN'] } }],
    });
  });

  it('needs a ledger', async () => {
    expect((await entente('doctor', '--ledger', path.join(folder, 'none.duckdb'))).status).toBe(4);
  });
});
