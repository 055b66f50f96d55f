import { actorsAt } from '../actors.js';
import type { Actor } from '../cast.js';
import { prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, conjuncts, deprel, head, lemma, relation, upos } from '../tree.js';

/** Sectors that bind their state when they sign or declare; a firm or a rebel army does not. */
const BINDING = new Set(['GOV', 'MIL', 'LEG']);

/** Common nouns that stand for the state that owns or qualifies them: "the Government of Peru", "my country". */
const STANDING_FOR = new Set([
  ...['government', 'administration', 'authority', 'leader', 'leadership', 'president', 'king', 'kingdom'],
  ...['minister', 'ministry', 'premier', 'chancellor', 'people', 'nation', 'country', 'state', 'republic'],
  ...[
    'delegation',
    'representative',
    'delegate',
    'parliament',
    'side',
    'counterpart',
    'union',
    'federation',
    'party',
    'principality',
  ],
  ...['bloc', 'grouping', 'association', 'organisation', 'organization', 'alliance', 'capital', 'island'],
]);

/**
 * The states and bodies that the phrases at `tokens` name or stand for, conjuncts expanded, each once. Unlike
 * `actorsOf` it takes no party from a mere modifier: "the Russian company" is not Russia.
 */
export function sidesOf(scene: Scene, tokens: readonly number[]): Actor[] {
  return uniqueSides(
    scene,
    tokens.flatMap((token) => conjuncts(scene.tree, token)).flatMap((token) => sideAt(scene, token)),
  );
}

/** "our seven countries and the European Union", "the five permanent Council members and Germany": some of them are not named. */
export function isPartlyNamed(scene: Scene, tokens: readonly number[]): boolean {
  const { tree } = scene;
  const all = tokens.flatMap((token) => conjuncts(tree, token));
  return (
    all.length > 1 &&
    all.some(
      (t) =>
        upos(tree, t) === 'NOUN' &&
        /^(country|state|nation|member|power|partner|other|neighbour|neighbor)$/.test(lemma(tree, t)) &&
        /s$/i.test(tree.sentence.forms[t] ?? '') &&
        !isTwosome(scene, t) &&
        childrenBy(tree, t, 'appos').length === 0,
    )
  );
}

function sideAt(scene: Scene, token: number): Actor[] {
  const { cast, tree } = scene;
  if ((cast.partyAt[token] ?? -1) >= 0) return actorsAt(cast, token).map((a) => ofPeople(scene, token, a));
  if (upos(tree, token) === 'PRON') return pronoun(scene, token);
  if (
    upos(tree, token) === 'PROPN' &&
    (cast.placeAt[token] ?? -1) < 0 &&
    (cast.instrumentAt[token] ?? -1) < 0
  ) {
    const beside = apposed(scene, token);
    // "President Talon of Benin" whom no table knows.
    return beside.length > 0 || !isTitled(scene, token) ? beside : namesAround(scene, token);
  }
  if (!STANDING_FOR.has(lemma(tree, token))) return apposed(scene, token);
  if (isTwosome(scene, token)) return twosome(scene, token);
  const named = namesAround(scene, token);
  if (named.length > 0) return named;
  const beside = apposed(scene, token);
  const theirs = childrenBy(tree, token, 'nmod:poss').length > 0;
  return beside.length > 0 || theirs || isSpoken(scene) ? beside : actorsAt(cast, token);
}

/** A person's name: with a first name or after a title. */
function isTitled(scene: Scene, token: number): boolean {
  return childrenBy(scene.tree, token, 'flat', 'nmod:desc').length > 0;
}

/** "the people of Bhutan joined": a people is its state here. */
function ofPeople(scene: Scene, token: number, actor: Actor): Actor {
  const whole = /^(people|nation)$/.test(lemma(scene.tree, token)) && actor.party.endsWith('/CVL');
  return whole ? { ...actor, party: principalOf(actor.party) } : actor;
}

