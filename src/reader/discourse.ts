import type { Mention } from '../gazetteer/index.js';
import { stateOf } from '../gazetteer/index.js';
import type { Cast, Discourse } from './cast.js';
import { child, childrenBy, deprel, lemma, relation, type Tree, upos } from './tree.js';

export const WE = new Set(['we', 'us', 'our', 'ours', 'ourselves', 'i', 'my', 'me']);
export const IT = new Set(['it', 'its', 'itself']);
export const THEY = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
export const PERSON = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself']);
export const PAIR_NOUNS = new Set([
  'side',
  'country',
  'nation',
  'state',
  'neighbour',
  'neighbor',
  'leader',
  'government',
  'party',
  'people',
  'partner',
  'minister',
  'president',
  'power',
  'economy',
  'capital',
]);
export const PAIR_WORDS = new Set(['both', 'two', 'three']);
export const STATE_NOUNS = new Set(['country', 'nation', 'republic', 'kingdom']);
const BODY_NOUNS = new Set([
  'bloc',
  'grouping',
  'organisation',
  'organization',
  'alliance',
  'association',
  'union',
]);
export const ORGANS: ReadonlyMap<string, string> = new Map([
  ['government', 'GOV'],
  ['administration', 'GOV'],
  ['ministry', 'GOV'],
  ['president', 'GOV'],
  ['premier', 'GOV'],
  ['minister', 'GOV'],
  ['chancellor', 'GOV'],
  ['leader', 'GOV'],
  ['spokesperson', 'GOV'],
  ['spokesman', 'GOV'],
  ['spokeswoman', 'GOV'],
  ['parliament', 'LEG'],
  ['army', 'MIL'],
  ['military', 'MIL'],
  ['police', 'COP'],
]);

/** Lemmas of determiners, numbers and adjectives of a noun. */
export function modifiersOf(tree: Tree, noun: number): string[] {
  return childrenBy(tree, noun, 'det', 'nummod', 'amod').map((c) => lemma(tree, c));
}

export function createDiscourse(speaker: string | undefined): Discourse {
  let lastState: string | undefined;
  let lastBody: string | undefined;
  let lastPerson: string | undefined;
  let lastAny: string | undefined;
  let group: readonly string[] = [];
  let withVoice: readonly string[] = [];
  const bodies: string[] = [];
  const dyads = new Map<string, { parties: readonly string[]; times: number }>();

  /** The dyad that the text speaks of most; of equals the last. */
  const mainDyad = (): readonly string[] => {
    let best: { parties: readonly string[]; times: number } | undefined;
    for (const dyad of dyads.values()) if (!best || dyad.times >= best.times) best = dyad;
    return best?.parties ?? [];
  };

  const discourse: Discourse = {
    voice: speaker,
    newParagraph() {
      lastPerson = undefined;
    },
    pair: () => group,
    pairWithVoice: () => withVoice,
    refersTo(cast, token) {
      const { tree } = cast;
      const word = lemma(tree, token);
      if (upos(tree, token) === 'PRON' || upos(tree, token) === 'DET') {
        const written = (tree.sentence.forms[token] ?? '').toLowerCase();
        if (WE.has(word) || WE.has(written)) return discourse.voice === undefined ? [] : [discourse.voice];
        if (IT.has(word) || IT.has(written))
          return isExpletive(tree, token) ? [] : listed(inSentence(cast, token) ?? lastAny);
        if (THEY.has(word) || THEY.has(written)) return group;
        if (PERSON.has(word) || PERSON.has(written)) return listed(lastPerson);
        return [];
      }
      const modifiers = PAIR_NOUNS.has(word) ? modifiersOf(tree, token) : [];
      if (modifiers.some((m) => PAIR_WORDS.has(m))) {
        if (modifiers.includes('three')) return group.length === 3 ? group : [];
        const dyad = mainDyad();
        return dyad.length === 2 ? dyad : group.length === 2 ? group : [];
      }
      // Most words refer to nobody.
      if (!BODY_NOUNS.has(word) && !STATE_NOUNS.has(word) && !ORGANS.has(word)) return [];
      if (!isDefinite(tree, token)) return [];
      if (childrenBy(tree, token, 'amod', 'compound', 'nmod', 'appos').length > 0) return [];
      if (BODY_NOUNS.has(word)) return listed(bodyCalled(cast, bodies, word) ?? lastBody);
      if (STATE_NOUNS.has(word)) return listed(lastState);
      const sector = ORGANS.get(word);
      const state = lastState ?? (discourse.voice && stateOf(discourse.voice));
      return sector === undefined || state === undefined ? [] : [`${stateOf(state)}/${sector}`];
    },
    note(cast) {
      const { tree } = cast;
      const named = cast.mentions.filter((m) => m.kind === 'party' && !m.id.startsWith('-'));
      if (named.length === 0) return;
      // Subjects last, so that they are the most recent: "it" is more often the subject than what it met.
      const ordered = [...named].sort((a, b) => Number(isSubject(tree, a)) - Number(isSubject(tree, b)));
      for (const mention of ordered) {
        const party = stateOf(mention.id);
        const kind = cast.gazetteer.parties.get(party)?.kind;
        if (kind === 'body') {
          lastBody = party;
          const known = bodies.indexOf(party);
          if (known >= 0) bodies.splice(known, 1);
          bodies.push(party);
        }
        if (kind === 'state') lastState = party;
        if (mention.id.includes('/')) lastPerson = mention.id;
        if (mention.via !== 'adjective') lastAny = party;
      }
      const acting = named.filter((m) => !isWhereabouts(tree, m));
      const distinct = [...new Set(acting.map((m) => stateOf(m.id)))];
      if (distinct.length === 2 || distinct.length === 3) group = distinct;
      const [other] = distinct;
      if (speaker !== undefined && other !== undefined && distinct.length === 1 && saysWe(tree))
        withVoice = other === stateOf(speaker) ? withVoice : [stateOf(speaker), other];
      if (distinct.length === 2) {
        const key = [...distinct].sort().join(' ');
        const times = (dyads.get(key)?.times ?? 0) + 1;
        dyads.delete(key);
        dyads.set(key, { parties: distinct, times });
      }
    },
  };
  return discourse;
}

