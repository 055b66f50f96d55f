import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const file = (name: string) => path.join(folder, name);
const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const THANKS = 'Norway thanked Fiji for its help.';
const SHELLS = 'The army of Chad shelled villages in Libya.';
const CONLLU = [
  '# text = Norway thanked Fiji.',
  '1\tNorway\tNorway\tPROPN\tNNP\t_\t2\tnsubj\t_\t_',
  '2\tthanked\tthank\tVERB\tVBD\t_\t0\troot\t_\t_',
  '3\tFiji\tFiji\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No',
  '4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_',
  '',
  '',
].join('\n');

const FILES: Readonly<Record<string, string>> = {
  'relation.jsonl': lines(
    { text: THANKS, source: [[0, 6]], recipient: [[15, 19]], type: 'SUPPORT', quad: 1 },
    { text: SHELLS, source: [[4, 16]], recipient: [], type: 'ASSAULT', quad: 4 },
  ),
  'spans.jsonl': lines({
    text: THANKS,
    spans: [
      { role: 'S', start: 0, end: 6 },
      { role: 'T', start: 15, end: 19 },
    ],
    quad: 1,
  }),
  'events.jsonl': lines({
    text: THANKS,
    type: 'SUPPORT',
    source: [{ text: 'Norway', code: 'NOR' }],
    recipient: [{ text: 'Fiji', code: 'FJI' }],
  }),
  'actors.jsonl': lines({ text: 'the Norwegian foreign minister', country: 'NOR', date: '2010-05-01' }),
  'syntax.conllu': CONLLU,
  'note.jsonl': lines(
    { kind: 'document', published: '2020-05-04' },
    { kind: 'event', quote: 'Norway thanked Fiji', type: 'SUPPORT', source: ['NOR'], recipient: ['FJI'] },
    { kind: ['claim', 'commitment'], quote: 'the moon is blue' },
  ),
  'texts/note.txt': `OSLO, May 4, 2020 — ${THANKS}\n`,
  'texts/undated.txt': `${THANKS}\n`,
  'outside.jsonl': lines({ text: 'Peru.', source: [[0, 9]], recipient: [], type: 'AID', quad: 2 }),
  'turned.jsonl': lines({ text: 'Peru.', spans: [{ role: 'S', start: 3, end: 1 }], quad: 2 }),
  'no-json.jsonl': `${lines({ text: 'Peru', country: 'PER' })}Peru\n`,
  'no-field.jsonl': lines({ text: 'Peru thanked Laos.' }),
  'no-kind.jsonl': lines({ kind: 'evnt', quote: 'Norway' }),
  'no-quote.jsonl': lines({ kind: 'event' }),
  'no-rows.jsonl': '\n\n',
  'two-columns.conllu': '1\tPeru\n',
  'no-lemmas.conllu': CONLLU.replace(/^(\d+\t\S+)\t\S+/gm, '$1\t_'),
};

