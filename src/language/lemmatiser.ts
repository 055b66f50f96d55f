/**
 * Lemmas by edit scripts (Chrupała 2006): "cut n characters, add these" learnt for each tag from the ends of words,
 * and a list of the forms that no ending explains.
 */
export interface LemmaRules {
  /** Form and tag, with a tab between: lemma. Forms are lower case but for proper nouns. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Tag and ending, with a tab between: script `n|added`. */
  readonly endings: ReadonlyMap<string, string>;
  /** Lower-case forms that exist: the lexicon's. */
  readonly known: { has(form: string): boolean };
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
  const key = lemmaKey(form, tag);
  const listed = rules.exceptions.get(`${key}\t${tag}`);
  if (listed !== undefined) return listed;
  if (tag === 'CD') return /^\d[\d,.]*$/.test(key) ? key.replaceAll(',', '') : key;
  if (tag === 'ADD') return form; // addresses of the web and of mail
  if (keepsCapitals(rules, form, tag, initial)) return byEnding(rules, form, tag);
  const lemma = byEnding(rules, key, tag);
  return tag.startsWith('NNP') && !PARTICLE.test(lemma)
    ? lemma.charAt(0).toUpperCase() + lemma.slice(1)
    : lemma;
}

/** Parts of names that are written small. */
const PARTICLE = /^(?:\p{L}{1,2}|bin|ibn|van|von|der|den|del|dos|das)$/u;

/** The form whose ending is looked up: only proper nouns keep their capitals. */
export function lemmaKey(form: string, tag: string): string {
  return tag.startsWith('NNP') ? form : form.toLowerCase();
}

/** Single letters, unknown acronyms ("the ROK") and unknown capitalised adjectives inside a sentence ("Gambian"). */
function keepsCapitals({ known }: LemmaRules, form: string, tag: string, initial: boolean): boolean {
  if (tag === 'NN' && /^\p{Lu}$/u.test(form)) return true;
  if (known.has(form.toLowerCase())) return false;
  if (tag === 'NN' || tag === 'NNS') return form.length <= 6 && /^\p{Lu}{2,}s?$/u.test(form);
  return tag === 'JJ' && !initial && /^\p{Lu}\p{Ll}/u.test(form);
}

/**
 * Applies the script of the longest ending that is known for the tag; a shorter ending is preferred where only it gives a
 * word that exists ("bombed": bomb, not bom), and regular spelling decides where none does.
 */
export function byEnding(
  { endings, known }: Omit<LemmaRules, 'exceptions'>,
  key: string,
  tag: string,
): string {
  let first: string | undefined;
  for (let length = Math.min(LONGEST_ENDING, key.length); length >= 0; length--) {
    const script = endings.get(`${endingTag(tag)}\t${key.slice(key.length - length)}`);
    if (script === undefined) continue;
    const lemma = edit(key, script);
    if (first === undefined) first = lemma;
    if (lemma.length > 2 && known.has(lemma.toLowerCase())) return lemma;
  }
  return /^VB[DGN]$/.test(tag) ? regularVerb(key, known) : (first ?? key);
}

/** The base of an unknown verb by the rules of spelling: "provok|ing" takes its e again, "modell|ing" loses its l. */
function regularVerb(form: string, known: LemmaRules['known']): string {
  const stem = /^(.{2,})(?:ed|ing)$/.exec(form)?.[1];
  if (stem === undefined) return form; // irregular: "fled"
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  const single = stem.slice(0, -1);
  if (stem.at(-1) === stem.at(-2) && (known.has(single) || /[bdgmnprt]$/.test(stem))) return single;
  if (known.has(`${stem}e`) || LOSES_E.test(stem)) return `${stem}e`;
  return stem;
}

/** Stems of verbs in -e: one syllable ("wip|ed"), or ends that no English base has ("provok", "endors", "manag"). */
const LOSES_E =
  /^[^aeiou]+[aeiou][^aeiouwxy]$|[cgvzu]$|[^su]s$|[aeiou]k$|[^aeioul]l$|[^aeo](?:at|ud|ut|id|in|ir|um)$|[^e]ar$/;

/** Past tenses and past participles that are regular have the same endings. */
export const endingTag = (tag: string): string => (tag === 'VBN' ? 'VBD' : tag);

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
