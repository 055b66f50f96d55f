import { isNegated, isTemporal, prepositionOf } from './clause.js';
import { participleOf } from './participles.js';
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
const TOWARDS = /^(contribution|donation|access|aid|assistance|pledge|support|grant|loan|damage)$/;
const INSIDE = /^(of|in|for|on|to|from|with|at|under|against|into|below|without|above|by|between)$/;

/**
 * A noun in the text's own words, lower case: with its adjectives and the phrase below it, without numbers, articles, owners, times and
 * parties, which stand in fields of their own. Empty for a pronoun.
 *
 * @param without tokens `first` to `last` (exclusive) that are no part of it, such as the figure
 */
export function phraseOf(
  scene: Scene,
  noun: number,
  without?: { readonly first: number; readonly last: number },
  depth = 0,
): string {
  const { tree, cast } = scene;
  if (!/^(NOUN|PROPN|ADJ|VERB)$/.test(upos(tree, noun))) return '';
  const free = (i: number) => without === undefined || i < without.first || i >= without.last;
  const isParty = (i: number) => (cast.partyAt[i] ?? -1) >= 0;
  const form = (i: number) => wordOf(tree.sentence.forms[i] ?? '');
  const before = childrenBy(tree, noun, 'amod', 'compound', 'nmod:poss')
    .filter((i) => i < noun && free(i) && !isParty(i) && !EMPTY.has(lemma(tree, i)) && !isTemporal(tree, i))
    .filter((i) => !/^(PRON|NUM|DET)$/.test(upos(tree, i)))
    .filter(
      (i) =>
        deprel(tree, i) !== 'nmod:poss' ||
        !/^(country|nation|people|government|state|world)$/.test(lemma(tree, i)),
    )
    .slice(-3)
    .map((i) =>
      deprel(tree, i) === 'nmod:poss'
        ? `${form(i)}’s`
        : [
            ...childrenBy(tree, i, 'compound', 'amod', 'advmod').filter(
              (c) =>
                c < i &&
                free(c) &&
                !isParty(c) &&
                !EMPTY.has(lemma(tree, c)) &&
                /^(NOUN|PROPN|ADJ)$/.test(upos(tree, c)),
            ),
            i,
          ]
            .map(form)
            .join(' '),
    );
  const words = [...before, form(noun)];
  const joined = childrenBy(tree, noun, 'conj').find(
    (c) =>
      c > noun &&
      upos(tree, c) === upos(tree, noun) &&
      free(c) &&
      !childrenBy(tree, c, 'nummod').length &&
      !isParty(c),
  );
  if (joined !== undefined && depth < 2 && child(tree, joined, 'cc') !== undefined)
    words.push('and', phraseOf(scene, joined, without, 2));
  if (depth > 1) return words.join(' ');
  for (const c of childrenBy(tree, noun, 'nmod').filter((c) => c > noun && free(c))) {
    const below =
      depth > 0 ||
      NOMINAL.test(prepositionOf(tree, c)) ||
      (TOWARDS.test(lemma(tree, noun)) && prepositionOf(tree, c) === 'to')
        ? belowOf(scene, c, without, depth)
        : '';
    if (below === '') continue;
    words.push(below);
    break;
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** "of seats in parliament": a phrase with its preposition; empty where it is a party, a time or a number. */
export function belowOf(
  scene: Scene,
  token: number,
  without?: { readonly first: number; readonly last: number },
  depth = 0,
): string {
  const { tree, cast } = scene;
  const preposition = prepositionOf(tree, token);
  const isNamed = (cast.partyAt[token] ?? -1) >= 0;
  const isPointed = childrenBy(tree, token, 'det').some((d) =>
    /^(this|that|these|those)$/.test(lemma(tree, d)),
  );
  if (!INSIDE.test(preposition) || isNamed || isPointed || isTemporal(tree, token)) return '';
  if (!/^(NOUN|PROPN)$/.test(upos(tree, token)) || childrenBy(tree, token, 'nummod').length > 0) return '';
  if (
    /^(country|nation|world|region|time|basis|average|level|date|total|end|beginning|rate)$/.test(
      lemma(tree, token),
    )
  )
    return '';
  const below = phraseOf(scene, token, without, depth + 1);
  return below === '' ? '' : `${preposition} ${below}`;
}

/** Lower case but for abbreviations. */
function wordOf(form: string): string {
  return /^[A-Z]{2,}$/.test(form) ? form : form.toLowerCase();
}

/**
 * What is said of a subject, as it may follow a noun: "vaccinated", "living in poverty", "that depend on agriculture", "under the
 * poverty line". A noun that it is comes as `noun`. Undefined where it is only about parties or says nothing.
 */
export function saidOf(
  scene: Scene,
  predicate: number,
  without?: { readonly first: number; readonly last: number },
): { readonly noun?: string; readonly words?: string } | undefined {
  const { tree, cast } = scene;
  const not = isNegated(tree, predicate);
  if ((cast.partyAt[predicate] ?? -1) >= 0) return undefined;
  const tag = upos(tree, predicate);
  const marked = child(tree, predicate, 'case');
  if (tag === 'NOUN' || tag === 'PROPN') {
    const phrase = phraseOf(scene, predicate, without);
    if (phrase === '' || isTemporal(tree, predicate)) return undefined;
    if (marked !== undefined) return { words: `${not ? 'not ' : ''}${lemma(tree, marked)} ${phrase}` };
    return not ? undefined : { noun: phrase };
  }
  const further = [
    ...childrenBy(tree, predicate, 'obj', 'xcomp')
      .filter((c) => c > predicate && upos(tree, c) === 'NOUN')
      .map((c) => phraseOf(scene, c, without, 1)),
    ...childrenBy(tree, predicate, 'obl')
      .filter((c) => c > predicate)
      .map((c) => belowOf(scene, c, without)),
  ]
    .filter((w) => w !== '')
    .slice(0, 2);
  const [aside] = childrenBy(tree, predicate, 'advmod').filter((c) =>
    /^(overseas|abroad|online|underground)$/.test(lemma(tree, c)),
  );
  if (aside !== undefined) further.unshift(lemma(tree, aside));
  const tail = further.length > 0 ? ` ${further.join(' ')}` : '';
  if (tag === 'ADJ') return { words: `${not ? 'not ' : ''}${lemma(tree, predicate)}${tail}` };
  if (tag !== 'VERB') return undefined;
  const passive =
    child(tree, predicate, 'nsubj:pass', 'aux:pass') !== undefined ||
    (xpos(tree, predicate) === 'VBN' && relation(tree, predicate) === 'acl');
  if (passive) return { words: `${not ? 'not ' : ''}${wordOf(tree.sentence.forms[predicate] ?? '')}${tail}` };
  if (xpos(tree, predicate) === 'VBG')
    return { words: `${not ? 'not ' : ''}${wordOf(tree.sentence.forms[predicate] ?? '')}${tail}` };
  if (tail === '' && /^(have|be|make|include|come|go|take|get|do)$/.test(lemma(tree, predicate)))
    return undefined;
  return { words: `that ${not ? 'do not ' : ''}${lemma(tree, predicate)}${tail}` };
}

/** "arrested", "donated": what a verb does to its object, as it may follow the noun. */
export function doneTo(scene: Scene, verb: number): string {
  return participleOf(lemma(scene.tree, verb));
}

/** The noun that a relative pronoun stands for, else the token itself. */
export function antecedentOf(scene: Scene, token: number): number {
  const { tree } = scene;
  if (!/^(which|who|that|whom|whose)$/.test(lemma(tree, token))) return token;
  for (let i = head(tree, token), n = 0; i >= 0 && n < 4; i = head(tree, i), n++)
    if (relation(tree, i) === 'acl') return head(tree, i);
  return token;
}
