import type { TieStatus } from '../../record/index.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree, upos } from '../tree.js';
import { nameSides } from './parties.js';
import { ownersAt, sidesOf, uniqueSides } from './sides.js';
import { sinceOf } from './since.js';
import { type FoundTie, frame } from './standing.js';
import type { Step } from './steps.js';

/** "impose sanctions on", "US sanctions on Iran", "lifted its embargo on", "the embargo imposed by A against B". */
export function sanctions(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  if (
    lemma(tree, i) === 'blockade' &&
    !childrenBy(tree, i, 'amod', 'compound').some((c) =>
      /^(economic|commercial|financial|trade)$/.test(lemma(tree, c)),
    )
  )
    return [];
  const governor = predicateOf(tree, i);
  const clause = clauseOf(tree, governor);
  const isObject = clause.objects.includes(i);
  const step = isObject ? stepAt(scene, governor) : nominalStep(scene, i);
  const participle = childrenBy(tree, i, 'acl').find((c) => IMPOSE.test(lemma(tree, c)));
  const own = childrenBy(tree, i, 'nmod', 'obl').filter((c) => ON.has(prepositionOf(tree, c)));
  const further = [
    ...(isObject ? [governor] : []),
    ...(participle === undefined ? [] : [participle]),
  ].flatMap((at) =>
    clauseOf(tree, at)
      .obliques.filter((o) => ON.has(o.preposition))
      .map((o) => o.head),
  );
  const targets = sidesOf(scene, [...own, ...further]);
  const owners = uniqueSides(scene, [
    ...sidesOf(scene, ownersAt(scene, i)),
    ...nameSides(scene, i),
    ...sidesOf(
      scene,
      childrenBy(tree, i, 'nmod').filter((c) => /^(by|from)$/.test(prepositionOf(tree, c))),
    ),
    ...(participle === undefined ? [] : sidesOf(scene, clauseOf(tree, participle).subjects)),
  ]);
  const senders =
    owners.length > 0
      ? owners
      : isObject && step !== undefined && isOwnAct(scene, governor, step)
        ? sidesOf(scene, clause.subjects)
        : [];
  const sided = targets.filter((t) => !senders.some((s) => s.party === t.party));
  if (sided.length === 0 || senders.length === 0) return [];
  const framed = frame(scene, i, [...senders, ...sided], step);
  // "the embargo that it imposed in 1962 must end": it stands since then.
  const imposed =
    participle === undefined || framed.since !== undefined
      ? undefined
      : sinceOf(scene, i, participle, { token: participle, status: 'in-force', founding: false }, 2);
  const base =
    imposed === undefined || framed.status === 'ended'
      ? framed
      : { ...framed, since: imposed.date, sinceBasis: imposed.basis };
  const sides = base.parties.map((p) => ({
    ...p,
    role: senders.some((s) => s.party === p.party) ? 'sender' : 'target',
  }));
  // What somebody wants lifted stands.
  const wanted =
    step !== undefined &&
    LIFTED.has(step.status) &&
    base.modality !== 'asserted' &&
    base.modality !== 'alleged';
  const stands = {
    status: 'in-force' as const,
    modality: 'asserted' as const,
    ...(imposed === undefined ? {} : { since: imposed.date, sinceBasis: imposed.basis }),
  };
  return [{ tie: { ...base, tie: 'sanctions', parties: sides, ...(wanted ? stands : {}) }, founding: false }];
}

/** Whoever trusts that an embargo will be lifted did not impose it; who lifts it did. */
function isOwnAct(scene: Scene, governor: number, step: Step): boolean {
  const { tree } = scene;
  if (!LIFTED.has(step.status)) return true;
  const verb = relation(tree, governor) === 'conj' ? head(tree, governor) : governor;
  return childrenBy(tree, verb, 'nsubj').length > 0;
}

const LIFTED = new Set<TieStatus>(['ended', 'suspended']);
const ON = new Set(['on', 'against', 'upon', 'to', 'over']);
const IMPOSE = /^(impose|apply|maintain|place|decree|enforce)$/;

const VERBS: readonly (readonly [TieStatus, RegExp])[] = [
  [
    'in-force',
    /^(impose|slap|tighten|extend|renew|expand|maintain|reimpose|place|adopt|apply|introduce|enforce|keep|strengthen|imposition|have)$/,
  ],
  ['announced', /^(announce|approve)$/],
  ['ended', /^(lift|end|remove|drop|terminate|lifting|removal|abolish|revoke|cease|termination|repeal)$/],
  ['suspended', /^(ease|suspend|waive|relax|easing|suspension)$/],
];

function stepAt(scene: Scene, token: number): Step | undefined {
  const word = lemma(scene.tree, token);
  const found = VERBS.find(([, verbs]) => verbs.test(word));
  return found && { token, status: found[0], founding: false };
}

/** "the lifting of the sanctions on". */
function nominalStep(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  const up = head(tree, i);
  if (up < 0 || relation(tree, i) !== 'nmod' || upos(tree, up) !== 'NOUN' || !isOf(tree, i)) return undefined;
  return stepAt(scene, up);
}

function isOf(tree: Tree, i: number): boolean {
  return prepositionOf(tree, i) === 'of';
}
