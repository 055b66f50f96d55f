import { type Gazetteer, stateOf } from '../gazetteer/index.js';
import type { Document } from '../record/index.js';
import { actorsOf } from './actors.js';
import type { Cast, Discourse } from './cast.js';
import { clauseOf } from './clause.js';
import {
  IT,
  isDefinite,
  isExpletive,
  isWhereabouts,
  modifiersOf,
  ORGANS,
  PAIR_NOUNS,
  PAIR_WORDS,
  PERSON,
  STATE_NOUNS,
  THEY,
} from './discourse.js';
import { playersOf } from './judges/players.js';
import type { Scene } from './scene.js';
import { child, childrenBy, deprel, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

/**
 * Whom words mean in what is claimed, promised and measured: stricter than the discourse of events, since a promise or a share
 * laid at the wrong door is worse than none. "It" and "they" are the subject of this sentence or of the last one, "the two sides"
 * the pair that title and text speak of, "the Government" the speaker's unless another state was just named.
 */
export interface Told extends Discourse {
  /** The scene that is being read: for "she" and "the Council" its players are asked. */
  scene: Scene | undefined;
  /** The pair that the title names, if it names two parties. */
  entitle(parties: readonly string[]): void;
  titled(): readonly string[];
}

interface Focus {
  readonly parties: readonly string[];
  readonly several: boolean;
}

const NOBODY: Focus = { parties: [], several: false };
/** The title's pair outweighs two sentences. */
const TITLE_WEIGHT = 2.5;

export function createTold(base: Discourse, document: Document): Told {
  const speaker = document.speaker === undefined ? undefined : stateOf(document.speaker);
  const dyads = new Map<string, { parties: readonly string[]; weight: number }>();
  let titled: readonly string[] = [];
  let focus = NOBODY;
  let statesBefore: readonly string[] = [];

  const count = (parties: readonly string[], weight: number): void => {
    const key = [...parties].sort().join(' ');
    const known = dyads.get(key)?.weight ?? 0;
    dyads.delete(key);
    dyads.set(key, { parties, weight: known + weight });
  };
  const mainDyad = (): readonly string[] => {
    let best: { parties: readonly string[]; weight: number } | undefined;
    for (const dyad of dyads.values()) if (!best || dyad.weight >= best.weight) best = dyad;
    return best?.parties ?? [];
  };
  /** The one state of which the text has just spoken; a speaker's own where it named no other. */
  const stateNear = (cast: Cast, token: number, own: boolean): string | undefined => {
    const near = new Set([...statesBefore, ...statesOf(cast, token)]);
    if (near.size === 0 || (near.size === 1 && speaker !== undefined && near.has(speaker)))
      return own ? speaker : [...near][0];
    const [only] = near;
    return near.size === 1 ? only : undefined;
  };

  const told: Told = {
    scene: undefined,
    get voice() {
      return base.voice;
    },
    set voice(party) {
      base.voice = party;
    },
    entitle(parties) {
      titled = parties;
      if (parties.length === 2) count(parties, TITLE_WEIGHT);
    },
    titled: () => titled,
    newParagraph: () => base.newParagraph(),
    pair: () => (titled.length === 2 && isJoint(document) ? titled : base.pair()),
    pairWithVoice: () => base.pairWithVoice(),
    refersTo(cast, token) {
      const { tree } = cast;
      const word = lemma(tree, token);
      if (upos(tree, token) === 'PRON' || upos(tree, token) === 'DET') {
        if (IT.has(word)) {
          if (isExpletive(tree, token)) return [];
          const inside = subjectBefore(cast, token);
          if (inside !== undefined) return [inside];
          return focus.parties.length === 1 && !focus.several ? focus.parties : [];
        }
        if (THEY.has(word)) {
          const inside = told.scene && playerAt(told.scene, token, SURE);
          if (inside && inside.length > 0) return inside;
          if (focus.parties.length > 1 || focus.several) return focus.parties;
          return isJoint(document) ? base.refersTo(cast, token) : [];
        }
        if (PERSON.has(word)) return told.scene ? playerAt(told.scene, token, 0) : base.refersTo(cast, token);
        return base.refersTo(cast, token);
      }
      const modifiers = PAIR_NOUNS.has(word) ? modifiersOf(tree, token) : [];
      const isPair = modifiers.some((m) => PAIR_WORDS.has(m));
      // "Both sides of the strait" are told by what follows.
      if (isPair && !modifiers.includes('three') && childrenBy(tree, token, 'nmod').length === 0) {
        const dyad = mainDyad();
        return dyad.length === 2 ? dyad : base.refersTo(cast, token);
      }
      if (!isDefinite(tree, token)) return [];
      if (childrenBy(tree, token, 'amod', 'compound', 'nmod', 'appos', 'nmod:poss').length > 0) return [];
      // Before the United Nations "our Organization" is theirs.
      if (document.genre === 'speech' && /^organi[sz]ation$/.test(word)) {
        if (/^\p{Lu}/u.test(tree.sentence.forms[token] ?? ''))
          return cast.gazetteer.parties.has('UN') ? ['UN'] : [];
        return focus.several ? [] : focus.parties;
      }
      if (STATE_NOUNS.has(word)) {
        const state = stateNear(cast, token, false);
        return state === undefined ? [] : [state];
      }
      const sector = ORGANS.get(word);
      if (sector !== undefined && xpos(tree, token) === 'NNS') {
        // "The ministers agreed": of the pair that the text is about.
        if (focus.several) return focus.parties;
        return titled.length === 2 ? titled : [];
      }
      if (sector !== undefined) {
        const near = stateNear(cast, token, document.genre === 'speech');
        const state = near ?? (document.genre === 'news' ? told.scene?.home : undefined);
        return state === undefined ? [] : [`${state}/${sector}`];
      }
      return base.refersTo(cast, token);
    },
    note(cast) {
      focus = focusOf(cast);
      statesBefore = statesOf(cast, cast.tree.length);
      const acting = cast.mentions.filter(
        (m) => m.kind === 'party' && !m.id.startsWith('-') && !isWhereabouts(cast.tree, m),
      );
      const parties = [...new Set(acting.map((m) => stateOf(m.id)))].slice(0, 4);
      // Of many that are named together no pair is the text's.
      const weight = [0, 0, 1, 0.3, 0.1][parties.length] ?? 0;
      parties.forEach((one, k) => {
        for (const other of parties.slice(k + 1)) count([one, other], weight);
      });
    },
  };
  return told;
}

/** How sure the resolver of events is of an antecedent in the same sentence. */
const SURE = 0.6;

function isJoint({ genre, speaker }: Document): boolean {
  return genre === 'agreement' || (genre === 'statement' && speaker === undefined);
}

function playerAt(scene: Scene, token: number, least: number): readonly string[] {
  const player = playersOf(scene).find((p) => p.token === token);
  return player?.actors.filter((a) => a.confidence >= least).map((a) => a.party) ?? [];
}

/** The subject of a sentence, if it is a party: what "it" and "they" go on about. */
function focusOf(cast: Cast): Focus {
  const { tree } = cast;
  const clause = clauseOf(tree, tree.root);
  const subjects = clause.passive ? clause.objects : clause.subjects;
  const [first] = subjects;
  if (first === undefined) return NOBODY;
  const isParty = (token: number): boolean =>
    (cast.partyAt[token] ?? -1) >= 0 ||
    ORGANS.has(lemma(tree, token)) ||
    PAIR_NOUNS.has(lemma(tree, token)) ||
    (upos(tree, token) === 'PRON' && (IT.has(lemma(tree, token)) || THEY.has(lemma(tree, token))));
  if (!subjects.every(isParty)) return NOBODY;
  const parties = actorsOf(cast, subjects)
    .map((a) => a.party)
    .filter((party) => !party.startsWith('-'));
  const several = parties.length > 1 || /^NNP?S$/.test(xpos(tree, first)) || THEY.has(lemma(tree, first));
  return { parties, several: several && parties.length > 0 };
}

/** States that the sentence names before a token, not counting places. */
function statesOf({ mentions, gazetteer }: Cast, token: number): readonly string[] {
  const named = mentions.filter((m) => m.kind === 'party' && m.last <= token).map((m) => stateOf(m.id));
  return [...new Set(named)].filter((id) => isState(gazetteer, id));
}

function isState(gazetteer: Gazetteer, id: string): boolean {
  return gazetteer.parties.get(id)?.kind === 'state';
}

/**
 * The party that "it" or "its" means within the sentence: the last subject before it, but not the subject of its own verb ("China
 * has it") nor that of which its noun is said ("Russia is its supplier"); of "its" also the only party named before.
 */
function subjectBefore(cast: Cast, token: number): string | undefined {
  const { tree } = cast;
  const owned = deprel(tree, token) === 'nmod:poss';
  const own = owned ? saidOf(tree, head(tree, token)) : ownSubject(tree, token);
  let found: string | undefined;
  const named = new Set<string>();
  for (const mention of cast.mentions) {
    if (mention.kind !== 'party' || mention.last > token || mention.id.startsWith('-')) continue;
    if (own !== undefined && own >= mention.first && own < mention.last) continue;
    named.add(stateOf(mention.id));
    for (let i = mention.first; i < mention.last; i++)
      if (relation(tree, i) === 'nsubj') found = stateOf(mention.id);
  }
  if (found !== undefined) return found;
  const [only] = named;
  return owned && named.size === 1 ? only : undefined;
}

/** The subject of the predicate that a noun is: "Russia" for "supplier" in "Russia is its largest supplier". */
function saidOf(tree: Tree, noun: number): number | undefined {
  return noun >= 0 && child(tree, noun, 'cop') !== undefined ? child(tree, noun, 'nsubj') : undefined;
}

function ownSubject(tree: Tree, token: number): number | undefined {
  const up = head(tree, token);
  return up < 0 || relation(tree, token) === 'nsubj' ? undefined : child(tree, up, 'nsubj');
}
