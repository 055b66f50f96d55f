import { partyMention } from './cast.js';
import { isTemporal, prepositionOf } from './clause.js';
import type { Scene } from './scene.js';
import { child, childrenBy, deprel, extent, head, isWithin, lemma, relation, upos } from './tree.js';
import { wordingOf, written } from './wording.js';

/** Words that say nothing of what is measured. */
const EMPTY = new Set([
  ...['total', 'whole', 'entire', 'overall', 'own', 'current', 'estimate', 'estimated', 'such', 'same'],
  ...['respective', 'more', 'many', 'few', 'less'],
  ...['approximate', 'nearly', 'almost', 'over', 'about', 'last', 'next', 'recent', 'entirety', 'mere'],
  ...['staggering', 'cumulative', 'combined', 'full'],
]);
/** Prepositions that belong to a noun; those of a verb are more. */
const NOMINAL =
  /^(of|in|for|under|below|against|on|with|without|among|between|from|towards?|into|per|above|over|to|within)$/;
const TOWARDS =
  /^(contribution|donation|access|aid|assistance|pledge|support|grant|loan|damage|commitment|allocation|exposure)$/;
const INSIDE =
  /^(of|in|for|on|to|from|with|at|under|against|into|below|without|above|by|between|near|across|through|towards?|among|along|within|outside|beyond|throughout|as|over)$/;
/** "in line with", "in order to": nouns that are half of a preposition. */
const HALVES =
  /^(line|order|accordance|response|addition|relation|connection|fact|particular|spite|view|light|term|comparison|case|favour|favor|total|general|midst|course|need|way|context|regard|respect|face|wake|exchange|return|front|charge)$/;
const ABOUT = /^(concern|regard)(?:ing)?$/;

/** What is no part of a phrase: tokens `first` to `last` (exclusive), such as the figure. */
export interface Without {
  readonly first: number;
  readonly last: number;
  /** The only prepositions that are followed, where not all are. */
  readonly only?: RegExp;
  /** Whether parties may be named in what stands below, since no field of their own tells them. */
  readonly names?: boolean;
  /** Whether clauses that hang on the noun are told; they are if not given. */
  readonly clauses?: boolean;
}

/**
 * A noun in the text's own words: with all that stands before it but articles, owners and empty words, and the phrases and clauses that
 * hang on it, without times and the parties that own it, which stand in fields of their own. Empty for a pronoun.
 */
export function phraseOf(scene: Scene, noun: number, without?: Without, depth = 0): string {
  const { tree } = scene;
  if (!/^(NOUN|PROPN|ADJ|VERB)$/.test(upos(tree, noun))) return '';
  const words = [premodified(scene, noun, without, depth), ...joinedTo(scene, noun, without, depth)];
  let more = 3;
  for (const c of childrenBy(tree, noun, 'nmod', 'acl')) {
    if (c < noun || more === 0 || !isFree(without, c)) continue;
    if (isAside(tree, noun, c)) break;
    const below =
      relation(tree, c) === 'acl'
        ? clauseBelow(scene, c, without)
        : nounBelow(scene, noun, c, without, depth);
    if (below === '') continue;
    words.push(below);
    more--;
  }
  const phrase = words.filter(Boolean).join(' ').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
  return withAge(scene, noun, without, phrase);
}

function withAge(scene: Scene, noun: number, without: Without | undefined, phrase: string): string {
  const age = ageAfter(scene, noun, without);
  return phrase.includes(age) ? phrase : `${phrase} ${age}`;
}

/** "under 5" of "children under 5", wherever the parser hangs that; empty where no age follows. */
function ageAfter({ tree, text }: Scene, noun: number, without: Without | undefined): string {
  const { ends, end } = tree.sentence;
  if (!PEOPLE.test(lemma(tree, noun)) || !isFree(without, noun + 1)) return '';
  return AGE.exec(text.slice(ends[noun] ?? end, Math.min(end, (ends[noun] ?? end) + 40)))?.[1] ?? '';
}

const PEOPLE =
  /^(child|infant|girl|boy|woman|man|adult|person|people|youth|population|citizen|inhabitant|resident|youngster|adolescent|those)$/;
const NUMBER =
  '(?:\\d{1,2}|five|ten|twelve|fifteen|eighteen|twenty(?:-five)?|thirty(?:-five)?|forty|fifty|sixty(?:-five)?)';
const AGE = new RegExp(
  `^ ((?:aged )?(?:under|over|below|above|aged|between) (?:the ages? of )?${NUMBER}(?:(?: to | and |-)${NUMBER})?(?:(?: years)?(?: of age| old))?)(?! (?:years?|months?|weeks?|days?|decades?)\\b)(?![\\w,.]*\\d| (?:per|million|thousand|hundred|billion|dollars?|cents?|countr|of|other|states)|%)`,
);

