import { stateOf } from '../../gazetteer/index.js';
import type { WordVectors } from '../../language/index.js';
import { PLOVER_TYPES, type PloverType } from '../../record/index.js';
import type { Actor } from '../cast.js';
import { codingOfDeed } from '../coding.js';
import { castEvent, type EventCast } from '../event-cast.js';
import type { Coding } from '../lexicon.js';
import { rootByCameo, rootOf } from '../relations/roots.js';
import type { Scene } from '../scene.js';
import { child, deprel, head, lemma, relation } from '../tree.js';
import { actSight } from './act-sight.js';
import { judged } from './bag-judge.js';
import type { BagModel } from './bag-model.js';
import { type EventJudges, ROLES, type Role } from './models.js';
import type { Player } from './player.js';
import { playersNear } from './players.js';
import { roleSight } from './role-sight.js';
import type { Trigger } from './triggers.js';

/** What the judges say of a word that may tell an event. */
export interface ActVerdict {
  readonly type: PloverType;
  /** Share of that type, the rules' and the judges' roots being the same counted together. */
  readonly share: number;
  /** Share of no event. */
  readonly none: number;
  /** Of all classes, where all were asked for. */
  readonly shares: Float64Array | undefined;
}

/** @param nothing share of no event from which on the rest does not matter; without it all shares are whole */
export function actVerdict(
  scene: Scene,
  trigger: Trigger,
  judges: EventJudges,
  vectors: WordVectors,
  nothing?: number,
): ActVerdict {
  const { acts } = judges;
  const { types, none } = columnsOf(acts);
  const settled =
    nothing === undefined ? undefined : (shares: Float64Array) => (shares[none] as number) > nothing;
  const shares = judged(acts, vectors, actSight(scene, trigger, vectors), settled);
  let best = 0;
  for (let k = 1; k < types.length; k++)
    if ((shares[types[k] as number] ?? 0) > (shares[types[best] as number] ?? 0)) best = k;
  return {
    type: PLOVER_TYPES[best] as PloverType,
    share: shares[types[best] as number] ?? 0,
    none: shares[none] ?? 0,
    shares: nothing === undefined ? shares.slice() : undefined,
  };
}

interface Columns {
  /** Of the PLOVER types in their order, −1 where the model has none. */
  readonly types: readonly number[];
  readonly none: number;
}

const columns = new WeakMap<BagModel, Columns>();

function columnsOf(acts: BagModel): Columns {
  const known = columns.get(acts);
  if (known) return known;
  const types = PLOVER_TYPES.map((type) => acts.classes.indexOf(type));
  const found = { types, none: acts.classes.indexOf('none') };
  columns.set(acts, found);
  return found;
}

/** The coding of an act: the rules' own where it is of the judged type, else the type and its plain code. */
export function codingFor(scene: Scene, { deed, silent }: Trigger, type: PloverType): Coding {
  const own = silent ? undefined : codingOfDeed(scene.lexicon, deed);
  const same = own && (rootOf(own.type) === rootOf(type) || rootByCameo(scene.lexicon, own) === rootOf(type));
  return same ? own : { type, cameo: PLAIN_CODES[type], contexts: [] };
}

/** CAMEO's roots, whose codes with a final 0 say no more than the type does; embargoes have a code of their own. */
const PLAIN_CODES: Readonly<Record<PloverType, string>> = {
  AGREE: '030',
  CONSULT: '040',
  SUPPORT: '050',
  COOPERATE: '060',
  AID: '070',
  CONCEDE: '080',
  RETREAT: '084',
  REQUEST: '100',
  ACCUSE: '110',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  MOBILIZE: '150',
  SANCTION: '160',
  COERCE: '170',
  ASSAULT: '190',
};

export interface JudgedCast {
  readonly cast: EventCast | undefined;
  /** How sure the judge is of all of it. */
  readonly share: number;
}

