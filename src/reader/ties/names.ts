import { instrumentMention } from '../cast.js';
import { type Scene, wordsOf } from '../scene.js';
import { lemma, premodifiers, type Tree, upos } from '../tree.js';

/**
 * A noun phrase's name without determiner and praise: "free trade agreement", "German-Soviet Treaty on Good-Neighbourly
 * Relations", "Free Association agreement".
 *
 * @param from first token of the name where it is known
 */
export function nounName(scene: Scene, i: number, from?: number): string {
  return wordsOf(scene, from ?? nameStart(scene, i), nameEnd(scene, i));
}

/** Where a noun phrase's name begins. */
export function nameStart(scene: Scene, i: number): number {
  const { tree } = scene;
  let first = i;
  const before = new Set(premodifiers(tree, i));
  while (
    first > 0 &&
    (before.has(first - 1) ||
      (before.has(first - 2) && !/^[,a-z]/i.test(tree.sentence.forms[first - 1] ?? ','))) &&
    isNamePart(tree, first - 1)
  )
    first--;
  while (/^[-–]/.test(tree.sentence.forms[first] ?? '')) first++;
  return first;
}

/** Further words of the name: "Treaty on Conventional Forces", "treaty of friendship and cooperation". */
function nameEnd(scene: Scene, i: number): number {
  const { tree, cast } = scene;
  const mention = instrumentMention(cast, i);
  if (mention !== undefined) return mention.last;
  const forms = tree.sentence.forms;
  let last = i + 1;
  const capital = /^\p{Lu}/u.test(forms[i] ?? '');
  if (lemma(tree, last) === 'of' && THEMES.test(lemma(tree, last + 1))) last += 2;
  else if (!capital) return last;
  while (capital && last < tree.length) {
    let next = last;
    while (
      next < tree.length &&
      (/^(on|of|for|and|the|to|against|,|-)$/.test(forms[next] ?? '') || isTheme(scene, next)) &&
      next - last < 3
    )
      next++;
    if (next >= tree.length || !/^\p{Lu}/u.test(forms[next] ?? '') || (cast.partyAt[next] ?? -1) >= 0) break;
    if (
      forms[last] === ',' &&
      next === last + 1 &&
      upos(tree, next) === 'PROPN' &&
      lemma(tree, next + 1) !== 'and' &&
      forms[next + 1] !== ',' &&
      forms[next + 1] !== '-'
    )
      break;
    last = next + 1;
  }
  return last;
}

/** "Assistance in Tax Matters", "Trafficking in Persons": a theme and not the place of signature. */
function isTheme(scene: Scene, at: number): boolean {
  const { tree, cast } = scene;
  const next = tree.sentence.forms[at + 1] ?? '';
  const starts = tree.sentence.starts[at + 1] ?? -1;
  return (
    lemma(tree, at) === 'in' &&
    /^\p{Lu}\p{Ll}/u.test(next) &&
    upos(tree, at + 1) === 'NOUN' &&
    (cast.placeAt[at + 1] ?? -1) < 0 &&
    !scene.dates.some((d) => d.start <= starts && starts < d.end)
  );
}

const THEMES =
  /^(friendship|cooperation|co-operation|understanding|amity|peace|association|alliance|guarantee|intent)$/;

/** Whether a word before the noun belongs to the name: not "new", "landmark" and their kin, but "the Second Protocol". */
function isNamePart(tree: Tree, at: number): boolean {
  const form = tree.sentence.forms[at] ?? '';
  if (at > 0 && /^(Second|Third|New)$/.test(form)) return true;
  return !/^(new|propose|draft|plan|envisage|envision|prospective|potential|upcoming|forthcoming|unfortunate|longstanding|long-standing|current|ongoing|latest|first|second|third|next|recent|landmark|historic|long-awaited|final|possible|future|proposed|such|many|same|other|earlier|previous|separate|ambitious|existing|several|important|various|numerous|so-called|relevant|corresponding|appropriate|\d+)$/.test(
    lemma(tree, at),
  );
}