/** Whether a comma, bracket or dash sets apart what hangs on a noun. */
function isAside(tree: Scene['tree'], noun: number, c: number): boolean {
  const { first } = extent(tree, c);
  return /^([,([;:–—-]|--+)$/.test(tree.sentence.forms[Math.max(first - 1, noun)] ?? '');
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
  const kept = [noun];
  for (let i = noun - 1; i >= 0 && isFree(without, i) && isWithin(tree, i, noun); i--) {
    if (/^[([;:–—]$/.test(sentence.forms[i] ?? '') || /^(det|nummod|cop|mark)$/.test(relation(tree, i)))
      break;
    if (relation(tree, i) === 'case' && head(tree, i) === noun && lemma(tree, i) !== 'per') break;
    kept.unshift(i);
  }
  // A name's own parts and what a hyphen ties go on after the noun.
  for (const c of childrenBy(tree, noun, 'flat', 'fixed', 'compound'))
    if (c > noun && c === (kept.at(-1) ?? noun) + 1 && isFree(without, c)) kept.push(c);
  while (kept.length > 1 && !leads(scene, kept[0] ?? noun, noun, depth)) kept.shift();
  return written(tree, kept.length > LONGEST_LEAD ? kept.slice(-LONGEST_LEAD) : kept);
}

/** The most words before a noun that are told. */
const LONGEST_LEAD = 12;

/** Whether a phrase may begin with a word: articles, owners, numbers, empty words and half a name may not. */
function leads(scene: Scene, i: number, noun: number, depth: number): boolean {
  const { tree } = scene;
  // "near-shore": what a hyphen ties; not the rest of "1.37-million-square-kilometre".
  if (
    /^[-‐‑]$/.test(tree.sentence.forms[i - 1] ?? '') &&
    tree.sentence.ends[i - 1] === tree.sentence.starts[i]
  )
    return false;
  if (/^[-‐‑]$/.test(tree.sentence.forms[i + 1] ?? '') && /^\p{L}/u.test(tree.sentence.forms[i] ?? ''))
    return true;
  if (/^(PRON|NUM|DET|ADP|PUNCT|CCONJ|PART|AUX|SCONJ)$/.test(upos(tree, i)))
    return upos(tree, i) === 'PRON' ? false : /^no$/i.test(tree.sentence.forms[i] ?? '');
  if (/^(hundred|thousand|million|billion|trillion)$/.test(lemma(tree, i)) || isTemporal(tree, i))
    return false;
  if (/^\d/.test(tree.sentence.forms[i] ?? '') && !/[a-z]/i.test(tree.sentence.forms[i] ?? '')) return false;
  if (upos(tree, i) === 'ADV' && !/ly$|^(non|well|least|most|more|less)$/.test(lemma(tree, i))) return false;
  if (upos(tree, i) !== 'PROPN' && EMPTY.has(lemma(tree, i))) return false;
  const isOwner =
    (deprel(tree, i) === 'nmod:poss' && head(tree, i) === noun) ||
    /^['’]s?$/.test(tree.sentence.forms[i + 1] ?? '');
  if (isOwner && /^(country|nation|people|government|state|world|continent|region)$/.test(lemma(tree, i)))
    return false;
  return depth > 0 || (isParty(scene, noun) && !isOwner) || !isParty(scene, i);
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

/** "concerning human rights", "of sheltering refugees", "lost to the pandemic". */
function clauseBelow(scene: Scene, c: number, without: Without | undefined): string {
  const { first, last } = extent(scene.tree, c);
  // The figure's own clause says nothing more.
  if (without !== undefined && first < without.last && last >= without.first) return '';
  if (without?.only !== undefined || without?.clauses === false) return '';
  const words = wordingOf(scene, c, without);
  return /\s/.test(words) ? words : '';
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
  // "of its national Parliament" says more than whose Parliament it is.
  const isOrgan =
    /\//.test(partyMention(scene.cast, token)?.id ?? '') &&
    !/^\p{Lu}+$/u.test(tree.sentence.forms[token] ?? '');
  if (isNamed && !isOrgan && !(depth > 0 || without?.names === true)) return '';
  if (!/^(NOUN|PROPN)$/.test(upos(tree, token)) && !isAge(scene, token)) return '';
  // "in two tranches"
  if (preposition === 'in' && childrenBy(tree, token, 'nummod').length > 0) return '';
  if (HALVES.test(lemma(tree, token)) && preposition === 'in') return '';
  const below = wordingOf(scene, token, without);
  return /^\w+ (?:the |a |an )?(country|countries|nations?|world|regions?|time|basis|average|level|date|total|end|beginning|rate|period)$/i.test(
    below,
  )
    ? ''
    : withAge(scene, token, without, withoutArticle(below));
}

/** "children under 5", "under the age of 30". */
function isAge({ tree }: Scene, token: number): boolean {
  return (
    upos(tree, token) === 'NUM' &&
    (/^(under|over|below|above)$/.test(prepositionOf(tree, token)) ||
      lemma(tree, head(tree, token)) === 'age')
  );
}

/** "of the seats" as "of seats". */
function withoutArticle(words: string): string {
  return words.replace(/^(\w+) (?:the|a|an) /i, '$1 ');
}
