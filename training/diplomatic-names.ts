import { readFileSync } from 'node:fs';

/** Names of the gazetteer that are one plain word, or for persons the words that make them. */
export interface Names {
  readonly countries: readonly string[];
  readonly capitals: readonly string[];
  readonly adjectives: readonly string[];
  /** "Kenyans", in the plural. */
  readonly peoples: readonly string[];
  readonly persons: readonly string[];
  readonly surnames: readonly string[];
  readonly given: readonly string[];
}

const PLAIN = /^\p{Lu}\p{Ll}+$/u;
/** Written with the article, or no country of today's news, or a word of another use. */
const NOT_BARE = new Set(
  `Bahamas Comoros Congo Gambia Maldives Netherlands Philippines Seychelles Vatican Emirates States America Korea Sudan Guinea
   Holland Burma Peking Saigon Christmas Islands Levant Gulf Ivory Cape Upper Trucial Union Kingdom Micronesia Georgia Victoria
   Kingston Georgetown Hamilton Stanley Nelson Valley Road Settlement Castries Roseau Basseterre Douglas`.split(
    /\s+/,
  ),
);

/** Reads countries, capitals, nationalities and persons from `data/`. */
export function readNames(): Names {
  const states = table('state-names.tsv');
  const ofKind = (kind: string): string[] => [
    ...new Set(
      states.filter((row) => row[2] === kind && PLAIN.test(row[1] ?? '')).map((row) => row[1] ?? ''),
    ),
  ];
  const bare = (kind: string): string[] => ofKind(kind).filter((one) => !NOT_BARE.has(one));
  const persons = table('persons.tsv');
  const surname = (row: readonly string[]): string[] =>
    (row[1] ?? '').split('|').filter((one) => PLAIN.test(one));
  return {
    countries: bare('name'),
    capitals: bare('capital'),
    adjectives: ofKind('adjective').filter((one) => !/(?:land|o)$/.test(one)),
    peoples: ofKind('demonym').filter((one) => /(?:ans|is)$/.test(one)),
    persons: [...new Set(persons.map(([name = '']) => name))].filter((one) =>
      /^\p{Lu}[\p{L}]+(?:[ -]\p{L}+){1,3}$/u.test(one),
    ),
    surnames: [...new Set(persons.flatMap(surname))],
    given: table('name-parts.tsv')
      .filter((row) => row[1] === 'given' && PLAIN.test(row[0] ?? ''))
      .map(([form = '']) => form),
  };
}

function table(name: string): string[][] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}
