import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.js';
import { treeSvg, treesSvg } from './tree-svg.js';
import type { ParsedSentence } from './types.js';

/** A sentence of `form:head:relation`, heads numbered from 1. */
function sentence(...words: readonly string[]): ParsedSentence {
  const parts = words.map((word) => word.split(':'));
  const forms = parts.map(([form = '']) => form);
  return tree(
    forms,
    parts.map(([, head]) => Number(head) - 1),
    parts.map(([, , ...relation]) => relation.join(':')),
  );
}

function tree(
  forms: readonly string[],
  heads: readonly number[],
  deprels: readonly string[],
): ParsedSentence {
  const length = forms.length;
  return {
    start: 0,
    end: length,
    length,
    forms,
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    lemmas: forms.map((form) => form.toLowerCase()),
    upos: forms.map(() => 'X' as const),
    xpos: forms.map(() => 'XX'),
    heads: Int32Array.from(heads),
    deprels,
  };
}

const thanks = sentence('Fiji:2:nsubj', 'thanked:0:root', 'its:4:nmod:poss', 'neighbour:2:obj', '.:2:punct');

/** Texts of the elements with a class, or a class and then a tag. */
const names = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<g class="${kind}".*?</g>`, 'g'))].map(([group]) =>
    [...group.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text),
  );

interface Line {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where the arcs lie. */
const arcLines = (svg: string): Line[] =>
  [...svg.matchAll(/<path d="M([\d.]+) [\d.]+V[\d.]+Q[\d.]+ ([\d.]+) [^V]*V[^"]*" /g)].map(
    ([path, from, y]) => {
      const to = /Q[\d.]+ [\d.]+ ([\d.]+) [\d.]+V[\d.]+" $/.exec(path)?.[1];
      const ends = [Number(from), Number(to)] as const;
      return { left: Math.min(...ends), right: Math.max(...ends), y: Number(y) };
    },
  );

/** Pairs of arcs of one height that have a part in common. */
function overlaps(svg: string): [Line, Line][] {
  const lines = arcLines(svg).sort((a, b) => a.y - b.y || a.left - b.left);
  return lines.flatMap((line, i): [Line, Line][] => {
    const next = lines[i + 1];
    return next && next.y === line.y && next.left < line.right ? [[line, next]] : [];
  });
}

/** Elements that are not closed, or signs that XML does not allow. */
function malformed(svg: string): string[] {
  const open: string[] = [];
  const bad: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-z-A-Z]+="[^"<]*")*)(\/?)>/g,
    (_, closes, name, _attributes, empty) => {
      if (closes && open.pop() !== name) bad.push(`</${name}>`);
      if (!closes && !empty) open.push(name);
      return '';
    },
  );
  if (/[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest.replace(/@media.*?}}/, ''))) bad.push(rest.slice(0, 200));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(svg) || !Buffer.from(svg).toString().includes(svg))
    bad.push('character');
  return [...bad, ...open];
}

describe('treeSvg', () => {
  it('has every word once, in order, with tag and lemma', () => {
    expect(names(treeSvg(thanks), 'word')).toEqual([
      ['Fiji', 'X', 'fiji'],
      ['thanked', 'X', 'thanked'],
      ['its', 'X', 'its'],
      ['neighbour', 'X', 'neighbour'],
      ['.', 'X', '.'],
    ]);
  });

  it('has every relation once and one root', () => {
    const svg = treeSvg(thanks);
    expect(names(svg, 'relation').flat().sort()).toEqual(['nmod:poss', 'nsubj', 'obj', 'punct']);
    expect(names(svg, 'root')).toEqual([['root']]);
    expect(arcLines(svg)).toHaveLength(4);
  });

  it('puts short arcs below those that hold them', () => {
    const [subject, possessive, object, point] = arcLines(treeSvg(thanks));
    expect(subject?.y).toBe(possessive?.y);
    expect(object?.y).toBeLessThan(possessive?.y ?? 0);
    expect(point?.y).toBeLessThan(object?.y ?? 0);
  });

  it('says in words what it shows', () => {
    const svg = treeSvg(thanks);
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*><title>Dependency tree: Fiji thanked its neighbour \.<\/title><desc>/,
    );
    expect(svg).toContain('its: nmod:poss of neighbour; neighbour: obj of thanked');
    expect(treeSvg(thanks, { title: 'Thanks' })).toContain('<title>Thanks</title>');
  });

  it('carries no colour or style of its own unless it stands alone', () => {
    expect(treeSvg(thanks)).not.toMatch(/<style| style=|#[0-9a-f]{3,6}|<script/);
    expect(treeSvg(thanks, { standalone: true })).toContain('prefers-color-scheme:dark');
  });

  it('draws one word, and none', () => {
    const svg = treeSvg(sentence('Go:0:root'));
    expect([names(svg, 'word').length, names(svg, 'root').length, arcLines(svg).length]).toEqual([1, 1, 0]);
    expect(malformed(treeSvg(sentence()))).toEqual([]);
  });

  it.each([
    [
      'markup',
      '</text><script>f("1")</script>',
      '&lt;/text&gt;&lt;script&gt;f(&quot;1&quot;)&lt;/script&gt;',
    ],
    ['quotes', `"'&amp;`, '&quot;&#39;&amp;amp;'],
    ['characters that XML has none of', 'a\0b\ud800c\uffff', 'a\ufffdb\ufffdc\ufffd'],
    ['right to left', 'שלום', 'שלום'],
    ['joined emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['a long word', '😀'.repeat(80), `${'😀'.repeat(35)}…`],
  ])('writes %s safely', (_, form, shown) => {
    const svg = treeSvg(tree([form, form], [-1, 0], ['root', form]), { title: form, standalone: true });
    expect(malformed(svg)).toEqual([]);
    expect(names(svg, 'word')[0]?.[0]).toBe(shown);
  });

  it('keeps arcs of one height apart, and words and names in their room, whatever the tree', () => {
    const trees = fc
      .array(fc.nat(), { minLength: 1, maxLength: 40 })
      .map((picks) => ({
        heads: picks.map((pick, i) => (pick % (i + 1)) - 1),
        turn: (picks[0] ?? 0) % 2 === 1,
      }))
      .map(({ heads, turn }) =>
        turn
          ? heads.map((_, i) => {
              const head = heads[heads.length - 1 - i] ?? -1;
              return head < 0 ? -1 : heads.length - 1 - head;
            })
          : heads,
      );
    fc.assert(
      fc.property(trees, (heads) => {
        const forms = heads.map((_, i) => 'word'.repeat(1 + (i % 3)));
        const svg = treeSvg(
          tree(
            forms,
            heads,
            heads.map((_, i) => (i % 2 ? 'nmod:unmarked' : 'obj')),
          ),
        );
        expect(overlaps(svg)).toEqual([]);
        const middles = [...svg.matchAll(/<g class="word"[\s\S]*?<text x="([\d.]+)"/g)].map(([, x]) =>
          Number(x),
        );
        middles.slice(1).forEach((x, i) => {
          const room = (textWidth(forms[i] ?? '', 15) + textWidth(forms[i + 1] ?? '', 15)) / 2;
          expect(x - (middles[i] ?? 0)).toBeGreaterThan(room);
        });
        const arcs = arcLines(svg);
        expect(arcs).toHaveLength(heads.filter((head) => head >= 0).length);
        for (const { left, right } of arcs) expect(right - left).toBeGreaterThan(textWidth('obj', 10.5));
      }),
    );
  });

  it('leaves out what is no tree: heads beyond the sentence, a word that is its own head', () => {
    const svg = treeSvg(tree(['a', 'b', 'c'], [7, 1, 0], ['dep', 'dep', 'dep']));
    expect(arcLines(svg)).toHaveLength(1);
    expect(names(svg, 'root')).toHaveLength(2);
  });

  it('draws 400 words in a moment, nested as deep as can be', () => {
    const forms = Array.from({ length: 400 }, (_, i) => `w${i}`);
    const flat = tree(
      forms,
      forms.map((_, i) => (i === 0 ? -1 : 0)),
      forms.map(() => 'conj'),
    );
    const began = performance.now();
    const svg = treeSvg(flat);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(names(svg, 'word')).toHaveLength(400);
    expect(arcLines(svg)).toHaveLength(399);
    expect(overlaps(svg)).toEqual([]);
    expect(Number(/height="([\d.]+)"/.exec(svg)?.[1])).toBeLessThan(4000);
  });
});

describe('treesSvg', () => {
  it('sets trees below each other', () => {
    const svg = treesSvg([thanks, sentence('Go:0:root')], { title: 'Two', standalone: true });
    expect(malformed(svg)).toEqual([]);
    expect(names(svg, 'word')).toHaveLength(6);
    expect(svg.match(/ role="img"/g)).toHaveLength(2);
    const [first, second] = [...svg.matchAll(/ y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(
      ([, y, height]) => ({
        y: Number(y),
        height: Number(height),
      }),
    );
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
  });
});

describe('textWidth', () => {
  it('grows with the letters, and marks and joined signs add nothing', () => {
    expect(textWidth('mill', 10)).toBeLessThan(textWidth('Wham', 10));
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('👩‍👩‍👧', 10)).toBe(textWidth('👩', 10));
    expect(textWidth('東京', 10)).toBeGreaterThan(textWidth('to', 10));
    expect(textWidth('', 10)).toBe(0);
  });
});
