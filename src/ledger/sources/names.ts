/** Particles within names that are not capitalised. */
const PARTICLE = '(?:al|an|bin|binti|ibn|el|de|del|della|da|di|dos|du|la|le|ten|ter|van|von|der|den|zu|y|e)';
const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’]+(?:[-‐–]\\p{L}[\\p{L}\\p{M}'’]*)*|\\p{Lu}\\.)";

/** Pattern of a person's name: two to five capitalised words, particles between them. It captures nothing. */
export const NAME = `${NAME_WORD}(?:[ \\u00a0](?:(?:${PARTICLE}[ -])*(?:al-|el-)?${NAME_WORD})){1,4}`;

/** Forms of address before a name. */
export const HONORIFIC =
  '(?:H\\.?\\s?E\\.?,?\\s+|His Excellency\\s+|Her Excellency\\s+|the Hon(?:ou?rable|\\.)?\\s+)?(?:(?:Mr|Mrs|Ms|Mme|Dr|Prof|Professor|Sir|Dame|Gen|General|Adm|Admiral|Sen|Senator|Rep)\\.?\\s+)*';

const NOT_A_NAME =
  /\b(news|agency|press|staff|reporters?|correspondents?|editors?|editorial|desk|bureau|service|times|daily|post|associated|reuters|agencies|ministry|department|office|embassy|government|council|committee|union|nations|states|republic|kingdom|foundation|institute|university|cent(?:er|re)|board|team|guest|contributor|online|media|the|and|of|for|in|on|by|with|to|is|you|thank|president|ministers?|affairs|federation|meeting|summit|conference|forum|dialogue|session|assembly|chairman|governor|ambassador|secretary|chancellor|king|queen|prince|princess|pope|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)\b/i;

/**
 * Whether words look like a person's name and nothing else.
 *
 * @example
 * isName('Maria van der Berg') // true
 */
export function isName(text: string): boolean {
  return new RegExp(`^${NAME}$`, 'u').test(text) && !NOT_A_NAME.test(text);
}

/** A name without forms of address. */
export function plainName(text: string): string {
  return text
    .trim()
    .replace(new RegExp(`^${HONORIFIC}`, 'iu'), '')
    .replace(/[,.;:]+$/, '')
    .trim();
}

/**
 * The names in a list of authors: separated by `;`, `|`, " and ", " & ", or by commas where each part is a full name.
 *
 * @example
 * namesOf('Jane Doe, John Smith and Li Wei') // ['Jane Doe', 'John Smith', 'Li Wei']
 */
export function namesOf(list: string): string[] {
  const parts = list
    .split(/\s*[;|]\s*|\s+(?:and|&)\s+/)
    .flatMap((part) => {
      const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== '');
      return pieces.every((piece) => /\s/.test(piece)) ? pieces : [part];
    })
    .map(plainName)
    .filter((name) => name !== '');
  return [...new Set(parts)];
}

/** `JANE DOE` as `Jane Doe`; other names as they are. */
export function titleCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (c) => c.toUpperCase());
}
