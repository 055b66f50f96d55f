import { casedForm } from './lemma-case.js';
import { inflectedBase } from './lemma-inflection.js';
import type { LemmaRules } from './lemma-rules.js';

export type { LemmaRules } from './lemma-rules.js';

/** What the words around say of the few forms that need them. */
export interface LemmaContext {
  /** For "'s" and "'d": the next word that is no adverb. */
  readonly next?: string;
  /** For a form in capitals: whether the words around it are in capitals too, so that its own say nothing. */
  readonly shouted?: boolean;
}

const LONGEST_FORM = 100;
/** "Plan B": a letter that stands for itself. */
const LETTER = /^\p{Lu}$/u;

/**
 * The lemma of a form under a Penn tag.
 *
 * @param initial whether the word opens its sentence, where a capital says nothing
 * @param upos the universal tag: "United" is a verb in one treebank's names, an adjective in another's
 * @param context what `contextOf` found
 */
export function lemmaOf(
  rules: LemmaRules,
  form: string,
  tag: string,
  initial: boolean,
  upos = '',
  context: LemmaContext = {},
): string {
  if (form.length > LONGEST_FORM || (tag === 'NN' && LETTER.test(form))) return form;
  const { exceptions } = rules;
  const key = lemmaKey(form, tag);
  const listed = exceptions.get(`${key}\t${upos}|${tag}`) ?? exceptions.get(`${key}\t${tag}`);
  if (listed !== undefined)
    return context.next === undefined ? listed : cliticVerb(rules, key, listed, context.next.toLowerCase());
  const plain = unstretched(rules, form, tag);
  if (plain !== form) return lemmaOf(rules, plain, tag, initial, upos, context);
  const meant = FIRM.test(tag) ? undefined : rules.spelt?.(form);
  if (meant !== undefined) return lemmaOf(rules, meant, tag, initial, upos, context);
  const cased = casedForm(rules, form, tag, initial, context.shouted ?? false);
  return inflectedBase(rules, cased, tag, upos);
}

/** The form that is looked up: only proper nouns keep their capitals. */
export function lemmaKey(form: string, tag: string): string {
  return (tag.startsWith('NNP') ? form : form.toLowerCase()).replaceAll('’', "'");
}

/** What `lemmaOf` asks of the words around word `i`; undefined for the many forms whose lemma they cannot change. */
export function contextOf(forms: readonly string[], i: number): LemmaContext | undefined {
  const form = forms[i] as string;
  if (form.length < 2) return undefined;
  if (CLITIC.test(form)) {
    let at = i + 1;
    while (at < forms.length && BETWEEN.test(forms[at] as string)) at++;
    return { next: forms[at] ?? '' };
  }
  return CAPITALS.test(form) ? { shouted: inCapitals(forms, i) } : undefined;
}

const CLITIC = /^['’][sd]$/i;
/** Words that stand between an auxiliary and its verb. */
const BETWEEN =
  /^(?:n['’]t|not|\p{L}+ly|just|already|also|always|ever|never|now|only|still|yet|long|since|almost)$/iu;
const CAPITALS = /^\p{Lu}[\p{Lu}\d'’.-]+$/u;
const LOUD = /^\p{Lu}{2,}$/u;

/** Whether the word before or after is in capitals too, or most words of the sentence. */
function inCapitals(forms: readonly string[], i: number): boolean {
  const loud = (at: number): boolean => LOUD.test(forms[at] ?? '');
  if (loud(i - 1) || loud(i + 1)) return true;
  let words = 0;
  let capitals = 0;
  for (let at = 0; at < forms.length; at++) {
    if (at === i || !/^\p{L}{2}/u.test(forms[at] as string)) continue;
    words++;
    if (loud(at)) capitals++;
  }
  return capitals > 0.6 * words;
}

/** "'s" is "has" before some participles; "'d" is "had" before every participle, "would" before every base. */
function cliticVerb({ exceptions }: LemmaRules, clitic: string, listed: string, next: string): string {
  if (clitic === "'s") return listed === 'be' && AFTER_HAS.test(next) ? 'have' : listed;
  if (listed !== 'have' && listed !== 'would') return listed;
  const base = exceptions.get(`${next}\tVB`) === next;
  const participle = next === 'better' || next.endsWith('ed') || exceptions.has(`${next}\tVBN`);
  return base === participle ? listed : base ? 'would' : 'have';
}

/** Participles that never follow "is". */
const AFTER_HAS = /^(?:been|got|gotten|had|become)$/;

/** "Soooo goood": a form that does not exist, without the letters that stretch it. */
function unstretched({ known, exceptions }: LemmaRules, form: string, tag: string): string {
  if (!STRETCHED.test(form) || !WORD.test(form) || NEVER_STRETCHED.test(tag)) return form;
  const key = form.toLowerCase();
  if (known.has(key)) return form;
  for (const times of ['$1$1', '$1']) {
    const shorter = key.replace(/(\p{L})\1{2,}/gu, times);
    if (known.has(shorter) || exceptions.has(`${shorter}\t${tag}`)) return shorter;
  }
  return form;
}

const STRETCHED = /(\p{L})\1\1/iu;
const WORD = /^\p{L}(?:\p{Ll}+|\p{Lu}+)$/u;
/** Names, numbers, foreign words. */
const FIRM = /^(?:NNPS?|CD|FW|ADD|GW|LS)$/;
/** As much of those as is never stretched; what is taken for a name may be ("Sooooo good"). */
const NEVER_STRETCHED = /^(?:NNPS|CD|FW|ADD|GW|LS)$/;
