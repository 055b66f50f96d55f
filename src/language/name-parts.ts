import type { Readings } from './network.js';

/** Tags of a word that is taken for a common noun, and for a part of a name. */
const PAIRS = [
  ['NOUN|NN', 'PROPN|NNP'],
  ['NOUN|NNS', 'PROPN|NNPS'],
] as const;
const IN_NAMES = /^(?:compound|flat)/;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}{4}/u;

/**
 * Tags again what the tree shows to be parts of names: nouns with a capital that are joined to a name beside them
 * ("Executive Director", "the Joke List"), unless all longer words have capitals, as in headlines.
 *
 * @param tags names of the joint tags
 * @param labels names of the relations
 * @returns what changes the tags of the words from place `first` on; the place before is the root's
 */
export function nameParts(
  tags: readonly string[],
  labels: readonly string[],
): (forms: readonly string[], readings: Readings, first: number) => void {
  const nameOf = new Map(PAIRS.map(([noun, name]) => [tags.indexOf(noun), tags.indexOf(name)]));
  const isName = new Set(nameOf.values());
  const joins = labels.map((label) => IN_NAMES.test(label));
  return (forms, { tags: found, heads, relations }, first) => {
    /** Whether word `part` is joined to word `whole`, and the other of the two is a name. */
    const joined = (part: number, whole: number, other: number): boolean =>
      heads[first + part] === whole + 1 &&
      joins[relations[first + part] as number] === true &&
      isName.has(found[first + other] as number) &&
      CAPITAL.test(forms[other] as string);
    let running: boolean | undefined;
    for (let i = 1; i < forms.length; i++) {
      const name = nameOf.get(found[first + i] as number);
      if (name === undefined || name < 0 || !CAPITAL.test(forms[i] as string)) continue;
      const beside = i + 1 < forms.length ? [i - 1, i + 1] : [i - 1];
      if (!beside.some((other) => joined(i, other, other) || joined(other, i, other))) continue;
      running ??= forms.some((form, at) => at > 0 && SMALL.test(form));
      if (running) found[first + i] = name;
    }
  };
}
