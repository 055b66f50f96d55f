import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createReader, documentOf } from './index.js';

it('takes a user’s act before ours', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tables-'));
  try {
    const header = ['lemma', 'pos', 'frame', 'act', 'roles', 'mode', 'contexts'].join('\t');
    const row = ['invade', 'verb', '', 'meet', 'subj>obj', '', ''].join('\t');
    writeFileSync(join(folder, 'acts.tsv'), `${header}\n${row}\n`);
    const reader = await createReader({ dataDirs: [folder] });
    const entries = reader.read(documentOf('Peru invaded Chile.', { genre: 'news' }));
    expect(entries.flatMap((e) => (e.kind === 'event' ? [e.type] : []))).toEqual(['CONSULT']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
