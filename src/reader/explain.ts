import type { Mention } from '../gazetteer/index.js';
import { type Document, documentId, type Entry } from '../record/index.js';
import { codingOfDeed } from './coding.js';
import type { DateMention } from './dates.js';
import { type Judgement, judgementOn } from './judges/judgement.js';
import { triggersOf } from './judges/triggers.js';
import { crosswalkType } from './lexicon.js';
import { begin, noteSentence, type Resources, readDocument, sceneOf } from './read.js';

/** What each step of reading made of a sentence. */
export interface Explanation {
  readonly sentences: readonly SentenceExplanation[];
  readonly entries: readonly Entry[];
}

export interface SentenceExplanation {
  readonly text: string;
  readonly tokens: readonly {
    readonly form: string;
    readonly lemma: string;
    readonly upos: string;
    readonly xpos: string;
    /** 1-based within the sentence, 0 for the root, as in CoNLL-U. */
    readonly head: number;
    readonly deprel: string;
  }[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly deeds: readonly {
    readonly word: string;
    readonly act: string;
    readonly stage: string;
    readonly type: string | undefined;
    readonly cameo: string | undefined;
    /** PLOVER type by the crosswalk from CAMEO. */
    readonly crosswalk: string | undefined;
    readonly sources: readonly string[];
    readonly recipients: readonly string[];
    readonly because: readonly string[];
    /** What the judges made of it, with the runner-up and what decided; none where they are not asked. */
    readonly judgement: Judgement | undefined;
  }[];
}

/** Runs all steps on a sentence (or several) and keeps what each gave. */
export function explainSentence(
  resources: Resources,
  text: string,
  options: { date?: string; speaker?: string },
): Explanation {
  const document: Document = {
    id: documentId(text),
    sources: [],
    authors: [],
    language: 'en',
    text,
    genre: 'news',
    ...(options.date === undefined ? {} : { published: options.date }),
    ...(options.speaker === undefined ? {} : { speaker: options.speaker }),
  };
  const running = begin(document);
  const sentences = resources.language.analyse(text).map((sentence): SentenceExplanation => {
    const scene = sceneOf(resources, document, sentence, running);
    noteSentence(running, scene);
    const words = (tokens: readonly number[]) => tokens.map((t) => sentence.forms[t] ?? '');
    return {
      text: text.slice(sentence.start, sentence.end),
      tokens: sentence.forms.map((form, i) => ({
        form,
        lemma: sentence.lemmas[i] ?? '',
        upos: sentence.upos[i] ?? 'X',
        xpos: sentence.xpos[i] ?? '',
        head: (sentence.heads[i] ?? -1) + 1,
        deprel: sentence.deprels[i] ?? '',
      })),
      mentions: scene.cast.mentions,
      dates: scene.dates,
      deeds: triggersOf(scene).flatMap((trigger) => {
        const { deed, silent } = trigger;
        const judgement = judgementOn(scene, trigger);
        // Of verbs that the rules know no act for, only those that the judges take for one are told.
        if (silent && !judgement?.event) return [];
        const coding = silent ? undefined : codingOfDeed(resources.lexicon, deed);
        return [
          {
            word: sentence.forms[deed.token] ?? '',
            act: silent ? 'none known' : deed.act,
            stage: deed.reversed ? `${deed.stage}, ended` : deed.stage,
            type: coding?.type,
            cameo: coding?.cameo,
            crosswalk: coding && crosswalkType(resources.lexicon, coding),
            sources: words(deed.sources),
            recipients: words(deed.recipients),
            because: deed.because,
            judgement,
          },
        ];
      }),
    };
  });
  return { sentences, entries: readDocument(resources, document) };
}
