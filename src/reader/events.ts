import { type Context, intensityOf, QUAD_OF } from '../record/index.js';
import { clauseOf } from './clause.js';
import { codingOfDeed } from './coding.js';
import type { Deed } from './deed.js';
import { castEvent, type EventCast } from './event-cast.js';
import type { Coding } from './lexicon.js';
import { type Review, reviewOf } from './relations/review.js';
import { clausePassage, dateAt, type Made, refs, type Scene, type Voice, voiceOf } from './scene.js';
import { child, childrenBy, isPredicate, lemma } from './tree.js';

/**
 * A partnership, agreement or diplomatic relations that a sentence tells the founding of is an event as well: the
 * parties sign or raise it together.
 */
export function foundingEvents(
  ties: readonly Made<'tie'>[],
  events: readonly Made<'event'>[],
): Made<'event'>[] {
  return ties.flatMap((tie) => {
    const founded = tie.status === 'announced' && tie.modality === 'asserted' && tie.parties.length >= 2;
    if (!founded || !FOUNDED.has(tie.tie)) return [];
    const [passage] = tie.passages;
    const told = events.some(
      (e) => e.passages.some((p) => passage && p.start < passage.end && passage.start < p.end) && e.symmetric,
    );
    if (told) return [];
    return [
      {
        kind: 'event' as const,
        type: 'SUPPORT' as const,
        cameo: '057',
        contexts: ['diplomatic' as const],
        ...(tie.since === undefined ? {} : { date: tie.since, dateBasis: tie.sinceBasis }),
        source: tie.parties,
        recipient: [],
        symmetric: true,
        quad: QUAD_OF.SUPPORT,
        intensity: intensityOf('SUPPORT'),
        passages: tie.passages,
        speaker: tie.speaker,
        attribution: tie.attribution,
        modality: tie.modality,
        confidence: Math.round(tie.confidence * 0.8 * 100) / 100,
      },
    ];
  });
}

const FOUNDED = new Set(['partnership', 'agreement', 'diplomatic-relations', 'dialogue']);

/** Events of a sentence: every deed of which a known party is the source. */
export function eventsOf(scene: Scene): Made<'event'>[] {
  const events: Made<'event'>[] = [];
  for (const deed of scene.deeds) {
    const event = eventOf(scene, deed);
    if (event && !events.some((other) => isSame(other, event))) events.push(event);
  }
  return events;
}

/** Two words of a sentence that tell one act: the same parties, day and place ("sent and delivered", "a raid … the attack"). */
function isSame(a: Made<'event'>, b: Made<'event'>): boolean {
  const parties = (refs: Made<'event'>['source']) =>
    refs
      .map(({ party }) => party)
      .sort()
      .join(' ');
  return (
    a.type === b.type &&
    a.modality === b.modality &&
    a.date === b.date &&
    a.place === b.place &&
    parties(a.source) === parties(b.source) &&
    parties(a.recipient) === parties(b.recipient)
  );
}

/** A deed that may be an event: its coding by the rules, its parties, and whose word it is. */
export interface Candidate {
  readonly coding: Coding;
  readonly cast: EventCast;
  readonly voice: Voice;
  /** The networks' view; none where they are not asked. */
  readonly review: Review | undefined;
}

/**
 * What a deed would be an event of; `undefined` where it is none whatever the networks say: nobody known does it, or it is only
 * wished for, supposed or weighed (which may be a claim).
 */
export function candidateOf(scene: Scene, deed: Deed): Candidate | undefined {
  if (deed.hypothetical || deed.weak) return undefined;
  const coding = codingOfDeed(scene.lexicon, deed);
  if (!coding) return undefined;
  const cast = castEvent(scene, deed);
  if (!cast) return undefined;
  const voice = voiceOf(scene, deed.outer);
  // The networks know the act that a sentence is about, not what it tells inside of that: an accusation's content, a deed that
  // was not done, a meeting that is a noun among others. A user's own row is not questioned.
  const inner =
    deed.stage === 'denied' ||
    deed.row.users ||
    voice.attribution.some(({ modality }) => modality !== 'asserted') ||
    (deed.noun && cast.symmetric);
  return { coding, cast, voice, review: inner ? undefined : reviewOf(scene, deed, coding, cast) };
}

