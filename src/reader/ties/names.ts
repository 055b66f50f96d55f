import { instrumentMention, partyMention } from '../cast.js';
import { type Scene, wordsOf } from '../scene.js';
import { head, lemma, premodifiers, relation, type Tree, upos } from '../tree.js';

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
  return coordinated(tree, first, i);
}

/** "territorial, insular and maritime dispute", "economic and trade agreement": all that is coordinated before the noun. */
function coordinated(tree: Tree, first: number, i: number): number {
  const { forms } = tree.sentence;
  let at = first;
  for (let n = 0; n < 4 && first < i; n++) {
    const link = forms[at - 1] ?? '';
    const next = at - (link === 'and' && forms[at - 2] === ',' ? 3 : 2);
    if (!/^(and|,)$/.test(link) || (n === 0 && link !== 'and') || next < 0) break;
    if (
      !/^(ADJ|NOUN)$/.test(upos(tree, next)) ||
      !/^\p{Ll}/u.test(forms[next] ?? '') ||
      !isNamePart(tree, next)
    )
      break;
    const isJoined =
      head(tree, next) === i ||
      head(tree, at) === next ||
      head(tree, first) === next ||
      relation(tree, next) === 'conj';
    if (!isJoined || !/^(amod|compound|conj)$/.test(relation(tree, next))) break;
    at = next;
    while (
      at > 0 &&
      /^(amod|compound)$/.test(relation(tree, at - 1)) &&
      head(tree, at - 1) === at &&
      /^\p{Ll}/u.test(forms[at - 1] ?? '') &&
      isNamePart(tree, at - 1)
    )
      at--;
  }
  return at;
}

/** Further words of the name: "Treaty on Conventional Forces", "treaty of friendship and cooperation". */
function nameEnd(scene: Scene, i: number): number {
  const { tree, cast } = scene;
  const mention = instrumentMention(cast, i);
  if (mention !== undefined) return mention.last;
  const forms = tree.sentence.forms;
  let last = pastParties(scene, i);
  const capital = /^\p{Lu}/u.test(forms[i] ?? '');
  if (/^of free association$/i.test(forms.slice(last, last + 3).join(' '))) last += 3;
  else if (lemma(tree, last) === 'of' && THEMES.test(lemma(tree, last + 1))) last += 2;
  else if (!capital) return last;
  while (capital && last < tree.length) {
    let next = last;
    while (
      next < tree.length &&
      (/^(on|of|for|an?|and|the|to|against|relating|concerning|regarding|,|-)$/.test(forms[next] ?? '') ||
        isTheme(scene, next)) &&
      next - last < 3
    )
      next++;
    if (next >= tree.length || !/^\p{Lu}/u.test(forms[next] ?? '') || isNamed(scene, next)) break;
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

/** "Treaty between A and B on the Elimination of": the name runs on behind its parties. */
function pastParties(scene: Scene, i: number): number {
  const { tree } = scene;
  const { forms } = tree.sentence;
  if (!/^\p{Lu}/u.test(forms[i] ?? '') || !/^(between|with)$/.test(forms[i + 1] ?? '')) return i + 1;
  for (let t = i + 2; t < tree.length && t < i + 22; t++) {
    if (/^(on|concerning|relating|regarding)$/.test(forms[t] ?? ''))
      return forms.slice(t + 1, t + 3).some((form) => /^\p{Lu}/u.test(form)) ? t : i + 1;
    if (!/^(PROPN|ADJ|ADP|CCONJ|DET|NOUN|VERB)$/.test(upos(tree, t)) || /^[.,;:]$/.test(forms[t] ?? ''))
      break;
    if (upos(tree, t) === 'ADP' && !/^(of|and)$/.test(forms[t] ?? '')) break;
  }
  return i + 1;
}

/** A state or body named beside the name; "the Child" and "Armed Forces" are words of it. */
function isNamed(scene: Scene, at: number): boolean {
  const mention = partyMention(scene.cast, at);
  return mention !== undefined && !mention.id.startsWith('-') && mention.via !== 'group';
}

/** "Assistance in Tax Matters", "Trafficking in Persons": a theme and not the place of signature. */
function isTheme(scene: Scene, at: number): boolean {
  const { tree, cast } = scene;
  const next = tree.sentence.forms[at + 1] ?? '';
  const starts = tree.sentence.starts[at + 1] ?? -1;
  return (
    lemma(tree, at) === 'in' &&
    /^\p{Lu}\p{Ll}/u.test(next) &&
    /^(NOUN|ADJ)$/.test(upos(tree, at + 1)) &&
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
  // "a 100-year-old dispute"
  if (
    /^(old|year|-|–)$/.test(lemma(tree, at)) &&
    /^(old|year)$/.test(lemma(tree, /^[-–]$/.test(form) ? at - 1 : at))
  )
    return false;
  return !/^(new|propose|draft|plan|envisage|envision|prospective|potential|upcoming|forthcoming|unfortunate|longstanding|long-standing|current|ongoing|latest|first|second|third|next|recent|landmark|historic|long-awaited|final|possible|future|proposed|such|many|same|other|earlier|previous|separate|ambitious|existing|several|important|various|numerous|so-called|relevant|corresponding|appropriate|\d+)$/.test(
    lemma(tree, at),
  );
}
