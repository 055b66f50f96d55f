import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE, segment } from './segment.js';

const cut = (text: string): string[] => segment(text).map(({ forms }) => forms.join(' '));

describe('words', () => {
  it.each([
    ["China's envoy didn't sign", "China 's envoy did n't sign"],
    ['They can’t, won’t and cannot', 'They ca n’t , wo n’t and can not'],
    ["We're sure it'll pass; I'd say they've left", "We 're sure it 'll pass ; I 'd say they 've left"],
    ["the states' rights", "the states ' rights"],
    ['the US-led, China-Japan-ROK FTA talks', 'the US - led , China - Japan - ROK FTA talks'],
    ['Sino-US relations', 'Sino - US relations'],
    [
      'pro-Beijing, non-nuclear, re-elected, co-operation',
      'pro-Beijing , non-nuclear , re-elected , co-operation',
    ],
    ['the U.S.-led coalition', 'the U.S. - led coalition'],
    ['$4.5 million, US$30, 50% and 47,500 men', '$ 4.5 million , US$30 , 50 % and 47,500 men'],
    ['at 7:30 on 9/11 in 1999-2001', 'at 7:30 on 9/11 in 1999 - 2001'],
    ['trade and/or aid', 'trade and / or aid'],
    ['resolutions A/RES/75/1 and 1373 (2001)', 'resolutions A/RES/75/1 and 1373 ( 2001 )'],
    [
      'write to press@un.example.org (see https://un.example.org/a?b=c).',
      'write to press@un.example.org ( see https://un.example.org/a?b=c ) .',
    ],
    ['wait... no -- stop!!', 'wait ... no -- stop !!'],
    ['“Peace,” she said', '“ Peace , ” she said'],
    ['the 1990s, the ’90s and the 21st century', 'the 1990s , the ’90s and the 21st century'],
    ['AT&T met R&D staff', 'AT&T met R&D staff'],
    ['a 35mm gun at 9am', 'a 35 mm gun at 9 am'],
    ['peace 👨‍👩‍👧 now 👍🏽', 'peace 👨‍👩‍👧 now 👍🏽'],
    ['Москва и 北京', 'Москва и 北京'],
    ["the 1990's and 2003's rules", "the 1990's and 2003 's rules"],
    ['they dont know its a slip for its aims', 'they do nt know it s a slip for its aims'],
    ['we wont go as is our custom, im told', 'we wo nt go as is our custom , i m told'],
    ['Im Dong-won lets us go', 'Im Dong - won lets us go'],
    ['a share of .265, call +44 or 3-9890', 'a share of .265 , call +44 or 3-9890'],
    ['#peace by @user.example.org', '#peace by @user.example.org'],
    ['Draft2.doc, MAP.PDF and a .txt file', 'Draft2.doc , MAP.PDF and a .txt file'],
    ['w- we went, th- they stayed', 'w- we went , th- they stayed'],
    [
      'see <https://un.example.org/a> or (www.example.org)',
      'see < https://un.example.org/a > or ( www.example.org )',
    ],
    ['posts in comp.lang.misc', 'posts in comp.lang.misc'],
    ['wait :-) or ;)', 'wait :-) or ;)'],
  ])('%s', (text, words) => {
    expect(cut(text)).toEqual([words]);
  });
});

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    [
      'titles',
      'Gen. Mark A. Milley met Mr. Wu. They spoke.',
      ['Gen. Mark A. Milley met Mr. Wu .', 'They spoke .'],
    ],
    [
      'acronyms',
      'He left the U.S. Army. It was over in the U.S. The talks went on.',
      ['He left the U.S. Army .', 'It was over in the U.S.', 'The talks went on .'],
    ],
    [
      'numbers',
      'See No. 5 of Nov. 22. No. It fell by 3.5 points.',
      ['See No. 5 of Nov. 22 .', 'No .', 'It fell by 3.5 points .'],
    ],
    [
      'quotations',
      '“We will not go.” He left. "Why?" she asked.',
      ['“ We will not go . ”', 'He left .', '" Why ? " she asked .'],
    ],
    [
      'ellipsis inside',
      'They hoped... and waited. Then... Nothing came.',
      ['They hoped ... and waited .', 'Then ...', 'Nothing came .'],
    ],
    [
      'numbered paragraphs',
      '34.\tIn taking this step, we agreed.\n35.\tWe signed.',
      ['34 .', 'In taking this step , we agreed .', '35 .', 'We signed .'],
    ],
    [
      'scanned line ends',
      'It is the considered opinion of my Government, and of the whole\nGeneral Assembly, that the Charter and the purposes of the United\nNations must be kept.',
      [
        'It is the considered opinion of my Government , and of the whole General Assembly , that the Charter and the purposes of the United Nations must be kept .',
      ],
    ],
    [
      'paragraphs',
      'A first part without a stop\n\nand a second',
      ['A first part without a stop', 'and a second'],
    ],
    [
      'headlines',
      'Hanoi and Seoul raise their ties\nBy a correspondent\nHANOI, Dec. 5 (News) — The two sides met on Monday in the capital.',
      [
        'Hanoi and Seoul raise their ties',
        'By a correspondent',
        'HANOI , Dec. 5 ( News ) — The two sides met on Monday in the capital .',
      ],
    ],
    [
      'bullets',
      'They agreed:\n- to meet\n- to trade\n• to talk',
      ['They agreed :', '- to meet', '- to trade', '• to talk'],
    ],
    ['a missing space', 'The talks ended.The sides left.', ['The talks ended .', 'The sides left .']],
    [
      'abbreviations at a line end',
      'They sell arms, oil, etc.\nThe rest is known.',
      ['They sell arms , oil , etc .', 'The rest is known .'],
    ],
    [
      'references',
      'They signed it in 1991. [17] It holds.',
      ['They signed it in 1991 . [ 17 ]', 'It holds .'],
    ],
    [
      'lower-case sentences',
      'we met last week. the talks went well. call me when you are back.',
      ['we met last week .', 'the talks went well .', 'call me when you are back .'],
    ],
    [
      'greetings in one line',
      'I will call tomorrow. Best regards, Maria',
      ['I will call tomorrow .', 'Best regards ,', 'Maria'],
    ],
    [
      'datelines',
      'JAKARTA, July 25 — Three neighbours met. They left.',
      ['JAKARTA , July 25 — Three neighbours met .', 'They left .'],
    ],
    [
      'dates at the end',
      'It enters into force on February 1. Indonesia has yet to sign.',
      ['It enters into force on February 1 .', 'Indonesia has yet to sign .'],
    ],
    [
      'notes',
      'It was signed in Rome. [4] [7] Nobody left.[citation needed] It holds.',
      ['It was signed in Rome . [ 4 ] [ 7 ]', 'Nobody left . [ citation needed ]', 'It holds .'],
    ],
    [
      'capitals throughout',
      'THE MINISTERS MET IN HANOI. THEY SIGNED A PACT.',
      ['THE MINISTERS MET IN HANOI .', 'THEY SIGNED A PACT .'],
    ],
    [
      'abbreviations inside a line',
      'They sell arms, oil, etc. The rest is known.',
      ['They sell arms , oil , etc .', 'The rest is known .'],
    ],
    [
      'cries',
      'Who signed? Not us! Really?! It seems so.',
      ['Who signed ?', 'Not us !', 'Really ?!', 'It seems so .'],
    ],
    ['carriage returns', 'One.\r\nTwo.\rThree.', ['One .', 'Two .', 'Three .']],
  ])('%s', (_, text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('gives nothing for nothing', () => {
    expect(segment('')).toEqual([]);
    expect(segment(' \t\r\n\u200b\ufeff\u0000 ')).toEqual([]);
  });
});

