import { stateOf } from '../gazetteer/index.js';
import { type Context, intensityOf, QUAD_OF } from '../record/index.js';
import { placeMention } from './cast.js';
import { clauseOf } from './clause.js';
import { codingOfDeed } from './coding.js';
import type { Deed } from './deed.js';
import { candidateOf } from './event-candidate.js';
import type { EventCast } from './event-cast.js';
import { playersOf } from './judges/players.js';
import { type Trigger, triggersOf } from './judges/triggers.js';
import { rowsAt } from './lemma-rows.js';
import type { Telling } from './repetitions.js';
import { clausePassage, dateAt, type Made, refs, type Scene, voiceOf } from './scene.js';
import { child, children, childrenBy, isPredicate, lemma, relation, type Tree } from './tree.js';

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

/** Events of a sentence: every word of which a known party is the source, and which is judged to tell an act. */
export function eventsOf(scene: Scene): ToldEvent[] {
  const events: ToldEvent[] = [];
  if (scene.judges && playersOf(scene).length === 0) return events;
  // Who asks for less sure ones gets them.
  const look = scene.leastSure < LOOKED_AT ? undefined : scene.judges?.models.firstLook;
  for (const trigger of triggersOf(scene, look)) {
    const event = eventOf(scene, trigger);
    if (event && !events.some((other) => isSame(other.event, event)))
      events.push({ event, telling: tellingOf(scene, trigger.deed) });
  }
  return events;
}

/** Of verbs that a first look leaves out hardly any would be told with this confidence or more. */
const LOOKED_AT = 0.5;

/** An event and how it is told. */
export interface ToldEvent {
  readonly event: Made<'event'>;
  readonly telling: Telling;
}

/** Words by which a sentence says that it tells of one more act of a kind. */
const ONE_MORE = new Set([
  'again',
  'another',
  'anew',
  'further',
  'fresh',
  'new',
  'second',
  'third',
  'repeatedly',
]);

function tellingOf({ tree }: Scene, { token, outer }: Deed): Telling {
  const another = [token, outer].some((word) =>
    children(tree, word).some((c) => ONE_MORE.has(lemma(tree, c))),
  );
  return { lemma: lemma(tree, token), another };
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

function eventOf(scene: Scene, trigger: Trigger): Made<'event'> | undefined {
  const { coding, cast, verdict, confidence } = candidateOf(scene, trigger);
  if (!coding || !cast) return undefined;
  if (verdict && confidence < scene.leastSure) return undefined;
  const { deed } = trigger;
  const found = trigger.silent ? undefined : codingOfDeed(scene.lexicon, deed);
  const voice = voiceOf(scene, deed.outer);
  const own = coding === found && deed.stage === 'done' && !deed.reversed;
  const mode = own ? (deed.row.mode ?? coding.mode) : coding.mode;
  const when = dateOf(scene, deed, cast);
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
    modality: modalityOf(scene, deed, voice.attribution),
    confidence,
  };
}

/** Whether it is told as fact, as somebody's charge or hearsay, or as what did not happen. */
function modalityOf(
  { tree, lexicon }: Scene,
  deed: Deed,
  attribution: readonly { modality: string }[],
): Made<'event'>['modality'] {
  const told = [...attribution, ...deed.reports.map(({ row }) => ({ modality: row.modality ?? 'asserted' }))];
  if (deed.stage === 'denied' || told.some(({ modality }) => modality === 'denied')) return 'denied';
  if (told.some(({ modality }) => modality === 'alleged') || isCharge(tree, deed.outer)) return 'alleged';
  const words = new Set([deed.token, deed.outer, ...(deed.clause?.objects ?? [])]);
  for (const word of words)
    for (const c of children(tree, word)) {
      const rel = relation(tree, c);
      if (rel === 'advmod' && HEARSAY.has(lemma(tree, c))) return 'alleged';
      const adjective = rel === 'amod' ? rowsAt(lexicon, tree, c).stages.adj : undefined;
      if (adjective?.some((row) => row.stage === 'report' && row.modality === 'alleged')) return 'alleged';
    }
  return 'asserted';
}

/**
 * "allegations that Peru hid them", "claims of having shelled a school": an act that is what somebody claims. Parsers
 * take what is claimed for a clause of the noun or of its verb, with or without "that" as its object.
 */
function isCharge(tree: Tree, token: number): boolean {
  if (!/^(acl|ccomp|nmod|advcl)$/.test(relation(tree, token))) return false;
  const marker = child(tree, token, 'mark', 'case');
  if (marker === undefined || !/^(that|of)$/.test(lemma(tree, marker))) return false;
  return marker > 0 && CHARGES.has(lemma(tree, marker - 1));
}

const CHARGES = new Set(['allegation', 'accusation', 'rumour', 'rumor', 'suspicion', 'claim']);

/** Adverbs that leave it to others whether it is true. */
const HEARSAY = new Set(['allegedly', 'reportedly', 'purportedly', 'supposedly', 'ostensibly', 'apparently']);

function dateOf(
  scene: Scene,
  deed: Deed,
  cast: EventCast,
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
  if (!published || !((isReport && told) || isPerformed(scene, deed, cast))) return undefined;
  return { date: published.replace(/[~?%]$/, ''), basis: 'document' };
}

/** "We condemn the attack", "I thank Ghana": an act of the speaker that is done by saying it, on the day of the speech. */
function isPerformed(
  { tree, document: { genre, speaker } }: Scene,
  { outer }: Deed,
  cast: EventCast,
): boolean {
  if (genre !== 'speech' || speaker === undefined || !isPredicate(tree, outer)) return false;
  if (clauseOf(tree, outer).past) return false;
  return cast.source.some(({ party }) => stateOf(party) === stateOf(speaker));
}

const AT = new Set(['in', 'at', 'near', 'inside', 'outside', 'off', 'on', 'over']);

function placeOf(scene: Scene, deed: Deed): string | undefined {
  const { tree, cast } = scene;
  for (const token of [deed.token, deed.outer]) {
    for (const c of childrenBy(tree, token, 'obl', 'nmod')) {
      const marker = child(tree, c, 'case');
      const mention = placeMention(cast, c);
      if (mention && marker !== undefined && AT.has(lemma(tree, marker))) return mention.id;
    }
  }
  return undefined;
}
