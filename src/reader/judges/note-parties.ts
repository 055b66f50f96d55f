import { type Mention, stateOf } from '../../gazetteer/index.js';
import { partyMention } from '../cast.js';
import type { Recall } from '../recall.js';
import type { Scene } from '../scene.js';
import { childrenBy, deprel, lemma, relation, xpos } from '../tree.js';
import { isSeveral, type Player } from './player.js';
import { playersOf } from './players.js';

/** Takes note of a sentence after it was read: its subjects count as the last. */
export function noteParties(recall: Recall, scene: Scene): void {
  const { tree, gazetteer, cast } = scene;
  const all = playersOf(scene);
  if (all.length === 0) return;
  const isSubject = ({ token }: Player): boolean => relation(tree, token) === 'nsubj';
  const players = [...all.filter((player) => !isSubject(player)), ...all.filter(isSubject)];
  for (const { token, actors, sort } of players) {
    if (sort === 'place' || sort === 'pronoun' || sort === 'thing') continue;
    const parties = actors.map(({ party }) => party);
    const [party] = parties;
    if (party === undefined) continue;
    if (sort === 'person' && xpos(tree, token) === 'NNP')
      for (const i of [token, ...childrenBy(tree, token, 'flat')])
        recall.names.set(tree.sentence.forms[i] ?? '', party);
    const sector = party.split('/')[1];
    if (sector !== undefined && !party.startsWith('-')) recall.sectors.set(sector, party);
    const kind = gazetteer.parties.get(stateOf(party))?.kind;
    if (kind === 'body') {
      const at = recall.bodies.indexOf(party);
      if (at >= 0) recall.bodies.splice(at, 1);
      recall.bodies.push(party);
    } else if (kind === 'state') recall.state = stateOf(party);
    const mention = partyMention(cast, token);
    if (mention && isPresident(scene, mention)) recall.president = party;
    if (
      sort === 'person' ||
      mention?.person !== undefined ||
      (sector !== undefined && xpos(tree, token) === 'NN' && !COLLECTIVE.has(lemma(tree, token)))
    )
      recall.person = party;
    if (isSeveral(tree, token) && deprel(tree, token) !== 'nmod:poss') recall.several = parties;
  }
}

/** "President Biden", "the President of Kenya". */
function isPresident({ tree }: Scene, { first, last }: Mention): boolean {
  for (let i = first; i < last; i++) if (lemma(tree, i).toLowerCase() === 'president') return true;
  return false;
}

/** Offices of many, who are never "he" or "she". */
const COLLECTIVE = new Set(
  'delegation government ministry cabinet administration parliament congress army navy police court council committee commission people embassy mission leadership'.split(
    ' ',
  ),
);
