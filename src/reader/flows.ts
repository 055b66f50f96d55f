import { actorsAt } from './actors.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, unique } from './concerned.js';
import type { Placed } from './measure.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { childrenBy, conjuncts, isPredicate, lemma, relation } from './tree.js';

/** Verbs whose subject sends what is measured, and those whose subject receives it. */
const SENDS = new Set([
  ...['give', 'provide', 'donate', 'grant', 'contribute', 'allocate', 'commit', 'pledge', 'offer', 'lend'],
  ...['extend', 'invest', 'send', 'deliver', 'export', 'sell', 'supply', 'pay', 'disburse', 'transfer'],
  ...[
    'impose',
    'levy',
    'slap',
    'ship',
    'promise',
    'deploy',
    'earmark',
    'finance',
    'fund',
    'host',
    'mobilize',
    'mobilise',
  ],
]);
const IMPOSES = new Set(['impose', 'levy', 'put', 'slap', 'place']);
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
  const flowing = [noun, top].some((h) => FLOWING.has(lemma(tree, h)));
  // "made a contribution", "doubled its aid"
  const sends = SENDS.has(verb) || (flowing && /^(make|announce|increase|double)$/.test(verb));
  const receives = RECEIVES.has(verb);
  // "committed to a cut of 30 per cent": nothing goes anywhere.
  if (at.figure.kind === 'percent' && !IMPOSES.has(verb)) return [];
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
    const towardsWhom = IMPOSES.has(verb) ? /^(to|for|on|upon|against)$/ : /^(to|for|in|into|with)$/;
    for (const { preposition, head } of clause.obliques) {
      if (head >= at.first && head < at.last) continue;
      if (preposition === 'from') add('from', recipients(scene, head));
      else if (sends && towardsWhom.test(preposition)) add('to', recipients(scene, head));
      else if (receives && /^(of|in|worth)$/.test(preposition))
        add('from', attached(scene, head, /^(of|from)$/));
    }
    for (const object of clause.objects) {
      if (isNoParty(scene, object)) {
        if (receives) add('from', attached(scene, object, /^(of|from)$/));
        else add('to', towards(scene, object, IMPOSES.has(verb)));
      }
    }
  }
  for (const h of heads) {
    const imports = lemma(tree, h) === 'import' || receives;
    const owners = childrenBy(tree, h, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c));
    if (named.includes(h) || receives) add(imports && !receives ? 'to' : 'from', owners);
    for (const n of childrenBy(tree, h, 'nmod')) {
      const preposition = prepositionOf(tree, n);
      if (/^(to|for|in|into|on)$/.test(preposition) && !(receives && preposition === 'in'))
        add('to', recipients(scene, n));
      else if (receives && preposition === 'in') add('from', attached(scene, n, /^(from|of)$/));
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
function towards(scene: Scene, thing: number, imposed: boolean): Concerned[] {
  const { tree, cast } = scene;
  return childrenBy(tree, thing, 'nmod')
    .filter((n) => (imposed ? /^(to|for|on|upon|against)$/ : /^(to|for)$/).test(prepositionOf(tree, n)))
    .flatMap((n) => conjuncts(tree, n))
    .flatMap((n) => actorsAt(cast, n))
    .filter(isNamed)
    .map(toPrincipal);
}
