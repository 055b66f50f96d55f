import { partyMention } from './cast.js';
import { isTemporal, prepositionOf } from './clause.js';
import type { Scene } from './scene.js';
import { child, childrenBy, deprel, head, lemma, relation, upos, xpos } from './tree.js';

/** Words that say nothing of what is measured. */
const EMPTY = new Set([
  ...['total', 'whole', 'entire', 'overall', 'own', 'current', 'estimate', 'estimated', 'additional', 'such'],
  ...[
    'same',
    'respective',
    'more',
    'other',
    'many',
    'few',
    'least',
    'less',
    'bilateral',
    'mutual',
    'two-way',
  ],
  ...['annual', 'yearly', 'further', 'new', 'extra', 'approximate', 'nearly', 'almost', 'over', 'about'],
  ...[
    'last',
    'next',
    'previous',
    'recent',
    'entirety',
    'average',
    'mere',
    'staggering',
    'cumulative',
    'combined',
  ],
]);
/** Prepositions that belong to a noun; those of a verb are more. */
const NOMINAL = /^(of|in|for|under|below|against|on|with)$/;
const TOWARDS =
  /^(contribution|donation|access|aid|assistance|pledge|support|grant|loan|damage|commitment|allocation|exposure)$/;
const INSIDE =
  /^(of|in|for|on|to|from|with|at|under|against|into|below|without|above|by|between|near|across|through|towards?|among|along|within|outside|beyond|throughout|as|over)$/;
/** "in line with", "in order to": nouns that are half of a preposition. */
const HALVES =
  /^(line|order|accordance|response|addition|relation|connection|fact|particular|spite|view|light|term|comparison|case|favour|favor|total|general|midst|course|need|way|context|regard|respect|face|wake|exchange|return|front|charge)$/;
const ABOUT = /^(concern|regard)(?:ing)?$/;
const PARTICIPIAL =
  /^(?:(?:concern|regard|relate|involve|affect|cover)\/VBG|(?:devote|earmark|relate)\/VBN)$/;

/** What is no part of a phrase: tokens `first` to `last` (exclusive), such as the figure. */
export interface Without {
  readonly first: number;
  readonly last: number;
  /** The only prepositions that are followed, where not all are. */
  readonly only?: RegExp;
  /** Whether parties may be named in what stands below, since no field of their own tells them. */
  readonly names?: boolean;
}

/**
 * A noun in the text's own words, lower case: with its adjectives and the phrases below it, without numbers, articles, owners, times
 * and the parties that own it, which stand in fields of their own. Empty for a pronoun.
 */
export function phraseOf(scene: Scene, noun: number, without?: Without, depth = 0): string {
  const { tree } = scene;
  if (!/^(NOUN|PROPN|ADJ|VERB)$/.test(upos(tree, noun))) return '';
  const words = [premodified(scene, noun, without, depth)];
  if (depth < 2) words.push(...joinedTo(scene, noun, without, depth));
  if (depth > 1) return words.join(' ').replace(/ ,/g, ',');
  let more = depth === 0 ? 2 : 1;
  for (const c of childrenBy(tree, noun, 'nmod', 'acl')) {
    if (c < noun || more === 0 || !isFree(without, c)) continue;
    const below =
      relation(tree, c) === 'acl'
        ? clauseBelow(scene, c, without)
        : nounBelow(scene, noun, c, without, depth);
    if (below === '') continue;
    words.push(below);
    more--;
  }
  return words.filter(Boolean).join(' ').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
}

function isFree(without: Without | undefined, i: number): boolean {
  return without === undefined || i < without.first || i >= without.last;
}

/** Whether a token names a party that has a field of its own; "women" and "soldiers" have none. */
export function isParty({ cast, tree }: Scene, i: number): boolean {
  const mention = partyMention(cast, i);
  if (mention === undefined || mention.id.startsWith('-')) return false;
  // "journalist deaths" in Yemen: a role is no name.
  return tree.sentence.forms.slice(mention.first, mention.last).some((form) => /^\p{Lu}/u.test(form));
}

