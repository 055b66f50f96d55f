import type { Gazetteer, Mention } from '../gazetteer/index.js';
import type { Tree } from './tree.js';

/** A party as a sentence names it. Token indices, end exclusive. */
export interface Actor {
  readonly party: string;
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
}

/** Who is named where in one sentence. */
export interface Cast {
  readonly tree: Tree;
  readonly gazetteer: Gazetteer;
  readonly discourse: Discourse;
  readonly mentions: readonly Mention[];
  /** Index into `mentions` of the party mention that covers a token, else −1. */
  readonly partyAt: readonly number[];
  readonly instrumentAt: readonly number[];
  readonly placeAt: readonly number[];
}

/**
 * Whom pronouns and phrases such as "the bloc" and "both sides" mean, from what was named before. Kept simple on
 * purpose: the most recent party of the right kind, subjects first. One per document; sentences feed it in order.
 */
export interface Discourse {
  /** Party ids that the phrase headed by `token` refers to; empty when it refers to nobody known. */
  refersTo(cast: Cast, token: number): readonly string[];
  /** The parties last named together: "the two sides", "their". */
  pair(): readonly string[];
  /** The speaker and the one other party that it last named beside itself: \"we began our dialogue with ASEAN\". */
  pairWithVoice(): readonly string[];
  /** Takes note of a sentence after it was read. */
  note(cast: Cast): void;
  /** A blank line: "he" is nobody yet. */
  newParagraph(): void;
  /** Whose voice "we" is at this point: that of a quotation, else of the document. */
  voice: string | undefined;
}

/** The same cast with another who knows whom words refer to. */
export function castAs(cast: Cast, discourse: Discourse): Cast {
  const { tree, gazetteer, mentions, partyAt, instrumentAt, placeAt } = cast;
  return { tree, gazetteer, discourse, mentions, partyAt, instrumentAt, placeAt };
}

/** The mention of a party that covers a token. */
export function partyMention({ mentions, partyAt }: Cast, token: number): Mention | undefined {
  return mentionAt(mentions, partyAt, token);
}

/** The mention of a place that covers a token. */
export function placeMention({ mentions, placeAt }: Cast, token: number): Mention | undefined {
  return mentionAt(mentions, placeAt, token);
}

/** The mention of an instrument that covers a token. */
export function instrumentMention({ mentions, instrumentAt }: Cast, token: number): Mention | undefined {
  return mentionAt(mentions, instrumentAt, token);
}

/** Most tokens have none, and an index below zero is slow. */
function mentionAt(mentions: readonly Mention[], at: readonly number[], token: number): Mention | undefined {
  if (token < 0) return undefined;
  const index = at[token];
  return index === undefined || index < 0 ? undefined : mentions[index];
}
