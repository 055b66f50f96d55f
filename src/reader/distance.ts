import type { Scene } from './scene.js';

/** Longest run of quoted words that is a term and no quotation. */
const MOST_WORDS = 5;
const QUOTED = /[“"]([^“”"]{2,60})[”"]|‘([^‘’]{3,60})’(?!\w)/g;
const SO_CALLED = /\bso-called (?:[“"‘])?((?:[\w’'-]+ ){0,3}[\w’'-]+)/g;

/**
 * Terms that a claim keeps at a distance: in scare quotes ("this “order” of theirs") or after "so-called". What is quoted as
 * somebody's words is no such term.
 *
 * @param text the claim's words @param reported whether somebody's words are reported
 */
export function distancedIn(scene: Scene, text: string, reported: boolean): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(SO_CALLED)) {
    const words = (match[1] ?? '').split(' ');
    const end = words.findIndex((word) => LINKS.has(word.toLowerCase()));
    const term = (end < 0 ? words : words.slice(0, end)).slice(0, 3).join(' ');
    if (term !== '') found.push(term);
  }
  const { genre } = scene.document;
  if (reported || genre === 'news' || genre === 'agreement') return found;
  for (const match of text.matchAll(QUOTED)) {
    const term = (match[1] ?? match[2] ?? '').replace(/[.,;:]+$/, '').trim();
    const isTitle = /^\p{Lu}\S*(?: (?:\p{Lu}\S*|of|the|and|for|on|in))+$/u.test(term);
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    // Titles, mottoes and what is named or said so are quoted in earnest.
    if (isTitle || EARNEST.test(before) || term.split(/\s+/).length > MOST_WORDS) continue;
    if (!found.includes(term)) found.push(term);
  }
  return found;
}

const LINKS = new Set(
  'is are was were has have had of in on by to for and that which who will would as with from has be been'.split(
    ' ',
  ),
);
const EARNEST =
  /\b(?:titled|entitled|themed?|theme of|motto|slogan|named|called|known as|concept of|principle of|initiative|programme|program|project|the words?|term|report|resolution)[,:]? $/i;
