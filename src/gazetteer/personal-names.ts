import type { TaggedSentence } from '../language/index.js';
import { fold } from './atoms.js';
import type { Item } from './item.js';
import { stateOf } from './parties.js';
import type { PersonSense } from './senses.js';
import type { DocumentMemory, Gazetteer, Introduced } from './types.js';
import { CALENDAR, TOWNSCAPE } from './words.js';

type Parts = Gazetteer['nameParts'];

const MOST_NAME_TOKENS = 7;

/** The name of `person` as written, without the office that a form may have ("President Xi"). */
export function writtenName(written: string, person: PersonSense): string {
  const parts = new Set(person.name.split(/[\s-]+/).map(fold));
  const words = written.split(/\s+/);
  const first = words.findIndex((word) => parts.has(fold(word)));
  return first <= 0 ? written : words.slice(first).join(' ');
}

/**
 * Whether a name of a state or town is part of a man's or woman's name here: "Michael Jordan", "Chad Smith",
 * "Mr. Jordan", "George Washington".
 */
export function isPersonalName(
  item: Item,
  sentence: TaggedSentence,
  parts: Parts,
  taken: readonly boolean[],
  titles: readonly boolean[],
): boolean {
  const { forms, upos } = sentence;
  const { first, last } = item;
  if (last - first !== 1) return false;
  const before = first - 1;
  if (before >= 0 && !taken[before] && upos[before] === 'PROPN') {
    const kinds = parts.get(fold(forms[before] ?? '').replace(/\.$/, ''));
    if (kinds?.has('given') === true) return true;
    // "Mr. Jordan" is no state, "Mr. Putin" who he always is.
    if (kinds?.has('honorific') === true && item.sense.role !== 'person') return true;
    if (/^[A-Z]\.$/.test(forms[before] ?? '') && upos[before - 1] === 'PROPN' && !taken[before - 1])
      return true;
  }
  const next = forms[last] ?? '';
  // "Mayor Dayton King"
  // Behind a title a capitalised noun is a surname too: "Mayor Dayton Fields".
  const nameLike = upos[last] === 'PROPN' || (upos[last] === 'NOUN' && /^\p{Lu}/u.test(forms[last] ?? ''));
  const titled = before >= 0 && titles[before] === true && !taken[last] && nameLike;
  if (titled && isCapitalised(next) && !CALENDAR.has(next.toLowerCase())) return true;
  const surname = item.sense.role === 'person';
  // "Arroyo Grande", "Brown University"
  if (!surname && parts.get(fold(forms[first] ?? ''))?.has('given') !== true) return false;
  return (
    upos[last] === 'PROPN' &&
    !taken[last] &&
    isCapitalised(next) &&
    parts.get(fold(next))?.has('given') !== true &&
    next !== next.toUpperCase() &&
    !CALENDAR.has(next.toLowerCase()) &&
    !TOWNSCAPE.test(next)
  );
}

/**
 * The end of the personal name that begins at token `from`, else `from`: capitalised words, with particles
 * ("bin", "de") and hyphens between them.
 */
export function nameEnd(
  sentence: TaggedSentence,
  from: number,
  parts: Parts,
  isTaken: (token: number) => boolean,
): number {
  const { forms, upos } = sentence;
  let end = from;
  for (let t = from; t < forms.length && t < from + MOST_NAME_TOKENS; t++) {
    const form = forms[t] ?? '';
    if (isTaken(t) && !(t === from && parts.get(fold(form))?.has('given') === true)) break;
    if (isNameWord(form, upos[t])) end = t + 1;
    else if (!joinsNames(form, parts) || !isNameWord(forms[t + 1] ?? '', upos[t + 1])) break;
  }
  return end;
}

/** Surnames by which a person named in full, who acts for `id`, may be called afterwards. */
export function callNames(person: string, id: string): readonly string[] {
  const words = person.split(/\s+/).filter((word) => !/^(Dr|Mr|Ms|Mrs|Jr|Sr)\.?$/.test(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  // Spanish names have two surnames, Arabic ones an article.
  const short = [last, SURNAME_FIRST.has(stateOf(id)) ? first : '', last.replace(/^al-/i, '')];
  return [...new Set([person, words.slice(-2).join(' '), ...short])].filter((name) => name.length > 1);
}

/** Remembers a person under the names by which later sentences may call them. */
export function introduce(memory: DocumentMemory, introduced: Introduced, parts: Parts): void {
  for (const name of callNames(introduced.person, introduced.id)) {
    const key = fold(name);
    const alone = !name.includes(' ');
    // "Javad" alone would catch every Javad; but a surname written first is no given name that we know.
    if (alone && parts.get(key)?.has('given') === true && name !== introduced.person) continue;
    memory.persons.set(key, introduced);
  }
}

/** States where names are written surname first, in English texts too. */
const SURNAME_FIRST = new Set(['CHN', 'TWN', 'HKG', 'MAC', 'SGP', 'KOR', 'PRK', 'VNM', 'KHM']);

function isNameWord(form: string, upos: string | undefined): boolean {
  if (!isCapitalised(form) || CALENDAR.has(form.toLowerCase())) return false;
  return upos === 'PROPN' || upos === 'X' || upos === 'NOUN' || /^[A-Z]\.$/.test(form);
}

function joinsNames(form: string, parts: Parts): boolean {
  return form === '-' || form === '–' || parts.get(fold(form))?.has('particle') === true;
}

function isCapitalised(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}