/** "the peoples of Peru and Chile", "the Peruvian Government", "my country". */
function namesAround(scene: Scene, token: number): Actor[] {
  const { tree, cast } = scene;
  const isParty = (t: number) => (cast.partyAt[t] ?? -1) >= 0;
  const of = childrenBy(tree, token, 'nmod')
    .filter((c) => deprel(tree, c) !== 'nmod:poss' && prepositionOf(tree, c) === 'of')
    .flatMap((c) => conjuncts(tree, c))
    .filter(isParty);
  if (of.length > 0) return of.flatMap((c) => actorsAt(cast, c));
  const owners = childrenBy(tree, token, 'nmod:poss').flatMap((c) => conjuncts(tree, c));
  const before = childrenBy(tree, token, 'amod', 'compound').flatMap((c) => conjuncts(tree, c));
  const named = [...owners, ...before].filter(isParty).flatMap((c) => actorsAt(cast, c));
  if (named.length > 0) return named;
  // "our countries" are those of everybody in the room.
  if (/s$/.test(tree.sentence.forms[token] ?? '') && lemma(tree, token) !== 'people') return [];
  return owners.filter((c) => upos(tree, c) === 'PRON').flatMap((c) => pronoun(scene, c));
}

/** "our ally, the United States", "our friend Japan": the name beside the noun. */
function apposed(scene: Scene, token: number): Actor[] {
  return childrenBy(scene.tree, token, 'appos')
    .flatMap((c) => conjuncts(scene.tree, c))
    .flatMap((c) => ((scene.cast.partyAt[c] ?? -1) >= 0 ? actorsAt(scene.cast, c) : []));
}

/** "it" and "they" are whom the same sentence made its subject; beyond it only a report is trusted. */
function pronoun(scene: Scene, token: number): Actor[] {
  const form = (scene.tree.sentence.forms[token] ?? '').toLowerCase();
  if (/^(they|them|their|theirs|themselves|both)$/.test(form)) {
    const inside = subjectsBefore(scene, token);
    if (inside.length >= 2) return inside;
    return isSpoken(scene) ? [] : (pairBefore(scene, token) ?? pairNamedLast(scene, token));
  }
  if (/^(it|its|itself)$/.test(form)) {
    const inside = holderBefore(scene, token);
    return inside.length > 0 || isSpoken(scene) ? inside : actorsAt(scene.cast, token);
  }
  // "invited us all to sign": everybody in the room.
  if (/^(we|us)$/.test(form) && /^all$/i.test(scene.tree.sentence.forms[token + 1] ?? '') && isSpoken(scene))
    return [];
  const own = /^(we|us|our|ours|ourselves|i|my|me|mine)$/.test(form);
  const known = /^(he|she|him|her|his|who|whom)$/.test(form) && !isSpoken(scene);
  return own || known ? actorsAt(scene.cast, token) : [];
}

/** The last state or body before a token that is a subject or owns something: "Madagascar celebrated its admission". */
function holderBefore(scene: Scene, token: number): Actor[] {
  const { tree, cast } = scene;
  for (let k = cast.mentions.length - 1; k >= 0; k--) {
    const mention = cast.mentions[k];
    if (mention === undefined || mention.kind !== 'party' || mention.last > token) continue;
    for (let t = mention.first; t < mention.last; t++) {
      if (!/^(nsubj|nmod:poss)/.test(deprel(tree, t)) && relation(tree, t) !== 'root') continue;
      const found = uniqueSides(scene, actorsAt(cast, t));
      if (found.length > 0) return found;
    }
  }
  return [];
}

function isTwosome(scene: Scene, token: number): boolean {
  return childrenBy(scene.tree, token, 'nummod', 'det').some((c) =>
    /^(two|three|both)$/.test(lemma(scene.tree, c)),
  );
}

/** "the two sides": those of the sentence where it names two, else, in a report, whom the text speaks of. */
function twosome(scene: Scene, token: number): Actor[] {
  if (isSpoken(scene)) return spokenPair(scene, token);
  return pairBefore(scene, token) ?? pairNamedLast(scene, token);
}

/** The pair of the sentences before, unless this one has named somebody else meanwhile. */
function pairNamedLast(scene: Scene, token: number): Actor[] {
  const pair = uniqueSides(scene, actorsAt(scene.cast, token));
  const strangers = scene.cast.mentions.some(
    (m) => m.kind === 'party' && m.last <= token && !pair.some((p) => p.party === principalOf(m.id)),
  );
  return pair.length === 2 && !strangers ? pair : [];
}

/** The two states or bodies that a sentence names before a token; nothing known where it names one, nobody where more. */
function pairBefore(scene: Scene, token: number): Actor[] | undefined {
  const named = uniqueSides(
    scene,
    scene.cast.mentions
      .filter((m) => m.kind === 'party' && m.last <= token && m.via !== 'adjective')
      .map((m) => ({ party: m.id, first: m.first, last: m.last, confidence: m.confidence })),
  );
  if (named.length === 1) return hostAndGuest(scene, token, named);
  if (named.length === 0) return undefined;
  return named.length === 2 ? named : [];
}

