import type { TieStatus } from '../../record/index.js';
import { actorsOf } from '../actors.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import { childrenBy, lemma } from '../tree.js';
import { principalOf, toPrincipal, uniqueActors } from './parties.js';
import { frame, type Tie } from './standing.js';

/** "impose sanctions on", "US sanctions on Iran", "lifted its embargo on". */
export function sanctions(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const governor = predicateOf(tree, i);
  const deed = scene.deeds.find((d) => d.token === i || d.token === governor);
  // Sanctions asked for, threatened or refused are no tie.
  if (
    deed &&
    (deed.stage === 'asked' ||
      deed.stage === 'threatened' ||
      deed.stage === 'refused' ||
      deed.stage === 'denied')
  )
    return undefined;
  const clause = clauseOf(tree, governor);
  const verb = SANCTION_VERBS.get(lemma(tree, governor));
  const isObject = clause.objects.includes(i);
  const targets = actorsOf(cast, [
    ...childrenBy(tree, i, 'nmod', 'obl').filter((c) => ON.has(prepositionOf(tree, c))),
    ...(isObject ? clause.obliques.filter((o) => ON.has(o.preposition)).map((o) => o.head) : []),
  ]);
  const senders =
    isObject && verb
      ? actorsOf(cast, clause.subjects)
      : actorsOf(cast, childrenBy(tree, i, 'nmod:poss', 'amod', 'compound'));
  if (targets.length === 0 || senders.length === 0) return undefined;
  if (isObject && !verb) return undefined;
  const parties = uniqueActors([...senders.map(toPrincipal), ...targets.map(toPrincipal)]);
  if (parties.length < 2) return undefined;
  const base = frame(scene, i, parties);
  const sides = base.parties.map((p) => ({
    ...p,
    role: senders.some((s) => principalOf(s.party) === p.party) ? 'sender' : 'target',
  }));
  return {
    ...base,
    tie: 'sanctions',
    parties: sides,
    status: deed?.stage === 'intended' ? 'announced' : (verb ?? 'in-force'),
  };
}

const ON = new Set(['on', 'against', 'upon', 'from']);
const SANCTION_VERBS = new Map<string, TieStatus>([
  ...(
    [
      'impose',
      'slap',
      'tighten',
      'extend',
      'renew',
      'expand',
      'maintain',
      'reimpose',
      'place',
      'adopt',
      'apply',
    ] as const
  ).map((v) => [v, 'in-force'] as const),
  ...(['announce', 'approve'] as const).map((v) => [v, 'announced'] as const),
  ...(['lift', 'end', 'remove', 'drop', 'terminate'] as const).map((v) => [v, 'ended'] as const),
  ...(['ease', 'suspend', 'waive', 'relax'] as const).map((v) => [v, 'suspended'] as const),
]);
