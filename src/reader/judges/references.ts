import { type Mention, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, deprel, head, lemma, relation, upos, xpos } from '../tree.js';
import { isSeveral, type Player, type PlayerSort } from './player.js';

type Referred = Pick<Player, 'actors' | 'sort'>;

const THEY = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const PERSON = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself']);
const YOU = new Set(['you', 'your']);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

/**
 * Whom a word means that is no party's name: a pronoun, "the two sides", a bare office, "the Council", an unknown person of a
 * news story. Empty where nobody known is meant.
 *
 * @param before those whom the sentence has named so far
 * @param office the bare office that the word heads
 */
export function referredTo(
  scene: Scene,
  before: readonly Player[],
  token: number,
  office: Mention | undefined,
): readonly Referred[] {
  const { tree, cast } = scene;
  const tag = upos(tree, token);
  const word = lemma(tree, token);
  if (office) {
    // "the members of the Bureau" are of it.
    for (const word of [token, office.last - 1]) {
      const called = bodyCalled(scene, word);
      if (called !== undefined) return one(token, 'body', [called], 0.6);
    }
    return one(token, 'office', officeHolder(scene, token, office), 0.5);
  }
  if (tag === 'PRON' || tag === 'DET' || deprel(tree, token) === 'nmod:poss') {
    if (RELATIVE.has(word)) return relativeOf(scene, before, token);
    const they = THEY.has(word);
    if (they || PERSON.has(word)) {
      const inside = antecedentOf(scene, before, token, they);
      if (inside) return one(token, 'pronoun', partiesOf(inside, before, tree.heads, they), 0.6);
      const { several, person } = scene.recall;
      if (they && several.length > 0) return one(token, 'pronoun', several, 0.5);
      if (!they && person !== undefined) return one(token, 'pronoun', [person], 0.5);
    }
    if (YOU.has(word)) return one(token, 'pronoun', addressee(scene), 0.5);
  }
  const referred = cast.discourse.refersTo(cast, token);
  if (referred.length > 0)
    return [{ sort: tag === 'PRON' ? 'pronoun' : 'phrase', actors: actorsAt(cast, token) }];
  if (tag !== 'NOUN' && tag !== 'PROPN') return NOBODY;
  const owner = child(tree, token, 'nmod:poss');
  if (word === 'predecessor' && owner !== undefined) {
    // Who held an office before somebody is of the same body or state.
    if (YOU.has(lemma(tree, owner))) return one(token, 'pronoun', addressee(scene), 0.5);
    const successor = before.find((player) => player.token === owner);
    return successor ? [{ sort: 'phrase', actors: successor.actors }] : [];
  }
  if (owner !== undefined) return NOBODY;
  if (word === 'president' && addresses(scene, token)) return one(token, 'pronoun', addressee(scene), 0.5);
  const body = bodyCalled(scene, token);
  if (body !== undefined) return one(token, 'body', [body], 0.6);
  const met = tag === 'PROPN' ? scene.recall.names.get(tree.sentence.forms[token] ?? '') : undefined;
  if (met !== undefined) return one(token, 'person', [met], 0.5);
  if (scene.home !== undefined && isUnknownPerson(scene, token))
    return one(token, 'person', [`${scene.home}/UNK`], 0.4);
  return NOBODY;
}

const NOBODY: readonly Referred[] = [];

function one(
  token: number,
  sort: PlayerSort,
  parties: readonly string[],
  confidence: number,
): readonly Referred[] {
  return parties.length === 0 ? NOBODY : [{ sort, actors: standIns(token, parties, confidence) }];
}

function standIns(token: number, parties: readonly string[], confidence: number): Actor[] {
  return parties.map((party) => ({ party, first: token, last: token + 1, confidence }));
}

/** The parties of a word and of those that are joined to it: "Peru and Chile … they". */
function partiesOf(
  player: Player,
  all: readonly Player[],
  heads: Int32Array,
  several: boolean,
): readonly string[] {
  const joined = several
    ? all.filter((p) => p.token !== player.token && heads[p.token] === player.token)
    : [];
  return [...new Set([player, ...joined].flatMap(({ actors }) => actors.map(({ party }) => party)))];
}

/**
 * Whom "they" or "she" means among those named earlier in the sentence: subjects before others, the nearest first; who does the
 * same deed is somebody else ("the court sued them").
 */
