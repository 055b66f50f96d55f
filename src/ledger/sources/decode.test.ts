import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadError, loadOne } from '../../../test/fixtures/sources/load-bytes.js';

const SAMPLE = 'Café ministers met in Zürich – “at last” – for €5.\nThey agreed.';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('decoding', () => {
  it.each([
    ['UTF-8', Buffer.from(SAMPLE)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${SAMPLE}`)],
    ['UTF-16 LE with mark', Buffer.from(`\ufeff${SAMPLE}`, 'utf16le')],
    ['UTF-16 BE with mark', utf16be(`\ufeff${SAMPLE}`)],
    ['UTF-16 LE without mark', Buffer.from(SAMPLE, 'utf16le')],
    ['UTF-16 BE without mark', utf16be(SAMPLE)],
    ['Windows line ends', Buffer.from(SAMPLE.replace('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(SAMPLE.replace('\n', '\r'))],
  ])('reads %s', async (_, bytes) => {
    expect((await loadOne(bytes, 'text')).document.text).toBe(SAMPLE);
  });

  it('reads Windows-1252 with a warning', async () => {
    const bytes = Buffer.from(
      [...'Caf'].map((c) => c.charCodeAt(0)).concat([0xe9, 0x20, 0x93, 0x80, 0x94, 0x20, 0x96]),
    );
    const result = await loadOne(bytes, 'text');
    expect(result.document.text).toBe('Café “€” –');
    expect(result.warnings.join()).toContain('Windows-1252');
  });

  it('leaves composed and decomposed letters, emoji, spaces and form feeds as they are', async () => {
    const text = '  e\u0301 é 👩‍🚀\u00a0\t\f ministers\n\n ';
    expect((await loadOne(text, 'text')).document.text).toBe(text);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'it is a PDF'],
    ['a zip', Buffer.from('PK\x03\x04\x14\x00'), 'a zip or an Office file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'PNG'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)),
      'control characters',
    ],
    ['NUL bytes', Buffer.from('some words\0\0\0\0and more'), 'control characters'],
  ])('refuses %s as text', async (_, bytes, message) => {
    const error = await loadError(bytes, 'text');
    expect(error.code).toBe('input');
    expect(error.message).toContain(message);
    expect(error.remedy).toBeTruthy();
  });

  it('keeps every text in every encoding', async () => {
    const readable = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...'abc é—😀中\u0301\r\n\tñ'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
        maxLength: 60,
      })
      .map((text) => `A word ${text}`)
      // Control characters and lone surrogates make no text file.
      .filter((text) => !/[\p{Cs}\p{Cc}\ufeff\ufffd]/u.test(text.replace(/[\r\n\t]/g, '')));
    await fc.assert(
      fc.asyncProperty(readable, fc.constantFrom('utf8', 'utf16le', 'utf16be'), async (text, encoding) => {
        const bytes =
          encoding === 'utf8'
            ? Buffer.from(text)
            : encoding === 'utf16le'
              ? Buffer.from(`\ufeff${text}`, 'utf16le')
              : utf16be(`\ufeff${text}`);
        const result = await loadOne(bytes, 'text');
        expect(result.document.text).toBe(text.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 150 },
    );
  });
});
