import type { Mention } from '../gazetteer/index.js';
import { type Document, documentId, type Entry } from '../record/index.js';
import { codingOfDeed } from './coding.js';
import type { DateMention } from './dates.js';
import { candidateOf } from './events.js';
import { crosswalkType } from './lexicon.js';
import { begin, type Resources, readDocument, sceneOf } from './read.js';
import type { Review } from './relations/review.js';

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
    /** What the relation networks made of it, with the runner-up and the words that decided; none where they are not asked. */
    readonly review: Review | undefined;
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
    running.discourse.note(scene.cast);
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
      deeds: scene.deeds.map((deed) => {
        const coding = codingOfDeed(resources.lexicon, deed);
        return {
          word: sentence.forms[deed.token] ?? '',
          act: deed.act,
          stage: deed.reversed ? `${deed.stage}, ended` : deed.stage,
          type: coding?.type,
          cameo: coding?.cameo,
          crosswalk: coding && crosswalkType(resources.lexicon, coding),
          sources: words(deed.sources),
          recipients: words(deed.recipients),
          because: deed.because,
          review: candidateOf(scene, deed)?.review,
        };
      }),
    };
  });
  return { sentences, entries: readDocument(resources, document) };
}
