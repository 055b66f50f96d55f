import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLOVER_TYPES, type PloverType } from '../src/record/index.js';

/** A stretch of a passage: UTF-16 offsets, end exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

export interface MarkedEvent {
  readonly trigger: Phrase;
  readonly type: PloverType;
  readonly source: readonly Phrase[];
  /** Empty where it is symmetric: all parties are sources. */
  readonly recipient: readonly Phrase[];
  readonly symmetric: boolean;
  readonly modality: 'asserted' | 'alleged' | 'denied';
}

/** One or two sentences that we wrote, with all their events. */
export interface Passage {
  readonly genre: 'speech' | 'news' | 'statement' | 'opinion';
  /** State whose voice "we" is. */
  readonly speaker?: string;
  readonly text: string;
  readonly events: readonly MarkedEvent[];
}

/**
 * All passages of the `.txt` files of a folder; see its README for their format.
 *
 * @throws Error that names file and line of what is malformed
 */
export function readPassages(folder: string): Passage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => passagesOf(readFileSync(join(folder, file), 'utf8'), file));
}

/** @throws Error that names `file` and the line of what is malformed */
export function passagesOf(content: string, file: string): Passage[] {
  const found: Passage[] = [];
  const lines = content.split('\n');
  for (let n = 0; n < lines.length; n++) {
    if ((lines[n] ?? '').trim() === '') continue;
    const fail = (what: string): never => {
      throw new Error(`${file}, line ${n + 1}: ${what}: '${lines[n]}'`);
    };
    const about = /^# (speech|news|statement|opinion)(?: ([A-Z]{3}))?$/.exec((lines[n] as string).trim());
    if (!about) return fail('not a head line such as "# speech GHA" or "# news"');
    const text = lines[++n] ?? '';
    if (text.trim() === '') fail('no text after the head line');
    const events: MarkedEvent[] = [];
    while ((lines[n + 1] ?? '').startsWith('=')) {
      n++;
      events.push(
        eventOf(lines[n] as string, text) ?? fail('not a trigger, a type, and parties of the text'),
      );
    }
    const [, genre, speaker] = about;
    found.push({
      genre: genre as Passage['genre'],
      ...(speaker === undefined ? {} : { speaker }),
      text,
      events,
    });
  }
  return found;
}

/** One line, `= trigger | TYPE | source > recipient | modality`; `undefined` when it is malformed. */
function eventOf(line: string, text: string): MarkedEvent | undefined {
  const [word = '', name, parties = '', modality = 'asserted'] = line
    .slice(1)
    .split('|')
    .map((part) => part.trim());
  const trigger = placeOf(text, word);
  const type = PLOVER_TYPES.find((t) => t === name);
  if (!trigger || !type) return undefined;
  if (modality !== 'asserted' && modality !== 'alleged' && modality !== 'denied') return undefined;
  const symmetric = parties.endsWith('<>');
  const sides = symmetric ? [parties.slice(0, -2), ''] : parties.split('>');
  if (sides.length !== 2) return undefined;
  const [source, recipient] = sides.map((side) => phrasesOf(text, side, trigger));
  return source && recipient && { trigger, type, source, recipient, symmetric, modality };
}

function phrasesOf(text: string, side: string, trigger: Phrase): Phrase[] | undefined {
  const found: Phrase[] = [];
  for (const phrase of side.split(' & ').map((part) => part.trim())) {
    if (phrase === '') continue;
    const place = placeOf(text, phrase);
    if (!place) return undefined;
    found.push(nearer(text, phrase, place, trigger));
  }
  return found;
}

/** The same words in the sentence of the trigger, where the first ones stand in another. */
function nearer(text: string, phrase: string, first: Phrase, trigger: Phrase): Phrase {
  if (phrase.includes('#') || !isApart(text, first, trigger)) return first;
  for (let nth = 2; ; nth++) {
    const next = placeOf(text, `${phrase}#${nth}`);
    if (!next) return first;
    if (!isApart(text, next, trigger)) return next;
  }
}

function isApart(text: string, a: Phrase, b: Phrase): boolean {
  return /[.!?]["”’]?\s+\p{Lu}/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where whole words stand in the text; `talks#2` is the second time. */
function placeOf(text: string, phrase: string): Phrase | undefined {
  const [, words = '', nth = '1'] = /^(.*?)(?:#(\d+))?$/.exec(phrase) ?? [];
  if (words === '') return undefined;
  let left = Number(nth);
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (LETTER.test(text[start - 1] ?? ' ') || LETTER.test(text[end] ?? ' ')) continue;
    if (--left === 0) return { start, end };
  }
  return undefined;
}