function antecedentOf(
  scene: Scene,
  before: readonly Player[],
  token: number,
  several: boolean,
): Player | undefined {
  const { tree, cast } = scene;
  const owned = deprel(tree, token) === 'nmod:poss';
  const fits = before.filter((player) => {
    if (player.sort === 'place' || player.sort === 'thing' || (player.sort === 'pronoun' && !several))
      return false;
    if (relation(tree, player.token) === 'amod' || xpos(tree, player.token) === 'JJ') return false;
    // The two ends of one verb are two.
    if (!owned && head(tree, player.token) === head(tree, token)) return false;
    if (several) return player.actors.length > 1 || isSeveral(tree, player.token);
    const mention = partyMention(cast, player.token);
    return (
      mention?.person !== undefined ||
      player.sort === 'person' ||
      (player.sort === 'office' && xpos(tree, player.token) === 'NN') ||
      (mention?.via === 'office' && xpos(tree, player.token) === 'NN')
    );
  });
  const subjects = fits.filter((player) => relation(tree, player.token) === 'nsubj');
  return subjects.at(-1) ?? fits.at(-1);
}

/** "the militants who …", "the ministers, with whom …": the noun that the clause explains. */
function relativeOf(scene: Scene, before: readonly Player[], token: number): readonly Referred[] {
  const { tree } = scene;
  for (let at = token, n = 0; at >= 0 && n < 5; at = head(tree, at), n++) {
    if (deprel(tree, at) !== 'acl:relcl') continue;
    const player = before.find((p) => p.token === head(tree, at));
    return player ? [{ sort: 'pronoun', actors: player.actors }] : [];
  }
  return [];
}

/** Whose office it is: whoever was named with such a one before, the state of the story, or in a speech the state last named. */
function officeHolder(scene: Scene, token: number, office: Mention): readonly string[] {
  const { tree, recall, home } = scene;
  const sector = office.id.slice(2);
  for (const c of childrenBy(tree, token, 'nmod:poss')) {
    const [owner, ...others] = scene.cast.discourse.refersTo(scene.cast, c);
    if (owner !== undefined && others.length === 0) return [`${owner.replace(/\/.*/, '')}/${sector}`];
  }
  if (INTERNATIONAL.test(tree.sentence.forms.slice(office.first, office.last).join(' '))) {
    // Speeches are held before the United Nations: it is theirs, unless another secretariat was named in the sentence.
    const other = scene.cast.mentions.find(({ id }) => SECRETARIATS.has(id))?.id;
    const body = scene.document.genre === 'speech' ? (other ?? 'UN') : recall.bodies.at(-1);
    // Organs of the United Nations have presidents; its Secretary-General and envoys are its own.
    return body === undefined ? [] : [ORGANS.has(body) ? 'UN' : body];
  }
  const shared = sharedOwner(scene, token);
  if (shared !== undefined) return [`${shared}/${sector}`];
  const plural = /^NN(P)?S$/.test(xpos(tree, token));
  // "the parties", "the leaders of the two countries": of many, and of whom is told elsewhere.
  if (plural && home === undefined) return [];
  const definite = childrenBy(tree, token, 'det').some((d) => /^(the|this|that)$/.test(lemma(tree, d)));
  if (definite && !plural && lemma(tree, token) === 'president' && !isOfAnother(scene, token)) {
    const president = recall.president ?? addressee(scene)[0];
    if (president !== undefined) return [president];
  }
  const known = definite ? recall.sectors.get(sector) : undefined;
  if (known !== undefined) return [known];
  if (home !== undefined) return [`${home}/${sector}`];
  return definite && recall.state !== undefined ? [`${recall.state}/${sector}`] : [];
}

/** "the President of the Court": of another body than the assembly or its session. */
function isOfAnother({ tree }: Scene, token: number): boolean {
  return childrenBy(tree, token, 'nmod').some(
    (c) => prepositionOf(tree, c) === 'of' && !/^(assembly|session|body|organization)$/i.test(lemma(tree, c)),
  );
}

