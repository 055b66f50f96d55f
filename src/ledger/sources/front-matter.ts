import { Genre } from '../../record/index.js';
import { givenDate } from './dates.js';
import { namesOf } from './names.js';
import { yaml } from './packages.js';
import type { Metadata } from './types.js';

export interface FrontMatter {
  readonly metadata: Metadata;
  /** UTF-16 length of the front matter with its fences; 0 where there is none. */
  readonly length: number;
  readonly warnings: readonly string[];
}

const FENCED = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Reads the YAML between `---` lines at the head of a text.
 *
 * @example
 * readFrontMatter('---\ntitle: Two talk\ndate: 2020-05-12\n---\nText', 'a.md').metadata.published // '2020-05-12'
 */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const fenced = FENCED.exec(text);
  const none = { metadata: {}, length: 0, warnings: [] };
  if (!fenced) return none;
  let values: unknown;
  try {
    // Dates stay as written: YAML's own would become instants of the local time zone.
    values = yaml().parse(fenced[1] ?? '', { schema: 'failsafe', maxAliasCount: 0 });
  } catch (error) {
    // A line of dashes may as well be an ornament.
    return /^\w+:/m.test(fenced[1] ?? '')
      ? {
          ...none,
          warnings: [`the front matter is not YAML: ${String((error as Error).message).split('\n', 1)[0]}`],
        }
      : none;
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return none;
  const warnings: string[] = [];
  const metadata = fieldsOf(new Map(Object.entries(values)), `front matter of ${path}`, warnings);
  return { metadata, length: fenced[0].length, warnings };
}

/** Keys that name each field, the most exact first. */
const KEYS: Readonly<Record<keyof Metadata, readonly string[]>> = {
  title: ['title', 'headline', 'name'],
  published: [
    'published',
    'date',
    'date_published',
    'datepublished',
    'publication_date',
    'pubdate',
    'published_at',
    'created',
  ],
  delivered: ['delivered', 'date_delivered', 'delivered_on'],
  authors: ['authors', 'author', 'byline', 'by'],
  publisher: ['publisher', 'source', 'outlet', 'newspaper', 'site', 'site_name', 'publication'],
  speaker: ['speaker'],
  genre: ['genre'],
  url: ['url', 'link', 'canonical', 'source_url', 'permalink'],
  language: ['language', 'lang'],
};

/** The field that a key or column names. */
export function fieldOfKey(key: string): keyof Metadata | undefined {
  const folded = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  for (const [field, keys] of Object.entries(KEYS)) if (keys.includes(folded)) return field as keyof Metadata;
  return undefined;
}

/**
 * Metadata from keys and values that a person or program wrote. A wrong genre warns, since other tables use the word
 * for other things; a wrong date is an error.
 *
 * @param place named in errors
 * @throws EntenteError `input` on a broken date
 */
export function fieldsOf(values: ReadonlyMap<string, unknown>, place: string, warnings: string[]): Metadata {
  const folded = new Map(
    [...values].map(([key, value]) => [
      key
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
      { key, value },
    ]),
  );
  const find = (field: keyof Metadata) => {
    for (const key of KEYS[field]) {
      const found = folded.get(key);
      const text = found && textOf(found.value);
      if (text) return { key: found.key, text };
    }
    return undefined;
  };
  const date = (field: 'published' | 'delivered') => {
    const found = find(field);
    return found && givenDate(found.text, `${place}, ${found.key}`);
  };
  const authors = find('authors')?.text;
  const genre = find('genre')?.text;
  const known = genre === undefined ? undefined : Genre.safeParse(genre.toLowerCase());
  if (known && !known.success)
    warnings.push(`${place}: '${genre}' is not a genre (${Genre.options.join(', ')}) and is not used`);
  return {
    title: find('title')?.text,
    published: date('published'),
    delivered: date('delivered'),
    authors: authors ? namesOf(authors) : undefined,
    publisher: find('publisher')?.text,
    speaker: find('speaker')?.text,
    genre: known?.data,
    url: find('url')?.text,
    language: find('language')?.text,
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((text) => text !== undefined)
        .join('; ') || undefined
    );
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
  return undefined;
}
