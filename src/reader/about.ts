import { actorsAt } from './actors.js';
import { type Actor, partyMention } from './cast.js';
import { SPOKESPEOPLE } from './claim.js';
import { prepositionOf } from './clause.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene, Voice } from './scene.js';
import { childrenBy, conjuncts, deprel, lemma, relation, xpos } from './tree.js';

/**
 * Parties that the phrases headed by `objects` are about: those that own them, are their source or their object.
 * Whom something is directed against or withheld from is its victim, and a relative clause tells another story.
 *
 * @param harmful whether the deed is opposed: then whose oppression or blockade it is is the victim, too
 */
export function aboutOf(
  scene: Scene,
  objects: readonly number[],
  holders: readonly string[],
  harmful = false,
): Actor[] {
  const seen = new Set(holders);
  return (
    objects
      .flatMap((o) => {
        const heads = conjuncts(scene.tree, o);
        // "The government and people of Chile": who is named goes before whom "the government" might refer to.
        const known = heads.filter((h) =>
          childrenBy(scene.tree, h, 'nmod').some((n) => (scene.cast.partyAt[n] ?? -1) >= 0),
        );
        const bare = heads.filter((h) => known.length === 0 || !SPOKESPEOPLE.has(lemma(scene.tree, h)));
        return [...known, ...bare.filter((h) => !known.includes(h))];
      })
      // "We support him" speaks of a person, and of a party only by chance.
      .filter((o) => !/^(he|she|him|her|his|hers)$/i.test(scene.tree.sentence.forms[o] ?? ''))
      .flatMap((o) => partiesBelow(scene, o, 0, harmful))
      .flatMap((a) => [...hyphenated(scene, a), a])
      .filter(isNamed)
      .map(toPrincipal)
      .filter((a) => !seen.has(a.party) && seen.add(a.party) !== undefined)
  );
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

/** Nouns whose "of" names whoever suffers it. */
const HARMS = new Set([
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
  return childrenBy(scene.tree, token, 'acl')
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

function partiesBelow(scene: Scene, token: number, depth: number, harmful: boolean): Actor[] {
  const { tree, cast } = scene;
  if ((cast.partyAt[token] ?? -1) >= 0) return actorsAt(cast, token);
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
  if (owners.length > 0) return owners;
  if (depth > 3) return [];
  return childrenBy(tree, token, 'nmod', 'acl')
    .filter((c) => deprel(tree, c) !== 'acl:relcl' && !VICTIMS.has(prepositionOf(tree, c)))
    .filter((c) => relation(tree, c) === 'nmod' || xpos(tree, c) === 'VBN')
    .flatMap((c) => conjuncts(tree, c))
    .flatMap((c) => partiesBelow(scene, c, depth + 1, harmful));
}

/** What a state is named with where a claim concerns it. */
const CONCERNS = /^(in|for|of|between|among|to|on|with|within|regarding|concerning|through)$/;

/**
 * Who else is plainly meant where nobody or only bodies were found: the states in, for or between which something is backed. Whoever
 * is opposed is not found this way, since what is condemned in a state is not the state's.
 */
export function concernedBy(
  scene: Scene,
  objects: readonly number[],
  found: readonly Actor[],
  holders: readonly string[],
  backed: boolean,
): readonly Actor[] {
  const { tree, cast, gazetteer } = scene;
  const isState = (a: Actor) => gazetteer.parties.get(a.party)?.kind === 'state';
  if (!backed || found.some(isState)) return found;
  const seen = new Set([...found.map((a) => a.party), ...holders]);
  const below = objects.flatMap((o) => conjuncts(tree, o)).flatMap((o) => statesBelow(scene, o, 0));
  const more = (below.length > 0 ? below : objects.flatMap((o) => endedBy(scene, o)))
    .flatMap((t) => conjuncts(tree, t))
    .filter((t) => (cast.partyAt[t] ?? -1) >= 0)
    .flatMap((t) => actorsAt(cast, t))
    .filter(isNamed)
    .map(toPrincipal)
    .filter((a) => isState(a) && !seen.has(a.party) && seen.add(a.party) !== undefined);
  return more.length > 3 ? found : [...found, ...more];
}

/** "A solution that ends the conflict in Chile": what a relative clause says of a solution tells whose it is. */
function endedBy(scene: Scene, token: number): number[] {
  const { tree } = scene;
  if (!/^(solution|settlement|resolution|agreement|process|effort|approach)$/.test(lemma(tree, token)))
    return [];
  return childrenBy(tree, token, 'acl')
    .filter((c) => deprel(tree, c) === 'acl:relcl')
    .flatMap((c) => statesBelow(scene, c, 1));
}

function statesBelow(scene: Scene, token: number, depth: number): number[] {
  const { tree, cast } = scene;
  if (depth > 5) return [];
  const owned = childrenBy(tree, token, 'amod', 'compound', 'nmod:poss').filter(
    (c) => (cast.partyAt[c] ?? -1) >= 0,
  );
  const below = childrenBy(tree, token, 'nmod', 'obl', 'obj', 'acl').filter((c) => {
    if (deprel(tree, c) === 'acl:relcl' || deprel(tree, c) === 'nmod:poss') return false;
    if (relation(tree, c) === 'acl' || relation(tree, c) === 'obj') return true;
    return CONCERNS.test(prepositionOf(tree, c));
  });
  const named = below.filter((c) => (cast.partyAt[c] ?? -1) >= 0 && relation(tree, c) !== 'acl');
  return [
    ...owned,
    ...named,
    ...below.filter((c) => !named.includes(c)).flatMap((c) => statesBelow(scene, c, depth + 1)),
  ];
}

/** "As to Chile, we …", "In Chile, the system …": of which state a sentence speaks that names nobody else. */
export function topicOf(scene: Scene, i: number, voice: Voice): Actor[] {
  const { tree, cast, gazetteer, document } = scene;
  const own = [voice.speaker, document.speaker ?? voice.speaker].map(
    (p) => toPrincipal({ ...NOBODY, party: p }).party,
  );
  return cast.mentions
    .filter((m) => m.kind === 'party' && m.first <= 6 && m.last < i && tree.sentence.forms[m.last] === ',')
    .filter((m) => TOPICS.test(tree.sentence.forms.slice(0, m.first).join(' ').toLowerCase()))
    .map((m) => toPrincipal({ party: m.id, first: m.first, last: m.last, confidence: m.confidence }))
    .filter((a) => gazetteer.parties.get(a.party)?.kind === 'state' && !own.includes(a.party));
}

const NOBODY: Actor = { party: '', first: 0, last: 0, confidence: 0 };
const TOPICS =
  /^(in|as to|as for|as regards|regarding|concerning|with (regard|respect) to)( the)?( (question|issue|case|situation|conflict|crisis) (of|in))?( the)?$/;
