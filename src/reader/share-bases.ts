import { isTemporal } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { phraseOf } from './phrase.js';
import { quantityAt } from './quantities.js';
import { nameAt } from './quantity-names.js';
import { purposeOf } from './said.js';
import type { Scene } from './scene.js';
import { child, head, lemma, relation, upos, xpos } from './tree.js';

/** What a share is of: the noun after "of", under its usual name where it has one. Of a time there is none. */
export function sharedAt(scene: Scene, at: Placed) {
  const { tree, cast } = scene;
  const next = head(tree, at.last);
  // "73 per cent of the total of Iran's voters"
  const counted = /^(total|number)$/.test(lemma(tree, next)) ? child(tree, next, 'nmod') : undefined;
  const noun = counted ?? next;
  if (noun < at.last || !/^(NOUN|PROPN)$/.test(upos(tree, noun)) || isTemporal(tree, noun)) return undefined;
  if ((cast.partyAt[noun] ?? -1) >= 0 && upos(tree, noun) === 'PROPN' && !/^NNP?S$/.test(xpos(tree, noun)))
    return undefined;
  if (
    /^(figure|amount|sum|level|target|goal|period|term|existence|time|history|life|lifetime|duration|home|prize|award|\d{4}s)$/.test(
      lemma(tree, noun),
    )
  )
    return undefined;
  return { quantity: phraseOf(scene, noun, at), of: '', token: noun };
}

/** What a share of output or income may be: "aid of 0.7 per cent of national income". */
export const BASES = /^(gdp|gnp|gni|product|income|revenue|budget|output|economy|expenditure|spending)$/;
const SHARING = new Set([
  ...['debt', 'aid', 'military spending', 'deficit', 'surplus', 'investment', 'trade', 'exports', 'imports'],
  ...['remittances', 'reserves', 'spending', 'tax', 'loss', 'cost'],
]);

export function toldBefore(scene: Scene, at: Placed, token: number): string | null | undefined {
  const { tree } = scene;
  // "official development assistance totalling 0.7 per cent"
  const above = relation(tree, at.predicate) === 'acl' ? head(tree, at.predicate) : at.from;
  for (let i = at.first - 1; i >= Math.min(at.from, above); i--) {
    let noun = i;
    while (
      noun < at.first &&
      /^(compound|amod|conj)$/.test(relation(tree, noun)) &&
      upos(tree, head(tree, noun)) === 'NOUN' &&
      head(tree, noun) > noun
    )
      noun = head(tree, noun);
    const quantity = quantityAt(tree, i);
    const isNoun = upos(tree, i) === 'NOUN' && noun < at.first;
    if (isNoun && quantity !== undefined && SHARING.has(quantity)) return nameAt(scene, noun, at)?.quantity;
    if (isNoun && relation(tree, i) === 'nsubj') break;
  }
  // "devote 1 per cent of national income to development assistance"
  if (
    !/^(spend|devote|allocate|dedicate|invest|earmark|commit|give|provide|contribute)$/.test(
      lemma(tree, at.predicate),
    )
  )
    return undefined;
  const purpose = purposeOf(scene, at.predicate, [topOf(tree, at), token], at);
  if (purpose === null) return null;
  const phrase = /^(?:on|to|in|for|as|into|towards?) (?!\w+ing )(.+)$/.exec(purpose ?? '')?.[1];
  if (phrase === undefined) return undefined;
  return /spending|expenditure|\b(assistance|aid)\b/.test(phrase) ? phrase : `spending on ${phrase}`;
}
