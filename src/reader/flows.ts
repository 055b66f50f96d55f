import { stateOf } from '../gazetteer/index.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, unique } from './concerned.js';
import type { Placed } from './measure.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, isWithin, lemma, relation, upos } from './tree.js';

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
  'host',
  'shelter',
  'accommodate',
  'resettle',
]);
/** Nouns of what flows from one to another: "the aid of Norway to Mali"; of imports the owner receives. */
const FLOWING = new Set([
  ...['aid', 'assistance', 'export', 'investment', 'loan', 'grant', 'credit', 'donation', 'contribution'],
  ...['pledge', 'allocation', 'commitment', 'payment', 'transfer', 'gift', 'disbursement'],
  ...['support', 'relief', 'sale', 'delivery', 'shipment', 'remittance', 'fdi', 'funding', 'supply'],
]);

/** Of a flow of which one end is not known, though the text tells it. */
export const NOBODY: Concerned[] = [];

/**
 * Who sends and who receives what is measured: "Chile gave Peru 50 million", "China buys two million barrels of Russian oil", "exports
 * to Peru". Empty where nothing flows, NOBODY where it is not known who acts.
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
  // "The Fund's allocation of 650 billion offers a chance": the sum is told of, not sent.
  const given = childrenBy(tree, at.predicate, 'nsubj').some(
    (s) => isWithin(tree, at.first, s) && !clauseOf(tree, at.predicate).passive,
  );
  const sends = (SENDS.has(verb) && !given) || (flowing && /^(make|announce|increase|double)$/.test(verb));
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
    if (sends) {
      add(
        'to',
        clause.indirect.flatMap((t) => direct(scene, t)),
      );
      add('to', helped(scene, [at.predicate, top, noun], at.last));
    }
    const towardsWhom = IMPOSES.has(verb) ? /^(to|for|on|upon|against)$/ : /^(to|for|in|into|with)$/;
    if (sends) add('to', helpedIn(scene, [at.predicate, top, noun], at.last));
    for (const { preposition, head } of clause.obliques) {
      if (head >= at.first && head < at.last) continue;
      // "In his report": where it is told.
      if (preposition === 'in' && head < at.predicate && isNoParty(scene, head)) continue;
      if (preposition === 'from') add('from', recipients(scene, head));
      else if (sends && towardsWhom.test(preposition)) add('to', recipients(scene, head));
      else if (receives && /^(of|in|worth)$/.test(preposition))
        add('from', attached(scene, head, /^(of|from)$/));
    }
    for (const object of clause.objects) {
      if (isNoParty(scene, object)) {
        if (receives) add('from', attached(scene, object, /^(of|from)$/));
        else
          for (const thing of [
            object,
            ...childrenBy(tree, object, 'nmod').filter((n) => prepositionOf(tree, n) === 'of'),
          ])
            add('to', towards(scene, thing, IMPOSES.has(verb)));
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
  // Whom somebody unknown gives or who receives from whom: half of it would mislead.
  const active = isPredicate(tree, at.predicate) && !clauseOf(tree, at.predicate).passive;
  const lacks = (role: 'from' | 'to') => !found.some((f) => f.role === role);
  if (active && ((sends && lacks('from')) || (receives && lacks('to')))) return NOBODY;
  if (sends && lacks('to') && isForPointed(scene, at)) return NOBODY;
  return unique(found);
}

/** "for the reconstruction process", "since the start of the conflict": of a country told before, not here. */
function isForPointed({ tree, cast }: Scene, at: Placed): boolean {
  for (let i = at.last; i < at.to; i++) {
    if (!NEEDS.has(lemma(tree, i)) || relation(tree, i) === 'amod') continue;
    const noun = relation(tree, i) === 'compound' ? head(tree, i) : i;
    const pointed = childrenBy(tree, noun, 'det').some((d) => /^(the|this|that)$/.test(lemma(tree, d)));
    const more = childrenBy(tree, noun, 'amod', 'compound', 'nmod', 'acl').filter(
      (m) => prepositionOf(tree, m) !== 'at',
    );
    if (pointed && more.every((m) => m === i) && (cast.partyAt[noun] ?? -1) < 0) return true;
  }
  return false;
}