function eventOf(scene: Scene, deed: Deed): Made<'event'> | undefined {
  const candidate = candidateOf(scene, deed);
  if (!candidate) return undefined;
  const { coding: found, cast, voice, review } = candidate;
  if (review?.verdict === 'no event') return undefined;
  const coding = review?.coding ?? found;
  const own = coding === found && deed.stage === 'done' && !deed.reversed;
  const mode = own ? (deed.row.mode ?? coding.mode) : coding.mode;
  const when = dateOf(scene, deed);
  const place = placeOf(scene, deed);
  return {
    kind: 'event',
    type: coding.type,
    ...(coding.cameo === undefined ? {} : { cameo: coding.cameo }),
    ...(mode === undefined ? {} : { mode }),
    contexts: [...new Set<Context>([...(coding === found ? deed.row.contexts : []), ...coding.contexts])],
    ...(when === undefined ? {} : { date: when.date, dateBasis: when.basis }),
    source: refs(scene, cast.source),
    recipient: refs(scene, cast.recipient),
    symmetric: cast.symmetric,
    ...(place === undefined ? {} : { place }),
    quad: QUAD_OF[coding.type],
    intensity: intensityOf(coding.type, mode),
    passages: [clausePassage(scene, deed.outer)],
    ...voice,
    attribution: [...voice.attribution],
    modality: modalityOf(deed, voice.attribution),
    confidence: confidenceOf(review?.share ?? INNER, cast),
  };
}

function modalityOf(deed: Deed, attribution: readonly { modality: string }[]): Made<'event'>['modality'] {
  if (deed.stage === 'denied') return 'denied';
  if (attribution.some((a) => a.modality === 'denied')) return 'denied';
  if (attribution.some((a) => a.modality === 'alleged')) return 'alleged';
  return 'asserted';
}

function dateOf(
  scene: Scene,
  deed: Deed,
): { date: string; basis: 'explicit' | 'relative' | 'document' } | undefined {
  const found = dateAt(scene, deed.outer, ['at']) ?? dateAt(scene, deed.token, ['at']);
  // A date of what was promised or asked for is not that of the promise.
  const future = deed.stage === 'intended' || deed.stage === 'asked' || deed.stage === 'threatened';
  const published = scene.document.delivered ?? scene.document.published;
  if (found && !(future && published !== undefined && found.date > published))
    return { date: found.date, basis: found.basis };
  const verb = isPredicate(scene.tree, deed.outer) ? clauseOf(scene.tree, deed.outer) : undefined;
  const told = verb !== undefined && (verb.past || deed.outer !== deed.token);
  const genre = scene.document.genre;
  const isReport = genre === 'news' || genre === 'statement' || genre === 'agreement' || genre === 'opinion';
  if (!published || !isReport || !told) return undefined;
  return { date: published.replace(/[~?%]$/, ''), basis: 'document' };
}

const AT = new Set(['in', 'at', 'near', 'inside', 'outside', 'off', 'on', 'over']);

function placeOf(scene: Scene, deed: Deed): string | undefined {
  const { tree, cast } = scene;
  for (const token of [deed.token, deed.outer]) {
    for (const c of childrenBy(tree, token, 'obl', 'nmod')) {
      const marker = child(tree, c, 'case');
      const mention = cast.mentions[cast.placeAt[c] ?? -1];
      if (mention && marker !== undefined && AT.has(lemma(tree, marker))) return mention.id;
    }
  }
  return undefined;
}

/** Stands for a share where the networks are not asked. */
const INNER = 0.5;

/**
 * How likely the event is right in type, source, recipient and modality. Fitted to 300 events that were judged twice, see
 * bench/handcheck/calibrate.ts: by the share of its type, the certainty of its parties, and whether it is told whom it concerns.
 */
function confidenceOf(share: number, cast: EventCast): number {
  const weakest = Math.min(1, ...[...cast.source, ...cast.recipient].map((a) => a.confidence));
  const sure = Math.max(0.02, Math.min(0.98, share * weakest));
  const told = cast.symmetric || cast.recipient.length > 0 ? 1.2 : 0;
  const logit = -1.59 + 0.5 * Math.log(sure / (1 - sure)) + told;
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}
