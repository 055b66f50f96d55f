import { expect, it } from 'vitest';
import { loadLanguage } from '../language/index.js';
import { sentencesOf } from './sentences.js';

it('reads a long text in stretches as it would be read whole', async () => {
  const language = await loadLanguage();
  const text = 'Japan thanked India. India praised Japan.\n\n'.repeat(60_000);
  let count = 0;
  for (const { start, end, starts, forms } of sentencesOf(language, text)) {
    const expected = count % 2 === 0 ? 'Japan thanked India.' : 'India praised Japan.';
    if (text.slice(start, end) !== expected || !text.startsWith(forms[0] ?? '?', starts[0])) {
      throw new Error(`sentence ${count} is '${text.slice(start, end)}'`);
    }
    count++;
  }
  expect(count).toBe(120_000);
}, 60_000);
