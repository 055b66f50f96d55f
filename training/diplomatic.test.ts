import { describe, expect, it } from 'vitest';
import { diplomaticSentences } from './diplomatic.js';
import { transitiveVerbs } from './diplomatic-acts.js';
import { plural, verbForms } from './diplomatic-inflect.js';
import { type Phrase, phrase, word } from './phrases.js';

const sentences = diplomaticSentences(3000, 11);

/** Universal and Penn tags that go together in the treebanks. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  ADJ: ['JJ', 'JJR', 'JJS', 'NNP'],
  ADP: ['IN', 'RP'],
  ADV: ['RB'],
  AUX: ['MD', 'VB', 'VBD', 'VBN', 'VBP', 'VBZ', 'VBG'],
  CCONJ: ['CC'],
  DET: ['DT'],
  NOUN: ['NN', 'NNS'],
  NUM: ['CD'],
  PART: ['POS', 'RB', 'TO'],
  PRON: ['PRP', 'PRP$', 'WDT', 'WP'],
  PROPN: ['NNP', 'NNPS'],
  PUNCT: ['.', ',', ':', 'HYPH', '``', "''"],
  SCONJ: ['IN'],
  SYM: ['$'],
  VERB: ['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'],
};
const RELATIONS =
  `acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj det fixed
  flat iobj mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:pass nummod obj obl obl:agent obl:unmarked punct root
  xcomp`.split(/\s+/);

describe('the sentences', () => {
  it('are the same for the same seed', () => {
    expect(diplomaticSentences(200, 3)).toEqual(diplomaticSentences(200, 3));
    expect(diplomaticSentences(200, 3)).not.toEqual(diplomaticSentences(200, 4));
  });

  it('are projective trees of one root', () => {
    for (const { heads, deprels, text } of sentences.slice(0, 500)) {
      const roots = [...heads.keys()].filter((i) => heads[i] === -1);
      expect(roots, text).toHaveLength(1);
      expect(deprels[roots[0] ?? 0]).toBe('root');
      heads.forEach((head, i) => {
        if (head < 0) return;
        for (let k = Math.min(head, i) + 1; k < Math.max(head, i); k++) {
          let at = k;
          for (let steps = 0; at >= 0 && at !== head && at !== i; steps++) {
            expect(steps, text).toBeLessThan(heads.length);
            at = heads[at] ?? -1;
          }
          expect([head, i], text).toContain(at);
        }
      });
    }
  });

  it('have tags and relations of the treebanks only', () => {
    for (const { upos, xpos, deprels, text } of sentences.slice(0, 1000)) {
      upos.forEach((tag, i) => {
        expect(TAGS[tag] ?? [], text).toContain(xpos[i]);
      });
      for (const relation of deprels) expect(RELATIONS, text).toContain(relation);
    }
  });

  it('differ, with hundreds of verbs', () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThan(2970);
    const verbs = new Set(
      sentences.flatMap(({ lemmas, upos }) => lemmas.filter((_, i) => upos[i] === 'VERB')),
    );
    expect(verbs.size).toBeGreaterThan(700);
  });

  it('mark the subject of a passive, and its agent', () => {
    const passives = sentences.filter(({ deprels }) => deprels.includes('aux:pass'));
    expect(passives.length).toBeGreaterThan(100);
    for (const { deprels, heads, text, xpos } of passives) {
      const verb = heads[deprels.indexOf('aux:pass')] ?? -1;
      expect(xpos[verb], text).toBe('VBN');
      expect(
        [...deprels.keys()].some((i) => heads[i] === verb && deprels[i] === 'nsubj:pass'),
        text,
      ).toBe(true);
    }
  });

  it.each([
    ['donate|supply|deliver|ship|furnish', 'obj'],
    ['accuse', 'obj'],
  ])('%s has its object behind it', (verbs, relation) => {
    const found = sentences.flatMap(({ lemmas, xpos, heads, deprels }) =>
      lemmas.flatMap((one, i) =>
        verbs.split('|').includes(one) && xpos[i] === 'VBD'
          ? [[...deprels.keys()].filter((k) => heads[k] === i).map((k) => deprels[k])]
          : [],
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const relations of found) expect(relations).toContain(relation);
  });
});

describe('the forms', () => {
  it.each([
    ['sign', 'signs', 'signing', 'signed', 'signed'],
    ['ban', 'bans', 'banning', 'banned', 'banned'],
    ['deploy', 'deploys', 'deploying', 'deployed', 'deployed'],
    ['deny', 'denies', 'denying', 'denied', 'denied'],
    ['impose', 'imposes', 'imposing', 'imposed', 'imposed'],
    ['withdraw', 'withdraws', 'withdrawing', 'withdrew', 'withdrawn'],
    ['begin', 'begins', 'beginning', 'began', 'begun'],
    ['visit', 'visits', 'visiting', 'visited', 'visited'],
    ['veto', 'vetoes', 'vetoing', 'vetoed', 'vetoed'],
    ['agree', 'agrees', 'agreeing', 'agreed', 'agreed'],
    ['mimic', 'mimics', 'mimicking', 'mimicked', 'mimicked'],
    ['infringe', 'infringes', 'infringing', 'infringed', 'infringed'],
  ])('%s: %s, %s, %s, %s', (lemma, third, gerund, past, participle) => {
    const { VBZ, VBG, VBD, VBN } = verbForms(lemma);
    expect([VBZ, VBG, VBD, VBN]).toEqual([third, gerund, past, participle]);
  });

  it('of nouns', () => {
    expect(['treaty', 'crisis', 'embargo', 'attack', 'sanction', 'speech'].map(plural)).toEqual([
      'treaties',
      'crises',
      'embargoes',
      'attacks',
      'sanctions',
      'speeches',
    ]);
  });

  it('come from the list of acts', () => {
    const verbs = transitiveVerbs();
    expect(verbs.length).toBeGreaterThan(900);
    expect(verbs.find(({ lemma }) => lemma === 'accelerate')?.nouns).toContain('withdrawal');
  });
});

describe('phrases', () => {
  const tree = ({ words }: Phrase): string =>
    words.map(({ form, head, relation }) => `${form}:${head + 1}:${relation}`).join(' ');

  it('join words in their order', () => {
    const party = phrase(word('Kenya|PROPN|NNP'), [['case', word('to|ADP|IN')]]);
    const clause = phrase(
      word('donated|VERB|VBD|donate'),
      [['nsubj', word('Germany|PROPN|NNP')]],
      [
        ['obj', word('supplies|NOUN|NNS|supply')],
        ['obl', party],
      ],
    );
    expect(tree(clause)).toBe('Germany:2:nsubj donated:0:root supplies:2:obj to:5:case Kenya:2:obl');
  });
});
