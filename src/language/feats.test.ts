import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readConllu } from './conllu.js';
import { featsOf } from './feats.js';
import { featuresOf } from './sentence-feats.js';
import type { Upos } from './types.js';

describe('featsOf', () => {
  it.each<[string, string, Upos, string, string]>([
    ['treaties', 'NNS', 'NOUN', 'treaty', 'Number=Plur'],
    ['troops', 'NNS', 'NOUN', 'troops', 'Number=Ptan'],
    ['1990s', 'NNS', 'NOUN', '1990', 'Number=Ptan|NumForm=Combi|NumType=Card'],
    ['Hanoi', 'NNP', 'PROPN', 'Hanoi', 'Number=Sing'],
    ['Oct.', 'NNP', 'PROPN', 'Oct.', 'Abbr=Yes|Number=Sing'],
    ['signs', 'VBZ', 'VERB', 'sign', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
    ['signed', 'VBD', 'VERB', 'sign', 'Mood=Ind|Tense=Past|VerbForm=Fin'],
    ['am', 'VBP', 'AUX', 'be', 'Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin'],
    ['signed', 'VBN', 'VERB', 'sign', 'Tense=Past|VerbForm=Part'],
    ['would', 'MD', 'AUX', 'would', 'VerbForm=Fin'],
    ['better', 'JJR', 'ADJ', 'good', 'Degree=Cmp'],
    ['30th', 'JJ', 'ADJ', '30th', 'Degree=Pos|NumForm=Combi|NumType=Ord'],
    ['most', 'RBS', 'ADV', 'most', 'Degree=Sup'],
    ['twice', 'RB', 'ADV', 'twice', 'NumForm=Word|NumType=Mult'],
    ['3.5', 'CD', 'NUM', '3.5', 'NumForm=Digit|NumType=Frac'],
    ['II', 'CD', 'NUM', 'II', 'NumForm=Roman|NumType=Card'],
    ['bn', 'CD', 'NUM', 'bn', 'Abbr=Yes|NumForm=Word|NumType=Card'],
    ['The', 'DT', 'DET', 'the', 'Definite=Def|PronType=Art'],
    ['these', 'DT', 'DET', 'this', 'Number=Plur|PronType=Dem'],
    ['She', 'PRP', 'PRON', 'she', 'Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs'],
    ['her', 'PRP$', 'PRON', 'her', 'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs'],
    ['nobody', 'NN', 'PRON', 'nobody', 'Number=Sing|PronType=Neg'],
    ["n't", 'RB', 'PART', 'not', 'Polarity=Neg'],
    ['nor', 'CC', 'CCONJ', 'nor', 'Polarity=Neg'],
    ['of', 'IN', 'ADP', 'of', '_'],
    ['', '', 'X', '', '_'],
  ])('%s/%s', (form, xpos, upos, lemma, features) => {
    expect(featsOf(xpos, upos, form, lemma)).toBe(features);
  });
});

/** Features of the words of a sentence given as `form lemma UPOS XPOS head relation`, in brief. */
function features(rows: string): string[] {
  const lines = rows
    .trim()
    .split('\n')
    .map((row, i) => {
      const [form, lemma, upos, xpos, head, relation] = row.trim().split(' ');
      return [i + 1, form, lemma, upos, xpos, '_', head, relation, '_', '_'].join('\t');
    });
  return readConllu(lines.join('\n')).flatMap((sentence) => featuresOf(sentence));
}

describe('featuresOf', () => {
  it('verbs agree with their subjects, through auxiliaries, conjunctions and relative clauses', () => {
    const [, , were, , met, , , who] = features(`
      We we PRON PRP 4 nsubj
      all all DET DT 1 det
      were be AUX VBD 4 aux:pass
      asked ask VERB VBN 0 root
      met meet VERB VBD 4 conj
      the the DET DT 7 det
      envoys envoy NOUN NNS 5 obj
      who who PRON WP 9 nsubj
      left leave VERB VBD 7 acl:relcl`);
    expect(were).toBe('Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin');
    expect(met).toBe('Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin');
    expect(who).toBe('PronType=Rel');
  });

  it('passive participles have a passive subject or auxiliary, or no auxiliary', () => {
    const rows = (auxiliary: string) => `
      It it PRON PRP 3 ${auxiliary === 'aux' ? 'nsubj' : 'nsubj:pass'}
      had have AUX VBD 3 ${auxiliary}
      signed sign VERB VBN 0 root`;
    expect(features(rows('aux'))[2]).toBe('Tense=Past|VerbForm=Part');
    expect(features(rows('aux:pass'))[2]).toBe('Tense=Past|VerbForm=Part|Voice=Pass');
  });

  it('bare base forms order, those after "to" and "may" do not, those after "demands that" wish', () => {
    const [stop, , , help] = features(`
      Stop stop VERB VB 0 root
      and and CCONJ CC 4 cc
      please please INTJ UH 4 discourse
      help help VERB VB 1 conj
      it it PRON PRP 4 obj`);
    expect([stop, help]).toEqual(['Mood=Imp|VerbForm=Fin', 'Mood=Imp|VerbForm=Fin']);
    const [, , , , leave, , stay] = features(`
      They they PRON PRP 2 nsubj
      demand demand VERB VBP 0 root
      that that SCONJ IN 5 mark
      she she PRON PRP 5 nsubj
      leave leave VERB VB 2 ccomp
      to to PART TO 7 mark
      stay stay VERB VB 5 xcomp`);
    expect([leave, stay]).toEqual(['Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin', 'VerbForm=Inf']);
  });

  it('"it" and "you" are accusative as objects', () => {
    const [it, , you] = features(`
      It it PRON PRP 2 nsubj
      helps help VERB VBZ 0 root
      you you PRON PRP 2 obj`);
    expect(it).toMatch(/^Case=Nom/);
    expect(you).toBe('Case=Acc|Person=2|PronType=Prs');
  });
});

const TREEBANK = new URL('../../../shared/treebanks/en_ewt-ud-dev.conllu.gz', import.meta.url);

describe('features of the treebank from its tags and trees', () => {
  it.skipIf(!existsSync(TREEBANK))('agree in 98 of 100 words (skipped without ../shared/treebanks)', () => {
    const gold = readConllu(gunzipSync(readFileSync(TREEBANK)).toString());
    let words = 0;
    let alone = 0;
    let inTree = 0;
    for (const sentence of gold) {
      featuresOf(sentence).forEach((found, i) => {
        words++;
        const { upos, xpos, forms, lemmas, feats } = sentence;
        if (found === feats[i]) inTree++;
        if (featsOf(xpos[i] ?? '', upos[i] ?? 'X', forms[i] ?? '', lemmas[i] ?? '') === feats[i]) alone++;
      });
    }
    expect(alone / words).toBeGreaterThan(0.9);
    expect(inTree / words).toBeGreaterThan(0.98);
  });
});
