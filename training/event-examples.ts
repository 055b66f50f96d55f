import type { WordVectors } from '../src/language/index.js';
import { prepositionOf } from '../src/reader/clause.js';
import { codingOfDeed } from '../src/reader/coding.js';
import { castEvent } from '../src/reader/event-cast.js';
import { actSight } from '../src/reader/judges/act-sight.js';
import type { Role } from '../src/reader/judges/models.js';
import type { Player } from '../src/reader/judges/player.js';
import { playersNear } from '../src/reader/judges/players.js';
import { roleSight } from '../src/reader/judges/role-sight.js';
import { type Sight, sightOf } from '../src/reader/judges/sight.js';
import { type Trigger, triggersOf } from '../src/reader/judges/triggers.js';
import { begin, noteSentence, type Resources, sceneOf } from '../src/reader/read.js';
import { documentOf } from '../src/reader/reader.js';
import { classOf, namedClass } from '../src/reader/relations/classes.js';
import { rootByCameo, rootOf } from '../src/reader/relations/roots.js';
import type { Scene } from '../src/reader/scene.js';
import { sentencesOf } from '../src/reader/sentences.js';
import { conjuncts, deprel, head, relation, type Tree } from '../src/reader/tree.js';
import type { MarkedEvent, Passage, Phrase } from './passages.js';
import type { MarkedSentence } from './relation-sentences.js';

/** A word or a party as a judge sees it, and what it is. */
export interface EventExample {
  readonly sight: Sight;
  readonly answer: string;
}

export interface Examples {
  readonly acts: readonly EventExample[];
  readonly roles: readonly EventExample[];
  /** Events whose word is no trigger, so that nothing can be learnt from them. */
  readonly missed: number;
}

/** Stands for a state that the passage does not name. */
const SOMEWHERE = 'somewhere';

/** Scenes of a text, one by one, as a reader makes them. */
export function scenesOf(
  resources: Resources,
  { text, genre, speaker }: Pick<Passage, 'text' | 'genre' | 'speaker'>,
): Scene[] {
  const document = documentOf(text, { genre, ...(speaker === undefined ? {} : { speaker }) });
  const running = begin(document);
  const scenes: Scene[] = [];
  for (const sentence of sentencesOf(resources.language, text)) {
    const read = sceneOf(resources, document, sentence, running);
    // A passage out of a story does not always say where it plays; the story does.
    const scene = genre === 'news' ? { ...read, home: read.home ?? SOMEWHERE } : read;
    scenes.push(scene);
    noteSentence(running, scene);
  }
  return scenes;
}

/** What can be learnt from a passage with all its events: every trigger tells one of them, or none. */
export function passageExamples(resources: Resources, passage: Passage): Examples {
  const { vectors } = resources.language;
  const acts: EventExample[] = [];
  const roles: EventExample[] = [];
  let missed = passage.events.length;
  for (const scene of scenesOf(resources, passage)) {
    const triggers = triggersOf(scene);
    const told = matched(scene, triggers, passage.events);
    missed -= new Set(told.values()).size;
    for (const trigger of triggers) {
      const event = told.get(trigger);
      acts.push({ sight: sightOf(actSight(scene, trigger, vectors)), answer: event?.type ?? 'none' });
      if (event) roles.push(...roleExamples(scene, trigger, event, vectors));
    }
  }
  return { acts, roles, missed };
}

/** Which trigger tells which event: by the word that gives its stage, by its own, by one beside it. */
export function matched(
  scene: Scene,
  triggers: readonly Trigger[],
  events: readonly MarkedEvent[],
): Map<Trigger, MarkedEvent> {
  const { tree } = scene;
  const found = new Map<Trigger, MarkedEvent>();
  for (const event of events) {
    const word = tokenAt(tree, event.trigger);
    if (word === undefined) continue;
    const free = triggers.filter((trigger) => !found.has(trigger));
    const ways: ((trigger: Trigger) => boolean)[] = [
      ({ deed, silent }) => deed.outer === word && !silent,
      ({ deed, silent }) => deed.token === word && !silent,
      ({ deed }) => deed.outer === word || deed.token === word,
      ({ deed, silent }) =>
        !silent &&
        BESIDE.has(relation(tree, word)) &&
        (head(tree, word) === deed.token || head(tree, word) === deed.outer),
      ({ deed, silent }) =>
        !silent && BESIDE.has(relation(tree, deed.token)) && head(tree, deed.token) === word,
    ];
    for (const way of ways) {
      const own = free.filter(way);
      if (own.length === 0) continue;
      for (const trigger of own) found.set(trigger, event);
      break;
    }
  }
  return found;
}

const BESIDE = new Set(['obj', 'obl', 'xcomp', 'compound', 'advcl']);

function tokenAt(tree: Tree, { start, end }: Phrase): number | undefined {
  const { starts, ends } = tree.sentence;
  for (let i = 0; i < tree.length; i++)
    if ((starts[i] as number) < end && (ends[i] as number) > start) return i;
  return undefined;
}

