import { type Mention, stateOf } from '../gazetteer/index.js';
import { isTemporal, prepositionOf } from './clause.js';
import { type Concerned, isOther } from './concerned.js';
import type { Placed } from './measure.js';
import { topOf, whereOf } from './measured.js';
import type { Scene } from './scene.js';
import { child, extent, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

/**
 * Parties named behind a figure in its own clause that it reaches, however deep: "to Syrian refugees", "for schools in Mali",
 * "under the occupation of Armenia", "for the United Nations fund".
 *
 * @param parties those whose figure it is; of those that give something, the others receive it
 */
export function reachedAt(scene: Scene, at: Placed, parties: readonly Concerned[]): Concerned[] {
  const { tree, cast } = scene;
  const known = new Set(parties.map((p) => stateOf(p.party)));
  const gives = parties.some((p) => p.role === 'from') && !parties.some((p) => p.role === 'to');
  const takes = parties.some((p) => p.role === 'to') && !parties.some((p) => p.role === 'from');
  const listed = inOneList(scene, at, parties);
  if (parties.some((p) => p.role !== undefined) && !gives && !takes) return listed;
  const by = takes ? /^from$/ : REACHES;
  // "in Chile, where 500 people …, or in Peru"
  if (whereOf(scene, at.predicate).length > 0) return listed;
  const found: Concerned[] = [...listed];
  for (const { party } of listed) known.add(stateOf(party));
  for (const mention of cast.mentions) {
    if (mention.first < at.last || mention.first >= at.to || !isNamed(tree, mention)) continue;
    const party = stateOf(mention.id);
    if (known.has(party) || !leadsTo(scene, at, mention, by, gives)) continue;
    // "served under the flag of the United Nations", "on the border of the European Union": a body that only stands beside.
    if (!gives && isBody(scene, party) && !isFor(scene, at, mention)) continue;
    known.add(party);
    found.push({
      party,
      first: mention.first,
      last: mention.last,
      confidence: 0.5,
      ...(gives ? { role: 'to' } : takes ? { role: 'from' } : {}),
    } as Concerned);
  }
  return found.length - listed.length > 3 ? listed : found;
}

/** "from Chad, but also from Kenya and Uganda": names behind the figure that are coordinated with one of its parties. */
function inOneList({ tree, cast }: Scene, at: Placed, parties: readonly Concerned[]): Concerned[] {
  const known = new Set(parties.map((p) => stateOf(p.party)));
  return parties
    .filter((p) => p.first >= at.last)
    .flatMap((p) => {
      const top = headOf(tree, p);
      return cast.mentions.flatMap((mention) => {
        const party = stateOf(mention.id);
        if (mention.first < p.last || known.has(party) || !isNamed(tree, mention)) return [];
        if (!isJoinedTo(tree, headOf(tree, mention), (i) => i === top || (i >= p.first && i < p.last)))
          return [];
        known.add(party);
        return [{ ...p, party, first: mention.first, last: mention.last }];
      });
    });
}

/** ", which has delivered doses": a relative clause behind a comma. */
function isAside(tree: Tree, clause: number): boolean {
  const { first } = extent(tree, clause);
  const { forms } = tree.sentence;
  return (
    (forms[first] === ',' || forms[first - 1] === ',') &&
    child(tree, clause, 'nsubj', 'nsubj:pass') !== undefined
  );
}

/** The token of a name that hangs outside of it. */
function headOf(tree: Tree, { first, last }: { readonly first: number; readonly last: number }): number {
  for (let k = last - 1; k >= first; k--) if (head(tree, k) < first || head(tree, k) >= last) return k;
  return last - 1;
}

function isJoinedTo(tree: Tree, token: number, isTop: (i: number) => boolean): boolean {
  for (let i = token, n = 0; i >= 0 && n < 8 && relation(tree, i) === 'conj'; i = head(tree, i), n++)
    if (isTop(head(tree, i))) return true;
  return false;
}

function isBody({ gazetteer }: Scene, party: string): boolean {
  return gazetteer.parties.get(party)?.kind === 'body';
}

/** Whether a name is that of whom something is for: "to the Union", "for the fund of the Union", "to support its work". */
function isFor({ tree }: Scene, at: Placed, mention: Mention): boolean {
  let i = headOf(tree, mention);
  for (let n = 0; i >= 0 && n < 8 && i !== at.predicate; i = head(tree, i), n++) {
    if (/^(to|for|towards?|with)$/.test(prepositionOf(tree, i))) return true;
    if (/^(support|help|assist|aid|finance|fund|strengthen)$/.test(lemma(tree, i))) return true;
    if (/^(advcl|acl|ccomp)$/.test(relation(tree, i))) return false;
  }
  return false;
}

/** A name with a capital; roles such as "soldiers" and what nobody is called are none. */
function isNamed({ sentence }: Tree, mention: Mention): boolean {
  return (
    mention.kind === 'party' &&
    !mention.id.startsWith('-') &&
    sentence.forms.slice(mention.first, mention.last).some((form) => /^\p{Lu}/u.test(form))
  );
}

/** Whether the way up from a name to the figure or its verb goes by phrases that reach it: not where they meet, by whom or against whom. */
function leadsTo(scene: Scene, at: Placed, mention: Mention, by: RegExp, gives: boolean): boolean {
  const { tree } = scene;
  const top = topOf(tree, at);
  let i = mention.last - 1;
  for (let k = mention.first; k < mention.last; k++)
    if (head(tree, k) < mention.first || head(tree, k) >= mention.last) i = k;
  for (let n = 0; i >= 0 && n < 8; i = head(tree, i), n++) {
    if (i === top || i === at.predicate || (i >= at.first && i < at.last)) return n > 0;
    const rel = relation(tree, i);
    if (/^(ccomp|parataxis|appos|nsubj|csubj|dislocated|vocative|discourse)$/.test(rel)) return false;
    if (rel === 'acl' && !/^VBN?$/.test(xpos(tree, i)) && !(xpos(tree, i) === 'VBG' && i === at.last))
      return false;
    // "to the fund, which has delivered doses to Fiji"
    if (rel === 'acl' && isAside(tree, i)) return false;
    const marker = child(tree, i, 'case', 'mark');
    const word = marker === undefined ? '' : lemma(tree, marker);
    // "spent 2 million rebuilding houses in Iraq"
    const isBeside = word === '' && xpos(tree, i) === 'VBG' && tree.sentence.forms[i - 1] !== ',';
    if (rel === 'advcl' && !/^(to|in|on)$/.test(word) && !isBeside) return false;
    if (rel === 'xcomp' && !gives) return false;
    // "over the next five years to the African Union", where the parser hangs it on the years; "refugees from Syria"
    const isFree =
      (n > 0 && isTemporal(tree, i)) ||
      (gives &&
        word === 'from' &&
        /^(refugee|migrant|people|family|child)$/.test(lemma(tree, (marker ?? 0) - 1)));
    if (/^(nmod|obl)$/.test(rel) && marker !== undefined && !isFree && !by.test(word)) return false;
    // "the neighbourhood countries of the Union"
    if (word === 'of' && isOther(tree, head(tree, i))) return false;
    if (
      /^(conference|summit|meeting|session|assembly|forum|convention|agreement|treaty|resolution|report|framework|protocol|declaration|course|contribution)$/.test(
        lemma(tree, i),
      ) &&
      upos(tree, i) !== 'VERB' &&
      rel !== 'obj'
    )
      return false;
  }
  return false;
}

const REACHES =
  /^(to|for|in|into|near|towards?|on|upon|under|of|among|across|within|such|like|include|'s|’s)$/;