/** What has befallen a country. */
const NEEDS = new Set([
  ...['crisis', 'conflict', 'war', 'emergency', 'reconstruction', 'famine', 'earthquake', 'hurricane'],
  ...['cyclone', 'tsunami', 'drought', 'flood', 'disaster'],
]);

/** "to help them recover", "to support the work of the United Nations": whom a sum helps. */
function helped(scene: Scene, heads: readonly number[], from: number): Concerned[] {
  const { tree } = scene;
  return [...new Set(heads)]
    .flatMap((h) => childrenBy(tree, h, 'advcl', 'acl', 'xcomp'))
    .filter(
      (c) =>
        c >= from &&
        /^(help|support|assist|aid|enable|strengthen|finance|fund|meet|cover)$/.test(lemma(tree, c)),
    )
    .flatMap((c) => childrenBy(tree, c, 'obj'))
    .flatMap((o) =>
      /^(work|effort|activity|need|recovery|country|nation|people|government|state|organization|organisation|agency)$/.test(
        lemma(tree, o),
      ) ||
      (scene.cast.partyAt[o] ?? -1) >= 0 ||
      upos(tree, o) === 'PRON'
        ? attached(scene, o, /^of$/)
        : [],
    );
}

/** "to support hosting refugees in those three countries" */
function helpedIn(scene: Scene, heads: readonly number[], from: number): readonly Concerned[] {
  const { tree } = scene;
  const found: Concerned[] = [];
  for (let i = from; i < tree.length; i++)
    if (child(tree, i, 'nummod') !== undefined && heads.some((h) => isWithin(tree, i, h)))
      found.push(...pointedAt(scene, i));
  return found;
}

/** The party itself, or the people and states of one: "to the countries of ASEAN"; of a thing that it owns it is none. */
function recipients(scene: Scene, token: number): readonly Concerned[] {
  const { tree } = scene;
  // "for its implementation", "for the reconstruction of": what is done is no party.
  if (
    /(?:tion|sion|ment|ance|ing)$/.test(lemma(tree, token)) &&
    (scene.cast.partyAt[token] ?? -1) < 0 &&
    lemma(tree, token) !== 'government' &&
    upos(tree, token) === 'NOUN'
  )
    return [];
  const found = direct(scene, token);
  if (found.length > 0) return found;
  // "for those four countries, Chile, Peru, …"
  const beside = childrenBy(tree, token, 'appos').flatMap((a) => direct(scene, a));
  return beside.length > 0 ? beside : pointedAt(scene, token);
}

/** "in those three countries": the list of as many that stands before it in its sentence. */
function pointedAt({ tree, cast }: Scene, token: number): readonly Concerned[] {
  const pointed = childrenBy(tree, token, 'det').some((d) =>
    /^(those|these|that|this|the)$/.test(lemma(tree, d)),
  );
  const many = ['two', 'three', 'four', 'five', 'six'].indexOf(
    childrenBy(tree, token, 'nummod')
      .map((n) => lemma(tree, n))
      .join(),
  );
  if (!pointed || many < 0 || !/^(country|state|nation)$/.test(lemma(tree, token))) return [];
  const before = cast.mentions.filter((m) => m.kind === 'party' && m.last <= token);
  for (let end = before.length; end >= many + 2; end--) {
    const list = before.slice(end - many - 2, end);
    const joined = list.every((m, k) => {
      const next = list[k + 1];
      if (next === undefined) return true;
      return tree.sentence.forms.slice(m.last, next.first).every((form) => /^(,|and|&|the)$/.test(form));
    });
    const parties = list.map((m) => ({
      party: stateOf(m.id),
      first: m.first,
      last: m.last,
      confidence: 0.6,
    }));
    if (joined && parties.every((p) => p.party !== '-')) return unique(parties);
  }
  return [];
}

function isNoParty({ tree, cast }: Scene, token: number): boolean {
  return (cast.partyAt[token] ?? -1) < 0 && relation(tree, token) !== 'iobj';
}

/** "a loan to Peru": whoever a thing goes to. */
function towards(scene: Scene, thing: number, imposed: boolean): Concerned[] {
  const { tree } = scene;
  return childrenBy(tree, thing, 'nmod')
    .filter((n) => (imposed ? /^(to|for|on|upon|against)$/ : /^(to|for)$/).test(prepositionOf(tree, n)))
    .flatMap((n) => direct(scene, n));
}
