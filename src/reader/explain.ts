import type { Mention } from '../gazetteer/index.js';
import { type Document, documentId, type Entry } from '../record/index.js';
import { codingOfDeed } from './coding.js';
import type { DateMention } from './dates.js';
import type { Deed } from './deed.js';
import { crosswalkType } from './lexicon.js';
import { begin, type Resources, readDocument, sceneOf } from './read.js';
import { type Opinion, opinionOn, relationGraph } from './relations/opinion.js';
import { rootOf } from './relations/roots.js';
import type { Scene } from './scene.js';
import { extent } from './tree.js';

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
    /** What the relation networks take it for, with the runner-up and the words that decided; they may differ from the rules. */
    readonly opinion: Opinion | undefined;
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
          opinion: opinionOf(resources, scene, deed, coding?.type),
        };
      }),
    };
  });
  return { sentences, entries: readDocument(resources, document) };
}

/** A second opinion on a deed: its parties are shown as if they were marked. */
function opinionOf(
  { relations, language }: Resources,
  scene: Scene,
  deed: Deed,
  type: string | undefined,
): Opinion | undefined {
  if (!relations || type === undefined) return undefined;
  const words = (heads: readonly number[]): Set<number> => {
    const all = new Set<number>();
    for (const head of heads) {
      const { first, last } = extent(scene.tree, head);
      for (let i = first; i <= last; i++) if (i !== deed.token) all.add(i);
    }
    return all;
  };
  const part = { scene, deeds: scene.deeds, source: words(deed.sources), recipient: words(deed.recipients) };
  const acts = deed.sources.length > 0;
  const suffers = deed.recipients.length > 0;
  const fit = acts ? (suffers ? 'both' : 'source') : suffers ? 'recipient' : 'neither';
  const answer = { type: rootOf(type), because: deed.because, silent: false, fit } as const;
  return opinionOn(relations, language.vectors, relationGraph(language.vectors, [part], answer));
}
