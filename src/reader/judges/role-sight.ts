import { stateOf } from '../../gazetteer/index.js';
import type { WordVectors } from '../../language/index.js';
import { prepositionOf } from '../clause.js';
import { codingOfDeed } from '../coding.js';
import type { EventCast } from '../event-cast.js';
import { rootByCameo } from '../relations/roots.js';
import type { Scene } from '../scene.js';
import { deprel, head, lemma, relation, type Tree, upos } from '../tree.js';
import { featureName } from './features.js';
import { kindOf } from './kinds.js';
import type { Player } from './player.js';
import { type AddFeature, ROLE_SLOTS, type Show, upTo } from './sight.js';
import type { Trigger } from './triggers.js';
import { vectorRow } from './vector-rows.js';

const N = {
  addressed: featureName('addressed'),
  cast: featureName('cast'),
  casting: featureName('casting'),
  castingAct: featureName('casting-act'),
  castingType: featureName('casting-type'),
  distance: featureName('distance'),
  kind: featureName('kind'),
  kindCasting: featureName('kind-casting'),
  kindSlot: featureName('kind-slot'),
  kindType: featureName('kind-type'),
  nearer: featureName('nearer'),
  noun: featureName('noun'),
  outer: featureName('outer'),
  outerLemma: featureName('outer-lemma'),
  outerType: featureName('outer-type'),
  players: featureName('players'),
  preposition: featureName('preposition'),
  prepositionCasting: featureName('preposition-casting'),
  prepositionType: featureName('preposition-type'),
  relation: featureName('relation'),
  relationCasting: featureName('relation-casting'),
  side: featureName('side'),
  sideType: featureName('side-type'),
  silent: featureName('silent'),
  slot: featureName('slot'),
  slotCasting: featureName('slot-casting'),
  slotType: featureName('slot-type'),
  sortOuter: featureName('sort-outer'),
  speaker: featureName('speaker'),
  stage: featureName('stage'),
  stagePath: featureName('stage-path'),
  symmetric: featureName('symmetric'),
  token: featureName('token'),
  tokenLemma: featureName('token-lemma'),
  tokenType: featureName('token-type'),
  told: featureName('told'),
  type: featureName('type'),
  up: featureName('up'),
  upRelation: featureName('up-relation'),
  word: featureName('word'),
};

/**
 * What the judge of roles sees of a party and an act: the way through the tree from one to the other, and what the rules took it
 * for.
 *
 * @param type of the act, by the judge of acts
 * @param cast whom the rules take for its parties
 * @param players all who may be, `player` among them
 */
export function roleSight(
  scene: Scene,
  trigger: Trigger,
  type: string,
  cast: EventCast | undefined,
  player: Player,
  players: readonly Player[],
  vectors: WordVectors,
): Show {
  return (add) => showRole(scene, trigger, type, cast, player, players, vectors, add);
}

