import { describe, expect, it } from 'vitest';
import { alignWords, span } from './align.js';
import { readConllu } from './conllu.js';
import type { Language } from './language.js';
import { scoreSyntax } from './score.js';
import { segment } from './segment.js';
import type { ParsedSentence, Sentence } from './types.js';

const gold = `# newpar
# text = We don't agree.
1	We	we	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	agree	agree	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Why not?
1	Why	why	ADV	WRB	_	2	advmod:x	_	_
2	not	not	PART	RB	_	0	root	_	SpaceAfter=No
3	?	?	PUNCT	.	_	2	punct	_	_
`;

/** Knows the gold file by heart, but for what `spoil` changes. */
function oracle(
  spoil: (sentence: ParsedSentence) => ParsedSentence = (sentence) => sentence,
): Pick<Language, 'parse' | 'analyse'> {
  const known = new Map(readConllu(gold).map((sentence) => [sentence.forms.join(' '), sentence]));
  const parse = (sentence: Sentence): ParsedSentence => {
    const found = known.get(sentence.forms.join(' '));
    if (!found) throw new Error(`unknown sentence: ${sentence.forms.join(' ')}`);
    const { upos, xpos, lemmas, heads, deprels } = found;
    return spoil({ ...sentence, upos, xpos, lemmas, heads, deprels });
  };
  return { parse, analyse: (text) => segment(text).map(parse) };
}

describe('scoreSyntax', () => {
  it('gives 100 to the gold analysis, multiwords included', () => {
    const { tokensPerSecond, ...shares } = scoreSyntax(gold, oracle());
    expect(shares).toEqual({
      upos: 100,
      lemma: 100,
      uas: 100,
      las: 100,
      rawSentencesF1: 100,
      rawWordsF1: 100,
      rawUposF1: 100,
      rawLasF1: 100,
    });
    expect(tokensPerSecond).toBeGreaterThan(0);
  });

  it('counts each kind of error once and leaves subtypes out', () => {
    const wrong = oracle((sentence) => ({
      ...sentence,
      lemmas: sentence.lemmas.map((lemma) => (lemma === 'agree' ? 'agreed' : lemma)),
      upos: sentence.upos.map((upos) => (upos === 'PRON' ? 'NOUN' : upos)),
      heads: sentence.heads.map((head, i) => (sentence.forms[i] === 'do' ? 0 : head)),
      deprels: sentence.deprels.map((relation) =>
        relation === 'nsubj' ? 'obj' : relation === 'advmod:x' ? 'advmod:y' : relation,
      ),
    }));
    const figures = scoreSyntax(gold, wrong);
    const eighth = 100 / 8;
    expect(figures).toMatchObject({
      upos: 100 - eighth,
      lemma: 100 - eighth,
      uas: 100 - eighth,
      las: 100 - 2 * eighth,
    });
    expect(figures).toMatchObject({ rawUposF1: 100 - eighth, rawLasF1: 100 - 2 * eighth, rawWordsF1: 100 });
  });
});

describe('alignWords', () => {
  it('aligns by spans, and inside multiwords by forms', () => {
    const [first] = readConllu(gold);
    if (!first) throw new Error('the gold file is empty');
    const whole = { ...first, forms: ['We', "don't", 'agree', '.'], length: 4, multiwords: [] };
    const starts = Int32Array.from([0, 3, 9, 14]);
    const ends = Int32Array.from([2, 8, 14, 15]);
    const ours = span(first.text, [first]);
    const theirs = span(first.text, [{ ...whole, starts, ends }]);
    expect([...alignWords(ours.words, theirs.words)]).toEqual([0, -1, -1, 2, 3]);
    expect([...alignWords(ours.words, ours.words)]).toEqual([0, 1, 2, 3, 4]);
  });
});
