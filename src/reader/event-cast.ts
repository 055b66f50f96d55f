import { stateOf } from '../gazetteer/index.js';
import { actorsOf, actorsWithin } from './actors.js';
import type { Actor } from './cast.js';
import { prepositionOf } from './clause.js';
import type { Deed } from './deed.js';
import { clauseExtent, type Scene } from './scene.js';
import { childrenBy, deprel, head, isWithin, premodifiers, relation, upos } from './tree.js';

/** Parties of an event; of a symmetric one all are sources. */
export interface EventCast {
  readonly source: readonly Actor[];
  readonly recipient: readonly Actor[];
  readonly symmetric: boolean;
}

/** Parties of the event; `undefined` when no party is known, or when a bare noun names only one side. */
export function castEvent(scene: Scene, deed: Deed): EventCast | undefined {
  const source = actorsOf(scene.cast, deed.sources);
  const recipient = actorsOf(scene.cast, deed.recipients).filter(
    (r) => !source.some((s) => s.party === r.party),
  );
  if (recipient.length === 0)
    recipient.push(...nearby(scene, deed).filter((r) => !source.some((s) => s.party === r.party)));
  if (recipient.length === 0 && !deed.symmetric) recipient.push(...onlyOther(scene, deed, source));
  if (deed.symmetric) {
    const all = [...source, ...recipient];
    for (const other of all.length < 2 ? named(scene, deed) : []) {
      if (!all.some((a) => stateOf(a.party) === other.party)) all.push(other);
    }
    if (all.length >= 2) return { source: all, recipient: [], symmetric: true };
  }
  if (source.length === 0 || !source.some(isNamed)) {
    return undefined;
  }
  if (deed.noun && recipient.length === 0) return undefined;
  return { source, recipient, symmetric: false };
}

/** Parties in the name of what they do together: "the China-ASEAN summit", "talks between A and B". */
function named(scene: Scene, deed: Deed): Actor[] {
  const { tree } = scene;
  const nouns = deed.clause ? deed.clause.objects : [deed.token];
  return nouns.flatMap((noun) => {
    const before = premodifiers(tree, noun)
      .flatMap((t) => actorsWithin(scene.cast, t, t + 1))
      .reverse();
    const between = tree.lemmas.indexOf('between', noun);
    if (between < 0 || between > noun + 5) return before;
    let last = between + 1;
    while (last < tree.length && !/^(VERB|AUX|SCONJ)$/.test(upos(tree, last))) last++;
    return [...before, ...actorsWithin(scene.cast, between, last)];
  });
}

const TOWARDS = new Set(['from', 'by', 'of', 'with', 'to', 'on', 'against', 'toward', 'towards', 'between']);

/** A party deeper in the object: "develop its relationship of mutual benefit with Japan". */
function nearby(scene: Scene, deed: Deed): Actor[] {
  const { tree } = scene;
  const stack = deed.clause ? [...deed.clause.objects] : [deed.token];
  for (let n = 0; stack.length > 0 && n < 12; n++) {
    const at = stack.shift();
    if (at === undefined) break;
    for (const c of childrenBy(tree, at, 'nmod')) {
      if (TOWARDS.has(prepositionOf(tree, c))) {
        const found = actorsOf(scene.cast, [c]).filter(isNamed);
        if (found.length > 0) return found;
      }
      stack.push(c);
    }
  }
  return [];
}

/** Clauses of their own, whose parties have no part in the act around them. */
const OWN_CLAUSES = new Set(['acl:relcl', 'advcl', 'parataxis', 'ccomp']);

/**
 * The only party besides the source that the act's own clause names, wherever in its phrases: "raided a depot of the Libyan
 * army". Where there are several, or it stands in a circumstance ("after", "like"), nobody is taken.
 */
function onlyOther(scene: Scene, deed: Deed, source: readonly Actor[]): Actor[] {
  const { tree, cast } = scene;
  const own = (token: number): boolean => {
    for (let at = token, n = 0; at >= 0 && n <= tree.length; at = head(tree, at), n++) {
      if (at === deed.token || at === deed.outer) return true;
      if (OWN_CLAUSES.has(deprel(tree, at)) || relation(tree, at) === 'conj') return false;
      if (relation(tree, at) === 'obl' && ASIDE.has(prepositionOf(tree, at))) return false;
    }
    return false;
  };
  const subjects = new Set(deed.clause?.subjects ?? []);
  const { first, last } = clauseExtent(tree, deed.outer);
  const others: Actor[] = [];
  for (const actor of actorsWithin(cast, first, last)) {
    const token = actor.last - 1;
    if (source.some((s) => stateOf(s.party) === stateOf(actor.party)) || !isNamed(actor)) continue;
    if (!own(token) || [...subjects].some((s) => isWithin(tree, token, s))) continue;
    others.push(actor);
  }
  const states = new Set(others.map(({ party }) => stateOf(party)));
  return states.size === 1 ? others.slice(0, 1) : [];
}

const ASIDE = new Set([
  'after',
  'before',
  'during',
  'since',
  'until',
  'amid',
  'despite',
  'by',
  'according to',
  'like',
  'as',
]);

/** A group without a state ("protesters") is someone, but nobody in particular. */
function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}
