import { actorsOf } from '../actors.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import { dateAt, predicateOf, type Scene } from '../scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos } from '../tree.js';
import { principalOf, toPrincipal } from './parties.js';
import { frame, isAbsent, type Tie } from './standing.js';

export function membershipByVerb(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  const targets =
    word === 'accede' || word === 'withdraw' || word === 'enter' || word === 'admit'
      ? clause.obliques
          .filter((o) => o.preposition === 'to' || o.preposition === 'from' || o.preposition === 'into')
          .map((o) => o.head)
      : clause.objects;
  // "withdraws its complaint from the WTO" leaves nothing.
  if (word === 'withdraw' && clause.objects.length > 0) return undefined;
  // The body itself is entered: "the members of ASEAN were joined by" enters nothing.
  const entered = targets.filter(
    (t) => (cast.partyAt[t] ?? -1) >= 0 || upos(tree, t) === 'PRON' || child(tree, t, 'det') !== undefined,
  );
  const body = actorsOf(
    cast,
    entered.filter((t) => !/^(member|state|country|leader)$/.test(lemma(tree, t))),
  ).find((a) => scene.gazetteer.parties.get(a.party)?.kind === 'body');
  if (!body) return undefined;
  // "joins Australia and the EU in protesting": whoever stands beside states is joined, not entered.
  const beside = actorsOf(cast, targets).some((a) => scene.gazetteer.parties.get(a.party)?.kind === 'state');
  if (beside) return undefined;
  const members = actorsOf(cast, word === 'admit' ? clause.objects : clause.subjects).filter(
    (a) => a.party !== body.party && scene.gazetteer.parties.get(principalOf(a.party))?.kind === 'state',
  );
  if (members.length === 0) return undefined;
  const ends = word === 'leave' || word === 'withdraw' || word === 'quit';
  const base = frame(scene, i, [...members.map(toPrincipal), body]);
  const when = dateAt(scene, i);
  const { since: _s, sinceBasis: _b, ...rest } = base;
  return {
    ...rest,
    tie: 'membership',
    name: `${body.party} member`,
    status: isAbsent(scene, i) ? 'absent' : ends ? 'ended' : clause.future ? 'announced' : 'in-force',
    ...(when === undefined
      ? {}
      : ends
        ? { until: when.date, untilBasis: when.basis }
        : { since: when.date, sinceBasis: when.basis }),
  };
}

/** "holds the chair", "took over the presidency", "became a member" where the parser sees an object. */
function holds(tree: Tree, i: number): boolean {
  return (
    relation(tree, i) === 'obj' &&
    /^(hold|take|assume|become|have|gain|obtain)$/.test(lemma(tree, head(tree, i)))
  );
}

/** "Vietnam is the incumbent ASEAN Chair", "India, a member of the Quad". */
export function membershipByNoun(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const modifiers = childrenBy(tree, i, 'compound', 'amod', 'nmod');
  const body =
    actorsOf(cast, modifiers).find((a) => scene.gazetteer.parties.get(a.party)?.kind === 'body') ??
    (() => {
      const at = cast.mentions[cast.partyAt[i] ?? -1];
      return at && scene.gazetteer.parties.get(at.id.replace(/\/.*/, ''))?.kind === 'body'
        ? { party: at.id.replace(/\/.*/, ''), first: at.first, last: at.last, confidence: at.confidence }
        : undefined;
    })();
  if (!body) return undefined;
  const holders =
    child(tree, i, 'cop') !== undefined
      ? childrenBy(tree, i, 'nsubj')
      : relation(tree, i) === 'appos'
        ? [head(tree, i)]
        : relation(tree, i) === 'xcomp' || holds(tree, i) || prepositionOf(tree, i) === 'as'
          ? clauseOf(tree, predicateOf(tree, head(tree, i))).subjects
          : childrenBy(tree, i, 'nmod:poss');
  const members = actorsOf(cast, holders).filter(
    (a) =>
      principalOf(a.party) !== body.party &&
      scene.gazetteer.parties.get(principalOf(a.party))?.kind === 'state',
  );
  if (members.length === 0) return undefined;
  const word = lemma(tree, i);
  const role = /^(chair|chairmanship|presidency)$/.test(word)
    ? 'chair'
    : word === 'observer'
      ? 'observer'
      : 'member';
  const base = frame(scene, i, [...members.map(toPrincipal), toPrincipal(body)]);
  // A chair is held for a year or less, so that the incumbent's began in the document's year at the earliest known.
  const year =
    role === 'chair' ? parts(scene.document.delivered ?? scene.document.published ?? '')?.year : undefined;
  return {
    ...base,
    ...(base.since === undefined && year !== undefined
      ? { since: String(year), sinceBasis: 'document' as const }
      : {}),
    tie: 'membership',
    name: `${body.party} ${role}`,
  };
}
