import type { Lexicon } from './lexicon.js';
import { type Scene, wordsOf } from './scene.js';
import { deprel, extent, head, relation } from './tree.js';

/** Forms of principles with the principle, the longest first: "nuclear disarmament" is not disarmament at large. */
interface Forms {
  readonly all: readonly (readonly [string, string])[];
  /** Places in the list by the first word of the form. */
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
  /** Whether a form may begin in a word of a text, of words met so far. */
  readonly begins: Map<string, boolean>;
}

const forms = new WeakMap<Lexicon, Forms>();

function formsOf(lexicon: Lexicon): Forms {
  const known = forms.get(lexicon);
  if (known) return known;
  const all = [...lexicon.principles].flatMap(([principle, names]) =>
    names.map((name) => [plain(name), principle] as const),
  );
  const sorted = all.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const byFirst = new Map<string, number[]>();
  for (const [place, [form]] of sorted.entries()) {
    const [, first = ''] = form.split(' ');
    const places = byFirst.get(first);
    if (places) places.push(place);
    else byFirst.set(first, [place]);
  }
  const found = { all: sorted, byFirst, begins: new Map() };
  forms.set(lexicon, found);
  return found;
}

/** Different words of which it is kept whether a form begins in them. */
const MOST_BEGINNINGS = 50_000;

/** Whether a form may begin in one of the words: most stretches of a text name no principle. */
function mayName({ byFirst, begins }: Forms, words: readonly string[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const word = words[i] ?? '';
    const known = begins.get(word);
    if (known === true) return true;
    if (known === false) continue;
    const found = plain(word)
      .split(' ')
      .some((part) => byFirst.has(part));
    if (begins.size >= MOST_BEGINNINGS) begins.clear();
    begins.set(word, found);
    if (found) return true;
  }
  return false;
}

/** Forms that a plain text holds, the longest first. */
function formsIn({ all, byFirst }: Forms, text: string): (readonly [string, string])[] {
  const places = new Set(text.split(' ').flatMap((word) => byFirst.get(word) ?? []));
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => all[place] as readonly [string, string])
    .filter(([form]) => text.includes(form));
}

/** Principles that the words from `first` to `last` (exclusive) name; a party's name is none ("the Non-Aligned Movement"). */
export function principlesOf(scene: Scene, first: number, last: number): string[] {
  const all = formsOf(scene.lexicon);
  if (!mayName(all, scene.tree.sentence.forms, first, last)) return [];
  let text = plain(wordsOf(scene, first, last));
  const among = formsIn(all, text);
  if (among.length === 0) return [];
  for (const mention of scene.cast.mentions) {
    if (mention.kind !== 'party' || mention.first < first || mention.last > last) continue;
    const name = plain(wordsOf(scene, mention.first, mention.last));
    if (formsIn(all, name).length > 0) text = text.replace(name, ' # ');
  }
  const found = new Set<string>();
  for (const [form, principle] of among) {
    if (!text.includes(form)) continue;
    found.add(principle);
    text = text.replaceAll(form, ' # ');
  }
  return [...scene.lexicon.principles.keys()].filter((principle) => found.has(principle));
}

/** Lower case, hyphens and all else that is no letter as one space, so that "non-aggression" is "non aggression". */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `;
}

/** Principles that the phrase headed by `token` is about; what its relative clauses name are side matters. */
export function namesPrinciple(scene: Scene, token: number): boolean {
  const { tree } = scene;
  const { first, last } = extent(
    tree,
    token,
    (c) =>
      ['acl:relcl', 'advcl', 'parataxis', 'appos'].includes(deprel(tree, c)) ||
      (relation(tree, c) === 'conj' && head(tree, c) === token),
  );
  return principlesOf(scene, first, last + 1).length > 0;
}
