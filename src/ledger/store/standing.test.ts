import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/ledger/examples.js';
import type { Document } from '../../record/index.js';
import { metadataHash, sourceKey } from './metadata.js';
import { type Held, standing } from './standing.js';
import { compareReaders } from './versions.js';

const at = (path: string, metadata: Partial<Document> = {}) =>
  documentOf('One text.', { ...metadata, sources: [{ path }] });

/** The ledger after these documents were read, the first of them being in use. */
function held(reader: string, used: Document, ...others: Document[]): Held {
  const sources = [used, ...others].flatMap((document) =>
    document.sources.map(
      (source) => [sourceKey(source), { ...source, metadata: metadataHash(document) }] as const,
    ),
  );
  return { reader, metadata: used, sources: new Map(sources) };
}

const plain = at('a.txt');
const dated = at('b.txt', { published: '2020' });

describe('standing', () => {
  it.each([
    ['an unknown text', undefined, plain, 'new'],
    ['the same again', held('1.0.0', plain), plain, 'unchanged'],
    ['another source', held('1.0.0', plain), at('c.txt'), 'source-added'],
    ['the same source with other metadata', held('1.0.0', plain), at('a.txt', { title: 'T' }), 'replaced'],
    ['the same source with less metadata', held('1.0.0', dated), at('b.txt'), 'replaced'],
    ['another source that knows more', held('1.0.0', plain), dated, 'replaced'],
    ['another source that knows less', held('1.0.0', dated), plain, 'source-added'],
    ['a source that was outranked, again', held('1.0.0', dated, plain), plain, 'unchanged'],
    ['a newer reader', held('1.0.0', plain), plain, 'replaced', '1.0.1'],
    ['an older reader', held('1.0.1', plain), plain, 'unchanged', '1.0.0'],
    ['an older reader and another source', held('1.0.1', plain), dated, 'source-added', '1.0.0'],
    ['the same version with other tables', held('1.0.0+a', plain), plain, 'replaced', '1.0.0+b'],
  ] as [string, Held | undefined, Document, string, string?][])(
    '%s',
    (_, before, document, stored, reader) => {
      expect(standing(before, document, reader ?? '1.0.0').stored).toBe(stored);
    },
  );
});

it.each([
  ['0.9.2', '0.10.0', -1],
  ['1.0.0', '1.0.0', 0],
  ['1.0', '1.0.0', 0],
  ['v2', '1.9.9', 1],
  ['1.0.0+tables', '1.0.0', 0],
  ['', '0.0.1', -1],
])('of readers %j and %j', (a, b, order) => {
  expect(compareReaders(a, b)).toBe(order);
});