function saysWe(tree: Tree): boolean {
  return tree.sentence.forms.some((form) => WE.has(form.toLowerCase()));
}

/** "the association", "the union": the last body that is called so. */
function bodyCalled(cast: Cast, bodies: readonly string[], noun: string): string | undefined {
  const stem = noun.slice(0, 6);
  for (let i = bodies.length - 1; i >= 0; i--) {
    const name = cast.gazetteer.parties.get(bodies[i] ?? '')?.name.toLowerCase() ?? '';
    if (name.includes(stem)) return bodies[i];
  }
  return undefined;
}

/** "in Cambodia", "the summit that Cambodia hosted", "the ASEAN summit": where it happens, not who acts. */
export function isWhereabouts(tree: Tree, mention: Mention): boolean {
  for (let i = mention.first; i < mention.last; i++) {
    const marker = child(tree, i, 'case');
    if (marker !== undefined && /^(in|at|near|from)$/.test(lemma(tree, marker)) && mention.via === 'name')
      return true;
    const up = tree.heads[i] ?? -1;
    if (up < 0) continue;
    if (relation(tree, i) === 'nsubj' && lemma(tree, up) === 'host' && relation(tree, up) === 'acl')
      return true;
    if (relation(tree, i) !== 'compound' || !GATHERINGS.has(lemma(tree, up))) continue;
    // "the Japan-ASEAN summit" names who meets.
    const joined = [mention.first - 1, mention.last].some((k) => /^[-–]$/.test(tree.sentence.forms[k] ?? ''));
    if (!joined) return true;
  }
  return false;
}

const GATHERINGS = new Set(['summit', 'meeting', 'conference', 'session', 'forum']);

function listed(party: string | undefined): readonly string[] {
  return party === undefined ? [] : [party];
}

/**
 * A party named earlier in the same sentence as the subject: "China said it would …". Where "we" are the subject, "it" is
 * whoever was named last: "we reject the blockade of Nicaragua and stand by its people".
 */
function inSentence(cast: Cast, token: number): string | undefined {
  let subject: string | undefined;
  let last: string | undefined;
  for (const mention of cast.mentions) {
    if (mention.kind !== 'party' || mention.last > token || mention.id.startsWith('-')) continue;
    if (isSubject(cast.tree, mention)) subject = stateOf(mention.id);
    if (mention.via !== 'adjective') last = stateOf(mention.id);
  }
  return subject ?? (isOurs(cast.tree, token) ? last : undefined);
}

/** Whether the subject before a word is "we" or "I". */
function isOurs(tree: Tree, token: number): boolean {
  for (let i = 0; i < token; i++)
    if (relation(tree, i) === 'nsubj' && WE.has((tree.sentence.forms[i] ?? '').toLowerCase())) return true;
  return false;
}

function isSubject(tree: Tree, mention: Mention): boolean {
  for (let i = mention.first; i < mention.last; i++) if (relation(tree, i) === 'nsubj') return true;
  return false;
}

/** "It is clear that …", "it is important to …", "it would be wrong for …". */
export function isExpletive(tree: Tree, token: number): boolean {
  if (deprel(tree, token) === 'expl') return true;
  const up = tree.heads[token] ?? -1;
  if (up < 0 || relation(tree, token) !== 'nsubj') return false;
  const clausal = childrenBy(tree, up, 'csubj', 'ccomp', 'xcomp', 'advcl', 'acl').some((c) => c > up);
  return (
    clausal &&
    (upos(tree, up) === 'ADJ' ||
      child(tree, up, 'cop') !== undefined ||
      /^(seem|appear|turn|follow)$/.test(lemma(tree, up)))
  );
}

export function isDefinite(tree: Tree, token: number): boolean {
  const determiner = child(tree, token, 'det');
  return determiner !== undefined && DEFINITE.has(lemma(tree, determiner));
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
