import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConllu, writeConllu } from './conllu.js';
import { type Language, loadLanguage, UPOS } from './index.js';

let english: Language;
beforeAll(async () => {
  english = await loadLanguage();
});

const file = `# newdoc id = d1
# sent_id = d1-1
# text = They don't agree (yet).
1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	Mood=Ind	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	agree	agree	VERB	VB	VerbForm=Inf	0	root	_	_
5	(	(	PUNCT	-LRB-	_	6	punct	_	SpaceAfter=No
6	yet	yet	ADV	RB	_	4	advmod	_	SpaceAfter=No
7	)	)	PUNCT	-RRB-	_	6	punct	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = d1-2
# text = Why?
1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_
`;

describe('readConllu', () => {
  it('reads words, trees, multiwords and offsets', () => {
    const [first, second] = readConllu(file);
    expect(first?.forms).toEqual(['They', 'do', "n't", 'agree', '(', 'yet', ')', '.']);
    expect([...(first?.heads ?? [])]).toEqual([3, 3, 3, -1, 5, 3, 5, 3]);
    expect(first?.multiwords).toEqual([{ first: 1, last: 2, form: "don't" }]);
    expect(first?.forms.map((_, i) => first.text.slice(first.starts[i], first.ends[i]))).toEqual(
      first?.forms,
    );
    expect([first?.newParagraph, second?.newParagraph]).toEqual([true, false]);
  });

  it('leaves out empty nodes and reads Windows line ends', () => {
    const text = '1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\r\n1.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\r\n';
    expect(readConllu(text)[0]?.forms).toEqual(['Go']);
  });

  it('names a broken line', () => {
    expect(() => readConllu('# text = x\n1 x\n')).toThrow(
      "CoNLL-U line 2 has 1 columns, ten are needed: '1 x'",
    );
  });
});

describe('writeConllu', () => {
  it('gives back what was read', () => {
    const once = readConllu(file);
    const twice = readConllu(writeConllu(once));
    expect(twice).toEqual(once);
    expect(writeConllu(twice)).toBe(writeConllu(once));
  });

  it('joins clitics of a parsed sentence to multiword tokens', () => {
    const text = "China's envoy can't go.";
    const forms = ['China', "'s", 'envoy', 'ca', "n't", 'go', '.'];
    const starts = Int32Array.from([0, 5, 8, 14, 16, 20, 22]);
    const ends = Int32Array.from([5, 7, 13, 16, 19, 22, 23]);
    const heads = Int32Array.from([2, 0, 5, 5, 5, -1, 5]);
    const same = forms.map(() => 'X' as const);
    const sentence = { start: 0, end: 23, length: 7, forms, starts, ends, heads };
    const written = writeConllu(
      [{ ...sentence, upos: same, xpos: same, lemmas: forms, deprels: same }],
      text,
    );
    expect(written.split('\n').filter((line) => /^\d+-/.test(line))).toEqual([
      `1-2\tChina's\t_\t_\t_\t_\t_\t_\t_\t_`,
      `4-5\tcan't\t_\t_\t_\t_\t_\t_\t_\t_`,
    ]);
    const [again] = readConllu(written);
    expect(again?.text).toBe(text);
    expect([...(again?.starts ?? [])]).toEqual([...starts]);
  });
});

