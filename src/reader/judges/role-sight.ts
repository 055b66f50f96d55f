import { stateOf } from '../../gazetteer/index.js';
import type { WordVectors } from '../../language/index.js';
import { prepositionOf } from '../clause.js';
import { codingOfDeed } from '../coding.js';
import type { EventCast } from '../event-cast.js';
import { rootByCameo } from '../relations/roots.js';
import type { Scene } from '../scene.js';
import { deprel, head, lemma, relation, type Tree, upos } from '../tree.js';
import { kindOf } from './kinds.js';
import type { Player } from './player.js';
import { type AddFeature, ROLE_SLOTS, type Show } from './sight.js';
import type { Trigger } from './triggers.js';

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
  const parties = new Set(player.actors.map(({ party }) => party));
  const states = new Set(player.actors.map(({ party }) => stateOf(party)));
  const casting = !cast
    ? 'none'
    : cast.source.some((a) => parties.has(a.party))
      ? cast.symmetric
        ? 'both'
        : 'source'
      : cast.recipient.some((a) => parties.has(a.party))
        ? 'recipient'
        : 'other';
  const slot = within(deed.sources) ? 'source' : within(deed.recipients) ? 'recipient' : 'other';
  const toOuter = pathBetween(tree, deed.outer, token);
  const toToken = deed.token === deed.outer ? toOuter : pathBetween(tree, deed.token, token);
  const side = token < deed.outer ? 'before' : 'after';
  const preposition = prepositionOf(tree, token);
  add('type', type);
  add('casting', casting);
  add('casting-type', `${casting} ${type}`);
  add('slot', slot);
  add('slot-type', `${slot} ${type}`);
  add('slot-casting', `${slot} ${casting} ${type === root ? 'same' : 'other'}`);
  add('casting-act', `${casting} ${deed.act} ${deed.stage}`);
  add('kind', kind);
  add('sort-outer', `${player.sort} ${toOuter}`);
  add('kind-slot', `${kind} ${slot}`);
  add('kind-type', `${kind} ${type}`);
  add('kind-casting', `${kind} ${casting}`);
  add('outer', toOuter);
  add('outer-type', `${toOuter} ${type}`);
  add('outer-lemma', `${toOuter} ${lemma(tree, deed.outer)}`);
  add('token', toToken);
  add('token-type', `${toToken} ${type}`);
  add('token-lemma', `${toToken} ${lemma(tree, deed.token)}`);
  add('stage-path', `${deed.stage} ${toOuter}`);
  add('side', side);
  add('side-type', `${side} ${type}`);
  add('distance', `${side} ${Math.min(5, Math.floor(Math.abs(token - deed.outer) / 4))}`);
  add('preposition', preposition);
  add('preposition-type', `${preposition} ${type}`);
  add('preposition-casting', `${preposition} ${casting}`);
  add('relation', deprel(tree, token));
  add('relation-casting', `${deprel(tree, token)} ${casting}`);
  add('up', lemma(tree, head(tree, token)));
  add('up-relation', `${deprel(tree, token)} ${upos(tree, head(tree, token))}`);
  add('word', player.sort === 'name' || player.sort === 'place' ? 'name' : lemma(tree, token));
  add('noun', `${deed.noun ? 'noun' : 'verb'} ${casting}`);
  add('stage', `${deed.stage} ${casting}`);
  if (deed.symmetric) add('symmetric', casting);
  if (deed.addressed) add('addressed', slot);
  if (silent) add('silent', toOuter);
  add('players', `${Math.min(4, players.length)} ${casting}`);
  const others = players.filter((p) => p !== player);
  const doubled = others.some((p) => p.actors.some((a) => states.has(stateOf(a.party))));
  if (doubled) add('told', 'again');
  const nearer = others.filter(
    (p) =>
      Math.abs(p.token - deed.token) < Math.abs(token - deed.token) &&
      p.token < deed.token === token < deed.token,
  );
  add('nearer', `${side} ${Math.min(2, nearer.length)}`);
  const speaker = scene.document.speaker;
  if (speaker !== undefined && states.has(stateOf(speaker))) add('speaker', casting);
  const cast1 =
    cast === undefined
      ? 'none'
      : `${Math.min(2, cast.source.length)}${Math.min(2, cast.recipient.length)}${cast.symmetric ? '+' : ''}`;
  add('cast', `${cast1} ${casting}`);
  const words = new Int32Array(ROLE_SLOTS).fill(-1);
  const rows = [upos(tree, token) === 'PROPN' ? -1 : token, head(tree, token), deed.outer];
  rows.forEach((i, k) => {
    if (i >= 0) words[k] = vectors.rowOf(tree.sentence.forms[i] ?? '');
  });
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
