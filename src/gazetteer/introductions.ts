import { fold } from './atoms.js';
import { nameEnd } from './personal-names.js';
import type { Phrase, Scene } from './scene.js';
import type { DocumentMemory } from './types.js';
import { ARTICLES } from './words.js';

/**
 * Persons named beside their office: "Wang Yi, China's foreign minister, …" and "the president of Chile,
 * Sebastián Piñera, …".
 */
export function introducedPersons(phrases: readonly Phrase[], scene: Scene): Phrase[] {
  const found: Phrase[] = [];
  for (const phrase of phrases) {
    const holder = phrase.offices.at(-1)?.kind;
    if (phrase.id === undefined || phrase.id.startsWith('-') || phrase.person !== undefined) continue;
    if (holder !== 'office' && holder !== 'people') continue;
    const span = nameAfter(phrase, scene) ?? nameBefore(phrase, scene);
    if (span !== undefined) found.push(personPhrase(scene, span.first, span.last, phrase.id, 0.8));
  }
  return found;
}

/** Persons whom earlier sentences introduced, called by name or surname, with any bare office before it. */
export function recalledPersons(phrases: readonly Phrase[], scene: Scene, memory: DocumentMemory): Phrase[] {
  if (memory.persons.size === 0) return [];
  const { sentence, gazetteer } = scene;
  const covered: boolean[] = new Array(sentence.length).fill(false);
  for (const phrase of phrases) if (phrase.id !== undefined) covered.fill(true, phrase.first, phrase.last);
  const isCovered = (t: number): boolean => covered[t] === true;
  const found: Phrase[] = [];
  for (let t = 0; t < sentence.length; t++) {
    if (covered[t]) continue;
    // A rare surname that begins a sentence is not always tagged as a name.
    const form = sentence.forms[t] ?? '';
    const alone = hasCapital(form) && memory.persons.has(fold(form));
    if (sentence.upos[t] !== 'PROPN' && !alone) continue;
    const end = Math.max(alone ? t + 1 : t, nameEnd(sentence, t, gazetteer.nameParts, isCovered));
    if (end <= t) continue;
    const titled =
      gazetteer.nameParts.get(fold(sentence.forms[t] ?? '').replace(/\.$/, ''))?.has('honorific') === true;
    const name = sentence.forms.slice(titled ? t + 1 : t, end).join(' ');
    const known = memory.persons.get(fold(name));
    if (known !== undefined) {
      const office = phrases.find(
        (phrase) => phrase.id === undefined && phrase.offices.length > 0 && phrase.last === t,
      );
      found.push(personPhrase(scene, office?.first ?? t, end, known.id, 0.8, known.person));
    }
    t = end - 1;
  }
  return found;
}

function nameAfter(phrase: Phrase, { sentence, gazetteer, itemAt }: Scene): NameSpan | undefined {
  const first = phrase.last + 1;
  if (sentence.forms[phrase.last] !== ',') return undefined;
  const last = nameEnd(sentence, first, gazetteer.nameParts, (t) => (itemAt[t] ?? -1) >= 0);
  if (last - first < 2) return undefined;
  const next = sentence.forms[last] ?? '.';
  const tag = sentence.upos[last];
  return next === ',' || next === '.' || tag === 'VERB' || tag === 'AUX' ? { first, last } : undefined;
}

function nameBefore(phrase: Phrase, { sentence, gazetteer, itemAt }: Scene): NameSpan | undefined {
  let comma = phrase.first - 1;
  if (ARTICLES.has((sentence.forms[comma] ?? '').toLowerCase())) comma--;
  if (sentence.forms[comma] !== ',') return undefined;
  const isTaken = (t: number): boolean => (itemAt[t] ?? -1) >= 0;
  for (let first = Math.max(0, comma - 6); first <= comma - 2; first++) {
    if (first > 0 && sentence.upos[first - 1] === 'PROPN') continue;
    if (nameEnd(sentence, first, gazetteer.nameParts, isTaken) === comma) return { first, last: comma };
  }
  return undefined;
}

interface NameSpan {
  readonly first: number;
  readonly last: number;
}

function personPhrase(
  { sentence, text }: Scene,
  first: number,
  last: number,
  id: string,
  confidence: number,
  called?: string,
): Phrase {
  const start = sentence.starts[first] ?? 0;
  const end = sentence.ends[last - 1] ?? start;
  const person = called ?? text.slice(start, end);
  const item = undefined;
  return { first, last, start, end, id, via: 'name', confidence, person, item, offices: [], shares: false };
}

/** Whether lower case would change a word; most are ASCII, and need not be written anew to tell. */
function hasCapital(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code > 127) return form !== form.toLowerCase();
    if (code >= 65 && code <= 90) return true;
  }
  return false;
}
