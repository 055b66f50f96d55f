import { beforeAll, expect, it } from 'vitest';
import { type Language, loadLanguage } from './index.js';

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});

it.each([
  ['Germany donated medical supplies to Kenya.', 'donated'],
  ['The United States regularly engages in provocations.', 'engages'],
  ['Japan pledged aid.', 'pledged'],
])('%s is headed by its verb', (text, verb) => {
  const [sentence] = language.analyse(text);
  const root = sentence?.heads.indexOf(-1) ?? -1;
  expect(sentence?.forms[root]).toBe(verb);
  expect(sentence?.upos[root]).toBe('VERB');
});

it('leaves headlines and fragments alone', () => {
  const [sentence] = language.analyse('A photograph taken by John in Rome.');
  expect(sentence?.xpos[2]).toBe('VBN');
});
