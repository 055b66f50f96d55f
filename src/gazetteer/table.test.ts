import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EntenteError } from '../record/index.js';
import { readTable } from './index.js';

const schema = z.object({ id: z.string(), size: z.string().regex(/^\d+$/, 'not a number').optional() });
const read = (text: string) => readTable(text, schema, 'data/x.tsv');

describe('readTable', () => {
  it.each([
    ['rows by column name, in any order', 'size\tid\n3\tA\n', [{ id: 'A', size: '3' }]],
    ['an empty cell as absent', 'id\tsize\nA\t\n', [{ id: 'A' }]],
    ['a row that ends early', 'id\tsize\nA\n', [{ id: 'A' }]],
    [
      'trimmed cells, comments and blank lines',
      '# ours\nid\tsize\n\n# A\n  B \t 2 \n',
      [{ id: 'B', size: '2' }],
    ],
    ['Windows line ends and a byte-order mark', '\ufeffid\tsize\r\nA\t1\r\n', [{ id: 'A', size: '1' }]],
    ['a table without optional columns', 'id\nA\n', [{ id: 'A' }]],
    ['a note column, which nobody reads', 'id\tnote\nA\tsee above\n', [{ id: 'A' }]],
    ['an empty table', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it.each([
    ['a wrong cell', 'id\tsize\nA\t1\nB\tbig\n', "data/x.tsv:3: column 'size' has 'big': not a number"],
    ['a missing cell', '# c\nid\tsize\n\t1\n', "data/x.tsv:3: column 'id' is empty"],
    ['an unknown column', 'id\tszie\n', "data/x.tsv:1: unknown column 'szie'"],
    ['a missing column', 'size\n1\n', "data/x.tsv:1: the column 'id' is missing"],
    ['too many cells', 'id\nA\t1\n', "data/x.tsv:2: 2 cells where the header has 1: 'A\t1'"],
  ])('refuses %s and says where', (_, text, message) => {
    expect(() => read(text)).toThrow(EntenteError);
    expect(() => read(text)).toThrow(message);
  });
});
