import type { Actor } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import { childrenBy, head, isPredicate, lemma, relation, type Tree } from '../tree.js';
import { deciders } from './deciders.js';
import { isPartlyNamed, sidesOf } from './sides.js';

/** Verbs by which a subject is a party to the tie that is their object: not "criticised", "noted", "welcomed". */
const HOLDING = new Set([
  ...[
    'establish',
    'form',
    'forge',
    'launch',
    'create',
    'build',
    'develop',
    'deepen',
    'strengthen',
    'enhance',
  ],
  ...['expand', 'maintain', 'enjoy', 'have', 'share', 'value', 'cherish', 'celebrate', 'renew', 'extend'],
  ...['sign', 'conclude', 'negotiate', 'reach', 'ratify', 'ink', 'initial', 'finalise', 'finalize', 'seal'],
  ...['announce', 'declare', 'elevate', 'upgrade', 'raise', 'promote', 'restore', 'resume', 'normalise'],
  ...['normalize', 'sever', 'cut', 'break', 'suspend', 'freeze', 'end', 'terminate', 'abrogate', 'denounce'],
  ...['enter', 'agree', 'pursue', 'seek', 'want', 'discuss', 'strike', 'consolidate', 'cement', 'broaden'],
  ...['intensify', 'nurture', 'foster', 'continue', 'keep', 'call', 'make', 'become', 'open', 'complete'],
  ...['adopt', 'attach', 'advance', 'boost', 'cultivate', 'rely', 'count', 'work', 'engage', 'move'],
  ...[
    'implement',
    'revive',
    'revise',
    'review',
    'update',
    'use',
    'achieve',
    'exchange',
    'embrace',
    'solidify',
  ],
  ...[
    'downgrade',
    're-establish',
    'reestablish',
    'reopen',
    'hold',
    'begin',
    'start',
    'turn',
    'commit',
    'reaffirm',
    'lack',
    'leave',
  ],
  ...['scrap', 'cancel', 'propose', 'offer', 'plan', 'need', 'propel', 'further', 'reinforce', 'mark', 'set'],
]);

/** The subjects of the verb that makes, holds or ends the tie; who issues the document that does. */
export function holders(scene: Scene, i: number): Actor[] {
  const { tree } = scene;
  const governor = completed(scene, i);
  if (governor === undefined) return [];
  const clause = clauseOf(tree, governor);
  const subjects =
    deciders(tree, governor) ??
    praised(tree, governor) ??
    clause.subjects.filter((s) => s !== i).flatMap((s) => issuers(tree, s));
  if (isPartlyNamed(scene, subjects)) return [];
  const found = sidesOf(scene, subjects);
  if (found.length > 0) return found;
  return clause.passive ? sidesOf(scene, markedBy(tree, governor, new Set(['by']))) : [];
}

/** "congratulates Peru for having relations with": the one praised or blamed for it does it. */
export function praised(tree: Tree, governor: number): number[] | undefined {
  const up = head(tree, governor);
  if (up < 0 || !/^(advcl|acl|obl)$/.test(relation(tree, governor))) return undefined;
  if (
    !/^(congratulate|commend|thank|praise|applaud|condemn|criticise|criticize|accuse|blame)$/.test(
      lemma(tree, up),
    )
  )
    return undefined;
  return childrenBy(tree, governor, 'mark').length > 0 ? [...clauseOf(tree, up).objects] : undefined;
}

/** "In the memorandum Peru reaffirms": who acts within it may be some of its parties only. */
const WITHIN = /^(in|under|by|within|through|during|after|since|from|because of|following)$/;

/** The holding verb that the noun completes as object, oblique, or within an "establishment of" or "relations to". */
export function completed(scene: Scene, i: number): number | undefined {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  if (governor === i || !HOLDING.has(lemma(tree, governor))) return undefined;
  const clause = clauseOf(tree, governor);
  for (let at = i, n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
    if (clause.objects.includes(at)) return governor;
    if (head(tree, at) === governor)
      return /^(obj|obl|xcomp)$/.test(relation(tree, at)) && !WITHIN.test(prepositionOf(tree, at))
        ? governor
        : undefined;
    if (isPredicate(tree, at) || relation(tree, at) === 'acl') return undefined;
    if (relation(tree, at) === 'nmod' && prepositionOf(tree, at) !== 'of') return undefined;
  }
  return undefined;
}

const DOCUMENTS = new Set([
  'declaration',
  'statement',
  'communique',
  'communiqué',
  'document',
  'treaty',
  'agreement',
  'accord',
]);

/** Who issues a document that is said to found a tie: "They adopted a declaration that establishes …". */
function issuers(tree: Tree, subject: number): readonly number[] {
  if (!DOCUMENTS.has(lemma(tree, subject))) return [subject];
  const up = head(tree, subject);
  return up >= 0 && isPredicate(tree, up) && relation(tree, subject) !== 'nsubj'
    ? clauseOf(tree, up).subjects
    : [subject];
}

/** Phrases below a noun or verb with one of these prepositions. */
export function markedBy(tree: Tree, i: number, prepositions: ReadonlySet<string>): number[] {
  return childrenBy(tree, i, 'nmod', 'obl').filter((c) => prepositions.has(prepositionOf(tree, c)));
}

/** "They signed a memorandum with Peru": whoever they are, a pair is not made by guessing. */
export function heldByThem(scene: Scene, i: number): boolean {
  const governor = completed(scene, i);
  if (governor === undefined) return false;
  const { subjects } = clauseOf(scene.tree, governor);
  return subjects.some((s) => /^(they|both)$/i.test(scene.tree.sentence.forms[s] ?? ''));
}
