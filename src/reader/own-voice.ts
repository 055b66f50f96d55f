import { stateOf } from '../gazetteer/index.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import { isNamed, toPrincipal } from './named.js';
import { reportsAbove, type Scene, type Voice, voiceOf } from './scene.js';
import { child, lemma, type Tree, upos } from './tree.js';

/** Whose word a claim is, and who says it together with the speaker. */
export interface OwnVoice extends Voice {
  readonly jointly: readonly Actor[];
}

/**
 * Whose word a statement is. That a speaker says, knows or recalls something in its own speech is no report ("I can say that …"), nor is
 * what merely appears so; a speaker's denial remains.
 */
export function ownVoice(scene: Scene, token: number): OwnVoice {
  const { speaker } = scene.document;
  const own = speaker === undefined ? undefined : stateOf(speaker);
  const attribution = voiceOf(scene, token).attribution.filter(
    (a) =>
      a.verb !== 'appear' &&
      a.verb !== 'seem' &&
      !(stateOf(a.party) === own && a.modality === 'asserted' && !a.party.endsWith('/OPP')),
  );
  const [outermost] = attribution;
  if (outermost === undefined) return { speaker: speaker ?? 'author', attribution, jointly: [] };
  return { speaker: stateOf(outermost.party), attribution, jointly: besides(scene, token, outermost.party) };
}

/** "Chile and Peru said that …": those who are named with the one who says it. */
function besides(scene: Scene, token: number, party: string): readonly Actor[] {
  for (const { subjects } of reportsAbove(scene, token)) {
    const tellers = subjects.length > 0 ? actorsOf(scene.cast, subjects) : [];
    if (tellers[0]?.party === party)
      return tellers
        .slice(1)
        .filter(isNamed)
        .map(toPrincipal)
        .filter((a) => a.party !== stateOf(party));
  }
  return [];
}

/** Whether a statement is the word of somebody whom nobody can name: "it is said that", "critics argue", "the Court found that". */
export function isHearsay(scene: Scene, token: number): boolean {
  const { tree, cast } = scene;
  return reportsAbove(scene, token).some(({ verb, subjects, token: at }) => {
    if (subjects.length === 0) {
      const { passive, modal, future } = clauseOf(tree, at);
      return passive && modal === undefined && !future && RUMOURED.has(verb) && isImpersonal(tree, at);
    }
    return (
      actorsOf(cast, subjects).length === 0 &&
      subjects.every((s) => isSomebody(tree, s) && (cast.partyAt[s] ?? -1) < 0)
    );
  });
}

const RUMOURED = new Set([
  ...[
    'say',
    'claim',
    'allege',
    'report',
    'argue',
    'contend',
    'rumour',
    'rumor',
    'suppose',
    'assert',
    'suggest',
  ],
]);

function isImpersonal(tree: Tree, verb: number): boolean {
  return /^(it|there)$/.test(lemma(tree, child(tree, verb, 'expl', 'nsubj:pass', 'nsubj') ?? -1));
}

/** Persons and bodies speak; history, facts and experience show what the speaker sees. */
function isSomebody(tree: Tree, subject: number): boolean {
  const word = lemma(tree, subject);
  if (upos(tree, subject) === 'PRON')
    return /^(they|he|she|some|many|those|others?|who|everyone|few)$/.test(word);
  return SPEAKING.has(word) || /(ist|er|or|ian)s$/.test((tree.sentence.forms[subject] ?? '').toLowerCase());
}

const SPEAKING = new Set([
  ...['assembly', 'court', 'committee', 'conference', 'council', 'commission', 'tribunal', 'summit', 'judge'],
  ...[
    'critic',
    'observer',
    'expert',
    'analyst',
    'opponent',
    'people',
    'some',
    'many',
    'other',
    'source',
    'media',
  ],
  ...[
    'official',
    'minister',
    'president',
    'scholar',
    'scientist',
    'economist',
    'report',
    'press',
    'man',
    'woman',
  ],
  ...['colleague', 'delegation', 'representative', 'member', 'leader', 'spokesman', 'spokesperson', 'group'],
]);
