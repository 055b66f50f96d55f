import { stateOf } from '../gazetteer/index.js';
import { actingAt } from './acting.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, isOfUnknown, unique } from './concerned.js';
import type { Placed } from './measure.js';
import { itself, placesOf, topOf } from './measured.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, upos, xpos } from './tree.js';

/**
 * The parties of a share: the owner of the whole ("China's trade with ASEAN") and whose part it is. "Our bilateral trade" is that of
 * the pair spoken of.
 */
export function partiesOfShare(scene: Scene, at: Placed, noun: number | undefined): Concerned[] {
  const { tree } = scene;
  if (noun !== undefined && isOfUnknown(scene, noun)) return [];
  const inside = noun === undefined ? [] : (occupiedBy(scene, at, noun) ?? wholeOf(scene, noun, 0));
  // "40 per cent of that pledge": to whom it was made is not told here.
  const pointed =
    noun !== undefined &&
    childrenBy(tree, noun, 'det').some((d) => /^(this|that|these|those)$/.test(lemma(tree, d)));
  if (pointed && inside.length === 0) return [];
  // "half of the world's population": whoever is the subject itself, not somebody further up.
  const worldly =
    noun !== undefined &&
    childrenBy(tree, noun, 'nmod:poss', 'amod', 'nmod').some((c) =>
      /^(world|global|globe)$/.test(lemma(tree, c)),
    );
  if (
    worldly &&
    child(tree, at.predicate, 'nsubj') === undefined &&
    child(tree, at.predicate, 'cop') === undefined
  )
    return [];
  const going = isPredicate(tree, at.predicate) ? goingAt(scene, at) : [];
  const acting = [...actingAt(scene, at), ...going, ...accounting(scene, at)];
  const named = (scene.cast.partyAt[at.predicate] ?? -1) >= 0 ? direct(scene, at.predicate) : [];
  const part = [...acting, ...named].filter((a) => !inside.some((w) => w.party === a.party)).slice(0, 8);
  if (inside.length > 0 && part.length > 0)
    return [
      ...part.map((a) => ({ ...a, role: 'part' as const })),
      ...inside.map((a) => ({ ...a, role: 'whole' as const })),
    ];
  if (inside.length > 0 || part.length > 0) return unique([...inside, ...part]);
  const places = placesOf(scene, at);
  if (places.length > 0) return unique(places);
  // "A quarter of the cars sold in Russia are Chinese": the predicate tells whose.
  const said = attached(scene, at.predicate, /^of$/);
  return upos(tree, at.predicate) === 'ADJ' || said.length === 0 ? direct(scene, at.predicate) : said;
}

/** "China accounts for", where the parser takes "accounts" for a noun. */
function accounting(scene: Scene, at: Placed): Actor[] {
  const up = head(scene.tree, topOf(scene.tree, at));
  if (up < 0 || lemma(scene.tree, up) !== 'account' || isPredicate(scene.tree, up)) return [];
  return childrenBy(scene.tree, up, 'compound', 'amod').flatMap((c) => direct(scene, c));
}

/** "A third of its exports go to China", "we buy half of our gas from Russia". */
function goingAt(scene: Scene, at: Placed): Actor[] {
  return clauseOf(scene.tree, at.predicate)
    .obliques.filter((o) => /^(to|from)$/.test(o.preposition) && (o.head < at.first || o.head >= at.last))
    .flatMap((o) => itself(scene, o.head));
}

/** Owners of the whole, down its phrase: "the exports of the industry of Peru", "the cars sold in Russia". */
function wholeOf(scene: Scene, noun: number, depth: number): Actor[] {
  const { tree } = scene;
  // "China's trade with ASEAN" is China's: with whom it trades has no part in the share.
  const owners = childrenBy(tree, noun, 'nmod:poss').flatMap((c) => direct(scene, c));
  if (owners.length > 0) {
    const ways = childrenBy(tree, noun, 'nmod').filter((n) => /^(from|to)$/.test(prepositionOf(tree, n)));
    return unique([...owners, ...ways.flatMap((n) => direct(scene, n))]);
  }
  const own = attached(scene, noun, /^(of|in|between|with|from|to|on)$/);
  if (own.length > 0 || depth > 2) return own;
  return childrenBy(tree, noun, 'nmod', 'acl')
    .filter((c) => (relation(tree, c) === 'acl' ? xpos(tree, c) === 'VBN' : prepositionOf(tree, c) === 'of'))
    .flatMap((c) =>
      relation(tree, c) === 'acl'
        ? childrenBy(tree, c, 'obl')
            .filter((o) => /^(in|by|to)$/.test(prepositionOf(tree, o)))
            .flatMap((o) => direct(scene, o))
        : wholeOf(scene, c, depth + 1),
    );
}

/** "They occupy 40 per cent of its land": "its" is whoever was spoken of before, not the occupier; undefined where nobody occupies. */
function occupiedBy({ tree, recall, document }: Scene, at: Placed, noun: number): Actor[] | undefined {
  if (!/^(occupy|annex|seize|usurp|invade|besiege)$/.test(lemma(tree, at.predicate))) return undefined;
  const its = childrenBy(tree, noun, 'nmod:poss').find((c) => /^(its?|their|they)$/.test(lemma(tree, c)));
  if (its === undefined || clauseOf(tree, at.predicate).passive) return undefined;
  const party = recall.state ?? document.speaker;
  return party === undefined ? [] : [{ party: stateOf(party), first: its, last: its + 1, confidence: 0.5 }];
}
