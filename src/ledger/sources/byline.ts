import { isName, NAME, namesOf, plainName, titleCase } from './names.js';

/** Who wrote a text, as a line of its own says. */
export interface Byline {
  readonly authors: readonly string[];
  /** "By Reuters". */
  readonly publisher?: string;
  /** What stands after the name: "Ambassador of China to Vietnam", "Staff Writer". */
  readonly description?: string;
}

/**
 * The byline that a line is: `By Jane Doe and John Smith in Hanoi`, `BY JANE DOE`, `By Li Wei, Ambassador of China to Fiji`.
 *
 * @example
 * parseByline('By Jane Doe and John Smith | Reuters') // { authors: ['Jane Doe', 'John Smith'], publisher: 'Reuters' }
 */
export function parseByline(line: string): Byline | undefined {
  const written =
    /^(?:by|written by|story by|text by|op-?ed by|opinion by|commentary by)\s*[:：]?\s+(.+)$/i.exec(line);
  if (!written || line.length > 160) return undefined;
  return bylineOf(written[1] ?? '');
}

/** The same for what follows "By" or "Author:". */
export function bylineOf(text: string): Byline | undefined {
  const [list = '', outlet] = text.replace(/\.$/, '').split(/\s+[|•·/]\s+/);
  const names: string[] = [];
  let rest = list;
  for (;;) {
    const name = new RegExp(`^(?:${NAME})`, 'u').exec(plainStart(rest))?.[0];
    if (!name || !isName(name)) break;
    names.push(titleCase(name));
    rest = plainStart(rest).slice(name.length);
    const more = /^(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+)(?=\p{Lu})/iu.exec(rest);
    if (!more || !isName(firstWords(rest.slice(more[0].length)))) break;
    rest = rest.slice(more[0].length);
  }
  if (names.length === 0) {
    const publisher = list.replace(/^the\s+/i, '');
    if (!/^\p{Lu}\p{L}*( \p{L}+){0,3}$/u.test(publisher)) return undefined;
    return /\b(?:staff|reporters?|correspondents?|editors?|writers?|desk|agencies)\b/i.test(publisher)
      ? { authors: [] }
      : { authors: [], publisher };
  }
  const description = rest.replace(/^\s*(?:,|in\s+\p{Lu}.*|for\s+|\()\s*/u, '').trim();
  if (description.length > 100) return undefined;
  const known = outlet !== undefined && /^\p{Lu}[\p{L}. ]{2,40}$/u.test(outlet) ? outlet : undefined;
  return { authors: names, publisher: known, description: description || undefined };
}

function plainStart(text: string): string {
  const trimmed = text.trimStart();
  return trimmed.slice(trimmed.length - plainName(`${trimmed}x`).length + 1);
}

/** As many words as may be a name, up to a comma or "and". */
function firstWords(text: string): string {
  return plainName(text.split(/,|\s+(?:and|&|in|for)\s+|\s*\(/)[0] ?? '');
}

const LABELS: readonly (readonly [
  RegExp,
  'published' | 'authors' | 'publisher' | 'speaker' | 'title' | 'other',
])[] = [
  [/^(?:first published|published|publication date|date published|date|时间|日期|发布时间)$/i, 'published'],
  [/^(?:by|authors?|writer|written by|作者)$/i, 'authors'],
  [/^(?:source|publisher|published by|来源|出处)$/i, 'publisher'],
  [/^(?:speaker|delivered by)$/i, 'speaker'],
  [/^(?:title|headline|标题)$/i, 'title'],
  [
    /^(?:editors?|updated|last updated|tags?|topics?|category|section|责编|编辑|责任编辑|translated by|views|comments)$/i,
    'other',
  ],
];

export type LabelledField = (typeof LABELS)[number][1];

/**
 * The labelled parts of a header line: `Author: Li Wei | 时间: 2015-05-27`. A part without label, as the name of a
 * journal before them, is under `''`.
 *
 * @returns nothing where the line is not such a header
 * @example
 * parseFields('时间: 2015-05-27')?.get('published') // '2015-05-27'
 */
export function parseFields(line: string): Map<LabelledField | '', string> | undefined {
  if (line.length > 300) return undefined;
  const fields = new Map<LabelledField | '', string>();
  let labelled = 0;
  for (const part of line.split(/\s*[|｜]\s*|\s{3,}|\t+/)) {
    const match = /^([^:：]{2,20})\s*[:：]\s*(.*)$/.exec(part);
    const field = match && LABELS.find(([label]) => label.test(match[1]?.trim() ?? ''))?.[1];
    if (field) {
      labelled++;
      if (!fields.has(field)) fields.set(field, match[2]?.trim() ?? '');
    } else if (fields.has('')) return undefined;
    else fields.set('', part);
  }
  if (labelled === 0 || (fields.has('') && line.split(/[|｜]|\s{3,}|\t/).length < 2)) return undefined;
  return fields;
}

/** Authors of a labelled field. */
export function fieldAuthors(value: string): readonly string[] {
  return bylineOf(value)?.authors ?? namesOf(value);
}
