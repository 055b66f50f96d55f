import { prepositionOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import { predicateOf, type Scene } from '../scene.js';
import {
  children,
  childrenBy,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
} from '../tree.js';

/** EDTF date and where it comes from. */
export interface Since {
  readonly date: string;
  readonly basis: 'explicit' | 'relative' | 'document';
}

/** "the 30th anniversary of", "in the last ten years of the partnership": counted from the year of the feast. */
export function anniversary(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  for (let at = head(tree, i), below = i, n = 0; at >= 0 && n < 3; below = at, at = head(tree, at), n++) {
    const word = lemma(tree, at);
    const since = relation(tree, below) === 'advcl' || relation(tree, below) === 'acl';
    if (
      word === 'anniversary' ||
      ((word === 'year' || word === 'decade') && (since || relation(tree, below) === 'nmod'))
    ) {
      if (
        since &&
        !children(tree, below).some(
          (c) =>
            lemma(tree, c) === 'since' ||
            (lemma(tree, c) === 'of' && word === 'anniversary') ||
            (lemma(tree, c) === 'after' && /^\d{4}/.test(scene.dates[0]?.date ?? '')),
        )
      )
        return undefined;
      return countedBack(scene, at, word === 'decade' ? 10 : 1);
    }
    if (relation(tree, below) === 'conj' && !/^(of|)$/.test(prepositionOf(tree, below))) return undefined;
    if (/^(nmod|conj|compound)$/.test(relation(tree, at)) || since || relation(tree, at) === 'obj') continue;
    if (isPredicate(tree, at)) return undefined;
  }
  return undefined;
}

/** "is celebrating 65 years since joining", "has been a member for eighteen years". */
export function yearsSince(scene: Scene, at: number): Since | undefined {
  const { tree } = scene;
  const dated = /^\d{4}/.test(scene.dates[0]?.date ?? '');
  const mark = children(tree, at).find(
    (c) => c < at && (lemma(tree, c) === 'since' || (lemma(tree, c) === 'after' && dated)),
  );
  if (mark !== undefined && mark > 0 && /^(year|decade)$/.test(lemma(tree, mark - 1)))
    return countedBack(scene, mark - 1, lemma(tree, mark - 1) === 'decade' ? 10 : 1);
  const marked = markedYears(scene, at);
  if (marked !== undefined) return marked;
  const lasting = childrenBy(tree, at, 'obl', 'nmod').find(
    (c) =>
      /^(year|decade)$/.test(lemma(tree, c)) &&
      (prepositionOf(tree, c) === 'for' || tree.sentence.forms[c - 1] === ')'),
  );
  const been =
    prepositionOf(tree, at) === 'as' || childrenBy(tree, at, 'aux').some((c) => lemma(tree, c) === 'have');
  if (
    lasting === undefined ||
    !been ||
    (prepositionOf(tree, at) !== 'as' && childrenBy(tree, at, 'cop').length === 0)
  )
    return undefined;
  return countedBack(scene, lasting, lemma(tree, lasting) === 'decade' ? 10 : 1);
}

/** "has enjoyed a partnership with it for 20 years", "has been imposed for 50 years": a round number of years that still runs. */
export function yearsLasting(scene: Scene, governor: number): Since | undefined {
  const { tree } = scene;
  const auxiliaries = childrenBy(tree, governor, 'aux').map((a) => lemma(tree, a));
  if (!LASTS.test(lemma(tree, governor)) || !auxiliaries.includes('have')) return undefined;
  const years = childrenBy(tree, governor, 'obl').find(
    (c) => /^(year|decade)$/.test(lemma(tree, c)) && prepositionOf(tree, c) === 'for',
  );
  if (years === undefined) return undefined;
  // "for more than 50 years" tells no year.
  const { first } = extent(tree, years);
  if (tree.sentence.forms.slice(first, years).some((f) => /^(than|over|nearly|almost|least|up)$/i.test(f)))
    return undefined;
  return countedBack(scene, years, lemma(tree, years) === 'decade' ? 10 : 1);
}

const LASTS =
  /^(have|enjoy|maintain|share|keep|hold|sustain|impose|endure|suffer|last|exist|be|build|develop|work|benefit|subject)$/;

/** "We marked 30 years since Latvia returned and joined", however the parser hangs it. */
function markedYears(scene: Scene, at: number): Since | undefined {
  const { tree } = scene;
  if (!isPredicate(tree, at)) return undefined;
  for (let t = at - 1; t > 1 && t > at - 25; t--) {
    if (/^[;:]$/.test(tree.sentence.forms[t] ?? '')) return undefined;
    if (lemma(tree, t) !== 'since') continue;
    const unit = lemma(tree, t - 1);
    const feast = /^(mark|celebrate|commemorate|observe)$/;
    const told = tree.sentence.forms
      .slice(Math.max(0, t - 8), t)
      .some((_, k) => feast.test(lemma(tree, Math.max(0, t - 8) + k)));
    return told && /^(year|decade)$/.test(unit)
      ? countedBack(scene, t - 1, unit === 'decade' ? 10 : 1)
      : undefined;
  }
  return undefined;
}

/** "their 20-year partnership", "after twenty years of diplomatic relations". */
export function yearsOfTie(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  const into = yearsInto(scene, i);
  if (into !== undefined) return into;
  const up = head(tree, i);
  if (up < 0 || relation(tree, i) !== 'nmod') return undefined;
  const word = lemma(tree, up);
  if (word !== 'year' && word !== 'decade') return undefined;
  return countedBack(scene, up, word === 'decade' ? 10 : 1);
}

/** "60 years now into its membership", "a quarter-century of our membership": the words before the noun. */
function yearsInto(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  const { forms } = tree.sentence;
  // "our 50-year partnership"
  const today = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  if (
    /^years?$/.test(forms[i - 1] ?? '') &&
    /^[-‐–]$/.test(forms[i - 2] ?? '') &&
    /^\d{1,3}$/.test(forms[i - 3] ?? '')
  )
    return today === undefined
      ? undefined
      : { date: String(today - Number(forms[i - 3])), basis: 'relative' };
  for (let t = i - 1; t > 0 && t > i - 7; t--) {
    const word = lemma(tree, t);
    if (/^(into|of|after)$/.test(word)) {
      const unit = tree.sentence.forms[t - 1] === 'now' ? t - 2 : t - 1;
      const share = /^[-‐–]$/.test(tree.sentence.forms[unit - 1] ?? '') ? unit - 2 : unit - 1;
      const part = tree.sentence.forms[share]?.toLowerCase() ?? '';
      const years = part === 'quarter' ? 25 : part === 'half' ? 50 : undefined;
      const today = parts(scene.document.delivered ?? scene.document.published ?? '');
      if (lemma(tree, unit) === 'century' && years !== undefined && today !== undefined)
        return { date: String((feastYear(scene, unit) ?? today.year) - years), basis: 'relative' };
      return lemma(tree, unit) === 'year' && word === 'into' ? countedBack(scene, unit, 1) : undefined;
    }
    if (!/^(PRON|ADJ|PROPN|DET)$/.test(upos(tree, t))) return undefined;
  }
  return undefined;
}

function countedBack(scene: Scene, at: number, unit: number): Since | undefined {
  const { tree, document } = scene;
  const today = parts(document.delivered ?? document.published ?? '');
  if (!today) return undefined;
  if (children(tree, at).some((c) => /^(next|coming|following|future)$/.test(lemma(tree, c))))
    return undefined;
  // "eighteen (18) years": the parser may lose the number before the bracket.
  const before = [at - 1, at - 2, at - 3, at - 4].filter(
    (c) => c >= 0 && tree.sentence.forms[at - 1] === ')' && upos(tree, c) === 'NUM',
  );
  for (const c of [...children(tree, at), ...before]) {
    const form = tree.sentence.forms[c] ?? '';
    const number = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(form)?.[1];
    const years = number === undefined ? inWords(tree, c) : Number(number);
    if (years === undefined) continue;
    const feast = feastYear(scene, at) ?? today.year;
    return { date: String(feast - years * unit), basis: 'relative' };
  }
  return undefined;
}

/** "fifty", "fiftieth", and "twenty-fifth" in one word or three. */
function inWords(tree: Tree, at: number): number | undefined {
  const { forms } = tree.sentence;
  const form = forms[at]?.toLowerCase() ?? '';
  const years = ORDINALS[lemma(tree, at)] ?? ORDINALS[form];
  const tens = /^[-‐‑–]$/.test(forms[at - 1] ?? '')
    ? ORDINALS[forms[at - 2]?.toLowerCase() ?? '']
    : undefined;
  return years !== undefined && years < 10 && tens !== undefined && tens >= 20 ? tens + years : years;
}

/** The year in which an anniversary is celebrated where the sentence names it: "in 2016 we will celebrate". */
function feastYear(scene: Scene, at: number): number | undefined {
  const { tree } = scene;
  const { first, last } = extent(tree, predicateOf(tree, at));
  const { sentence } = tree;
  const from = sentence.starts[first] ?? 0;
  const to = sentence.ends[last] ?? 0;
  const years = scene.dates
    .filter(
      (d) =>
        d.role === 'at' && d.start >= from && d.end <= to && /^\d{4}/.test(d.date) && !d.date.includes('/'),
    )
    .map((d) => Number(d.date.slice(0, 4)));
  return new Set(years).size === 1 ? years[0] : undefined;
}

const TENS: readonly (readonly [string, string, number])[] = [
  ['twenty', 'twentieth', 20],
  ['thirty', 'thirtieth', 30],
  ['forty', 'fortieth', 40],
  ['fifty', 'fiftieth', 50],
  ['sixty', 'sixtieth', 60],
  ['seventy', 'seventieth', 70],
];
const UNITS: readonly (readonly [string, string])[] = [
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
];

/** Cardinals and ordinals up to seventy-nine, as written in words. */
const ORDINALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...UNITS.flatMap(([cardinal, ordinal], k) => [
    [cardinal, k + 1],
    [ordinal, k + 1],
  ]),
  ...TENS.flatMap(([cardinal, ordinal, ten]) => [
    [cardinal, ten],
    [ordinal, ten],
    ...UNITS.flatMap(([c, o], k) => [
      [`${cardinal}-${c}`, ten + k + 1],
      [`${cardinal}-${o}`, ten + k + 1],
    ]),
  ]),
  ...[
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, k) => [word, 10 + k]),
  ...['tenth', 'eleventh', 'twelfth'].map((word, k) => [word, 10 + k]),
  ...['fifteenth'].map((word) => [word, 15]),
  ...['quarter-century', 'half-century'].map((word, k) => [word, 25 * (k + 1)]),
]);
