import { instrumentMention } from '../cast.js';
import { clauseOf, isNegated } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import { child, childrenBy, conjuncts, head, lemma, relation, type Tree, upos } from '../tree.js';
import { doersOf, namedAgreement, partyTo, talksOf } from './instrument.js';
import { nameStart, nounName } from './names.js';
import { nameSides, pairsOf } from './parties.js';
import { isBody, uniqueSides } from './sides.js';
import { type FoundTie, frame } from './standing.js';
import { type Step, stepOf } from './steps.js';

/** Agreements that a sentence tells signed, ratified, negotiated, left: named instruments and "a treaty with". */
export function agreements(scene: Scene, i: number): FoundTie[] {
  const instrument = instrumentMention(scene.cast, i);
  if (instrument !== undefined) return namedAgreement(scene, i, instrument);
  if (!isAgreement(scene, i)) return [];
  const bilateral = betweenParties(scene, i);
  return bilateral.length > 0 ? bilateral : ofMany(scene, i);
}

/** Adjectives and nouns that make a "deal" an agreement of states. */
const DEALS = new Set([
  ...['trade', 'nuclear', 'peace', 'arms', 'security', 'gas', 'defense', 'defence', 'fishery', 'fisheries'],
  ...['energy', 'oil', 'migration', 'free-trade', 'grain', 'ceasefire'],
]);

/** Whether the noun means an instrument and not being of one mind, a health protocol, or part of a longer name. */
function isAgreement(scene: Scene, i: number): boolean {
  const { tree } = scene;
  if (relation(tree, i) === 'compound' || (scene.cast.partyAt[i] ?? -1) >= 0) return false;
  if (upos(tree, i) === 'PROPN' && upos(tree, i + 1) === 'PROPN' && head(tree, i) === i + 1) return false;
  const word = lemma(tree, i);
  // "a compact of free association agreement" is one.
  if (word === 'compact' && childrenBy(tree, i, 'nmod').some((c) => lemma(tree, c) === 'agreement'))
    return false;
  const premodified = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  if (word === 'deal') return premodified.some((m) => DEALS.has(m));
  if (word === 'protocol' && premodified.some((m) => /^(health|safety|sanitary|medical|security)$/.test(m)))
    return false;
  if (word === 'convention' && premodified.some((m) => /^(national|party|annual|social)$/.test(m)))
    return false;
  const singular = !/s$/i.test(tree.sentence.forms[i] ?? '');
  const bare = premodified.length === 0 && child(tree, i, 'det', 'nummod', 'nmod:poss') === undefined;
  return !(word === 'agreement' && singular && bare);
}

/** "signed a treaty with", "the border agreement between A and B", "the A-B trade agreement". */
function betweenParties(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  const talks = talksOf(tree, i);
  const step: Step | undefined =
    talks === undefined
      ? stepOf(scene, i)
      : { token: talks, status: areOver(tree, talks) ? 'announced' : 'negotiating', founding: false };
  if (step === undefined && !isDefinite(scene, i)) return [];
  const own = pairsOf(scene, i);
  const pairs = own.length > 0 || talks === undefined ? own : pairsOf(scene, talks);
  const name = nounName(scene, i, longerName(scene, i));
  return pairs
    .filter((parties) => parties.length >= 2 && parties.length <= 6)
    .filter((parties) => !parties.every((p) => isBody(scene, p.party) && p.party.startsWith('UN')))
    .map((parties) => ({
      tie: { ...frame(scene, i, parties, step), tie: 'agreement' as const, name },
      founding: step?.founding ?? false,
    }));
}

/** "Negotiations on an agreement have been concluded": it is agreed. */
function areOver(tree: Tree, talks: number): boolean {
  const verb = head(tree, talks);
  if (verb < 0 || !/^(conclude|complete|finali[sz]e)$/.test(lemma(tree, verb)) || isNegated(tree, verb))
    return false;
  const { past, future, modal, objects, passive, subjects } = clauseOf(tree, verb);
  return (
    past &&
    !future &&
    modal === undefined &&
    (objects.includes(talks) || (passive && subjects.includes(talks)))
  );
}

/** "a protocol to the Special Agreement", "our compact of free association agreement": where the whole name begins. */
function longerName(scene: Scene, i: number): number | undefined {
  const { tree } = scene;
  const up = head(tree, i);
  let before = nameStart(scene, i) - 1;
  while (before > 0 && /^(to|the)$/i.test(tree.sentence.forms[before] ?? '')) before--;
  const isBefore = before >= 0 && lemma(tree, before + 1) === 'to';
  if (isBefore && /^(protocol|annex|amendment)$/.test(lemma(tree, before))) return nameStart(scene, before);
  if (up < 0 || up > i || i - up > 6 || relation(tree, i) !== 'nmod') return undefined;
  return /^(protocol|annex|amendment|compact)$/.test(lemma(tree, up)) ? nameStart(scene, up) : undefined;
}

/** An agreement that is only spoken of exists where it is "the", "this", "their", or called by its parties or a name. */
export function isDefinite(scene: Scene, i: number): boolean {
  const { tree } = scene;
  const determiners = childrenBy(tree, i, 'det').map((d) => lemma(tree, d));
  if (determiners.some((d) => /^(the|this|that|these|those|both)$/.test(d))) return true;
  if (isHeld(scene, i)) return true;
  if (determiners.length > 0) return false;
  if (childrenBy(tree, i, 'nmod:poss').length > 0 || nameSides(scene, i).length >= 2) return true;
  return /^\p{Lu}/u.test(tree.sentence.forms[i] ?? '');
}

/** "has a treaty with", "enjoys a partnership with". */
function isHeld(scene: Scene, i: number): boolean {
  const governor = predicateOf(scene.tree, i);
  return (
    /^(have|share|maintain|enjoy|hold|possess)$/.test(lemma(scene.tree, governor)) &&
    clauseOf(scene.tree, governor).objects.includes(i)
  );
}

/** "Paraguay ratified the United Nations Convention against Illicit Traffic": a treaty of many that no table lists. */
function ofMany(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  if (!/^\p{Lu}/u.test(tree.sentence.forms[i] ?? '')) return [];
  const step = partyTo(scene, i) ?? stepOf(scene, i);
  if (step === undefined || !JOINING.test(lemma(tree, step.token))) return [];
  const name = nounName(scene, i);
  if (!/ (on|of|for|against|relating|concerning|to) /.test(name)) return [];
  const doers = uniqueSides(scene, doersOf(scene, i, step)).filter((d) => !isBody(scene, d.party));
  // Where a signatory beside the known one is unknown, its sides are not all there.
  const subjects = clauseOf(tree, step.token).subjects.flatMap((s) => conjuncts(tree, s)).length;
  if (doers.length === 0 || (subjects > 1 && doers.length < subjects)) return [];
  return [{ tie: { ...frame(scene, i, doers, step), tie: 'agreement', name }, founding: false }];
}

const JOINING =
  /^(sign|ratify|accede|join|withdraw|denounce|ratification|accession|signature|withdrawal|party|signatory|adhere|become)$/;
