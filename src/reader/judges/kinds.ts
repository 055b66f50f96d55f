import { stateOf } from '../../gazetteer/index.js';
import type { Scene } from '../scene.js';
import { lemma, xpos } from '../tree.js';
import type { Player } from './player.js';

const SELF = new Set(['we', 'us', 'our', 'i', 'my', 'me', 'ourselves']);

/** What sort of party a word stands for: state, body, person or organ of one, group; how it is told. */
export function kindOf(scene: Scene, { token, actors, sort }: Player): string {
  const { tree, cast } = scene;
  if (sort === 'pronoun') return SELF.has(lemma(tree, token)) ? 'self' : 'pronoun';
  if (sort !== 'name') return sort;
  const party = actors[0]?.party ?? '-';
  if (party.startsWith('-')) return 'group';
  const kind = cast.gazetteer.parties.get(stateOf(party))?.kind ?? 'other';
  const demonym = xpos(tree, token) === 'JJ' ? ' adjective' : '';
  return `${kind}${party.includes('/') ? '/' : ''}${demonym}`;
}
