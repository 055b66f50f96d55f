import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../../test/fixtures/sources/load-bytes.js';
import { expandPaths } from './expand.js';
import { parseSidecar } from './sidecar.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-paths-'));
  mkdirSync(join(folder, 'b/c'), { recursive: true });
  mkdirSync(join(folder, '.git'));
  for (const name of [
    'b/two.md',
    'b/c/three.PDF',
    'a.txt',
    'notes.xyz',
    '.hidden.txt',
    '.git/x.txt',
    'metadata.csv',
    'odd[1].txt',
  ])
    writeFileSync(join(folder, name), 'words');
  symlinkSync('..', join(folder, 'b/up'));
  symlinkSync('nowhere', join(folder, 'b/lost.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const within = (path: string) => path.slice(folder.length + 1);

describe('paths', () => {
  it('walks folders in order of name, passing over what is hidden or not read', async () => {
    const skipped: string[] = [];
    const metadata = parseSidecar('file\na.txt\n', join(folder, 'metadata.csv'));
    const items = await collect(
      expandPaths([folder], {
        metadata,
        onSkip: ({ path, reason }) => skipped.push(`${within(path)}: ${reason.replace(/ \(.*/, '')}`),
      }),
    );
    expect(items.map(({ path, format }) => [within(path), format])).toEqual([
      ['a.txt', 'text'],
      ['b/c/three.PDF', 'pdf'],
      ['b/two.md', 'markdown'],
      ['odd[1].txt', 'text'],
    ]);
    expect(skipped).toEqual([
      '.git: hidden',
      '.hidden.txt: hidden',
      'b/lost.txt: a link to nothing',
      'b/up: a link to a folder that it lies in',
      'metadata.csv: the metadata table',
      'notes.xyz: not a kind of file that is read',
    ]);
  });

  it('gives files as named, whatever their ending, and standard input', async () => {
    const items = await collect(expandPaths([join(folder, 'notes.xyz'), '-', join(folder, 'odd[1].txt')]));
    expect(items).toEqual([
      { path: join(folder, 'notes.xyz'), format: undefined },
      { path: '-' },
      { path: join(folder, 'odd[1].txt'), format: 'text' },
    ]);
  });

  it('takes patterns', async () => {
    const items = await collect(expandPaths([join(folder, '**/*.{md,txt}')]));
    expect(items.map(({ path }) => within(path))).toEqual(['a.txt', 'b/two.md', 'odd[1].txt']);
  });

  it('tells of a path that does not exist before it gives anything, and of near names', async () => {
    const paths = expandPaths([folder, join(folder, 'aa.txt')]);
    await expect(paths.next()).rejects.toMatchObject({
      code: 'input',
      message: `there is no file or folder '${join(folder, 'aa.txt')}'`,
      remedy: expect.stringContaining(`did you mean '${join(folder, 'a.txt')}'`),
    });
  });

  it('tells of a pattern that matches nothing and of no path', async () => {
    await expect(expandPaths([join(folder, '*.docx')]).next()).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('*.docx'),
    });
    await expect(expandPaths([]).next()).rejects.toMatchObject({ code: 'usage' });
  });
});
