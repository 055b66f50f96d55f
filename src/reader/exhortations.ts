import { aboutOf, type Claim, claim, opposite, STANDS } from './claim.js';
import { clauseOf } from './clause.js';
import { type Scene, voiceOf } from './scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** "We should support the WHO", "we need to conclude the talks": what the speaker holds that should be done. */
export function exhortationAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  const top = exhorted(tree, i);
  if (top === undefined) return undefined;
  // "must not threaten to use them": what is only aimed at is no demand of its own.
  const needed = relation(tree, i) === 'xcomp' && lemma(tree, head(tree, i)) === 'need';
  if (!needed && childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'to')) return undefined;
  const subjects = clauseOf(tree, top).subjects;
  const written = subjects.map((s) => (tree.sentence.forms[s] ?? '').toLowerCase());
  if (!written.some((w) => w === 'we')) return undefined;
  const clause = clauseOf(tree, i);
  const voice = voiceOf(scene, top);
  const about = aboutOf(
    scene,
    [...clause.objects, ...clause.obliques.map((o) => o.head)],
    [{ party: voice.speaker, first: i, last: i + 1, confidence: 1 }],
  );
  const stance = STANDS.get(lemma(tree, i)) ?? 'neutral';
  const made = claim(scene, i, about, clause.negated ? opposite(stance) : stance, voice);
  return { ...made, modality: 'proposed', confidence: 0.6 };
}

/** The verb that has "should" or "need to" above it or beside it, if `i` stands under one. */
function exhorted(tree: Tree, i: number): number | undefined {
  const should = (at: number) =>
    childrenBy(tree, at, 'aux').some((a) => /^(should|must|ought)$/.test(lemma(tree, a)));
  for (let at = i, n = 0; n < 5; n++) {
    if (should(at) || (at !== i && lemma(tree, at) === 'need' && upos(tree, at) === 'VERB')) return at;
    const up = head(tree, at);
    if (up < 0) return undefined;
    const rel = relation(tree, at);
    if (rel === 'xcomp' && lemma(tree, up) === 'need' && upos(tree, up) === 'VERB') return up;
    const bare =
      (rel === 'parataxis' || rel === 'advcl') &&
      xpos(tree, at) === 'VB' &&
      child(tree, at, 'mark', 'nsubj') === undefined;
    if (rel !== 'conj' && rel !== 'xcomp' && !bare) return undefined;
    if (rel === 'conj' && child(tree, at, 'nsubj') !== undefined) return undefined;
    if (rel === 'xcomp' && child(tree, at, 'mark') !== undefined) return undefined;
    at = up;
  }
  return undefined;
}
