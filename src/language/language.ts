import { contextOf, lemmaOf } from './lemmatiser.js';
import { type Model, type ModelCard, readModel } from './model-file.js';
import { nameParts } from './name-parts.js';
import { network, type Readings } from './network.js';
import { ownString, sole } from './own-string.js';
import { type ParsedText, parsedText } from './parsed-text.js';
import { joined, pieces, places } from './pieces.js';
import { segment } from './segment.js';
import type { ParsedSentence, Sentence, TaggedSentence, Upos } from './types.js';
import { type WordVectors, wordVectors } from './word-vectors.js';

/** An English that is loaded and ready; every method is synchronous and may be called any number of times. */
export interface Language {
  /** Data, licence and figures of the model. */
  readonly card: ModelCard;
  readonly vectors: WordVectors;
  readonly segment: (text: string) => Sentence[];
  /** Tags and lemmas of a sentence's words. */
  readonly tag: (sentence: Sentence) => TaggedSentence;
  /** The dependency tree of a sentence, tagged or not; the tree makes tags of names surer than `tag` has them. */
  readonly parse: (sentence: Sentence | TaggedSentence) => ParsedSentence;
  /** A text's sentences, tagged; faster than one by one, since sentences are worked on together. */
  readonly tagText: (text: string) => TaggedSentence[];
  /** All of it: a text's sentences, tagged and parsed. */
  readonly analyse: (text: string) => ParsedSentence[];
  /** The same as columns of numbers over the whole text, for who counts rather than looks. */
  readonly read: (text: string) => ParsedText;
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
  const tagNames = model.tags.map((tag) => splitTag(tag));
  const labels = model.labels.map(sole);
  const uposNames = tagNames.map(({ upos }) => upos);
  const xposNames = tagNames.map(({ xpos }) => xpos);
  const net = network(model.network, model.tags.length, model.labels.indexOf('root'));
  const lemmaAt: LemmaAt = (forms, i, tag) => {
    const [form, upos, xpos] = [forms[i] as string, uposNames[tag] as string, xposNames[tag] as string];
    return lemmaOf(model.lemmas, form, xpos, i === 0, upos, contextOf(forms, i));
  };
  const lemmas = lemmaCache(lemmaAt);
  const mendNames = nameParts(model.tags, model.labels);
  const root = model.labels.indexOf('root');

  /** Upos, xpos and lemmas of the sentence whose words are in the readings from `first` on. */
  const tagColumns = ({ forms, length }: Sentence, { tags, slots }: Readings, first: number) => {
    if (lemmas.age !== net.age) lemmas.clear(net.age);
    const upos: Upos[] = new Array(length);
    const xpos: string[] = new Array(length);
    const lemma: string[] = new Array(length);
    for (let i = 0; i < length; i++) {
      const number = tags[first + i] as number;
      upos[i] = uposNames[number] as Upos;
      xpos[i] = xposNames[number] as string;
      lemma[i] = lemmas.get(slots[first + i] as number, forms, i, number);
    }
    return { upos, xpos, lemmas: lemma };
  };

  const treeColumns = (length: number, readings: Readings, first: number) => {
    const heads = new Int32Array(length);
    const deprels: string[] = new Array(length);
    for (let i = 0; i < length; i++) {
      heads[i] = (readings.heads[first + i] as number) - 1;
      deprels[i] = heads[i] === -1 ? 'root' : (labels[readings.relations[first + i] as number] as string);
    }
    return { heads, deprels };
  };

  /** Reads sentences batch by batch and makes of each what `view` says. */
  const readAll = <T>(
    sentences: readonly Sentence[],
    deep: boolean,
    view: (sentence: Sentence, readings: Readings, first: number) => T,
  ): T[] => {
    const views: T[] = new Array(sentences.length);
    for (let at = 0; at < sentences.length; ) {
      const count = net.batchFrom(sentences, at);
      const batch = sentences.slice(at, at + count);
      const readings = net.read(
        batch.map(({ forms }) => forms),
        deep,
      );
      let first = 0;
      for (const sentence of batch) {
        if (deep) mendNames(sentence.forms, readings, first + 1);
        views[at++] = view(sentence, readings, first + 1);
        first += sentence.length + 1;
      }
    }
    return views;
  };

