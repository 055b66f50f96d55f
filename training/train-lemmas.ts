import type { ConlluSentence } from '../src/language/conllu.js';
import { scriptFor, stemOf } from '../src/language/lemma-inflection.js';
import { type LemmaRules, lemmaKey, lemmaOf } from '../src/language/lemmatiser.js';
import { irregularForms } from './lemma-forms.js';

const LONGEST_ENDING = 5;
const LONGEST_SCRIPT = 3;
const ENDING_FROM = 2;
const ENDING_SHARE = 0.6;
/** The table of irregular forms counts as much as this many occurrences. */
const TABLE_WEIGHT = 2;
const NAME_FROM = 8;
/** What an occurrence counts in a source to one in the source before it. */
const SAY = 0.2;

type Counts = Map<string, number>;

/** One form under one joint tag, with its lemmas in the training text. */
interface Type {
  readonly key: string;
  readonly upos: string;
  readonly xpos: string;
  /** The form as it is written, with whether it always opened a sentence. */
  readonly forms: Map<string, boolean>;
  readonly lemmas: Counts;
  /** Occurrences that are not marked as misspelt. */
  sound: number;
}

/**
 * @param sources sentences of treebanks; where their habits differ ("people" is "people" or "person"), those of the first prevail
 * Lists bases, names and irregular forms and learns endings from the types of the training text; then lists what lemmas by
 * these rules are not those of the text, by Penn tag and, where that is not enough, by joint tag.
 */
export function trainLemmas(
  sources: readonly (readonly ConlluSentence[])[],
  known: LemmaRules['known'],
): LemmaRules {
  const types = trusted(lemmaTypes(sources));
  const exceptions = new Map<string, string>();
  const fallbacks: [slot: string, lemma: string][] = [];
  for (const { form, tags, mistaken, lemma } of irregularForms()) {
    for (const tag of tags) if (!exceptions.has(`${form}\t${tag}`)) exceptions.set(`${form}\t${tag}`, lemma);
    for (const tag of mistaken) fallbacks.push([`${form}\t${tag}`, lemma]);
  }
  const table = new Set(exceptions.keys());
  for (const base of bases(types)) exceptions.set(base, base.slice(0, base.indexOf('\t')));
  for (const name of names(types)) exceptions.set(`${name}\tNNP`, name);
  const rules = { exceptions, endings: learnEndings(types), known };

  const explained = ({ forms, xpos, upos }: Type, lemma: string): boolean =>
    [...forms].every(([form, initial]) => lemmaOf(rules, form, xpos, initial, upos) === lemma);
  const listed: typeof fallbacks = [];
  for (const [slot, same] of groups(types, ({ key, xpos }) => `${key}\t${xpos}`)) {
    const counts: Counts = new Map();
    for (const { lemmas } of same) for (const [lemma, n] of lemmas) count(counts, lemma, n);
    if (table.has(slot)) count(counts, exceptions.get(slot) ?? '', TABLE_WEIGHT);
    const lemma = mostFrequent(counts);
    if (!same.every((type) => explained(type, lemma))) listed.push([slot, lemma]);
  }
  for (const [slot, lemma] of listed) exceptions.set(slot, lemma);
  for (const type of types) {
    const { key, upos, xpos, lemmas } = type;
    if (total(lemmas) < TABLE_WEIGHT && table.has(`${key}\t${xpos}`)) continue;
    const lemma = mostFrequent(lemmas);
    if (!explained(type, lemma)) exceptions.set(`${key}\t${upos}|${xpos}`, lemma);
  }
  const seen = new Set(types.map(({ key, xpos }) => `${key}\t${xpos}`));
  for (const [slot, lemma] of fallbacks)
    if (!seen.has(slot) && !exceptions.has(slot)) exceptions.set(slot, lemma);
  return rules;
}

function lemmaTypes(sources: readonly (readonly ConlluSentence[])[]): Type[] {
  const types = new Map<string, Type>();
  const sentences = sources.flatMap((source, n) =>
    source.map((sentence) => ({ sentence, weight: SAY ** n })),
  );
  for (const { sentence, weight } of sentences) {
    const { forms, upos, xpos, lemmas, feats } = sentence;
    forms.forEach((form, i) => {
      const lemma = lemmas[i] ?? '_';
      const [one = '', other = ''] = [upos[i], xpos[i]];
      if (lemma === '_' || /\s/.test(lemma)) return;
      const key = lemmaKey(form, other);
      const name = `${key}\t${one}|${other}`;
      const type = types.get(name) ?? {
        key,
        upos: one,
        xpos: other,
        forms: new Map(),
        lemmas: new Map(),
        sound: 0,
      };
      types.set(name, type);
      type.forms.set(form, (type.forms.get(form) ?? true) && i === 0);
      count(type.lemmas, lemma, weight);
      if (!feats[i]?.includes('Typo=Yes')) type.sound++;
    });
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, type]) => type);
}