/** Who acts, and towards whom, by the judge of roles. */
export function judgedCast(
  scene: Scene,
  trigger: Trigger,
  type: PloverType,
  judges: EventJudges,
  vectors: WordVectors,
): JudgedCast {
  const ruled = castEvent(scene, trigger.deed);
  const players = playersNear(scene, trigger.deed.outer).filter(
    (player) => !isReporter(scene, trigger, player),
  );
  const parts = players.map((player) => {
    const shares = judged(
      judges.roles,
      vectors,
      roleSight(scene, trigger, type, ruled, player, players, vectors),
    );
    return { player, shares: shares.slice() };
  });
  const share = (one: { shares: Float64Array }, role: Role): number =>
    one.shares[ROLES.indexOf(role)] as number;
  const both = parts.filter((one) => share(one, 'both') >= HALF);
  const mutual = parties(both.map(({ player }) => player));
  if (mutual.length >= 2) {
    const sure = parts.reduce((p, one) => p * Math.max(share(one, 'both'), share(one, 'none')), 1);
    return { cast: { source: mutual, recipient: [], symmetric: true }, share: sure };
  }
  const acting = (one: { shares: Float64Array }): number => share(one, 'source') + share(one, 'both');
  const sources = parts.filter((one) => acting(one) >= HALF && acting(one) >= share(one, 'recipient'));
  if (sources.length === 0) {
    const best = [...parts].sort((a, b) => acting(b) - acting(a))[0];
    if (best && acting(best) >= LEAST) sources.push(best);
  }
  const source = parties(sources.map(({ player }) => player));
  const barred = parts.filter(
    ({ player }) => isOwnGovernment(scene, source, player) || (type === 'REQUEST' && isAuthor(scene, player)),
  );
  const recipients = parts.filter(
    (one) => !sources.includes(one) && !barred.includes(one) && share(one, 'recipient') >= HALF,
  );
  const recipient = parties(recipients.map(({ player }) => player)).filter(
    (actor) => !source.some((s) => s.party === actor.party),
  );
  const sure = parts.reduce(
    (p, one) =>
      p *
      (sources.includes(one)
        ? acting(one)
        : recipients.includes(one)
          ? share(one, 'recipient')
          : barred.includes(one)
            ? 1
            : 1 - share(one, 'recipient')),
    1,
  );
  if (source.length === 0) return { cast: undefined, share: sure };
  // "chaired the China-ASEAN summit": the rules know who is in the name of what several do together.
  const within = (actor: Actor): boolean =>
    ruled?.source.some((other) => stateOf(other.party) === stateOf(actor.party)) === true;
  if (ruled?.symmetric && MUTUAL.has(type) && [...source, ...recipient].every(within))
    return { cast: ruled, share: sure };
  return { cast: { source, recipient, symmetric: false }, share: sure };
}

/** "Al Jazeera reported that …": a newspaper or station that tells of the act. */
function isReporter({ tree }: Scene, { deed }: Trigger, { token, actors }: Player): boolean {
  if (!actors.every(({ party }) => party.endsWith('/JRN'))) return false;
  const verb = head(tree, token);
  return relation(tree, token) === 'nsubj' && verb !== deed.outer && child(tree, verb, 'ccomp') !== undefined;
}

/** A speaker neither thanks nor asks nor accuses the own government: that is a part of "we" ("the gratitude of my delegation"). */
function isOwnGovernment({ document }: Scene, source: readonly Actor[], { actors }: Player): boolean {
  if (document.genre !== 'speech' || document.speaker === undefined) return false;
  const own = stateOf(document.speaker);
  return (
    source.some(({ party }) => stateOf(party) === own) &&
    actors.every(({ party }) => party === own || party === `${own}/GOV`)
  );
}

/** "compliance with Security Council resolutions": of whom the text is that is to be kept, not who is to keep it. */
function isAuthor({ tree }: Scene, { token }: Player): boolean {
  return (
    /^(compound|nmod|nmod:poss|amod)$/.test(deprel(tree, token)) &&
    TEXTS.has(lemma(tree, head(tree, token)).toLowerCase())
  );
}

const TEXTS = new Set([
  'resolution',
  'charter',
  'convention',
  'declaration',
  'statute',
  'decision',
  'agenda',
]);

/** What several may do together. */
const MUTUAL = new Set<PloverType>(['CONSULT', 'COOPERATE', 'AGREE', 'SUPPORT']);

const HALF = 0.5;
const LEAST = 0.4;

/** Each party once. */
function parties(players: readonly Player[]): Actor[] {
  const found: Actor[] = [];
  for (const { actors } of players)
    for (const actor of actors) if (!found.some(({ party }) => party === actor.party)) found.push(actor);
  // "President Putin of the Russian Federation" is one, not he and his state.
  return found.filter(
    ({ party }) => !found.some((other) => other.party !== party && stateOf(other.party) === party),
  );
}