/** A noun with what stands before it, as it is written: "near-shore marine areas", "women’s safety package". */
function premodified(scene: Scene, noun: number, without: Without | undefined, depth: number): string {
  const { tree } = scene;
  const { sentence } = tree;
  const kept = new Set([noun]);
  const keep = (i: number): void => {
    kept.add(i);
    for (const c of childrenBy(tree, i, 'compound', 'amod', 'advmod', 'conj', 'punct', 'cc', 'case'))
      if (c < noun && isFree(without, c) && !kept.has(c) && fits(scene, c, depth)) keep(c);
  };
  const before = childrenBy(tree, noun, 'amod', 'compound', 'nmod:poss', 'nmod:unmarked').filter(
    (i) =>
      i < noun &&
      isFree(without, i) &&
      fits(scene, i, depth) &&
      !isTemporal(tree, i) &&
      !(
        deprel(tree, i) === 'nmod:poss' &&
        /^(country|nation|people|government|state|world|continent|region)$/.test(lemma(tree, i))
      ),
  );
  for (const i of before.slice(-3)) keep(i);
  // "near-shore": what a hyphen ties to a word that is kept.
  for (const i of [...kept])
    for (
      let k = i;
      /^[-‐‑]$/.test(sentence.forms[k - 1] ?? '') && /^\p{L}/u.test(sentence.forms[k - 2] ?? '');
      k -= 2
    )
      if (isFree(without, k - 2) && sentence.ends[k - 2] === sentence.starts[k - 1])
        kept.add(k - 2).add(k - 1);
  const order = [...kept].sort((a, b) => a - b).filter((i, n, all) => n < all.length - 1 || i === noun);
  let made = '';
  let last = -1;
  for (const i of order) {
    const form = sentence.forms[i] ?? '';
    const isMark = /^[,'’]/.test(form) || /^[-‐‑]$/.test(form);
    // A mark whose word was left out goes with it.
    if (isMark && (made === '' || i !== last + 1)) continue;
    const tied = made !== '' && (sentence.ends[last] === sentence.starts[i] || isMark);
    made += `${made === '' || tied ? '' : ' '}${wordOf(form)}`;
    last = i;
  }
  return made.replace(/[,-]\s*$/, '').replace(/^(and|or) /, '');
}

/** Whether a word before a noun says something of it. */
function fits(scene: Scene, i: number, depth: number): boolean {
  const { tree } = scene;
  if (i < 0 || /^(PRON|NUM|DET|ADP)$/.test(upos(tree, i)) || /^\d/.test(tree.sentence.forms[i] ?? ''))
    return false;
  if (/^(hundred|thousand|million|billion|trillion)$/.test(lemma(tree, i))) return false;
  if (upos(tree, i) === 'PUNCT') return /^[,]$/.test(tree.sentence.forms[i] ?? '');
  if (upos(tree, i) === 'ADV')
    return (
      /ly$|^(non|well|least|most|more|less)$/.test(lemma(tree, i)) && upos(tree, head(tree, i)) !== 'NOUN'
    );
  if (upos(tree, i) !== 'PROPN' && EMPTY.has(lemma(tree, i))) return false;
  return depth > 0 || !isParty(scene, i);
}

/** "and national funds": what is counted or measured together; what a time or a number of its own sets apart is not. */
function joinedTo(scene: Scene, noun: number, without: Without | undefined, depth: number): string[] {
  const { tree } = scene;
  const joined = childrenBy(tree, noun, 'conj').filter(
    (c) => c > noun && upos(tree, c) === upos(tree, noun) && isFree(without, c) && !isParty(scene, c),
  );
  const last = joined.at(-1);
  if (last === undefined || !tree.upos.slice(noun + 1, last).includes('CCONJ')) return [];
  for (let i = noun + 1; i <= last; i++)
    if (upos(tree, i) === 'NUM' || isTemporal(tree, i) || !isFree(without, i)) return [];
  const lead = (c: number): string => {
    const cc = child(tree, c, 'cc');
    if (c !== last && cc === undefined) return ', ';
    return ` ${cc !== undefined && lemma(tree, cc) === 'or' ? 'or' : 'and'} `;
  };
  return [
    joined
      .map((c) => `${lead(c)}${phraseOf(scene, c, without, Math.max(depth, 1) + (c === last ? 0 : 1))}`)
      .join('')
      .trim(),
  ];
}

function nounBelow(
  scene: Scene,
  noun: number,
  c: number,
  without: Without | undefined,
  depth: number,
): string {
  const { tree } = scene;
  const preposition = prepositionOf(tree, c);
  // "treaties concerning human rights"
  if (ABOUT.test(preposition)) return belowOf(scene, c, without, depth);
  if (without?.only !== undefined && !without.only.test(preposition)) return '';
  return depth > 0 || NOMINAL.test(preposition) || (TOWARDS.test(lemma(tree, noun)) && preposition === 'to')
    ? belowOf(scene, c, without, depth)
    : '';
}

/** "concerning human rights", "of sheltering refugees". */
function clauseBelow(scene: Scene, c: number, without: Without | undefined): string {
  const { tree } = scene;
  const marker = child(tree, c, 'mark', 'case');
  const marked = marker !== undefined && lemma(tree, marker) === 'of' && xpos(tree, c) === 'VBG';
  if (
    !marked &&
    !(
      PARTICIPIAL.test(`${lemma(tree, c)}/${xpos(tree, c)}`) &&
      deprel(tree, c) !== 'acl:relcl' &&
      marker === undefined
    )
  )
    return '';
  const object = child(tree, c, 'obj');
  const thing = object === undefined ? '' : phraseOf(scene, object, without, 1);
  const [oblique = ''] =
    thing === ''
      ? childrenBy(tree, c, 'obl')
          .map((o) => belowOf(scene, o, without, 1))
          .filter(Boolean)
      : [];
  if (thing === '' && oblique === '') return '';
  return [marked ? 'of' : '', wordOf(tree.sentence.forms[c] ?? ''), thing, oblique].filter(Boolean).join(' ');
}

/** "of seats in parliament": a phrase with its preposition; empty where it is a party, a time or a number. */
export function belowOf(scene: Scene, token: number, without?: Without, depth = 0): string {
  const { tree } = scene;
  const preposition = prepositionOf(tree, token);
  const isNamed = isParty(scene, token);
  const isPointed = childrenBy(tree, token, 'det').some((d) =>
    /^(this|that|these|those)$/.test(lemma(tree, d)),
  );
  if (!(INSIDE.test(preposition) || ABOUT.test(preposition)) || isPointed || isTemporal(tree, token))
    return '';
  if (isNamed) return depth > 0 || without?.names === true ? `${preposition} ${nameOf(scene, token)}` : '';
  if (!/^(NOUN|PROPN)$/.test(upos(tree, token)) || childrenBy(tree, token, 'nummod').length > 0) return '';
  if (HALVES.test(lemma(tree, token)) && preposition === 'in') return '';
  const below = phraseOf(scene, token, without, depth + 1);
  if (
    /^(country|countries|nations?|world|regions?|time|basis|average|level|date|total|end|beginning|rate|period)$/.test(
      below,
    )
  )
    return '';
  return below === '' ? '' : `${preposition.replace(ABOUT, '$1ing')} ${below}`;
}

/** A party as the text names it. */
export function nameOf(scene: Scene, token: number): string {
  const { tree, cast } = scene;
  const mention = partyMention(cast, token);
  return mention === undefined
    ? ''
    : tree.sentence.forms
        .slice(mention.first, mention.last)
        .join(' ')
        .replace(/ (['’-]) ?/g, '$1');
}

/** Lower case but for abbreviations. */
export function wordOf(form: string): string {
  return /^[A-Z]{2,}$/.test(form) ? form : form.toLowerCase();
}
