import { stateOf } from '../../gazetteer/index.js';
import { clauseOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos, xpos } from '../tree.js';
import { isInfinitive } from './obligors.js';
import { SAYING, SPEAKING } from './words.js';

/** Words that govern an appeal or a need: what stands below them is urged, not promised. */
const URGING = new Set([
  ...['let', 'behove', 'behoove', 'need', 'require', 'necessary', 'imperative', 'essential', 'incumbent'],
  ...['urge', 'call', 'encourage', 'invite', 'appeal', 'vital', 'crucial', 'important', 'obligation'],
]);

/** "let us commit", "we must unite and renew our commitment", "it behoves us to", "we need to recommit". */
export function isUrged(tree: Tree, predicate: number): boolean {
  for (let at = predicate, n = 0; at >= 0 && n < 5; n++) {
    if (/^(?:should|must|ought)$/.test(clauseOf(tree, at).modal ?? '')) return true;
    if (at !== predicate && isInfinitive(tree, at)) return true;
    const up = head(tree, at);
    if (up < 0) return false;
    const rel = relation(tree, at);
    if (rel !== 'conj' && URGING.has(lemma(tree, up)) && /^(?:xcomp|ccomp|csubj|advcl|acl)$/.test(rel))
      return true;
    const shares = rel === 'conj' && child(tree, at, 'nsubj', 'aux', 'cop') === undefined;
    if (!shares && rel !== 'xcomp') return false;
    at = up;
  }
  return false;
}

/** "must declare that it will withdraw", "call on them to promise that they will": asked of somebody. */
export function isDemanded(tree: Tree, predicate: number): boolean {
  for (let at = predicate, n = 0; n < 6; n++) {
    const up = head(tree, at);
    if (up < 0) return false;
    const rel = relation(tree, at);
    // "let me say that we will"
    if (
      rel === 'ccomp' &&
      (SAYING.has(lemma(tree, up)) || SPEAKING.has(lemma(tree, up))) &&
      head(tree, up) >= 0
    )
      if (lemma(tree, head(tree, up)) === 'let') return false;
    if (rel === 'ccomp' && (URGING.has(lemma(tree, up)) || isUrged(tree, up))) return true;
    if (!/^(?:ccomp|xcomp|conj)$/.test(rel)) return false;
    at = up;
  }
  return false;
}

/** "Reaffirming our commitment to multilateralism": the title of a meeting, a theme or a text. */
export function isTitle({ tree, text }: Scene, predicate: number): boolean {
  const { starts, start } = tree.sentence;
  const at = starts[predicate] ?? start;
  const before = text.slice(Math.max(0, at - 220), at);
  const named = THEME.exec(before);
  if (named) {
    const between = before.slice(named.index);
    if (/[“"‘'][^”"’]*$/.test(between) && !/[.!?]\s*$/.test(between)) return true;
    if (/^VBG$/.test(xpos(tree, predicate)) && child(tree, predicate, 'aux', 'nsubj') === undefined)
      return true;
  }
  return false;
}

const THEME = /\b(?:themes?|entitled|titled?|titles|motto|slogan)\b(?:(?![.!?]\s+[A-Z]).)*$/s;

/** "how we will", "so that we will", "until we shall": what is asked about or aimed at is not promised. */
export function isEmbedded(tree: Tree, predicate: number): boolean {
  const rel = relation(tree, predicate);
  if (rel === 'advcl')
    return childrenBy(tree, predicate, 'mark', 'advmod').some(
      (m) =>
        m < predicate &&
        /^(?:as|so|lest|until|before|when|where|how|that|whenever|once)$/.test(lemma(tree, m)),
    );
  return (
    /^(?:ccomp|acl|csubj)$/.test(rel) &&
    childrenBy(tree, predicate, 'advmod').some(
      (m) => m < predicate && /^(?:how|where|when)$/.test(lemma(tree, m)),
    )
  );
}

/** "nor will", "this same will to cooperate": no verb of the future before the act. */
export function lacksFuture(tree: Tree, predicate: number): boolean {
  const wills = childrenBy(tree, predicate, 'aux').filter((a) => /^(?:will|shall)$/.test(lemma(tree, a)));
  if (wills.length === 0) return false;
  return wills.every(
    (a) => a > predicate || childrenBy(tree, predicate, 'mark').some((m) => m > a && lemma(tree, m) === 'to'),
  );
}

/** "We, the peoples", "all of us": everybody's. */
const EVERYBODY =
  /\b(?:we,? the (?:peoples?|member|nations|states|leaders|heads|international)|peoples of the (?:world|united nations)|as (?:a |an |the |one |members of (?:the )?)?(?:single )?(?:international community|global community|world community|world|member states|united nations|humanity|humankind|human (?:race|family|beings)|general assembly|organi[sz]ation)|all of us|each (?:and every one )?of us|we all|we are all|us all|let us|collectively|our collective|a collective (?:commitment|pledge|promise)|every year,? we|the membership|the international community will|we as)\b/i;
const SHARED =
  /\b(?:together(?! with)|mankind|humankind|(?<!against )humanity|human family|our (?:joint efforts?|planet|world|organi[sz]ation|assembly|common (?:home|future|humanity|destiny|planet)|shared (?:future|planet|world|home|humanity))|this (?:general )?assembly|at this session|during the [\w-]+ session|every year, we)\b/i;
const OWN =
  /\b(?:our (?:own|national|country|peoples?|citizens|government|state|nation|region|neighbou?rs?|partners?|parliament|brothers)|\bI\b|a country|work(?:ing)? (?:closely |together )?with|my (?:own |country|government|delegation|people|nation))/i;
/** What all have agreed on: "in 2015 we committed ourselves to the Goals". */
const ADOPTED =
  /\b(?:summit|conference|session|assembly|agenda|goals?|declaration|charter|compact|agreement|years ago|in (?:19|20)\d\d|last year|millennium|here in|in this (?:hall|room)|world leaders|every year)\b/i;

const AIMS = /\b(?:agenda (?:2030|for)|2030 agenda|development goals|the charter|millennium)\b/i;

/** Whether "we" are all States or mankind rather than the speaker's own. */
export function isEverybodys(
  { tree, text, document, quoted }: Scene,
  predicate: number,
  subjects: readonly number[],
): boolean {
  if (document.speaker === undefined) return false;
  if (quoted !== undefined && stateOf(quoted.party) !== stateOf(document.speaker)) return false;
  if (!subjects.some((s) => (tree.sentence.forms[s] ?? '').toLowerCase() === 'we')) return false;
  const { start, end } = tree.sentence;
  const own = text.slice(start, end);
  if (OWN.test(own)) return false;
  if (EVERYBODY.test(own) || (clauseOf(tree, predicate).future && SHARED.test(own))) return true;
  if (EVERYBODY.test(text.slice(Math.max(0, start - 110), start))) return true;
  const past = clauseOf(tree, predicate).past && upos(tree, predicate) === 'VERB';
  const withWhom = clauseOf(tree, predicate).obliques.some((o) => o.preposition === 'with');
  const before = text.slice(start, tree.sentence.starts[predicate] ?? start);
  return past && !withWhom && (lemma(tree, predicate) === 'agree' || ADOPTED.test(before) || AIMS.test(own));
}
