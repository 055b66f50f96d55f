import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceCodePoints } from '../../record/index.js';
import { boilerplateSpans } from './boilerplate.js';
import { parseCues } from './cues.js';

const P = (n: number) =>
  `Paragraph ${n} tells at some length how the two harbour cities came to share a ferry, who paid for it, and what each of their governments expects to gain from it in the years to come.`;

function passedOver(text: string, title?: string): string[] {
  return boilerplateSpans(text, { title }).map(({ start, end }) => sliceCodePoints(text, start, end));
}

describe('boilerplate', () => {
  it.each([
    'Share this article',
    'Facebook Twitter LinkedIn',
    'Adjust font size: + -',
    'Read also: Ferry workers worry',
    'READ MORE: Ferry workers worry',
    'We use cookies to make your visit better.',
    '12 comments',
    '3 min read',
    'The new ferry at dusk. (Photo: Gazette)',
    'Ministers on deck. Photo by Mira Castellan/Harbour News file photo',
    'Ministers shake hands on deck, May 5. REUTERS/Mira Castellan',
    'Advertisement',
    '© 2020 The Harbour Gazette. All rights reserved.',
    'Sign up for our newsletter',
    '> Next',
    'Home > World > Asia',
    'Page 3 of 5',
  ])('passes over the line: %s', (line) => {
    expect(passedOver(`${P(1)}\n${line}\n${P(2)}`)).toEqual([line]);
  });

  it.each([
    'Shares in ferry owners fell by a third.',
    'Share prices fell.',
    'The ministers also read the report.',
    'Printing the treaty took a week.',
    'A Reuters/Ipsos poll found that most people want the ferry.',
    'We agreed to follow up.',
    'Next, the two sides will sign.',
    'Topics of trade were raised.',
    'Homes were lost in the storm.',
    'Search and rescue teams of both sides took part.',
  ])('reads the line: %s', (line) => {
    expect(passedOver(`${P(1)}\n${line}\n${P(2)}`)).toEqual([]);
  });

  it('passes over lists of other stories', () => {
    const list =
      'Related stories\nFog closes the northern airport for a day\nCouncil votes on the fish market';
    expect(passedOver(`${P(1)}\n\n${list}\n\n${P(2)}`)).toEqual([list]);
    const bare =
      'Fog closes the northern airport for a day\n\nCouncil votes on the old fish market\n\nThree held over theft of copper wire';
    expect(passedOver(`${P(1)}\n\n${P(2)}\n\n${P(3)}\n\n${bare}`)).toEqual([bare]);
  });

  it('passes over a repeated title with the caption below it, and pairs of picture and headline with teasers', () => {
    const again = 'A ferry between friends\nAmbassador of Arcadia to Ruritania Li Wei.';
    const pairs =
      'Fog closes the northern airport for a day\n\nFog closes the Northern Airport for a day\n\nNo plane left before noon.\n\nCouncil votes on the old fish market\n\nCouncil votes on the old fish market\n\nThe vote was close, and the market may well ...';
    const text = `A ferry between friends\n\n${P(1)}\n\n${again}\n\n${P(2)}\n\n${P(3)}\n\n${pairs}`;
    expect(passedOver(text, 'A ferry between friends')).toEqual([again, pairs]);
  });

  it('reads headings, lists that a colon opens, and numbered lists', () => {
    const text = [
      P(1),
      'The years before the storm',
      P(2),
      'They agreed on these:',
      'Cheaper tickets for students of both cities',
      'A common timetable for ferries and buses',
      'A joint office for lost property',
      P(3),
      '1. Memorandum on tickets for students and teachers',
      '2. Memorandum on ferries and buses of both cities',
      '3. Memorandum on lost property in both cities',
    ].join('\n\n');
    expect(passedOver(text)).toEqual([]);
  });

  it('reads texts that are broken at a column', () => {
    const wrapped = `${P(1)} ${P(2)} ${P(3)} ${P(4)}`.replace(/(.{50,60}) /g, '$1\n');
    expect(passedOver(wrapped)).toEqual([]);
  });

  it('passes over the numbers of paragraphs', () => {
    const text = [1, 2, 3, 4].map((n) => `${n}.\t${P(n)}`).join('\n');
    expect(passedOver(text)).toEqual(['1.\t', '2.\t', '3.\t', '4.\t']);
  });

  it('counts in code points', () => {
    const text = `${P(1)} 👍🏽 🇻🇳\nShare this article\n${P(2)}`;
    expect(passedOver(text)).toEqual(['Share this article']);
  });

  it('gives spans in order, apart, within the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Share',
        'Related stories',
        P(1),
        'A headline of five plain words',
        '',
        '😀',
        'Photo: 😀',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        let last = -1;
        for (const { start, end } of boilerplateSpans(text, { title: lines[0] })) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(codePointLength(text));
      }),
      { numRuns: 200 },
    );
  });

  it('takes its cues from a table and tells of a wrong row', () => {
    const cues = parseCues('form\tmatch\tkind\nting goes the bell\tline\ttool\n', 'cues.tsv');
    expect(boilerplateSpans('Ting goes the bell\nShare', { cues })).toEqual([{ start: 0, end: 18 }]);
    expect(() => parseCues('share\tsomewhere\ttool\n', 'cues.tsv')).toThrow("cues.tsv line 1: 'somewhere'");
  });
});
