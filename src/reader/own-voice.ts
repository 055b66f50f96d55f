import { stateOf } from '../gazetteer/index.js';
import { type Scene, type Voice, voiceOf } from './scene.js';

/**
 * Whose word a statement is. That a speaker says, knows or recalls something in its own speech is no report ("I can say that …"), nor is
 * what merely appears so; a speaker's denial remains.
 */
export function ownVoice(scene: Scene, token: number): Voice {
  const { speaker } = scene.document;
  const own = speaker === undefined ? undefined : stateOf(speaker);
  const attribution = voiceOf(scene, token).attribution.filter(
    (a) =>
      a.verb !== 'appear' &&
      a.verb !== 'seem' &&
      !(stateOf(a.party) === own && a.modality === 'asserted' && !a.party.endsWith('/OPP')),
  );
  const [outermost] = attribution;
  return { speaker: outermost ? stateOf(outermost.party) : (speaker ?? 'author'), attribution };
}
