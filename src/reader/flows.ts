import { actorsAt } from './actors.js';
import { isNamed, toPrincipal } from './claim.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, unique } from './concerned.js';
import type { Placed } from './measure.js';
import type { Scene } from './scene.js';
import { childrenBy, conjuncts, isPredicate, lemma, relation } from './tree.js';

/** Verbs whose subject sends what is measured, and those whose subject receives it. */
const SENDS = new Set([
  ...['give', 'provide', 'donate', 'grant', 'contribute', 'allocate', 'commit', 'pledge', 'offer', 'lend'],
  ...['extend', 'invest', 'send', 'deliver', 'export', 'sell', 'supply', 'pay', 'disburse', 'transfer'],
  ...['ship', 'promise', 'deploy', 'earmark', 'finance', 'fund', 'host', 'mobilize', 'mobilise'],
]);
const RECEIVES = new Set([
  'receive',
  'import',
  'buy',
  'purchase',
  'borrow',
  'obtain',
  'attract',
  'get',
  'take',
]);
/** Nouns of what flows from one to another: "the aid of Norway to Mali"; of imports the owner receives. */
const FLOWING = new Set([
  ...['aid', 'assistance', 'export', 'investment', 'loan', 'grant', 'credit', 'donation', 'contribution'],
  ...['support', 'relief', 'sale', 'delivery', 'shipment', 'remittance', 'fdi', 'funding', 'supply'],
]);

/**
 * Who sends and who receives what is measured: "Chile gave Peru 50 million", "China buys two million barrels of Russian oil", "exports
 * to Peru". Empty where nothing flows.
 *
 * @param noun the word that names the quantity; @param top the head of the figure's phrase
 */
export function flowOf(
  scene: Scene,
  at: Placed,
  noun: number,
  top: number,
  acting: readonly Concerned[],
): Concerned[] {
  const { tree } = scene;
  const verb = isPredicate(tree, at.predicate) ? lemma(tree, at.predicate) : '';
  const sends = SENDS.has(verb);
  const receives = RECEIVES.has(verb);
  const heads = [...new Set([noun, top])];
  const named = heads.filter((h) => FLOWING.has(lemma(tree, h)) || lemma(tree, h) === 'import');
  if (!sends && !receives && named.length === 0) return [];
  const found: Concerned[] = [];
  const add = (role: 'from' | 'to', actors: readonly Concerned[]) => {
    for (const actor of actors) found.push({ ...actor, role });
  };
  if (sends || receives) {
    add(sends ? 'from' : 'to', acting);
    const clause = clauseOf(tree, at.predicate);
    if (sends)
      add(
        'to',
        clause.indirect.flatMap((t) => direct(scene, t)),
      );
    for (const { preposition, head } of clause.obliques) {
      if (head >= at.first && head < at.last) continue;
      const role =
        preposition === 'from'
          ? 'from'
          : /^(to|for|in|into|with)$/.test(preposition)
            ? sends
              ? 'to'
              : undefined
            : undefined;
      if (role) add(role, recipients(scene, head));
    }
    for (const object of clause.objects) {
      if (isNoParty(scene, object)) {
        if (receives) add('from', attached(scene, object, /^(of|from)$/));
        else add('to', towards(scene, object));
      }
    }
  }
  for (const h of heads) {
    const imports = lemma(tree, h) === 'import' || receives;
    const owners = childrenBy(tree, h, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c));
    if (named.includes(h) || receives) add(imports && !receives ? 'to' : 'from', owners);
    for (const n of childrenBy(tree, h, 'nmod')) {
      const preposition = prepositionOf(tree, n);
      if (/^(to|for|in|into)$/.test(preposition)) add('to', recipients(scene, n));
      else if (/^(from|by)$/.test(preposition)) add('from', direct(scene, n));
      else if (preposition === 'of') {
        if (named.includes(h)) add(imports ? 'to' : 'from', isNoParty(scene, n) ? [] : direct(scene, n));
        if (receives || imports) add('from', attached(scene, n, /^(from|of)$/));
      }
    }
  }
  return unique(found);
}

/** The party itself, or the people and states of one: "to the countries of ASEAN"; of a thing that it owns it is none. */
function recipients(scene: Scene, token: number): readonly Concerned[] {
  return direct(scene, token);
}

function isNoParty({ tree, cast }: Scene, token: number): boolean {
  return (cast.partyAt[token] ?? -1) < 0 && relation(tree, token) !== 'iobj';
}

/** "a loan to Peru": whoever a thing goes to. */
function towards(scene: Scene, thing: number): Concerned[] {
  const { tree, cast } = scene;
  return childrenBy(tree, thing, 'nmod')
    .filter((n) => /^(to|for)$/.test(prepositionOf(tree, n)))
    .flatMap((n) => conjuncts(tree, n))
    .flatMap((n) => actorsAt(cast, n))
    .filter(isNamed)
    .map(toPrincipal);
}
