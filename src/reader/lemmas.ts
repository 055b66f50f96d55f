/**
 * Mends lemmas of rare verbs: where the statistical lemma is no predicate that the tables know but a regular reading
 * of the form is, that reading is taken ("blockaded": `blockad` → `blockade`).
 */
export function mendedLemma(form: string, lemma: string, isKnown: (lemma: string) => boolean): string {
  if (isKnown(lemma)) return lemma;
  const word = form.toLowerCase();
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    for (const replacement of replacements) if (isKnown(stem + replacement)) return stem + replacement;
    const doubled = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : '';
    if (doubled !== '' && isKnown(doubled)) return doubled;
  }
  return isKnown(word) ? word : lemma;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ied', ['y', 'ie']],
  ['ies', ['y', 'ie']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['d', ['']],
];
