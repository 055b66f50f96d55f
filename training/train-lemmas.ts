import type { ConlluSentence } from '../src/language/conllu.js';
import { byEnding, endingTag, type LemmaRules, lemmaKey, scriptFor } from '../src/language/lemmatiser.js';

const LONGEST_ENDING = 6;
const LONGEST_SCRIPT = 4;
const ENDING_FROM = 3;
const ENDING_SHARE = 0.6;
/** Tags whose words are inflected; the rest are their own lemmas unless listed. */
const INFLECTED = /^(?:VB[DGNZ]|NNP?S|JJ[RS]|RB[RS])$/;

/** Learns edit scripts by tag and ending from the types of the training text, then lists what they get wrong. */
export function trainLemmas(sentences: readonly ConlluSentence[], known: LemmaRules['known']): LemmaRules {
  const types = lemmaTypes(sentences, true);
  const endings = learnEndings(lemmaTypes(sentences, false));
  const exceptions = new Map<string, string>();
  for (const [type, lemma] of types) {
    const [key = '', tag = ''] = type.split('\t');
    if (byEnding({ endings, known }, key, tag) !== lemma) exceptions.set(type, lemma);
  }
  return { exceptions, endings, known };
}

/** The usual lemma of each form and tag; endings are not learnt from misspelt words, but those may be listed. */
function lemmaTypes(sentences: readonly ConlluSentence[], misspelt: boolean): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms, xpos, lemmas, feats } of sentences) {
    forms.forEach((form, i) => {
      const lemma = lemmas[i] ?? '_';
      if (lemma === '_' || /\s/.test(lemma) || (!misspelt && feats[i]?.includes('Typo=Yes'))) return;
      count(counts, `${lemmaKey(form, xpos[i] ?? '')}\t${xpos[i]}`, lemma);
    });
  }
  return new Map([...counts].sort().map(([type, lemmas]) => [type, mostFrequent(lemmas)]));
}

function learnEndings(types: ReadonlyMap<string, string>): Map<string, string> {
  const scripts = new Map<string, Map<string, number>>();
  for (const [type, lemma] of types) {
    const [key = '', tag = ''] = type.split('\t');
    const script = scriptFor(key, lemma);
    if (!INFLECTED.test(tag) || script.length > LONGEST_SCRIPT || key.charAt(0) !== lemma.charAt(0)) continue;
    for (let length = 0; length <= Math.min(LONGEST_ENDING, key.length); length++) {
      count(scripts, `${endingTag(tag)}\t${key.slice(key.length - length)}`, script);
    }
  }
  const endings = new Map<string, string>();
  const byLength = [...scripts].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [ending, counts] of byLength) {
    const best = mostFrequent(counts);
    const seen = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const whole = ending.endsWith('\t');
    const usual = (counts.get(best) ?? 0) >= ENDING_SHARE * seen;
    if (!whole && (seen < ENDING_FROM || !usual || shorter(endings, ending) === best)) continue;
    endings.set(ending, best);
  }
  return endings;
}

/** The script that a shorter ending already gives. */
function shorter(endings: ReadonlyMap<string, string>, ending: string): string | undefined {
  const [tag = '', letters = ''] = ending.split('\t');
  for (let from = 1; from <= letters.length; from++) {
    const script = endings.get(`${tag}\t${letters.slice(from)}`);
    if (script !== undefined) return script;
  }
  return undefined;
}

function count(counts: Map<string, Map<string, number>>, key: string, value: string): void {
  const inner = counts.get(key) ?? new Map<string, number>();
  inner.set(value, (inner.get(value) ?? 0) + 1);
  counts.set(key, inner);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
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
