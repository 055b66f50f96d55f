import { expect, test } from 'vitest';
import { wrapped } from './wrap.js';

test.each([
  ['comprehensive strategic partnership', 24, ['comprehensive strategic', 'partnership']],
  ['comprehensive strategic partnership', 35, ['comprehensive strategic partnership']],
  ['comprehensive strategic', 5, ['comprehensive', 'strategic']],
  ['', 5, ['']],
])('%s in lines of %i', (text, characters, lines) => {
  expect(wrapped(text, characters)).toEqual(lines);
});
