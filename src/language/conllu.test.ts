import { describe, expect, it } from 'vitest';
import { readConllu, writeConllu } from './conllu.js';

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
