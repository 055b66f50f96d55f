import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReader, documentOf, type Reader } from '../src/reader/index.js';
import { type Entry, type Span, sliceCodePoints } from '../src/record/index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

/** Every span of an entry: its passages and where its parties are named. */
function spansOf(entry: Entry): Span[] {
  const named = [
    ...('source' in entry ? [...entry.source, ...entry.recipient] : []),
    ...('parties' in entry ? entry.parties : []),
    ...('obligors' in entry ? [...entry.obligors, ...entry.beneficiaries] : []),
    ...('about' in entry ? entry.about : []),
  ];
  return [...entry.passages, ...named.flatMap(({ span }) => span ?? [])];
}

const SENTENCE = 'On 3 May 2018 Japan imposed sanctions on North Korea, and China condemned the decision.';

describe('offsets are code points into the text', () => {
  const noise = fc.array(
    fc.constantFrom(
      '🙂',
      '👩‍👩‍👧',
      'e\u0301',
      'नमस्ते',
      '北京',
      'العربية',
      '\u200d',
      '𝔘',
      'Ω',
      '\u202e',
      'ñ',
      ' ',
    ),
    { maxLength: 12 },
  );

  it('whatever stands before the sentence', () => {
    const plain = reader.read(documentOf(SENTENCE, { genre: 'news' }));
    const wanted = plain.flatMap(spansOf).map(({ start, end }) => SENTENCE.slice(start, end));
    expect(wanted.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(noise, (parts) => {
        const text = `${parts.join('')}\n\n${SENTENCE}`;
        const points = [...text];
        const spans = reader.read(documentOf(text, { genre: 'news' })).flatMap(spansOf);
        const exact = spans.map(({ start, end }) => sliceCodePoints(text, start, end));
        expect(exact).toEqual(spans.map(({ start, end }) => points.slice(start, end).join('')));
        for (const one of wanted) expect(exact).toContain(one);
      }),
      { numRuns: 60 },
    );
  });

  it.each(documents())('on %s', (_name, text) => {
    const points = [...text];
    for (const span of reader.read(documentOf(text, { genre: 'speech', speaker: 'CHN' })).flatMap(spansOf)) {
      const exact = sliceCodePoints(text, span.start, span.end);
      expect(exact).toBe(points.slice(span.start, span.end).join(''));
      expect(exact).not.toBe('');
      expect(exact.trim()).toBe(exact);
    }
  });
});

/** Some documents of the reference corpora; `npm run bench` reads them all. */
function documents(): [string, string][] {
  const shared = fileURLToPath(new URL('../../shared', import.meta.url));
  if (!existsSync(shared)) {
    console.warn('../shared is not there: offsets are checked on our own sentences only');
    return [['our own sentence', SENTENCE]];
  }
  const folders = ['seeds', 'corpora/un-general-debate/1970', 'corpora/un-general-debate/2021'];
  return folders.flatMap((folder) =>
    readdirSync(join(shared, folder))
      .filter((name) => name.endsWith('.txt'))
      .filter((_, i) => folder === 'seeds' || i % 40 === 0)
      .map((name): [string, string] => [name, readFileSync(join(shared, folder, name), 'utf8')]),
  );
}