/** Without words that were once written for another ("aboard" for "abroad"); true misspellings stay. */
function trusted(types: readonly Type[]): Type[] {
  const words = new Set(types.filter(({ sound }) => sound > 0).map(({ key }) => key));
  return types.filter(({ key, sound, lemmas }) => sound > 0 || !words.has(key) || total(lemmas) > 1);
}

const BASES: Readonly<Record<string, string>> = { VERB: 'VB', AUX: 'VB', NOUN: 'NN', ADJ: 'JJ', ADV: 'JJ' };

/** Slots of the lemmas of verbs, nouns and adjectives that are seen by themselves or through two of their forms. */
function bases(types: readonly Type[]): string[] {
  const seen: Counts = new Map();
  for (const { key, upos, xpos, sound, lemmas } of types) {
    const tag = BASES[upos];
    if (tag === undefined || xpos === 'GW' || sound === 0) continue;
    for (const lemma of lemmas.keys())
      if (/^\p{Ll}{2,}$/u.test(lemma)) count(seen, `${lemma}\t${tag}`, key === lemma ? 2 : 1);
  }
  return [...seen].filter(([, n]) => n > 1).map(([slot]) => slot);
}

/** Names that are seen often enough, and never as another word, to know that they have a capital. */
function names(types: readonly Type[]): string[] {
  const isName = ({ upos }: Type): boolean => upos === 'PROPN' || upos === 'X';
  const words = new Set(types.filter((type) => !isName(type)).map(({ key }) => key.toLowerCase()));
  return types
    .filter(({ key, xpos, sound }) => xpos === 'NNP' && sound >= NAME_FROM && /^\p{Lu}\p{Ll}+$/u.test(key))
    .map(({ key }) => key)
    .filter((key) => !words.has(key.toLowerCase()));
}

function learnEndings(types: readonly Type[]): Map<string, string> {
  const scripts = new Map<string, Counts>();
  for (const { key, xpos, sound, lemmas } of types) {
    const { stem, base } = stemOf(key, xpos) ?? { stem: '', base: '' };
    const lemma = mostFrequent(lemmas);
    if (sound === 0 || stem === '' || !lemma.startsWith(stem.slice(0, 2))) continue;
    const script = scriptFor(stem, lemma);
    if (script.length > LONGEST_SCRIPT) continue;
    for (let length = 1; length <= Math.min(LONGEST_ENDING, stem.length); length++) {
      const ending = `${base}\t${stem.slice(-length).toLowerCase()}`;
      const counts = scripts.get(ending) ?? new Map();
      count(counts, script);
      scripts.set(ending, counts);
    }
  }
  const endings = new Map<string, string>();
  const byLength = [...scripts].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [ending, counts] of byLength) {
    const best = mostFrequent(counts);
    const usual = (counts.get(best) ?? 0) >= ENDING_SHARE * total(counts);
    if (total(counts) >= ENDING_FROM && usual && shorter(endings, ending) !== best) endings.set(ending, best);
  }
  return endings;
}

/** The script that a shorter ending already gives. */
function shorter(endings: ReadonlyMap<string, string>, ending: string): string | undefined {
  const [base = '', letters = ''] = ending.split('\t');
  for (let from = 1; from < letters.length; from++) {
    const script = endings.get(`${base}\t${letters.slice(from)}`);
    if (script !== undefined) return script;
  }
  return undefined;
}

function groups(types: readonly Type[], keyOf: (type: Type) => string): Map<string, Type[]> {
  const all = new Map<string, Type[]>();
  for (const type of types) {
    const same = all.get(keyOf(type));
    if (same) same.push(type);
    else all.set(keyOf(type), [type]);
  }
  return all;
}

function count(counts: Counts, value: string, by = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

const total = (counts: Counts): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

function mostFrequent(counts: Counts): string {
  let best = '';
  let most = 0;
  for (const [value, n] of counts) {
    if (n > most || (n === most && value < best)) {
      best = value;
      most = n;
    }
  }
  return best;
}