function roleExamples(
  scene: Scene,
  trigger: Trigger,
  event: MarkedEvent,
  vectors: WordVectors,
): EventExample[] {
  const ruled = castEvent(scene, trigger.deed);
  const players = playersNear(scene, trigger.deed.outer);
  return players.map((player) => ({
    sight: sightOf(roleSight(scene, trigger, event.type, ruled, player, players, vectors)),
    answer: roleIn(scene.tree, event, player),
  }));
}

/** The part that a party has in a marked event. */
export function roleIn(
  tree: Tree,
  event: Pick<MarkedEvent, 'source' | 'recipient' | 'symmetric'>,
  player: Player,
): Role {
  if (event.source.some((phrase) => standsFor(tree, phrase, player.token)))
    return event.symmetric ? 'both' : 'source';
  return event.recipient.some((phrase) => standsFor(tree, phrase, player.token)) ? 'recipient' : 'none';
}

/** Whether a word in a phrase is its head, or names whose it is: "the leaders of Chile and Peru", not "a rally in Peru". */
function standsFor(tree: Tree, { start, end }: Phrase, token: number): boolean {
  const { starts, ends } = tree.sentence;
  const inside = (i: number): boolean => (starts[i] as number) < end && (ends[i] as number) > start;
  if (!inside(token)) return false;
  for (let at = token, n = 0; n < 6; n++) {
    const up = head(tree, at);
    if (up < 0 || !inside(up)) return true;
    if (!NAMING.has(deprel(tree, at)) && !(relation(tree, at) === 'nmod' && prepositionOf(tree, at) === 'of'))
      return false;
    at = up;
  }
  return false;
}

const NAMING = new Set(['amod', 'compound', 'flat', 'nmod:poss', 'nmod:unmarked', 'appos', 'conj']);

/**
 * What can be learnt from a sentence of which only the main event is known: the trigger whose parties are the marked ones tells
 * it; of the others nothing is known. Appeals (02) are left out, since documents count them as requests.
 */
export function sentenceExamples(resources: Resources, sentence: MarkedSentence): Examples {
  const { vectors } = resources.language;
  const { lexicon } = resources;
  if (sentence.cameo.startsWith('02')) return { acts: [], roles: [], missed: 0 };
  const { type, quad } = namedClass(classOf(lexicon, sentence.cameo));
  const byManual = type === 'COERCE' && quad === 3 ? 'SANCTION' : type;
  const phrases = (spans: MarkedSentence['source']): Phrase[] =>
    spans.map(([start, end]) => ({ start: utf16(sentence.text, start), end: utf16(sentence.text, end) }));
  const source = phrases(sentence.source);
  const recipient = phrases(sentence.recipient);
  const scenes = scenesOf(resources, { text: sentence.text, genre: 'news' });
  let best: { scene: Scene; trigger: Trigger; fit: number } | undefined;
  for (const scene of scenes) {
    const { tree } = scene;
    const names = (tokens: readonly number[], side: readonly Phrase[]): boolean =>
      tokens.some((t) => conjuncts(tree, t).some((c) => side.some((phrase) => standsFor(tree, phrase, c))));
    for (const trigger of triggersOf(scene)) {
      const { deed, silent } = trigger;
      const from = names(deed.sources, source);
      const to = names(deed.recipients, recipient) || (deed.symmetric && names(deed.sources, recipient));
      const coding = silent ? undefined : codingOfDeed(lexicon, deed);
      const same =
        coding !== undefined &&
        (rootByCameo(lexicon, coding) === rootOf(type ?? 'none') ||
          rootOf(coding.type) === rootOf(type ?? 'none'));
      const fit = (same ? 4 : 0) + (from ? 2 : 0) + (to ? 1 : 0) + (silent ? -0.5 : 0);
      if (fit >= 3 && (same ? from || to : from && to) && (!best || fit > best.fit))
        best = { scene, trigger, fit };
    }
  }
  if (!best) return { acts: [], roles: [], missed: 1 };
  const { scene, trigger } = best;
  const coding = trigger.silent ? undefined : codingOfDeed(lexicon, trigger.deed);
  const same = coding !== undefined && rootByCameo(lexicon, coding) === rootOf(type ?? 'none');
  const answer =
    byManual === undefined
      ? 'none'
      : same && rootOf(coding.type) !== rootOf(byManual)
        ? coding.type
        : byManual;
  const acts = [{ sight: sightOf(actSight(scene, trigger, vectors)), answer }];
  if (byManual === undefined) return { acts, roles: [], missed: 0 };
  const symmetric = trigger.deed.symmetric;
  const event: MarkedEvent = {
    trigger: { start: 0, end: 0 },
    type: answer as MarkedEvent['type'],
    source: symmetric ? [...source, ...recipient] : source,
    recipient: symmetric ? [] : recipient,
    symmetric,
    modality: 'asserted',
  };
  return { acts, roles: roleExamples(scene, trigger, event, vectors), missed: 0 };
}

function utf16(text: string, points: number): number {
  let at = 0;
  for (let n = 0; n < points; n++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
