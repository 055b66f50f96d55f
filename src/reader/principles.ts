import type { Lexicon } from './lexicon.js';
import { type Scene, wordsOf } from './scene.js';
import { deprel, extent, head, relation } from './tree.js';

const forms = new WeakMap<Lexicon, readonly (readonly [string, string])[]>();

/** Forms of principles with the principle, the longest first: "nuclear disarmament" is not disarmament at large. */
function formsOf(lexicon: Lexicon): readonly (readonly [string, string])[] {
  const known = forms.get(lexicon);
  if (known) return known;
  const all = [...lexicon.principles].flatMap(([principle, names]) =>
    names.map((name) => [plain(name), principle] as const),
  );
  const sorted = all.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  forms.set(lexicon, sorted);
  return sorted;
}

/** Principles that the words from `first` to `last` (exclusive) name; a party's name is none ("the Non-Aligned Movement"). */
export function principlesOf(scene: Scene, first: number, last: number): string[] {
  const all = formsOf(scene.lexicon);
  let text = plain(wordsOf(scene, first, last));
  for (const mention of scene.cast.mentions) {
    if (mention.kind !== 'party' || mention.first < first || mention.last > last) continue;
    const name = plain(wordsOf(scene, mention.first, mention.last));
    if (all.some(([form]) => name.includes(form))) text = text.replace(name, ' # ');
  }
  const found = new Set<string>();
  for (const [form, principle] of all) {
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
