/**
 * Lemmas by edit scripts (Chrupała 2006): "cut n characters, add these" learnt for each tag from the ends of words,
 * and a list of the forms that no ending explains.
 */
export interface LemmaRules {
  /** Form and tag, with a tab between: lemma. Forms are lower case but for proper nouns. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Tag and ending, with a tab between: script `n|added`. */
  readonly endings: ReadonlyMap<string, string>;
}

const LONGEST_ENDING = 6;
const LONGEST_FORM = 100;

/**
 * The lemma of a form under a Penn tag.
 *
 * @param initial whether the word opens its sentence, where a capital says nothing
 */
export function lemmaOf(rules: LemmaRules, form: string, tag: string, initial: boolean): string {
  if (form.length > LONGEST_FORM) return form;
  const key = lemmaKey(form, tag, initial);
  return rules.exceptions.get(`${key}\t${tag}`) ?? byEnding(rules.endings, key, tag);
}

/** The form whose ending is looked up: proper nouns, acronyms and capitalised adjectives keep their capitals. */
export function lemmaKey(form: string, tag: string, initial: boolean): string {
  if (tag.startsWith('NNP')) return form;
  const lower = form.toLowerCase();
  if (lower === form) return form;
  if (tag.startsWith('NN') && form.length <= 6 && /^\p{Lu}{2,}s?$/u.test(form)) return form;
  if (tag === 'JJ' && !initial && /^\p{Lu}\p{Ll}/u.test(form)) return form;
  return lower;
}

/** Applies the script of the longest ending that is known for the tag. */
export function byEnding(endings: ReadonlyMap<string, string>, key: string, tag: string): string {
  for (let length = Math.min(LONGEST_ENDING, key.length); length >= 0; length--) {
    const script = endings.get(`${tag}\t${key.slice(key.length - length)}`);
    if (script !== undefined) return edit(key, script);
  }
  return key;
}

/** The script that turns a form into its lemma. */
export function scriptFor(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}|${lemma.slice(same)}`;
}

function edit(form: string, script: string): string {
  const bar = script.indexOf('|');
  return form.slice(0, form.length - Number(script.slice(0, bar))) + script.slice(bar + 1);
}