/** "the Government and the people of Iraq": whose the last of those that are joined is. */
function sharedOwner({ tree, cast, gazetteer }: Scene, token: number): string | undefined {
  for (const other of childrenBy(tree, token, 'conj'))
    for (const c of childrenBy(tree, other, 'nmod')) {
      if (prepositionOf(tree, c) !== 'of') continue;
      const [owner] = actorsAt(cast, c);
      if (owner && gazetteer.parties.get(stateOf(owner.party))?.kind === 'state') return stateOf(owner.party);
    }
  return undefined;
}

/** Bodies whose secretaries-general speak for them as the United Nations' does. */
const SECRETARIATS = new Set([
  'NATO',
  'ASEAN',
  'OAS',
  'OIC',
  'OECD',
  'CW',
  'COE',
  'OSCE',
  'GCC',
  'LAS',
  'CARICOM',
  'PIF',
]);

/** Organs by articles 7, 22 and 29 of the Charter that appoint nobody who speaks for them but a president. */
const ORGANS = new Set(['UNGA', 'UNSC', 'ECOSOC', 'UNHRC', 'ICJ']);

/** Offices that bodies have and states do not. */
const INTERNATIONAL =
  /secretary[- ]*general|high commissioner|special (envoy|representative|rapporteur|coordinator)|director[- ]general/i;

/** "the Council", "this Assembly": the body last named whose name holds the word; in a speech before the United Nations, its own. */
function bodyCalled(scene: Scene, token: number): string | undefined {
  const { tree, gazetteer, recall, document } = scene;
  if (child(tree, token, 'det') === undefined || child(tree, token, 'amod', 'compound', 'nmod') !== undefined)
    return undefined;
  if (!childrenBy(tree, token, 'det').some((d) => /^(the|this)$/.test(lemma(tree, d)))) return undefined;
  const form = tree.sentence.forms[token] ?? '';
  const stem = form.toLowerCase().replace(/s$/, '').replace('organis', 'organiz');
  if (!CALLED.has(stem)) return undefined;
  for (let k = recall.bodies.length - 1; k >= 0; k--) {
    const id = recall.bodies[k] as string;
    const name = gazetteer.partyOf(id).name.toLowerCase().replace('organis', 'organiz');
    if (name.includes(stem)) return id;
  }
  return document.genre === 'speech' && /^\p{Lu}/u.test(form) ? OF_THE_UN.get(stem) : undefined;
}

/** Nouns by which bodies are called for short. */
const CALLED = new Set(
  'council assembly commission committee court tribunal agency organization union league community association alliance fund bank bloc group forum conference authority federation secretariat bureau'.split(
    ' ',
  ),
);
const OF_THE_UN = new Map([
  ['assembly', 'UNGA'],
  ['council', 'UNSC'],
  ['organization', 'UN'],
  ['bureau', 'UNGA'],
]);

/** Whom a speaker speaks to: before the United Nations the General Assembly and its president. */
function addressee({ document, gazetteer }: Scene): readonly string[] {
  return document.genre === 'speech' && gazetteer.parties.has('UNGA') ? ['UNGA'] : [];
}

/** "Mr. President". */
function addresses({ tree, document }: Scene, token: number): boolean {
  const before = (tree.sentence.forms[token - 1] ?? '').toLowerCase().replace('.', '');
  return document.genre === 'speech' && /^(mr|madam|madame|mrs|ms)$/.test(before);
}

const PEOPLE = new Set(
  'man woman boy girl child person victim attacker suspect gunman brother sister father mother wife husband son daughter teenager passenger driver survivor neighbour neighbor bystander crowd family couple individual relative owner employee staff colleague friend'.split(
    ' ',
  ),
);

/** A person of whom no table knows, by name or as "the man". */
function isUnknownPerson({ tree, gazetteer }: Scene, token: number): boolean {
  if (upos(tree, token) === 'NOUN') return PEOPLE.has(lemma(tree, token));
  if (
    xpos(tree, token) !== 'NNP' ||
    !/^(nsubj|nsubj:pass|obj|iobj|obl|nmod|nmod:poss|conj|appos)$/.test(deprel(tree, token))
  )
    return false;
  const { forms } = tree.sentence;
  const parts = [token - 1, token, token + 1].flatMap((i) => [
    ...(gazetteer.nameParts.get((forms[i] ?? '').toLowerCase().replace('.', '')) ?? []),
  ]);
  return parts.includes('given') || parts.includes('honorific') || childrenBy(tree, token, 'flat').length > 0;
}
