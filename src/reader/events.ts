import { stateOf } from '../gazetteer/index.js';
import { type Context, intensityOf, QUAD_OF } from '../record/index.js';
import { actorsOf, actorsWithin } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import type { Deed } from './deed.js';
import { type ActClass, type Coding, codingOf, type Lexicon } from './lexicon.js';
import { clausePassage, dateAt, type Made, refs, type Scene, voiceOf } from './scene.js';
import { child, childrenBy, isPredicate, lemma, premodifiers, upos } from './tree.js';

/**
 * The coding of a deed. An act that is ended has become another one, to which a further stage applies:
 * "agreed to suspend sanctions" intends a yielding.
 */
export function codingOfDeed(
  lexicon: Lexicon,
  deed: Pick<Deed, 'act' | 'actClass' | 'stage' | 'reversed' | 'appeal' | 'addressed'>,
): Coding | undefined {
  const coding = codingAtStage(lexicon, deed);
  if (!coding || !deed.appeal || !coding.cameo?.startsWith('10')) return coding;
  return { ...coding, cameo: `02${coding.cameo.slice(2)}` };
}

function codingAtStage(
  lexicon: Lexicon,
  deed: Pick<Deed, 'act' | 'actClass' | 'stage' | 'reversed' | 'addressed'>,
): Coding | undefined {
  if (!deed.reversed) {
    const own = codingOf(lexicon, deed.act, deed.stage);
    // An act's own row for "called for sanctions on X"; where somebody is addressed, it is asked of them.
    const addressed = deed.stage === 'asked' && deed.addressed && own?.type !== 'REQUEST';
    return addressed ? (lexicon.codings.get(`@${deed.actClass}/asked`) ?? own) : own;
  }
  if (deed.stage === 'done') return codingOf(lexicon, deed.act, 'ended');
  const reversed: Readonly<Record<ActClass, ActClass>> = {
    'verbal-cooperation': 'material-conflict',
    'material-cooperation': 'material-conflict',
    yielding: 'material-conflict',
    'verbal-conflict': 'yielding',
    'material-conflict': 'yielding',
  };
  return lexicon.codings.get(`@${reversed[deed.actClass]}/${deed.stage}`);
}

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
  return scene.deeds.flatMap((deed) => eventOf(scene, deed) ?? []);
}

function eventOf(scene: Scene, deed: Deed): Made<'event'> | undefined {
  const coding = codingOfDeed(scene.lexicon, deed);
  if (!coding) return undefined;
  const cast = castEvent(scene, deed);
  if (!cast) return undefined;
  const voice = voiceOf(scene, deed.outer);
  const mode = deed.stage === 'done' && !deed.reversed ? (deed.row.mode ?? coding.mode) : coding.mode;
  const when = dateOf(scene, deed);
  const place = placeOf(scene, deed);
  return {
    kind: 'event',
    type: coding.type,
    ...(coding.cameo === undefined ? {} : { cameo: coding.cameo }),
    ...(mode === undefined ? {} : { mode }),
    contexts: [...new Set<Context>([...deed.row.contexts, ...coding.contexts])],
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
    confidence: confidenceOf(deed, cast),
  };
}

interface EventCast {
  readonly source: readonly Actor[];
  readonly recipient: readonly Actor[];
  readonly symmetric: boolean;
}

/** Parties of the event; `undefined` when no party is known, or when a bare noun names only one side. */
function castEvent(scene: Scene, deed: Deed): EventCast | undefined {
  const source = actorsOf(scene.cast, deed.sources);
  const recipient = actorsOf(scene.cast, deed.recipients).filter(
    (r) => !source.some((s) => s.party === r.party),
  );
  if (recipient.length === 0)
    recipient.push(...nearby(scene, deed).filter((r) => !source.some((s) => s.party === r.party)));
  if (deed.symmetric) {
    const all = [...source, ...recipient];
    for (const other of all.length < 2 ? named(scene, deed) : []) {
      if (!all.some((a) => stateOf(a.party) === other.party)) all.push(other);
    }
    if (all.length >= 2) return { source: all, recipient: [], symmetric: true };
  }
  if (source.length === 0 || !source.some(isNamed)) {
    return undefined;
  }
  if (deed.noun && recipient.length === 0) return undefined;
  return { source, recipient, symmetric: false };
}

/** Parties in the name of what they do together: "the China-ASEAN summit", "talks between A and B". */
function named(scene: Scene, deed: Deed): Actor[] {
  const { tree } = scene;
  const nouns = deed.clause ? deed.clause.objects : [deed.token];
  return nouns.flatMap((noun) => {
    const before = premodifiers(tree, noun)
      .flatMap((t) => actorsWithin(scene.cast, t, t + 1))
      .reverse();
    const between = tree.lemmas.indexOf('between', noun);
    if (between < 0 || between > noun + 5) return before;
    let last = between + 1;
    while (last < tree.length && !/^(VERB|AUX|SCONJ)$/.test(upos(tree, last))) last++;
    return [...before, ...actorsWithin(scene.cast, between, last)];
  });
}

const TOWARDS = new Set(['from', 'by', 'of', 'with', 'to', 'on', 'against', 'toward', 'towards', 'between']);

/** A party deeper in the object: "develop its relationship of mutual benefit with Japan". */
function nearby(scene: Scene, deed: Deed): Actor[] {
  const { tree } = scene;
  const stack = deed.clause ? [...deed.clause.objects] : [deed.token];
  for (let n = 0; stack.length > 0 && n < 12; n++) {
    const at = stack.shift();
    if (at === undefined) break;
    for (const c of childrenBy(tree, at, 'nmod')) {
      if (TOWARDS.has(prepositionOf(tree, c))) {
        const found = actorsOf(scene.cast, [c]).filter(isNamed);
        if (found.length > 0) return found;
      }
      stack.push(c);
    }
  }
  return [];
}

/** A group without a state ("protesters") is someone, but nobody in particular. */
function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

function modalityOf(deed: Deed, attribution: readonly { modality: string }[]): Made<'event'>['modality'] {
  if (deed.stage === 'denied') return 'denied';
  if (deed.hypothetical) return 'hypothetical';
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
  if (!published || !isReport || !told || deed.hypothetical) return undefined;
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

/** A first, coarse scale, not calibrated: fuller frames and casts are surer, bare nouns less so. */
function confidenceOf(deed: Deed, cast: EventCast): number {
  let score = 0.5;
  if (deed.specificity > 0) score += 0.1;
  if (cast.symmetric || (cast.source.length > 0 && cast.recipient.length > 0)) score += 0.2;
  if (deed.noun) score -= 0.1;
  const weakest = Math.min(1, ...[...cast.source, ...cast.recipient].map((a) => a.confidence));
  return Math.round(Math.max(0.05, Math.min(0.95, score * (0.6 + 0.4 * weakest))) * 100) / 100;
}