beforeAll(() => {
  mkdirSync(file('texts'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(file(name), content);
  for (const name of ['no-kind', 'no-quote']) writeFileSync(file(`texts/${name}.txt`), THANKS);
  writeFileSync(file('syntax.conllu.gz'), gzipSync(CONLLU));
  writeFileSync(file('latin1.jsonl'), Buffer.from('{"text":"caf\xe9"}', 'latin1'));
});

const evaluate = (...words: string[]) => entente('evaluate', ...words);

describe('each task prints its figures by their names', () => {
  it.each<[string, string[], number, string[]]>([
    [
      'relation',
      ['relation.jsonl'],
      2,
      [
        ...['rootMacroF1', 'quadMacroF1', 'binaryMacroF1', 'rootInterval', 'quadInterval', 'binaryInterval'],
        ...['sentencesPerSecond', 'byType'],
      ],
    ],
    [
      'spans',
      ['spans.jsonl'],
      1,
      ['sourceOverlapF1', 'recipientOverlapF1', 'sourceExactF1', 'recipientExactF1', 'quadMacroF1'],
    ],
    ['events', ['events.jsonl', 'events.jsonl'], 2, ['typeF1', 'eventF1', 'silentShare']],
    ['actors', ['actors.jsonl'], 1, ['countryAccuracy', 'sectorAccuracy']],
    [
      'syntax',
      ['syntax.conllu', 'syntax.conllu.gz'],
      2,
      [
        ...['upos', 'lemma', 'uas', 'las', 'rawSentencesF1', 'rawWordsF1', 'rawUposF1', 'rawLasF1'],
        'tokensPerSecond',
      ],
    ],
    ['record', ['note.jsonl', '--documents', 'texts'], 3, ['foundShare', 'precision', 'byKind', 'missed']],
  ])('%s', async (task, words, rows, names) => {
    const { status, out, err } = await evaluate(
      task,
      ...words.map((w) => (w.startsWith('-') ? w : file(w))),
      '--json',
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const evaluation = JSON.parse(out);
    expect(Object.keys(evaluation)).toEqual(['task', 'rows', 'seconds', 'figures']);
    expect(evaluation).toMatchObject({ task, rows, seconds: expect.any(Number) });
    expect(Object.keys(evaluation.figures)).toEqual(names);
  });

  it('and null where the file has no gold', async () => {
    const actors = JSON.parse((await evaluate('actors', file('actors.jsonl'), '--json')).out);
    expect(actors.figures).toEqual({ countryAccuracy: 100, sectorAccuracy: null });
    const syntax = JSON.parse((await evaluate('syntax', file('no-lemmas.conllu'), '--json')).out);
    expect(syntax.figures).toMatchObject({ upos: 100, lemma: null });
  });

  it('for people, too', async () => {
    const { out } = await evaluate('record', file('note.jsonl'), '--documents', file('texts'));
    expect(out).toMatch(/^record: 3 rows in \S+ s\n {2}foundShare: 66\.67\n {2}precision: 100\n/);
    expect(out).toMatch(/the quote does not stand in the text/);
  });
});

describe('bad input is named with file and line', () => {
  it.each<[string, string, number, RegExp]>([
    [
      'relation',
      'outside.jsonl',
      3,
      /outside\.jsonl:1: span \[0, 9\) lies outside its text of 5 code points/,
    ],
    ['spans', 'turned.jsonl', 3, /turned\.jsonl:1: span \[3, 1\)/],
    ['actors', 'no-json.jsonl', 3, /no-json\.jsonl:2: not JSON: 'Peru'\n {2}give one JSON object a line/],
    [
      'events',
      'no-field.jsonl',
      3,
      /no-field\.jsonl:1: type: .*expected string.*\n {2}see docs\/evaluate\.md/,
    ],
    ['spans', 'no-rows.jsonl', 3, /no-rows\.jsonl holds no rows/],
    ['spans', 'latin1.jsonl', 3, /cannot read '.*latin1\.jsonl': it is not UTF-8 text/],
    [
      'syntax',
      'two-columns.conllu',
      3,
      /two-columns\.conllu: CoNLL-U line 1 has 2 columns.*\n {2}give a file/,
    ],
    ['syntax', 'no-rows.jsonl', 3, /no-rows\.jsonl holds no sentences/],
    ['record', 'note.jsonl', 2, /the record task needs the texts\n {2}give their folder with --documents/],
    [
      'record',
      'spans.jsonl --documents texts',
      3,
      /no text for 'spans\.jsonl' in '.*texts'\n {2}.*spans\.txt/,
    ],
    ['record', 'note.jsonl --documents nowhere', 3, /there is no folder '.*nowhere' \(--documents\)/],
    [
      'record',
      'no-kind.jsonl --documents texts',
      3,
      /no-kind\.jsonl:1: kind: one or several of document, event/,
    ],
    ['record', 'no-quote.jsonl --documents texts', 3, /no-quote\.jsonl:1: quote:/],
  ])('%s %s', async (task, words, status, message) => {
    const ran = await evaluate(task, ...words.split(' ').map((w) => (w.startsWith('-') ? w : file(w))));
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('of several files, the one that is wrong', async () => {
    const { err } = await evaluate('relation', file('relation.jsonl'), file('outside.jsonl'));
    expect(err).toMatch(/^error: outside\.jsonl:1: /);
  });
});
