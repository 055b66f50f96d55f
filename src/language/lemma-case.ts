import type { LemmaRules } from './lemma-rules.js';

/**
 * The form with the capitals that its lemma has, apostrophes straight.
 *
 * @param initial whether the word opens its sentence
 * @param shouted whether the words around are in capitals
 */
export function casedForm(
  rules: LemmaRules,
  form: string,
  tag: string,
  initial: boolean,
  shouted: boolean,
): string {
  const plain = form.replaceAll('’', "'");
  const lower = plain.toLowerCase();
  if (AS_WRITTEN.test(tag)) return plain;
  if (tag.startsWith('NNP')) return withSmallPrefix(nameForm(rules, plain, shouted));
  if (lower === plain) return lower;
  switch (tag) {
    case 'CD':
      return ROMAN.test(plain) ? plain : lower;
    case 'NN':
    case 'NNS':
      return OF_NAME.test(plain) || keepsNoun(rules, plain, shouted) ? withSmallPrefix(plain) : lower;
    case 'JJ':
      return OF_NAME.test(plain) || keepsAdjective(rules, plain, initial, shouted)
        ? withSmallPrefix(plain)
        : lower;
    default:
      return lower;
  }
}

/** Addresses, foreign words, marks of lists, symbols. */
const AS_WRITTEN = /^(?:ADD|FW|LS|SYM|\$)$/;
const ROMAN = /^[IVXLCDM]+$/;

/** Names stay as they are written, but for those in capitals ("KABUL") and those that are seldom without ("kabul"). */
function nameForm({ known, exceptions }: LemmaRules, form: string, shouted: boolean): string {
  if (/^\p{Ll}+$/u.test(form)) {
    const name = titled(form);
    return exceptions.get(`${name}\tNNP`) === name ? name : form;
  }
  if (form.length < 4 || !/^\p{Lu}[\p{Lu}'-]+$/u.test(form) || !/[AEIOUY]/.test(form)) return form;
  const word = known.has(form.toLowerCase());
  return (form.length >= 5 ? word || shouted : word && shouted) ? titled(form) : form;
}

/** "O'NEILL": "O'Neill", but "WOMEN'S": "Women's". */
const titled = (form: string): string =>
  form.toLowerCase().replace(/(?<!\p{L}{2}')(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/** Single letters, acronyms ("the ROK", "NGOs") and models ("T72"). */
function keepsNoun({ known }: LemmaRules, form: string, shouted: boolean): boolean {
  if (/^\p{Lu}(?:[\p{Lu}\d-]*\d.*)?$/u.test(form)) return true;
  return !shouted && /^\p{Lu}{2,6}s?$/u.test(form) && !known.has(form.toLowerCase());
}

/** Unknown adjectives of nations and names ("Rawlsian"), and compounds that begin with a name ("US-led", "China-based"). */
function keepsAdjective(
  { known, exceptions }: LemmaRules,
  form: string,
  initial: boolean,
  shouted: boolean,
): boolean {
  if (shouted) return false;
  const [, name, part] = /^((?:\p{Lu}\p{Ll}+)|(?:\p{Lu}{2,}|(?:\p{Lu}\.)+))-(\p{Ll}+)$/u.exec(form) ?? [];
  if (name !== undefined && part !== undefined) {
    if (name === name.toUpperCase()) return true;
    const lower = name.toLowerCase();
    return !initial && !['NN', 'JJ', 'VB', 'RB'].some((tag) => exceptions.get(`${lower}\t${tag}`) === lower);
  }
  return !initial && OF_NATION.test(form) && !known.has(form.toLowerCase());
}

const OF_NATION = /^\p{Lu}\p{Ll}+(?:an|ese|ish|i|ist|ite|esque)$/u;

/** Compounds with a name: "anti-American", "Sino-Russian". */
const OF_NAME = /^\p{L}\p{Ll}+-\p{Lu}\p{Ll}/u;
const PREFIX = /^(?:Anti|Ex|Inter|Intra|Mid|Neo|Non|Post|Pre|Pro|Trans|Un)-(?=\p{Lu})/u;

const withSmallPrefix = (form: string): string => form.replace(PREFIX, (prefix) => prefix.toLowerCase());
