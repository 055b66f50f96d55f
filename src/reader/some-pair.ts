import type { Actor } from './cast.js';
import { toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { childrenBy, lemma } from './tree.js';

/** "Both sides", "the two parties": before the United Nations of a conflict that need not be the last one named. */
export function isSomePair({ tree, cast, document }: Scene, token: number): boolean {
  return (
    document.genre === 'speech' &&
    (cast.partyAt[token] ?? -1) < 0 &&
    /^(side|party)$/.test(lemma(tree, token)) &&
    childrenBy(tree, token, 'det', 'nummod', 'det:predet').some((d) => /^(both|two)$/.test(lemma(tree, d)))
  );
}

/** The two states that the sentence has named, if it named two: "as to the dispute between Chile and Peru, the two parties …". */
export function pairBefore({ cast, gazetteer, document }: Scene, token: number): Actor[] {
  const found: Actor[] = [];
  for (const { kind, id, first, last, confidence } of cast.mentions) {
    if (kind !== 'party' || last > token) continue;
    const state = toPrincipal({ party: id, first, last, confidence });
    const known = gazetteer.parties.get(state.party)?.kind === 'state' && state.party !== document.speaker;
    if (known && !found.some((f) => f.party === state.party)) found.push(state);
  }
  return found.length === 2 ? found : [];
}
