import { type DocumentMemory, type Gazetteer, type Mention, stateOf } from '../gazetteer/index.js';
import type { Document } from '../record/index.js';
import { type Cast, partyMention, placeMention } from './cast.js';
import { prepositionOf } from './clause.js';
import { childrenBy, head, type Tree } from './tree.js';

/** Those who are no state's: armed men unnamed, bodies, firms and movements of many states. */
const STATELESS = new Set(['UAF', 'IGO', 'NGO', 'MNC', 'ISM', 'IMG', 'PRM', 'UNK', 'REF']);

/**
 * Gives people and organs without a state ("police", "residents", "our farmers") the one that they are plainly of: whoever owns
 * them ("our", "its"), the place that their phrase names ("civilians in Gaza"), and in a news story the place of the story: that
 * which the sentence says ("in Madrid"), else the state that the story has named most.
 */
export function inSetting(cast: Cast, document: Document, memory: DocumentMemory): Cast {
  if (!cast.mentions.some(isStateless)) return cast;
  const { tree } = cast;
  let place: string | undefined;
  const mentions = cast.mentions.map((mention, index): Mention => {
    if (!isStateless(mention)) return mention;
    const top = topOf(tree, mention);
    const owner = ownerOf(cast, top) ?? whereabouts(cast, top);
    place ??= homeOf(cast, document, memory, index);
    const state = owner ?? place;
    if (state === undefined) return mention;
    const confidence = mention.confidence * (owner === undefined ? 0.8 : 0.9);
    return named(mention, `${state}${mention.id.slice(1)}`, confidence);
  });
  const { gazetteer, discourse, partyAt, instrumentAt, placeAt } = cast;
  return { tree, gazetteer, discourse, mentions, partyAt, instrumentAt, placeAt };
}

/** Written out, so that it keeps the shape of all mentions. */
function named(mention: Mention, id: string, confidence: number): Mention {
  const { start, end, first, last, kind, via, within, person } = mention;
  return { start, end, first, last, kind, id, via, within, person, confidence };
}

/** The state in which a news story plays: where the sentence says, else the one that the story has named most. */
export function homeOf(
  cast: Cast,
  document: Document,
  memory: DocumentMemory,
  except = -1,
): string | undefined {
  if (document.genre !== 'news') return undefined;
  return placeOfSentence(cast, except) ?? mostNamed(cast.gazetteer, memory);
}

function isStateless({ kind, id }: Mention): boolean {
  return kind === 'party' && id.startsWith('-/') && !STATELESS.has(id.slice(2));
}

function topOf(tree: Tree, { first, last }: Mention): number {
  for (let i = first; i < last; i++) {
    const up = head(tree, i);
    if (up < first || up >= last) return i;
  }
  return last - 1;
}

/** "our farmers", "its soldiers". */
function ownerOf(cast: Cast, token: number): string | undefined {
  for (const c of childrenBy(cast.tree, token, 'nmod:poss')) {
    const [owner, ...others] = cast.discourse.refersTo(cast, c);
    if (owner !== undefined && others.length === 0 && isState(cast.gazetteer, stateOf(owner)))
      return stateOf(owner);
  }
  return undefined;
}

/** "civilians in Gaza", "police from Peru". */
function whereabouts(cast: Cast, token: number): string | undefined {
  for (const c of childrenBy(cast.tree, token, 'nmod')) {
    if (!/^(in|from|of|at)$/.test(prepositionOf(cast.tree, c))) continue;
    const state = stateAt(cast, c);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** "in Madrid, police …": the first place or state that the sentence says something happened in. */
function placeOfSentence(cast: Cast, except: number): string | undefined {
  const { tree, mentions } = cast;
  for (const [index, mention] of mentions.entries()) {
    if (index === except) continue;
    const top = topOf(tree, mention);
    if (/^(in|at|near|outside|inside)$/.test(prepositionOf(tree, top))) {
      const state = stateAt(cast, top);
      if (state !== undefined) return state;
    }
  }
  return undefined;
}

function stateAt(cast: Cast, token: number): string | undefined {
  const place = placeMention(cast, token);
  if (place?.within !== undefined) return place.within;
  const party = partyMention(cast, token);
  const state = party && stateOf(party.id);
  return state !== undefined && isState(cast.gazetteer, state) ? state : undefined;
}

/**
 * The state that the document has named most, by itself, its organs and its places; of equals the last. Whose newspapers tell a
 * story ("Al Jazeera reported") says nothing of where it plays.
 */
function mostNamed(gazetteer: Gazetteer, memory: DocumentMemory): string | undefined {
  let best: { state: string; times: number } | undefined;
  for (const [id, named] of memory.named) {
    if (!isState(gazetteer, id)) continue;
    const times = named - (memory.named.get(`${id}/JRN`) ?? 0);
    if (times > 0 && (!best || times >= best.times)) best = { state: id, times };
  }
  return best?.state;
}

function isState(gazetteer: Gazetteer, id: string): boolean {
  return gazetteer.parties.get(id)?.kind === 'state';
}
