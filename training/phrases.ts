import type { Upos } from '../src/language/types.js';

/** A word with its analysis; `head` is an index within the phrase, −1 for the phrase's own head. */
export interface PhraseWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
}

/** Words with one that heads them all. */
export interface Phrase {
  readonly words: readonly PhraseWord[];
  readonly head: number;
}

/** A phrase that hangs from another by a relation. */
export type Dependent = readonly [relation: string, phrase: Phrase];

/** A phrase of one word, written `form|UPOS|XPOS|lemma`; the lemma may be left out where it is the form. */
export function word(written: string): Phrase {
  const [form = '', upos = 'X', xpos = 'FW', lemma = form] = written.split('|');
  // Written by hand below, from the 17 tags.
  return { words: [{ form, lemma, upos: upos as Upos, xpos, head: -1, relation: 'root' }], head: 0 };
}

/** Puts dependents before and after a head and joins them to one phrase. */
export function phrase(head: Phrase, before: readonly Dependent[], after: readonly Dependent[] = []): Phrase {
  const words: PhraseWord[] = [];
  const start = before.reduce((sum, [, { words: inner }]) => sum + inner.length, 0);
  const top = start + head.head;
  const place = (inner: Phrase, relation: string | undefined): void => {
    const base = words.length;
    for (const one of inner.words) {
      if (one.head >= 0) words.push({ ...one, head: base + one.head });
      else if (relation === undefined) words.push(one);
      else words.push({ ...one, head: top, relation });
    }
  };
  for (const [relation, inner] of before) place(inner, relation);
  place(head, undefined);
  for (const [relation, inner] of after) place(inner, relation);
  return { words, head: top };
}

/** Whether a verb with this subject is in the plural; "the United States" is not. */
export function isPlural({ words, head }: Phrase): boolean {
  const top = words[head];
  if (words.some(({ relation, head: up }) => relation === 'conj' && up === head)) return true;
  if (top?.xpos === 'PRP') return /^(?:we|they)$/i.test(top.form);
  return top?.xpos === 'NNS' || (top?.xpos === 'NNPS' && /(?:ans|is)$/.test(top.form));
}