/** "When Xi visited Hanoi the two sides agreed": the guest and the state of the place. */
function hostAndGuest(scene: Scene, token: number, named: readonly Actor[]): Actor[] | undefined {
  const { tree, cast } = scene;
  for (let t = 0; t < token; t++) {
    if (!/^(visit|tour)$/.test(lemma(tree, t)) || upos(tree, t) !== 'VERB') continue;
    const place = childrenBy(tree, t, 'obj').map((o) => cast.mentions[cast.placeAt[o] ?? -1])[0];
    const host = place?.kind === 'place' ? place.within?.split('/')[0] : undefined;
    if (place === undefined || host === undefined || named.some((n) => n.party === host)) continue;
    return uniqueSides(scene, [
      ...named,
      { party: host, first: place.first, last: place.last, confidence: place.confidence },
    ]);
  }
  return undefined;
}

/** Owners of a noun that stand in its own phrase; the parser may hang "our" of "our opposition to the embargo" on the embargo. */
export function ownersAt(scene: Scene, i: number): number[] {
  const { tree } = scene;
  return childrenBy(tree, i, 'nmod:poss').filter((c) => {
    for (let t = c + 1; t < i; t++) {
      const isOf = /^(of|for|['’]s?)$/.test(tree.sentence.forms[t] ?? '');
      if (upos(tree, c) === 'PRON' && upos(tree, t) === 'ADP' && !isOf && head(tree, t) === i) return false;
    }
    return true;
  });
}

/** Whether "we" is everybody as often as the speaker's state, and "they" hardly ever the last two named. */
export function isSpoken(scene: Scene): boolean {
  return scene.document.speaker !== undefined && scene.document.genre === 'speech';
}

/** "our two countries" beside one other party of the sentence: that and the speaker. */
function spokenPair(scene: Scene, token: number): Actor[] {
  const voice = scene.cast.discourse.voice;
  const owned = childrenBy(scene.tree, token, 'nmod:poss').length > 0;
  const others = new Set(
    scene.cast.mentions
      .filter((m) => m.kind === 'party')
      .map((m) => principalOf(m.id))
      .filter((party) => party !== voice && isStateOrBody(scene, party)),
  );
  const parties = owned && voice !== undefined ? [voice, ...others] : [...others];
  if (parties.length !== 2) return [];
  return parties.map((party) => ({ party, first: token, last: token + 1, confidence: 0.6 }));
}

/** Parties coordinated as the last subject before a token: "India and Brazil renewed their partnership". */
export function subjectsBefore(scene: Scene, token: number): Actor[] {
  const { tree } = scene;
  for (let i = token - 1; i >= 0; i--) {
    if (relation(tree, i) !== 'nsubj' || upos(tree, i) === 'PRON') continue;
    const found = uniqueSides(
      scene,
      conjuncts(tree, i).flatMap((c) => {
        const isParty = (scene.cast.partyAt[c] ?? -1) >= 0;
        if (!isParty && isTwosome(scene, c)) return twosome(scene, c);
        return isParty || STANDING_FOR.has(lemma(tree, c)) ? actorsAt(scene.cast, c) : [];
      }),
    );
    return found;
  }
  return [];
}

/** Parties at the level of state or body, each once; groups, persons without a state and places fall out. */
export function uniqueSides(scene: Scene, actors: readonly Actor[]): Actor[] {
  const seen = new Set<string>();
  const found: Actor[] = [];
  for (const actor of actors) {
    const sector = actor.party.split('/')[1];
    if (sector !== undefined && !BINDING.has(sector)) continue;
    const party = principalOf(actor.party);
    if (!isStateOrBody(scene, party) || seen.has(party)) continue;
    seen.add(party);
    found.push({ ...actor, party });
  }
  return found;
}

export function principalOf(party: string): string {
  return party.startsWith('-') ? party : party.replace(/\/.*$/, '');
}

export function isStateOrBody(scene: Scene, party: string): boolean {
  const kind = scene.gazetteer.parties.get(party)?.kind;
  return kind === 'state' || kind === 'body';
}

export function isBody(scene: Scene, party: string): boolean {
  return scene.gazetteer.parties.get(party)?.kind === 'body';
}
