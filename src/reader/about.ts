import { actorsAt } from './actors.js';
import { type Actor, partyMention } from './cast.js';
import { SPOKESPEOPLE } from './claim.js';
import { prepositionOf } from './clause.js';
import { isSeveral } from './concerned.js';
import { isNamed, toHolder, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { isSomePair, pairBefore } from './some-pair.js';
import { childrenBy, conjuncts, deprel, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** What is done with the parties of a phrase: opposed (then whose blockade it is is the victim, too), and which parts are passed over. */
interface Regard {
  readonly harmful?: boolean;
  readonly besides?: readonly number[];
}

/**
 * Parties that the phrases headed by `objects` are about: those that own them, are their source or their object.
 * Whom something is directed against or withheld from is its victim, and a relative clause tells another story.
 */
export function aboutOf(
  scene: Scene,
  objects: readonly number[],
  holders: readonly string[],
  { harmful = false, besides = [] }: Regard = {},
): Actor[] {
  const { tree, cast } = scene;
  const seen = new Set(holders);
  return (
    objects
      .flatMap((o) => {
        const heads = listed(scene, o).filter((h) => !besides.includes(h));
        // "The government and people of Chile": who is named goes before whom "the government" might refer to.
        const known = heads.filter((h) =>
          childrenBy(tree, h, 'nmod').some((n) => (cast.partyAt[n] ?? -1) >= 0),
        );
        const bare = heads.filter((h) => known.length === 0 || !SPOKESPEOPLE.has(lemma(tree, h)));
        return [...known, ...bare.filter((h) => !known.includes(h))];
      })
      // "We support him" speaks of a person, and of a party only by chance.
      .filter((o) => !/^(he|she|him|her|his|hers)$/i.test(tree.sentence.forms[o] ?? ''))
      .flatMap((o) => partiesBelow(scene, o, 0, harmful))
      .flatMap((a) => named(scene, a))
      .filter((a) => !seen.has(a.party) && seen.add(a.party) !== undefined)
  );
}

/** What is coordinated with a phrase, or set beside it: "the return to democracy in Chile, the elections in Peru". */
export function listed({ tree, cast }: Scene, token: number): number[] {
  return conjuncts(tree, token).flatMap((h) => [
    h,
    ...childrenBy(tree, h, 'appos').filter((a) => (cast.partyAt[a] ?? -1) < 0 && upos(tree, a) === 'NOUN'),
  ]);
}

/** A party with whom its name brings along: "the French-Mexican initiative", "the two Koreas". */
export function named(scene: Scene, actor: Actor): Actor[] {
  return [...hyphenated(scene, actor), actor, ...otherHalf(scene, actor)]
    .filter((a) => isNamed(a) && !isPresidents(scene, a))
    .map((a) => (partyMention(scene.cast, a.first)?.id === a.party ? toHolder(a) : toPrincipal(a)));
}

/** "His recommendation" in an Assembly is as likely another's as its president's. */
function isPresidents({ tree }: Scene, { party, first }: Actor): boolean {
  return party === 'UNGA' && /^(he|his|him|she|her)$/i.test(tree.sentence.forms[first] ?? '');
}

/** "The two Koreas", "both Korean Governments": of the same name. */
function otherHalf({ tree, gazetteer }: Scene, actor: Actor): Actor[] {
  if (!/^(KOR|PRK)$/.test(toPrincipal(actor).party)) return [];
  const two = [actor.first - 1, actor.first].some((k) => /^(two|both)$/.test(lemma(tree, k)));
  const whole = tree.lemmas.some((word) => /^(reunification|unification|peninsula)$/.test(word));
  const isPeople = tree.sentence.forms
    .slice(actor.first, actor.last + 1)
    .join(' ')
    .startsWith('Korean people');
  const other = actor.party.startsWith('KOR') ? 'PRK' : 'KOR';
  return (two || (whole && isPeople)) && gazetteer.parties.has(other) ? [{ ...actor, party: other }] : [];
}

const VICTIMS = new Set([
  'against',
  'from',
  'on',
  'upon',
  'despite',
  'without',
  'through',
  'under',
  'before',
]);

/** What is condemned in a state is not the state's. */
function isVictim(preposition: string, harmful: boolean): boolean {
  return VICTIMS.has(preposition) || (harmful && preposition === 'in');
}

/** What one joins is not what is spoken of. */
const JOINS = new Set([
  ...[
    'admission',
    'membership',
    'accession',
    'entry',
    'participation',
    'inclusion',
    'integration',
    'candidacy',
  ],
  ...['candidature', 'readmission'],
]);

/** Nouns whose "of" names whoever suffers it. */
export const HARMS = new Set([
  ...['blockade', 'embargo', 'oppression', 'occupation', 'invasion', 'bombing', 'killing', 'persecution'],
  ...['annexation', 'isolation', 'massacre', 'genocide', 'exclusion', 'dismemberment', 'partition', 'murder'],
  ...['assassination', 'violation', 'colonization', 'bombardment', 'destruction', 'repression', 'siege'],
]);

/** What is to be settled is nobody's conduct: "the settlement of the question of Palestine". */
const NOBODYS = new Set([
  'question',
  'issue',
  'crisis',
  'conflict',
  'situation',
  'problem',
  'dispute',
  'war',
]);
/** A declaration of the United Nations is not about the United Nations. */
const TEXTS = new Set([
  ...['declaration', 'charter', 'convention', 'covenant', 'agreement', 'treaty', 'resolution', 'agenda'],
  ...['goal', 'programme', 'program', 'strategy', 'principle', 'protocol', 'plan', 'pact', 'framework'],
]);

/** Whether only bodies name a text. */
function ofBody({ tree, cast, gazetteer }: Scene, token: number): boolean {
  const naming = childrenBy(tree, token, 'nmod:poss', 'amod', 'compound', 'nmod').flatMap((c) => {
    const mention = partyMention(cast, c);
    return mention ? [gazetteer.parties.get(mention.id)?.kind] : [];
  });
  return naming.length > 0 && naming.every((kind) => kind === 'body');
}

/** "violations of human rights in Chile": where the state itself does it. */
function placesOf(scene: Scene, token: number): Actor[] {
  const { tree, cast } = scene;
  return childrenBy(tree, token, 'nmod').flatMap((c) => {
    const there = prepositionOf(tree, c) === 'in' && (cast.partyAt[c] ?? -1) >= 0;
    if (there) return actorsAt(cast, c);
    return prepositionOf(tree, c) === 'of' && (cast.partyAt[c] ?? -1) < 0 ? placesOf(scene, c) : [];
  });
}

/** "the invasion launched by Chile". */
function donePassively(scene: Scene, token: number, depth: number, harmful: boolean): Actor[] {
  if (depth > 3) return [];
  // "The violation of law committed by Chile" may hang on the law.
  const below = childrenBy(scene.tree, token, 'nmod');
  return [token, ...below]
    .flatMap((t) => childrenBy(scene.tree, t, 'acl'))
    .filter((c) => xpos(scene.tree, c) === 'VBN' && deprel(scene.tree, c) !== 'acl:relcl')
    .filter((c) => childrenBy(scene.tree, c, 'obl').some((o) => prepositionOf(scene.tree, o) === 'by'))
    .flatMap((c) => partiesBelow(scene, c, depth + 1, harmful));
}

const RIGHTS = new Set(['violation', 'repression', 'persecution', 'oppression']);

/** "the French-Mexican initiative": who stands before the hyphen, too. */
function hyphenated({ tree, cast }: Scene, { first }: Actor): Actor[] {
  const joined = /^[-–‑]$/.test(tree.sentence.forms[first - 1] ?? '');
  const mention = joined ? partyMention(cast, first - 2) : undefined;
  if (!mention || mention.id.startsWith('-')) return [];
  return [{ party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence }];
}

/** "The efforts of the Secretary-General, Chile and Peru": the United Nations' among those who are named. */
function secretaryGeneral({ tree, cast, gazetteer, document }: Scene, tokens: readonly number[]): Actor[] {
  const at = tokens.find((t) => (cast.partyAt[t] ?? -1) < 0 && isSecretaryGeneral(tree, t));
  return at !== undefined && document.genre === 'speech' && gazetteer.parties.has('UN')
    ? [{ party: 'UN', first: at, last: at + 1, confidence: 0.8 }]
    : [];
}

function isSecretaryGeneral(tree: Tree, token: number): boolean {
  const { forms } = tree.sentence;
  return (
    /^Secretary\s?[-–]\s?General$/.test(forms.slice(Math.max(0, token - 2), token + 1).join('')) ||
    forms[token] === 'Secretary-General'
  );
}

/** "The people of Chile and Peru": one name covers the people and Chile, and Peru is joined to Chile. */
function sharing({ tree, cast }: Scene, token: number): Actor[] {
  const mention = partyMention(cast, token);
  if (mention === undefined || mention.last - mention.first < 3) return [];
  const found: Actor[] = [];
  for (let k = mention.first; k < mention.last; k++)
    if (k !== token)
      for (const c of conjuncts(tree, k).slice(1)) if (c >= mention.last) found.push(...actorsAt(cast, c));
  return found;
}

/** "Albanians in Kosovo": people who live elsewhere are not their state. */
function isOfElsewhere({ tree, cast }: Scene, token: number): boolean {
  if (!/^(NNS|NNPS)$/.test(xpos(tree, token))) return false;
  const mention = partyMention(cast, token);
  if (mention === undefined || mention.last - mention.first > 1) return false;
  return (
    childrenBy(tree, token, 'nmod').some((n) => prepositionOf(tree, n) === 'in') ||
    childrenBy(tree, token, 'amod').some((a) => lemma(tree, a) === 'ethnic')
  );
}

/** "The Special Envoy for Chile" is not Chile's, but of those who sent him; before the United Nations theirs. */
export function isEnvoy(tree: Tree, token: number): boolean {
  return /^(envoy|representative|rapporteur|mediator|facilitator|coordinator|adviser)$/.test(
    lemma(tree, token),
  );
}

function envoyed({ tree, cast, gazetteer, document }: Scene, token: number): Actor[] {
  const senders = childrenBy(tree, token, 'nmod:poss', 'amod', 'compound', 'nmod').filter(
    (c) => relation(tree, c) !== 'nmod' || prepositionOf(tree, c) === 'of',
  );
  const known = senders.flatMap((c) => ((cast.partyAt[c] ?? -1) >= 0 ? actorsAt(cast, c) : []));
  if (known.length > 0) return known;
  const special = childrenBy(tree, token, 'amod').find((a) => /^(special|personal)$/.test(lemma(tree, a)));
  return special !== undefined && document.genre === 'speech' && gazetteer.parties.has('UN')
    ? [{ party: 'UN', first: special, last: token + 1, confidence: 0.8 }]
    : [];
}

export function partiesBelow(scene: Scene, token: number, depth: number, harmful: boolean): Actor[] {
  const { tree, cast } = scene;
  if ((cast.partyAt[token] ?? -1) >= 0)
    return isOfElsewhere(scene, token) ? [] : [...actorsAt(cast, token), ...sharing(scene, token)];
  if (isSomePair(scene, token)) return pairBefore(scene, token);
  // "The countries that suffer most — Chile and Peru": those, and not the country last spoken of.
  if (isSeveral(scene, token))
    return childrenBy(tree, token, 'appos', 'nmod:poss')
      .flatMap((a) => conjuncts(tree, a))
      .flatMap((a) => ((cast.partyAt[a] ?? -1) >= 0 ? actorsAt(cast, a) : []));
  if (tree.sentence.forms[token] === 'Koreas')
    return ['KOR', 'PRK'].map((party) => ({ party, first: token, last: token + 1, confidence: 0.9 }));
  if (isEnvoy(tree, token)) return envoyed(scene, token);
  // "Our neighbouring country, Chile".
  const apposed = childrenBy(tree, token, 'appos').filter((a) => (cast.partyAt[a] ?? -1) >= 0);
  if (apposed.length > 0 && childrenBy(tree, token, 'nmod:poss').length > 0)
    return apposed.flatMap((a) => actorsAt(cast, a));
  const doers = childrenBy(tree, token, 'nmod', 'obl').filter((c) => prepositionOf(tree, c) === 'by');
  if (doers.length > 0) {
    // "A dialogue facilitated by Norway between Chile and Peru" is theirs, too.
    const between = childrenBy(tree, token, 'nmod', 'obl').filter(
      (c) => prepositionOf(tree, c) === 'between',
    );
    return [...doers, ...between].flatMap((d) => conjuncts(tree, d)).flatMap((d) => actorsAt(cast, d));
  }
  // "Its" and "their" may be anybody's.
  const suffered = harmful && HARMS.has(lemma(tree, token));
  if (
    suffered &&
    childrenBy(tree, token, 'nmod:poss', 'amod', 'compound').every((c) => (cast.partyAt[c] ?? -1) < 0)
  )
    return [
      ...(RIGHTS.has(lemma(tree, token)) ? placesOf(scene, token) : []),
      ...donePassively(scene, token, depth, harmful),
    ];
  if (NOBODYS.has(lemma(tree, token)) && !harmful) return [];
  if (TEXTS.has(lemma(tree, token)) && ofBody(scene, token)) return [];
  const owners = childrenBy(tree, token, 'nmod:poss').some((o) =>
    /^(its|their|his|her)$/i.test(tree.sentence.forms[o] ?? ''),
  )
    ? []
    : actorsAt(cast, token);
  if (depth > 3) return owners;
  if (owners.length > 0) {
    // "The efforts of Chile and the role of Peru": a parser may join the role to Chile.
    const below = childrenBy(tree, token, 'nmod');
    const joined = below
      .flatMap((c) => conjuncts(tree, c).slice(1))
      .filter((c) => (cast.partyAt[c] ?? -1) < 0);
    return [
      ...owners,
      ...secretaryGeneral(scene, below),
      ...below.flatMap((c) => sharing(scene, c)),
      ...joined.flatMap((c) => partiesBelow(scene, c, depth + 1, harmful)),
    ];
  }
  return (
    childrenBy(tree, token, 'nmod', 'acl')
      .filter((c) => deprel(tree, c) !== 'acl:relcl' && !isVictim(prepositionOf(tree, c), harmful))
      .filter((c) => relation(tree, c) === 'nmod' || xpos(tree, c) === 'VBN')
      // "The admission of Chile to the United Nations".
      .filter((c) => !JOINS.has(lemma(tree, token)) || !/^(to|in|at|into)$/.test(prepositionOf(tree, c)))
      .flatMap((c) => conjuncts(tree, c))
      .flatMap((c) => partiesBelow(scene, c, depth + 1, harmful))
  );
}
