import { featureTable } from './feature-table.js';
import { missingFinite } from './finite.js';
import { type LemmaRules, lemmaOf } from './lemmatiser.js';
import { lexicon, prune, rowOf, STRIDE, WORD } from './lexicon.js';
import { type Model, type ModelCard, readModel } from './model-file.js';
import { parser } from './parser.js';
import { segment } from './segment.js';
import { tagger } from './tagger.js';
import { begin, parseState } from './transitions.js';
import { type ParsedSentence, type Sentence, type TaggedSentence, UPOS, type Upos } from './types.js';

/** An English that is loaded and ready; every method is synchronous and may be called any number of times. */
export interface Language {
  /** Data, licence and figures of the model. */
  readonly card: ModelCard;
  readonly segment: (text: string) => Sentence[];
  /** Tags and lemmas of a sentence's words. */
  readonly tag: (sentence: Sentence) => TaggedSentence;
  /** The dependency tree of a sentence, tagged or not. */
  readonly parse: (sentence: Sentence | TaggedSentence) => ParsedSentence;
  /** All of it: a text's sentences, tagged and parsed. */
  readonly analyse: (text: string) => ParsedSentence[];
}

/**
 * Makes a language from the bytes of a model, decompressed. No I/O: in a browser, fetch the file and pass it through
 * `DecompressionStream('gzip')`.
 *
 * @throws Error when the bytes are no model of this version
 */
export function createLanguage(bytes: Uint8Array): Language {
  return languageOf(readModel(bytes));
}

/** Makes a language from a model in memory, as the trainer does. */
export function languageOf(model: Model): Language {
  const words = lexicon(model.entries);
  const numberOf = (tag: string): number | undefined => {
    const number = model.tags.indexOf(tag);
    return number < 0 ? undefined : number;
  };
  const tagNames = model.tags.map((tag) => splitTag(tag));
  const uposNames = tagNames.map(({ upos }) => upos);
  const xposNames = tagNames.map(({ xpos }) => xpos);
  const uposNumbers = Int32Array.from(uposNames, (upos) => UPOS.indexOf(upos));
  const runTagger = tagger(words, featureTable(model.tagger), model.tags.length);
  const runParser = parser(featureTable(model.parser), model.labels.length);
  const state = parseState(model.labels.length, model.labels.indexOf('root'));
  const lemmas = lemmaCache(model.lemmas, xposNames);
  const finiteTags = { VBD: numberOf('VERB|VBD'), VBZ: numberOf('VERB|VBZ') };
  let rows = new Int32Array(512);
  let tags = new Int32Array(512);

  const look = (sentence: Sentence): void => {
    if (prune(words)) lemmas.clear();
    if (sentence.length > rows.length) {
      rows = new Int32Array(2 * sentence.length);
      tags = new Int32Array(2 * sentence.length);
    }
    for (let i = 0; i < sentence.length; i++) rows[i] = rowOf(words, sentence.forms[i] as string);
  };

  const tag = (sentence: Sentence): TaggedSentence => {
    look(sentence);
    runTagger(rows, sentence.length, tags);
    const mend = missingFinite(sentence.forms, (i) => xposNames[tags[i] as number] as string);
    if (mend) tags[mend.at] = finiteTags[mend.xpos] ?? (tags[mend.at] as number);
    return {
      start: sentence.start,
      end: sentence.end,
      length: sentence.length,
      forms: sentence.forms,
      starts: sentence.starts,
      ends: sentence.ends,
      ...tagColumns(sentence),
    };
  };

  const tagColumns = ({ forms, length }: Sentence) => {
    const upos: Upos[] = new Array(length);
    const xpos: string[] = new Array(length);
    const lemma: string[] = new Array(length);
    for (let i = 0; i < length; i++) {
      const number = tags[i] as number;
      upos[i] = uposNames[number] as Upos;
      xpos[i] = xposNames[number] as string;
      lemma[i] = lemmas.get(rows[i] as number, forms[i] as string, number, i === 0);
    }
    return { upos, xpos, lemmas: lemma };
  };

  const attach = (tagged: TaggedSentence): ParsedSentence => {
    const { length } = tagged;
    begin(state, length);
    for (let i = 0; i < length; i++) {
      const number = tags[i] as number;
      state.words[i] = words.columns[(rows[i] as number) * STRIDE + WORD] as number;
      state.tags[i] = number;
      state.upos[i] = uposNumbers[number] as number;
    }
    runParser(state);
    const heads = state.heads.slice(0, length);
    const deprels: string[] = new Array(length);
    for (let i = 0; i < length; i++) {
      if (heads[i] === length) heads[i] = -1;
      deprels[i] = model.labels[state.relations[i] as number] as string;
    }
    return {
      start: tagged.start,
      end: tagged.end,
      length,
      forms: tagged.forms,
      starts: tagged.starts,
      ends: tagged.ends,
      upos: tagged.upos,
      xpos: tagged.xpos,
      lemmas: tagged.lemmas,
      heads,
      deprels,
    };
  };

  const tagNumbers = new Map(model.tags.map((name, number) => [name, number]));
  const parse = (sentence: Sentence | TaggedSentence): ParsedSentence => {
    if (!('upos' in sentence)) return attach(tag(sentence));
    look(sentence);
    for (let i = 0; i < sentence.length; i++) {
      const upos = sentence.upos[i] as Upos;
      tags[i] = tagNumbers.get(`${upos}|${sentence.xpos[i]}`) ?? Math.max(0, uposNames.indexOf(upos));
    }
    return attach(sentence);
  };

  const analyse = (text: string): ParsedSentence[] => segment(text).map((sentence) => attach(tag(sentence)));

  return { card: model.card, segment, tag, parse, analyse };
}

function splitTag(tag: string): { upos: Upos; xpos: string } {
  const bar = tag.indexOf('|');
  // The trainer writes only tags of the 17.
  return { upos: tag.slice(0, bar) as Upos, xpos: tag.slice(bar + 1) };
}

/** The last lemma of each form, with the tag it had: the next time the form mostly has the same tag. */
function lemmaCache(rules: LemmaRules, xpos: readonly string[]) {
  let keys: number[] = [];
  let values: string[] = [];
  return {
    clear(): void {
      keys = [];
      values = [];
    },
    get(row: number, form: string, tag: number, initial: boolean): string {
      const key = 2 * tag + (initial ? 1 : 0) + 1;
      if (keys[row] === key) return values[row] as string;
      const lemma = lemmaOf(rules, form, xpos[tag] as string, initial);
      keys[row] = key;
      values[row] = lemma;
      return lemma;
    },
  };
}
