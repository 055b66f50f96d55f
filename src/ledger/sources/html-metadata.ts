import type { Genre } from '../../record/index.js';
import { bylineOf } from './byline.js';
import { givenDate } from './dates.js';
import type { DomElement } from './html-text.js';
import { isName, namesOf, plainName } from './names.js';
import type { Metadata } from './types.js';

/**
 * Metadata that a web page carries: JSON-LD articles first, then Open Graph and other meta elements, then `<time>`,
 * `<title>` and the canonical address. Broken dates are passed over, as pages hold many; nobody wrote them for us.
 */
export function htmlMetadata(page: DomElement): Metadata {
  const article = jsonLdArticle(page);
  const meta = (...names: readonly string[]) => metaContent(page, names);
  const authors =
    authorsOf(article) ??
    authorNames(meta('author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'citation_author'));
  const url =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    meta('og:url') ??
    textAt(article, 'url');
  const publisher =
    textAt(article?.publisher, 'name') ??
    meta('og:site_name', 'publisher', 'dc.publisher', 'citation_journal_title');
  return {
    title: titleOf(page, article, publisher),
    published: firstDate(
      textAt(article, 'datePublished'),
      meta(
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'pubdate',
        'publishdate',
        'parsely-pub-date',
        'citation_publication_date',
        'sailthru.date',
      ),
      page.querySelector('[itemprop="datePublished"]')?.getAttribute('content'),
      page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
      page
        .querySelector('article time[datetime], main time[datetime], time[pubdate], time[datetime]')
        ?.getAttribute('datetime'),
      page.querySelector('article time, main time, time')?.textContent,
      url ? /\/(?:19|20)\d\d\/\d\d\/\d\d(?=\/)/.exec(url)?.[0].slice(1) : undefined,
    ),
    authors,
    publisher,
    genre: genreOf(article, meta('article:section', 'section'), url),
    url: url && /^https?:/.test(url) ? url : undefined,
    language:
      (page.querySelector('html')?.getAttribute('lang') ??
        textAt(article, 'inLanguage') ??
        meta('og:locale')) ||
      undefined,
  };
}

type Json = { readonly [key: string]: unknown };

function jsonLdArticle(page: DomElement): Json | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(
        (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''),
      );
    } catch {
      continue;
    }
    const things = (Array.isArray(value) ? value : [value]).flatMap((thing: unknown) =>
      isJson(thing) && Array.isArray(thing['@graph']) ? [thing, ...thing['@graph']] : [thing],
    );
    for (const thing of things)
      if (isJson(thing) && types(thing).some((type) => /Article$|^BlogPosting$|^Report$/.test(type)))
        return thing;
  }
  return undefined;
}

function types(thing: Json): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(thing: unknown, key: string): string | undefined {
  const holder: unknown = Array.isArray(thing) ? thing[0] : thing;
  const value = isJson(holder) ? holder[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function authorsOf(article: Json | undefined): string[] | undefined {
  const listed: unknown[] =
    article === undefined ? [] : Array.isArray(article.author) ? article.author : [article.author];
  const names = listed.flatMap((author) => {
    if (typeof author === 'string') return namesOf(author).filter(isName);
    if (!isJson(author) || types(author).includes('Organization')) return [];
    const name = textAt(author, 'name');
    return name ? namesOf(name) : [];
  });
  return names.length > 0 ? names : undefined;
}

function authorNames(text: string | undefined): readonly string[] | undefined {
  if (!text || /^https?:/.test(text)) return undefined;
  const authors = bylineOf(text.replace(/^by\s+/i, ''))?.authors ?? [];
  const names = authors.length > 0 ? authors : namesOf(text).map(plainName).filter(isName);
  return names.length > 0 ? names : undefined;
}

function metaContent(page: DomElement, names: readonly string[]): string | undefined {
  const metas = [...page.querySelectorAll('meta')];
  for (const name of names)
    for (const element of metas) {
      const key =
        element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
      const content = element.getAttribute('content')?.trim();
      if (key?.toLowerCase() === name && content) return content;
    }
  return undefined;
}

/** `<title>` often ends in the site's name. */
function titleOf(
  page: DomElement,
  article: Json | undefined,
  publisher: string | undefined,
): string | undefined {
  const own =
    textAt(article, 'headline') ??
    metaContent(page, ['og:title', 'dc.title', 'citation_title', 'twitter:title']);
  const title = (own ?? page.querySelector('title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const [, head, tail] = /^(.{8,}?)\s+[|–—«»·-]\s+([^|–—«»·]{2,60})$/.exec(title) ?? [];
  const isSite =
    own === undefined || (publisher !== undefined && tail?.toLowerCase() === publisher.toLowerCase());
  return (head && isSite ? head : title) || undefined;
}

function firstDate(...values: readonly (string | null | undefined)[]): string | undefined {
  for (const value of values) {
    if (!value) continue;
    try {
      return givenDate(value, '').slice(0, 10);
    } catch {
      // The next place may hold a better one.
    }
  }
  return undefined;
}

function genreOf(
  article: Json | undefined,
  section: string | undefined,
  url: string | undefined,
): Genre | undefined {
  const sections = article?.articleSection;
  const named = [section, ...(Array.isArray(sections) ? sections : [sections])].filter(
    (name) => typeof name === 'string',
  );
  if (article && types(article).includes('OpinionNewsArticle')) return 'opinion';
  if (
    named.some((name) =>
      /^(?:opinions?|op-?eds?|commentary|commentaries|editorials?|columns?|columnists|views?|perspectives?)$/i.test(
        name.trim(),
      ),
    )
  )
    return 'opinion';
  if (url && /\/(?:opinions?|op-?ed|commentary|commentisfree|editorials?|columns?)\//i.test(url))
    return 'opinion';
  if (article && types(article).some((type) => /^(?:Reportage|Analysis)NewsArticle$/.test(type)))
    return 'news';
  return undefined;
}
