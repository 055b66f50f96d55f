import { codingOfDeed } from './coding.js';
import { confidenceOf } from './confidence.js';
import { castEvent, type EventCast } from './event-cast.js';
import { type ActVerdict, actVerdict, codingFor, judgedCast } from './judges/event-judges.js';
import type { Trigger } from './judges/triggers.js';
import type { Coding } from './lexicon.js';
import type { Scene } from './scene.js';

/** A word that may tell an event: how it would be coded, its parties, and how sure that is. */
export interface Candidate {
  /** Whether it is taken for an act; it is an event where its source is known as well. */
  readonly event: boolean;
  /** None where it is no event. */
  readonly coding: Coding | undefined;
  readonly cast: EventCast | undefined;
  /** What the judge of acts says; none where there are no judges, or a user's own row decides. */
  readonly verdict: ActVerdict | undefined;
  /** Share of the act's type by the judge of acts. */
  readonly share: number;
  /** Share of its parties by the judge of roles. */
  readonly castShare: number;
  /** How likely it is right in type, parties and modality, 0 to 1; 0 where it is no event. */
  readonly confidence: number;
}

/**
 * What a word would tell: by the judges where there are any, else by the rules alone. A user's own row is not questioned.
 *
 * @param wholly asks all networks even where some of them have decided, so that all shares can be shown
 */
export function candidateOf(scene: Scene, trigger: Trigger, wholly = false): Candidate {
  const { deed, silent } = trigger;
  const { judges } = scene;
  if (!judges || deed.row.users) {
    const coding = silent || deed.hypothetical || deed.weak ? undefined : codingOfDeed(scene.lexicon, deed);
    const cast = coding && castEvent(scene, deed);
    const event = coding !== undefined;
    return surely(scene, event, { coding, cast, verdict: undefined, share: UNJUDGED, castShare: 1 });
  }
  // What is only wished for, supposed or weighed may be a claim.
  if (deed.hypothetical || deed.weak) return NOTHING;
  const verdict = actVerdict(scene, trigger, judges.models, judges.vectors, wholly ? undefined : NO_EVENT);
  if (verdict.none > NO_EVENT) return wholly ? { ...NOTHING, verdict } : NOTHING;
  const { cast, share: castShare } = judgedCast(scene, trigger, verdict.type, judges.models, judges.vectors);
  const coding = codingFor(scene, trigger, verdict.type);
  return surely(scene, true, { coding, cast, verdict, share: verdict.share, castShare });
}

/** With the confidence that what is known of it gives. */
function surely(
  { gazetteer, document }: Scene,
  event: boolean,
  { coding, cast, verdict, share, castShare }: Omit<Candidate, 'event' | 'confidence'>,
): Candidate {
  const ids = (actors: EventCast['source']): string[] => actors.map(({ party }) => party);
  const confidence =
    coding && cast
      ? confidenceOf(
          {
            type: coding.type,
            genre: document.genre,
            share,
            castShare,
            symmetric: cast.symmetric,
            source: ids(cast.source),
            recipient: ids(cast.recipient),
          },
          (party) => gazetteer.parties.get(party)?.kind === 'body',
        )
      : 0;
  return { event, coding, cast, verdict, share, castShare, confidence };
}

const NOTHING: Candidate = {
  event: false,
  coding: undefined,
  cast: undefined,
  verdict: undefined,
  share: 0,
  castShare: 0,
  confidence: 0,
};
/** A word tells no event where the judges give that a larger share. */
const NO_EVENT = 0.4;
/** Stands for a share where nobody judges. */
const UNJUDGED = 0.3;