/** What the format asks for (https://universaldependencies.org/format.html); where a text breaks it, with the line. */
function faults(written: string): string[] {
  const found: string[] = [];
  const blocks = written === '' ? [] : written.replace(/\n+$/, '').split('\n\n');
  const ids = new Set<string>();
  for (const block of blocks) {
    const rows = block.split('\n').filter((line) => !line.startsWith('#'));
    const comment = (key: string) => new RegExp(`^# ${key} = (.*)$`, 'm').exec(block)?.[1];
    const fault = (what: string) => found.push(`${what}: ${block.slice(0, 200)}`);
    const id = comment('sent_id');
    if (id === undefined || ids.has(id)) fault('sent_id');
    ids.add(id ?? '');
    let text = '';
    let next = 1;
    let roots = 0;
    let until = 0;
    const heads = [0];
    for (const row of rows) {
      const columns = row.split('\t');
      const [number = '', form = '', , upos = '', , feats = '', head = '', deprel = '', deps, misc] = columns;
      if (columns.length !== 10 || columns.some((column) => column === '' || column !== column.trim()))
        fault(`columns of ${row}`);
      if (!/^(?:_|(?:[A-Z]\w*=\w+\|)*[A-Z]\w*=\w+)$/.test(feats)) fault(`feats of ${row}`);
      const names = feats.split('|').map((pair) => pair.toLowerCase());
      if (names.join() !== [...names].sort().join()) fault(`order of ${feats}`);
      if (deps !== '_' || !/^(?:_|SpaceAfter=No)$/.test(misc ?? '')) fault(`misc of ${row}`);
      const range = /^(\d+)-(\d+)$/.exec(number);
      if (range) {
        if (Number(range[1]) !== next || Number(range[2]) <= next) fault(`range ${number}`);
        until = Number(range[2]);
        if (columns.slice(2, 9).some((column) => column !== '_')) fault(`range ${row}`);
      } else {
        if (Number(number) !== next++) fault(`id ${number}`);
        if (!(UPOS as readonly string[]).includes(upos)) fault(`upos ${upos}`);
        if ((head === '0') !== (deprel === 'root') || head === number) fault(`head of ${row}`);
        if (head === '0') roots++;
        heads.push(Number(head));
        if (!/^[a-z]+(?::[a-z]+)?$/.test(deprel)) fault(`deprel ${deprel}`);
      }
      if (range || Number(number) > until) text += form + (misc === 'SpaceAfter=No' ? '' : ' ');
    }
    if (comment('text') !== text.trimEnd()) fault(`text is not ${text}`);
    if (roots !== 1) fault(`${roots} roots`);
    for (let word = 1; word < heads.length; word++) {
      let at = word;
      for (let steps = 0; at > 0 && steps < heads.length; steps++) at = heads[at] ?? 0;
      if (at !== 0) fault(`loop at ${word}`);
    }
  }
  return found;
}

it('the check of the format finds faults', () => {
  expect(faults(file.replace(' id = d1', '').replace('\tVERB\tVB\t', '\tVERB\t')).length).toBeGreaterThan(0);
  for (const [from, to] of [
    ['\t4\tnsubj', '\t0\tnsubj'],
    ['6\tyet', '7\tyet'],
    ["2-3\tdon't", "2-2\tdon't"],
    ['Case=Nom|Number=Plur', 'Number=Plur|Case=Nom'],
    ['SpaceAfter=No', '_'],
  ] as const)
    expect([from, faults(file.replace(from, to)).length > 0]).toEqual([from, true]);
  expect(faults(file)).toEqual([]);
});

const CORPUS = new URL('../../examples/corpus/', import.meta.url);

describe('what is parsed and written is valid CoNLL-U', () => {
  it.each(
    readdirSync(CORPUS)
      .filter((name) => name.endsWith('.md'))
      .slice(0, 4),
  )('%s', (name) => {
    const text = readFileSync(new URL(name, CORPUS), 'utf8');
    const sentences = english.analyse(text);
    const written = writeConllu(sentences, text);
    expect(faults(written)).toEqual([]);
    const again = readConllu(written);
    expect(again.map(({ forms }) => forms)).toEqual(sentences.map(({ forms }) => forms));
    expect(again.map(({ heads }) => [...heads])).toEqual(sentences.map(({ heads }) => [...heads]));
    expect(writeConllu(again)).toBe(written);
  });

  it('whatever the text is', () => {
    const pieces = [
      "isn't",
      'cannot',
      "states'",
      '’s',
      '"',
      '(',
      '…',
      '👩‍👩‍👧',
      'שלום',
      '\t',
      '\n\n',
      '\u200b',
      '_',
      '0',
      '-',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces, ' ', 'go', 'Fiji', '.')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(faults(writeConllu(english.analyse(text), text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('tells paragraphs, sentences that touch, and features', () => {
    const text = 'She left.\n\n“Come.”They went';
    expect(writeConllu(english.analyse(text), text)).toMatch(
      /^# newpar\n# sent_id = 1\n# text = She left\.\n/,
    );
    const written = readConllu(writeConllu(english.analyse(text), text));
    expect(written.map(({ newParagraph }) => newParagraph)).toEqual([
      true,
      true,
      ...written.slice(2).map(() => false),
    ]);
    expect(
      written
        .map((s) => s.text + (s.spaceAfter ? ' ' : ''))
        .join('')
        .trimEnd(),
    ).toBe(text.replace('\n\n', ' '));
    expect(written[0]?.feats[0]).toBe('Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs');
  });
});