  const tagged = (sentence: Sentence, readings: Readings, first: number): TaggedSentence => ({
    ...places(sentence),
    ...tagColumns(sentence, readings, first),
  });
  // Field by field: spreading several objects into one takes the engine several times as long.
  const parsed = (sentence: Sentence, readings: Readings, first: number): ParsedSentence => {
    const { start, end, length, forms, starts, ends } = sentence;
    const known = 'upos' in sentence ? (sentence as TaggedSentence) : tagColumns(sentence, readings, first);
    const { upos, xpos, lemmas } = known;
    const { heads, deprels } = treeColumns(length, readings, first);
    return { start, end, length, forms, starts, ends, upos, xpos, lemmas, heads, deprels };
  };

  const tag = (sentence: Sentence): TaggedSentence =>
    joined(readAll(pieces(sentence), false, tagged), sentence) as TaggedSentence;
  const parse = (sentence: Sentence | TaggedSentence): ParsedSentence =>
    joined(readAll(pieces(sentence), true, parsed), sentence) as ParsedSentence;
  const tagText = (text: string): TaggedSentence[] => readAll(segment(text), false, tagged);
  const analyse = (text: string): ParsedSentence[] => readAll(segment(text), true, parsed);

  const read = (text: string): ParsedText => {
    const sentences = segment(text);
    const sentenceStarts = new Int32Array(sentences.length + 1);
    for (const [s, { length }] of sentences.entries())
      sentenceStarts[s + 1] = (sentenceStarts[s] as number) + length;
    const length = sentenceStarts[sentences.length] as number;
    const columns = {
      starts: new Int32Array(length),
      ends: new Int32Array(length),
      tags: new Uint8Array(length),
      heads: new Int32Array(length),
      relations: new Uint8Array(length),
    };
    let at = 0;
    readAll(sentences, true, (sentence, readings, first) => {
      columns.starts.set(sentence.starts, at);
      columns.ends.set(sentence.ends, at);
      columns.tags.set(readings.tags.subarray(first, first + sentence.length), at);
      for (let i = 0; i < sentence.length; i++) {
        const head = readings.heads[first + i] as number;
        columns.heads[at + i] = head === 0 ? -1 : at + head - 1;
        columns.relations[at + i] = head === 0 ? root : (readings.relations[first + i] as number);
      }
      at += sentence.length;
    });
    const names = { tagNames, relationNames: model.labels };
    return parsedText({ text, length, sentenceStarts, ...columns, ...names }, lemmaAt);
  };

  return {
    card: model.card,
    vectors: wordVectors(model.network),
    segment,
    tag,
    parse,
    tagText,
    analyse,
    read,
  };
}

function splitTag(tag: string): { upos: Upos; xpos: string } {
  const bar = tag.indexOf('|');
  // The trainer writes only tags of the 17.
  return { upos: sole(tag.slice(0, bar)) as Upos, xpos: sole(tag.slice(bar + 1)) };
}

/** The lemma of word `i` under a joint tag. */
type LemmaAt = (forms: readonly string[], i: number, tag: number) => string;

/** Lemmas of the forms that were met, by slot, tag and what else decides: at hand the last of each form, in a map the others. */
function lemmaCache(lemmaAt: LemmaAt) {
  let keys: number[] = [];
  let values: string[] = [];
  let others = new Map<number, string>();
  return {
    age: 0,
    clear(age: number): void {
      this.age = age;
      keys = [];
      values = [];
      others = new Map();
    },
    get(slot: number, forms: readonly string[], i: number, tag: number): string {
      const context = contextOf(forms, i);
      if (context?.next !== undefined) return lemmaAt(forms, i, tag);
      const shouted = context === undefined ? 0 : context.shouted ? 2 : 1;
      const key = 6 * tag + 2 * shouted + (i === 0 ? 1 : 0) + 1;
      if (keys[slot] === key) return values[slot] as string;
      const other = slot * MOST_KEYS + key;
      let lemma = others.get(other);
      if (lemma === undefined) {
        lemma = ownString(lemmaAt(forms, i, tag));
        others.set(other, lemma);
      }
      keys[slot] = key;
      values[slot] = lemma;
      return lemma;
    },
  };
}

/** Keys of a form's lemmas are below this: tags are counted in a byte. */
const MOST_KEYS = 2048;
