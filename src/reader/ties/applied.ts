import { clauseOf, isNegated, prepositionOf } from '../clause.js';
import { childrenBy, head, isPredicate, lemma, relation, type Tree } from '../tree.js';
import type { Step } from './steps.js';

/** "the former alliance", "the defunct treaty": of what is no more. */
export function isFormer(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  // "once had a dispute", "was replaced by a new one"
  if (up >= 0 && isPredicate(tree, up)) {
    const { past, passive, objects } = clauseOf(tree, up);
    const once = childrenBy(tree, up, 'advmod').some((c) =>
      /^(once|formerly|previously)$/.test(lemma(tree, c)),
    );
    // "is no longer in force"
    const forms = tree.sentence.forms.slice(i, i + 30).join(' ');
    if (/^nsubj/.test(relation(tree, i)) && up > i && GONE.test(forms) && NOLONGER.test(lemma(tree, up)))
      return true;
    if (once && past && /^(have|maintain|enjoy|share)$/.test(lemma(tree, up))) return true;
    if (
      past &&
      passive &&
      /^(replace|supersede)$/.test(lemma(tree, up)) &&
      // Voice is undone: what is replaced is the object, what replaces it the subject.
      objects.includes(i)
    )
      return !isNegated(tree, up);
  }
  return childrenBy(tree, i, 'amod').some((c) =>
    /^(former|defunct|expired|bygone|lapsed|one-time|erstwhile)$/.test(lemma(tree, c)),
  );
}

/** "implemented the agreement signed with", "under the accord reached by": what is applied is in force. */
export function isApplied(tree: Tree, i: number, step: Step): boolean {
  if (relation(tree, step.token) !== 'acl' || relation(tree, i) === 'acl') return false;
  if (/^(under|pursuant|per|through|within|thanks)$/.test(prepositionOf(tree, i))) return true;
  for (let at = i, n = 0; n < 3; n++) {
    const up = head(tree, at);
    if (up < 0) return false;
    if (/^(commit|abide|comply|adhere|stick)$/.test(lemma(tree, up))) return true;
    if (APPLIES.test(lemma(tree, up))) return !isPredicate(tree, up) || isObjectOf(tree, up, at);
    if (!/^(nmod|obl)$/.test(relation(tree, at)) || isPredicate(tree, up)) return false;
    at = up;
  }
  return false;
}

function isObjectOf(tree: Tree, verb: number, noun: number): boolean {
  const clause = clauseOf(tree, verb);
  return clause.objects.includes(noun) && (clause.past || clause.modal === undefined) && !clause.future;
}

const APPLIES =
  /^(implement|apply|enforce|observe|violate|breach|fulfil|fulfill|implementation|application|framework|accordance|violation|compliance|pursuance|virtue|breach|aegis)$/;

const GONE = /\bno longer (?:in (?:force|effect)|valid|binding|exists?|applies|apply)\b/i;
const NOLONGER = /^(force|effect|valid|binding|exist|apply)$/;

/** "is awaiting ratification", "pending its entry into force": signed and not yet binding. */
export function isUnratified(tree: Tree, i: number): boolean {
  return TREATY.test(lemma(tree, i)) && PENDING.test(own(tree, i).join(' '));
}

/** The words around a treaty up to the next that names one: what is said beyond is said of that. */
function own({ sentence: { forms }, length, lemmas }: Tree, i: number): string[] {
  let [first, last] = [Math.max(0, i - 15), Math.min(length, i + 30)];
  for (let k = i - 1; k >= first; k--) if (TREATY.test(lemmas[k] ?? '')) first = k + 1;
  for (let k = i + 1; k < last; k++) if (TREATY.test(lemmas[k] ?? '')) last = k;
  return forms.slice(first, last);
}

const PENDING =
  /\b(?:await(?:s|ing)?|pending|subject to) (?:(?:its|the|their|formal|final|early) )*(?:ratification|entry into force)\b/i;

const TREATY = /^(agreement|treaty|accord|pact|convention|protocol|deal|memorandum)$/;
