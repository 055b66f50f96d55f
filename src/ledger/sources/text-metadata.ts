import { dayRange, type Genre } from '../../record/index.js';
import { readFooter } from './footer.js';
import { genreOf } from './genre.js';
import { readHeader } from './header.js';
import { namesOf } from './names.js';
import { partyOfOffice } from './offices.js';
import type { Metadata, ResolveParty } from './types.js';

/** What the text itself tells, and where its header and footer stand. */
export interface TextMetadata {
  readonly metadata: Metadata;
  /** UTF-16 spans of bylines, labelled lines, datelines and signatures. */
  readonly furniture: readonly { readonly start: number; readonly end: number }[];
  readonly warnings: readonly string[];
}

/** What is known from elsewhere and decides how the text's own words are taken. */
export interface Known {
  readonly genre?: Genre;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly isFurniture?: (line: string) => boolean;
  readonly resolveParty?: ResolveParty;
}

/** Genres in which "we" is one party's voice. */
const VOICED: readonly Genre[] = ['speech', 'statement', 'opinion'];

/**
 * Reads title, dates, authors, publisher, genre and speaker off a text's first and last lines.
 *
 * @example
 * readTextMetadata('Two talk\n\nHANOI, 12 May 2020 (VNA) — They met.').metadata.published // '2020-05-12'
 */
export function readTextMetadata(text: string, known: Known = {}): TextMetadata {
  const header = readHeader(text, known.isFurniture);
  const footer = readFooter(text, known.resolveParty);
  const title = known.title ?? header.title;
  const genre =
    known.genre ??
    genreOf({
      title,
      head: header.head,
      text,
      url: known.url,
      hasDateline: header.dateline !== undefined,
      hasDateLine: header.dated !== undefined,
      salutation: header.salutation,
      signed: footer.signed,
      spoken: footer.spoken,
    });
  const warnings: string[] = [];
  const spoken = genre === 'speech' || genre === 'statement';
  const dateline = datelineDate(
    header.dateline,
    known.published ?? header.published ?? header.dated ?? header.speaker?.date,
    warnings,
  );
  const standing = header.dated ?? dateline;
  const isSpeech = genre === 'speech';
  const delivered =
    footer.delivered ??
    (isSpeech ? (header.speaker?.date ?? (header.published ? undefined : standing)) : undefined);
  const published = header.published ?? (isSpeech ? footer.published : (standing ?? footer.published));
  const named = header.speaker?.author && genre && VOICED.includes(genre) ? [header.speaker.author] : [];
  const authors = [...new Set([...header.authors, ...named, ...footer.authors])];
  const day = dayRange(delivered ?? published ?? known.published ?? '')?.last;
  const descriptions = [header.speaker?.who ?? [], header.descriptions, footer.descriptions].flat();
  const resolve = (name: string) => stateOrBody(known.resolveParty?.(name, day));
  const speaker =
    !genre || !VOICED.includes(genre)
      ? undefined
      : spoken
        ? speakerOf([...descriptions, ...(title ? [title] : []), ...authors], resolve)
        : officialOf(descriptions, authors, resolve);
  return {
    metadata: {
      title: header.title,
      published,
      delivered,
      authors: authors.length > 0 && genre !== 'agreement' ? authors : undefined,
      publisher: header.publisher ?? header.dateline?.agency ?? footer.publisher,
      speaker,
      genre,
    },
    furniture: [...header.furniture, ...footer.furniture],
    warnings,
  };
}

/** A dateline often leaves the year out; a date known from elsewhere may give it. */
function datelineDate(
  dateline: { readonly date?: string; readonly monthDay?: string } | undefined,
  known: string | undefined,
  warnings: string[],
): string | undefined {
  if (!dateline?.monthDay) return dateline?.date;
  const range = known === undefined ? undefined : dayRange(known);
  if (!range) {
    warnings.push(
      `the dateline says ${dateline.monthDay} without a year, so the date is not known; --date gives it`,
    );
    return undefined;
  }
  // Filed on 31 December, printed in January.
  const years = new Set([range.first.slice(0, 4), range.last.slice(0, 4)]);
  const dates = [...years].map((year) => `${year}-${dateline.monthDay}`).filter((date) => dayRange(date));
  return dates.find((date) => range.first <= date && date <= range.last);
}

type Resolve = (name: string) => string | undefined;

/** Who speaks in a speech or statement: an office, a party or a person that one of the descriptions begins with. */
function speakerOf(descriptions: readonly string[], resolve: Resolve): string | undefined {
  for (const description of descriptions) {
    const name = namePart(description);
    const person = namesOf(name).find((part) => /\s/.test(part));
    const party = partyOfOffice(description, resolve) ?? resolve(name) ?? (person && resolve(person));
    if (party) return party;
  }
  return undefined;
}

/** For whom the author of an opinion speaks: an office that is named, or one that the author is known to hold. */
function officialOf(
  descriptions: readonly string[],
  authors: readonly string[],
  resolve: Resolve,
): string | undefined {
  for (const description of descriptions) {
    const party = partyOfOffice(description, resolve);
    if (party) return party;
  }
  return authors.map(resolve).find((party) => party !== undefined);
}

/** "the European Union on the situation in …": what stands before the occasion. */
function namePart(description: string): string {
  const name =
    description.split(
      /\s+(?:at|on|to|in|following|regarding|concerning|after|during|before|for)\s+|[,:;(—–]/,
    )[0] ?? '';
  return name
    .replace(
      /^(?:the\s+)?(?:vice[- ]|prime\s+|deputy\s+|foreign\s+|defen[cs]e\s+)*(?:president|minister|premier|chancellor|secretary|king|queen)\s+/i,
      '',
    )
    .replace(/^(?:the|its)\s+/i, '')
    .trim();
}

/** `CHN/GOV` speaks for `CHN`; groups of no state keep their id. */
export function stateOrBody(party: string | undefined): string | undefined {
  return party?.startsWith('-') ? party : party?.split('/')[0];
}
