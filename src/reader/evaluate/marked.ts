import { documentId, utf16Offset } from '../../record/index.js';
import { namesActor } from '../actors.js';
import type { Deed } from '../deed.js';
import { deedsOf } from '../deeds.js';
import { begin, noteSentence, type Resources, sceneOf } from '../read.js';
import type { Scene } from '../scene.js';

/** Scenes of a text that stands alone, as evaluation files give it. */
export function scenesOf(resources: Resources, text: string, date?: string): Scene[] {
  const document = {
    id: documentId(text),
    sources: [],
    authors: [],
    language: 'en',
    text,
    genre: 'news' as const,
    ...(date === undefined ? {} : { published: date }),
  };
  const running = begin(document);
  return resources.language.analyse(text).map((sentence) => {
    const scene = sceneOf(resources, document, sentence, running);
    noteSentence(running, scene);
    return scene;
  });
}

/** Tokens of a scene that overlap spans of code points. */
export function tokensIn(scene: Scene, spans: readonly (readonly [number, number])[]): Set<number> {
  const { sentence } = scene.tree;
  const found = new Set<number>();
  for (const [from, to] of spans) {
    const start = utf16Offset(scene.text, from);
    const end = utf16Offset(scene.text, to - from, start);
    for (let i = 0; i < sentence.length; i++) {
      if ((sentence.starts[i] ?? 0) < end && (sentence.ends[i] ?? 0) > start) found.add(i);
    }
  }
  return found;
}

/** Deeds of a scene in which marked words count as actors too. */
export function deedsWith(scene: Scene, marked: ReadonlySet<number>): Deed[] {
  return deedsOf(scene.tree, {
    lexicon: scene.lexicon,
    namesActor: (token) => marked.has(token) || namesActor(scene.cast, token),
  });
}
