import { actorsOf } from './actors.js';
import { clauseOf } from './clause.js';
import type { Scene } from './scene.js';
import { childrenBy, lemma, type Tree, upos } from './tree.js';

/** Ceremony is no stand: whoever is greeted, thanked, congratulated or admitted. */
const CEREMONY = new Set([
  ...['election', 'admission', 'accession', 'presence', 'delegation', 'participation', 'visit', 'convening'],
  ...['honour', 'honor', 'opportunity', 'secretary', 'president', 'predecessor', 'member', 'membership'],
  ...['theme', 'appointment', 'reappointment', 'reelection', 'session', 'assumption', 'candidacy'],
  ...['chairman', 'chair', 'ambassador', 'excellency', 'statement', 'report', 'holding', 'entry', 'debate'],
  ...['friendship', 'hospitality', 'kindness', 'courtesy', 'condolence', 'sympathy', 'congratulation'],
]);
/** What one is thanked for: to appreciate it is thanks. */
const FAVOURS = new Set([
  ...['assistance', 'help', 'aid', 'support', 'cooperation', 'co-operation', 'generosity', 'contribution'],
  ...['partnership', 'solidarity', 'confidence', 'trust', 'invitation', 'understanding', 'gesture'],
]);
const GREETINGS = new Set(['welcome', 'commend', 'praise', 'applaud', 'hail', 'appreciate']);

/** "We welcome Peru to the Assembly", "we appreciate the assistance of Peru". */
export function isCourtesy(scene: Scene, i: number, objects: readonly number[]): boolean {
  const word = lemma(scene.tree, i);
  // "Our congratulations and support".
  const isGreeting = (o: number) => /^(congratulation|condolence|greeting)s?$/.test(lemma(scene.tree, o));
  if (clauseOf(scene.tree, i).objects.some(isGreeting)) return true;
  if (!GREETINGS.has(word)) return false;
  if (word === 'appreciate' && objects.some((o) => FAVOURS.has(lemma(scene.tree, o)))) return true;
  return isCeremony(scene, objects);
}

function isCeremony(scene: Scene, objects: readonly number[]): boolean {
  const { tree, cast } = scene;
  return objects.some(
    (o) =>
      CEREMONY.has(lemma(tree, o)) ||
      upos(tree, o) === 'PRON' ||
      isTribute(tree, o) ||
      (cast.partyAt[o] ?? -1) >= 0 ||
      actorsOf(cast, [o]).some((a) => a.party.includes('/')),
  );
}

/** "We commend his able leadership": courtesy to whoever presides. */
function isTribute(tree: Tree, o: number): boolean {
  return (
    /^(leadership|direction|dedication|commitment|effort|work|stewardship|skill|guidance|service|endeavou?r)$/.test(
      lemma(tree, o),
    ) && childrenBy(tree, o, 'nmod:poss').some((p) => /^(he|she|his|her|your|you)$/.test(lemma(tree, p)))
  );
}