function showRole(
  scene: Scene,
  { deed, silent }: Trigger,
  type: string,
  cast: EventCast | undefined,
  player: Player,
  players: readonly Player[],
  vectors: WordVectors,
  add: AddFeature,
): Int32Array {
  const { tree } = scene;
  const { token } = player;
  const coding = silent ? undefined : codingOfDeed(scene.lexicon, deed);
  const root = coding ? rootByCameo(scene.lexicon, coding) : 'none';
  const kind = kindOf(scene, player);
  const within = (list: readonly number[]): boolean => list.includes(token);
  // Mostly one of each: lists are faster than sets.
  const parties = player.actors.map(({ party }) => party);
  const states = parties.map(stateOf);
  const casting = !cast
    ? 'none'
    : cast.source.some((a) => parties.includes(a.party))
      ? cast.symmetric
        ? 'both'
        : 'source'
      : cast.recipient.some((a) => parties.includes(a.party))
        ? 'recipient'
        : 'other';
  const slot = within(deed.sources) ? 'source' : within(deed.recipients) ? 'recipient' : 'other';
  const toOuter = pathBetween(tree, deed.outer, token);
  const toToken = deed.token === deed.outer ? toOuter : pathBetween(tree, deed.token, token);
  const side = token < deed.outer ? 'before' : 'after';
  const preposition = prepositionOf(tree, token);
  add(N.type, type);
  add(N.casting, casting);
  add(N.castingType, casting, type);
  add(N.slot, slot);
  add(N.slotType, slot, type);
  add(N.slotCasting, slot, casting, type === root ? 'same' : 'other');
  add(N.castingAct, casting, deed.act, deed.stage);
  add(N.kind, kind);
  add(N.sortOuter, player.sort, toOuter);
  add(N.kindSlot, kind, slot);
  add(N.kindType, kind, type);
  add(N.kindCasting, kind, casting);
  add(N.outer, toOuter);
  add(N.outerType, toOuter, type);
  add(N.outerLemma, toOuter, lemma(tree, deed.outer));
  add(N.token, toToken);
  add(N.tokenType, toToken, type);
  add(N.tokenLemma, toToken, lemma(tree, deed.token));
  add(N.stagePath, deed.stage, toOuter);
  add(N.side, side);
  add(N.sideType, side, type);
  add(N.distance, side, upTo(5, Math.floor(Math.abs(token - deed.outer) / 4)));
  add(N.preposition, preposition);
  add(N.prepositionType, preposition, type);
  add(N.prepositionCasting, preposition, casting);
  add(N.relation, deprel(tree, token));
  add(N.relationCasting, deprel(tree, token), casting);
  add(N.up, lemma(tree, head(tree, token)));
  add(N.upRelation, deprel(tree, token), upos(tree, head(tree, token)));
  add(N.word, player.sort === 'name' || player.sort === 'place' ? 'name' : lemma(tree, token));
  add(N.noun, deed.noun ? 'noun' : 'verb', casting);
  add(N.stage, deed.stage, casting);
  if (deed.symmetric) add(N.symmetric, casting);
  if (deed.addressed) add(N.addressed, slot);
  if (silent) add(N.silent, toOuter);
  add(N.players, upTo(4, players.length), casting);
  const others = players.filter((p) => p !== player);
  const doubled = others.some((p) => p.actors.some((a) => states.includes(stateOf(a.party))));
  if (doubled) add(N.told, 'again');
  const nearer = others.filter(
    (p) =>
      Math.abs(p.token - deed.token) < Math.abs(token - deed.token) &&
      p.token < deed.token === token < deed.token,
  );
  add(N.nearer, side, upTo(2, nearer.length));
  const speaker = scene.document.speaker;
  if (speaker !== undefined && states.includes(stateOf(speaker))) add(N.speaker, casting);
  const cast1 =
    cast === undefined
      ? 'none'
      : `${Math.min(2, cast.source.length)}${Math.min(2, cast.recipient.length)}${cast.symmetric ? '+' : ''}`;
  add(N.cast, cast1, casting);
  const words = new Int32Array(ROLE_SLOTS);
  const row = (i: number): number => vectorRow(tree, vectors, i);
  words[0] = upos(tree, token) === 'PROPN' ? -1 : row(token);
  words[1] = row(head(tree, token));
  words[2] = row(deed.outer);
  return words;
}

const LONGEST = 5;

/** Arcs up from one word and down to another, with the prepositions on the way down: `^obj v nmod:of`. */
export function pathBetween(tree: Tree, from: number, to: number): string {
  if (from === to) return 'self';
  const up: number[] = [];
  for (let at = from; at >= 0 && up.length <= tree.length; at = head(tree, at)) up.push(at);
  const down: number[] = [];
  let at = to;
  while (at >= 0 && !up.includes(at) && down.length <= tree.length) {
    down.push(at);
    at = head(tree, at);
  }
  if (at < 0) return 'apart';
  const climbed = up.slice(0, up.indexOf(at));
  if (climbed.length + down.length > LONGEST)
    return `far ${Math.min(4, climbed.length)} ${Math.min(4, down.length)}`;
  const rises = climbed.map((i) => `^${relation(tree, i)}`);
  const falls = down.reverse().map((i) => {
    const rel = relation(tree, i);
    return rel === 'obl' || rel === 'nmod'
      ? `${deprel(tree, i) === 'nmod:poss' ? 'poss' : rel}:${prepositionOf(tree, i)}`
      : deprel(tree, i);
  });
  return [...rises, ...falls].join(' ');
}