const odd = fc.constantFrom(
  ...[
    '\ud800',
    '\udc00',
    '👩‍🚀',
    '🇻🇳',
    'é',
    'e\u0301',
    '\u200d',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u00ad',
    '\r',
    '\n',
    '\n\n',
    '\t',
  ],
  ...[
    '北京',
    'مرحبا',
    'שלום',
    'हिन्दी',
    'ＮＡＴＯ',
    '½',
    '۱۲۳',
    '𝔘𝔫',
    "don't",
    "n't",
    "'s",
    'U.S.',
    'No. 5',
    '...',
    '--',
    '((',
    'http://',
    '@',
    '/',
    '-',
    'x-y',
    '3,000',
    '1.2',
    ' ',
  ],
);
const text = fc.array(
  fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 })),
  { maxLength: 40 },
);

describe('any text at all', () => {
  it('gives words that are slices of it, in order, without overlap, and leaves no visible character out', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        let last = 0;
        for (const { start, end, length, forms, starts, ends } of segment(whole)) {
          expect(length).toBeLessThanOrEqual(LONGEST_SENTENCE);
          expect([starts.length, ends.length, forms.length]).toEqual([length, length, length]);
          expect([start, end]).toEqual([starts[0], ends[length - 1]]);
          for (let i = 0; i < length; i++) {
            expect(whole.slice(last, starts[i]).replace(/[\s\p{Z}\p{Cc}\p{Cf}]/gu, '')).toBe('');
            expect(starts[i]).toBeGreaterThanOrEqual(last);
            expect(ends[i]).toBeGreaterThan(starts[i] ?? 0);
            expect(whole.slice(starts[i], ends[i])).toBe(forms[i]);
            last = ends[i] ?? 0;
          }
        }
        expect(whole.slice(last).replace(/[\s\p{Z}\p{Cc}\p{Cf}]/gu, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['letters and stops', 'a.'],
    ['apostrophes', "s'"],
    ['hyphens', 'e-'],
    ['digits and commas', '1,'],
    ['slashes', 'A/'],
    ['brackets', '(['],
    ['high surrogates', '\ud83d'],
    ['joiners', '\u200d'],
    ['lines', 'ab\n'],
  ])('takes linear time: %s', (_, unit) => {
    const time = (characters: number): number => {
      const whole = unit.repeat(characters / unit.length);
      const began = performance.now();
      segment(whole);
      return performance.now() - began;
    };
    time(50_000);
    expect(time(400_000)).toBeLessThan(40 * Math.max(5, time(50_000)));
  });

  it('reads ten megabytes without a space', () => {
    const began = performance.now();
    const sentences = segment('x'.repeat(10_000_000));
    expect(sentences.map(({ end }) => end)).toEqual([10_000_000]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
