/** Tags by which a sentence shows a finite verb. */
const FINITE = new Set(['VBD', 'VBP', 'VBZ', 'MD']);
const SUBJECT = new Set(['NNP', 'NNPS', 'PRP']);
const OBJECT_START = new Set(['DT', 'JJ', 'NN', 'NNS', 'NNP', 'NNPS', 'PRP$', 'CD', 'IN', 'TO']);

/**
 * A statement that ends in a full stop has a finite verb as a rule. Where the tagger found none, the participle behind a
 * name ("Germany donated supplies.") or the plural noun behind a name and an adverb ("The States regularly engages in")
 * is it. Greedy taggers err so because forms in -ed and -s are open, and texts of the web have many fragments.
 *
 * @param xpos Penn tags of the words
 * @returns which word is to have which Penn tag; `undefined` where nothing is to be mended
 */
export function missingFinite(
  forms: readonly string[],
  xpos: (i: number) => string,
): { readonly at: number; readonly xpos: 'VBD' | 'VBZ' } | undefined {
  const last = forms.length - 1;
  if (last < 3 || forms[last] !== '.' || xpos(0) === 'VB') return undefined;
  for (let i = 0; i <= last; i++) if (FINITE.has(xpos(i))) return undefined;
  for (let i = 1; i < last - 1; i++) {
    const adverb = xpos(i - 1) === 'RB';
    const before = xpos(adverb ? i - 2 : i - 1);
    if (!SUBJECT.has(before) || !OBJECT_START.has(xpos(i + 1))) continue;
    if (xpos(i) === 'VBN') return { at: i, xpos: 'VBD' };
    if (adverb && xpos(i) === 'NNS') return { at: i, xpos: 'VBZ' };
  }
  return undefined;
}
