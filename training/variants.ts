import type { ConlluSentence } from '../src/language/conllu.js';

/** Shares of sentences that are learnt in capitals, in small letters, and with a capital at every longer word. */
const CAPITALS = 0.03;
const SMALL = 0.02;
const TITLE = 0.03;

/** The forms of a sentence as telegrams, chats or headlines would have them, seldom; else as they are. */
export function variantForms({ forms }: ConlluSentence, random: () => number): readonly string[] {
  const draw = random();
  if (draw < CAPITALS) return forms.map((form) => form.toUpperCase());
  if (draw < CAPITALS + SMALL) return forms.map((form) => form.toLowerCase());
  if (draw < CAPITALS + SMALL + TITLE)
    return forms.map((form) => (form.length > 3 ? form.charAt(0).toUpperCase() + form.slice(1) : form));
  return forms;
}
