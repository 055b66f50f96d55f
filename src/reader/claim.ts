import type { Stance } from '../record/index.js';
import { actorsOf, actorsWithin } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import { clauseExtent, clausePassage, type Made, refs, type Scene, type Voice, wordsOf } from './scene.js';
import { childrenBy, lemma, type Tree } from './tree.js';

export type Claim = Made<'claim'>;

/** Verbs by which a party takes a stand on a proposition or principle. */
export const STANDS = new Map<string, Stance>([
  ...(
    [
      ...[
        'support',
        'endorse',
        'uphold',
        'advocate',
        'welcome',
        'favour',
        'favor',
        'champion',
        'back',
        'defend',
        'adhere',
      ],
      ...[
        'believe',
        'respect',
        'embrace',
        'praise',
        'applaud',
        'commend',
        'hail',
        'appreciate',
        'reaffirm',
        'value',
        'safeguard',
      ],
    ] as const
  ).map((v) => [v, 'support'] as const),
  ...(
    [
      ...[
        'oppose',
        'reject',
        'condemn',
        'denounce',
        'deplore',
        'criticise',
        'criticize',
        'resist',
        'object',
        'regret',
      ],
      ...['decry', 'protest', 'disapprove', 'rebut', 'refute', 'deny'],
    ] as const
  ).map((v) => [v, 'oppose'] as const),
]);

export function claim(scene: Scene, i: number, about: readonly Actor[], stance: Stance, voice: Voice): Claim {
  const { first, last } = clauseExtent(scene.tree, i);
  const clause = clauseOf(scene.tree, i);
  return {
    kind: 'claim',
    about: refs(scene, about),
    stance,
    proposition: wordsOf(scene, first, last),
    principles: principlesOf(scene, first, last),
    passages: [clausePassage(scene, i)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged')
      ? 'alleged'
      : clause.modal === 'could' ||
          clause.modal === 'can' ||
          clause.modal === 'may' ||
          clause.modal === 'might'
        ? 'hypothetical'
        : 'asserted',
    confidence: 0.6,
  };
}

/** Parties in what the stand is about, without those who take it. */
export function aboutOf(scene: Scene, objects: readonly number[], holders: readonly Actor[]): Actor[] {
  const { tree } = scene;
  const found = objects.flatMap((o) => {
    const direct = actorsOf(scene.cast, [o]);
    if (direct.length > 0) return direct;
    const { first, last } = clauseExtent(tree, o);
    return actorsWithin(scene.cast, first, last);
  });
  const seen = new Set(holders.map((h) => principal(h.party)));
  return found
    .filter(isNamed)
    .map(toPrincipal)
    .filter((a) => !seen.has(a.party) && seen.add(a.party) !== undefined);
}

export function principlesOf(scene: Scene, first: number, last: number): string[] {
  const text = ` ${scene.tree.sentence.forms.slice(first, last).join(' ').toLowerCase()} `;
  const found: string[] = [];
  for (const [principle, forms] of scene.lexicon.principles) {
    if (forms.some((form) => text.includes(` ${form} `))) found.push(principle);
  }
  return found;
}

export function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => ['if', 'unless', 'whether'].includes(lemma(tree, m)));
}

export function opposite(stance: Stance): Stance {
  return stance === 'support' ? 'oppose' : stance === 'oppose' ? 'support' : 'neutral';
}

export function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

export function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

export function toPrincipal(actor: Actor): Actor {
  return { ...actor, party: principal(actor.party) };
}
