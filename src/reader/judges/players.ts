import { type Mention, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import { type Actor, partyMention, placeMention } from '../cast.js';
import { isTemporal, prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { deprel, head, isNominal, relation, upos } from '../tree.js';
import type { Player, PlayerSort } from './player.js';
import { referredTo } from './references.js';

/** All who are named or referred to in a sentence, in the order of the text; worked out once. */
export function playersOf(scene: Scene): readonly Player[] {
  if (scene.kept.players) return scene.kept.players;
  const { tree, cast, offices } = scene;
  const found: Player[] = [];
  for (let i = 0; i < tree.length; i++) {
    const named = partyMention(cast, i) ?? placeMention(cast, i);
    const mention = named ?? (offices.length === 0 ? undefined : officeAt(offices, i));
    if (mention) {
      const { first, last } = mention;
      const up = head(tree, i);
      // The head of a name stands for it; where several words of it hang on others, the first of them.
      if ((up >= first && up < last) || found.some((p) => p.token >= first && p.token < last)) continue;
      if (named?.kind === 'party') add(found, i, actorsAt(cast, i), 'name');
      else if (named) {
        const { within } = named;
        // "the Lublin Triangle": a place in a longer name.
        const inName = /^(compound|amod|flat)/.test(deprel(tree, i)) && upos(tree, up) === 'PROPN';
        if (within !== undefined && !inName)
          add(found, i, [{ party: stateOf(within), first, last, confidence: 0.7 }], 'place');
      } else
        for (const player of referredTo(scene, found, i, mention)) add(found, i, player.actors, player.sort);
      continue;
    }
    const tag = upos(tree, i);
    if (tag !== 'PRON' && tag !== 'DET' && !isNominal(tree, i) && deprel(tree, i) !== 'nmod:poss') continue;
    if (relation(tree, i) === 'expl') continue;
    for (const player of referredTo(scene, found, i, undefined)) add(found, i, player.actors, player.sort);
  }
  const before = found.length;
  for (const player of explained(scene, found)) found.push(player);
  for (const player of thingsOf(scene, found)) found.push(player);
  if (found.length > before) found.sort((a, b) => a.token - b.token);
  scene.kept.players = found;
  return found;
}

function add(found: Player[], token: number, actors: readonly Actor[], sort: PlayerSort): void {
  if (actors.length > 0) found.push({ token, actors, sort });
}

function officeAt(offices: readonly Mention[], i: number): Mention | undefined {
  return offices.find(({ first, last }) => i >= first && i < last);
}

/** "the outgoing President, Mr. Bozkir": the noun that a name explains stands for whoever is named. */
function explained({ tree }: Scene, named: readonly Player[]): Player[] {
  // Few sentences have such names.
  if (!named.some(({ token, sort }) => sort === 'name' && relation(tree, token) === 'appos')) return [];
  const taken = new Set(named.map(({ token }) => token));
  return named.flatMap(({ token, actors, sort }): Player[] => {
    const up = head(tree, token);
    if (sort !== 'name' || relation(tree, token) !== 'appos' || up < 0 || taken.has(up)) return [];
    if (!isNominal(tree, up)) return [];
    taken.add(up);
    return [{ token: up, actors, sort: 'phrase' }];
  });
}

const ARGUMENTS = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'nmod', 'conj']);
const TOWARDS = new Set([
  '',
  'of',
  'on',
  'upon',
  'against',
  'to',
  'at',
  'with',
  'for',
  'from',
  'over',
  'by',
  'into',
]);

/**
 * Phrases of a news story that name no party at all ("two teenage girls", "the plaintiff", "a market"): whoever or whatever they
 * are, they are of the state in which it plays.
 */
function thingsOf(scene: Scene, named: readonly Player[]): Player[] {
  const { tree, home } = scene;
  if (home === undefined) return [];
  const taken = new Set<number>();
  for (const { token } of named) {
    taken.add(token);
    // Whose phrase holds a party is of that party.
    for (let at = token, n = 0; n < 3; n++) {
      const rel = deprel(tree, at);
      if (!INSIDE.has(rel) && !(relation(tree, at) === 'nmod' && prepositionOf(tree, at) === 'of')) break;
      at = head(tree, at);
      if (at < 0) break;
      taken.add(at);
    }
  }
  const found: Player[] = [];
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'NOUN' || taken.has(i) || !ARGUMENTS.has(deprel(tree, i))) continue;
    if (!TOWARDS.has(prepositionOf(tree, i)) || isTemporal(tree, i)) continue;
    found.push({
      token: i,
      actors: [{ party: `${home}/UNK`, first: i, last: i + 1, confidence: 0.3 }],
      sort: 'thing',
    });
  }
  return found;
}

const INSIDE = new Set(['amod', 'compound', 'flat', 'nmod:poss', 'nmod:unmarked', 'appos']);

/** A list of 190 states is a list; an act's parties are near it. */
const MOST_PLAYERS = 24;

/** The players nearest to a word, in the order of the text. */
export function playersNear(scene: Scene, token: number): readonly Player[] {
  const all = playersOf(scene);
  if (all.length <= MOST_PLAYERS) return all;
  const far = (player: Player): number => Math.abs(player.token - token);
  const kept = new Set([...all].sort((a, b) => far(a) - far(b)).slice(0, MOST_PLAYERS));
  return all.filter((player) => kept.has(player));
}
