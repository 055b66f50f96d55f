import { isEnvoy, listed, named, partiesBelow } from './about.js';
import { actorsAt } from './actors.js';
import type { Actor } from './cast.js';
import { prepositionOf } from './clause.js';
import { toPrincipal } from './named.js';
import type { Scene, Voice } from './scene.js';
import { childrenBy, conjuncts, deprel, lemma, relation } from './tree.js';

/** What a state is named with where a claim concerns it. */
const CONCERNS = /^(in|for|of|between|among|to|on|with|within|regarding|concerning|through)$/;

/** Whether something is backed, and which parts of it are passed over. */
interface Backing {
  readonly backed: boolean;
  readonly besides?: readonly number[];
}

/**
 * Who else is plainly meant by what names no state as its owner: the states in, for or between which something is backed. Whoever
 * is opposed is not found this way, since what is condemned in a state is not the state's.
 */
export function concernedBy(
  scene: Scene,
  objects: readonly number[],
  found: readonly Actor[],
  holders: readonly string[],
  { backed, besides = [] }: Backing,
): readonly Actor[] {
  const { tree, cast, gazetteer } = scene;
  const isState = (a: Actor) => gazetteer.parties.get(a.party)?.kind === 'state';
  if (!backed) return found;
  const seen = new Set([...found.map((a) => a.party), ...holders]);
  // What names a state that was found concerns no other.
  const heads = objects
    .flatMap((o) => listed(scene, o))
    .filter((o) => !besides.includes(o))
    .filter(
      (o, k, all) =>
        all.indexOf(o) === k &&
        !partiesBelow(scene, o, 0, false)
          .map(toPrincipal)
          .some((a) => isState(a) && seen.has(a.party)),
    );
  const below = heads.flatMap((o) => statesBelow(scene, o, 0));
  const more = (below.length > 0 ? below : heads.flatMap((o) => endedBy(scene, o)))
    .flatMap((t) => conjuncts(tree, t))
    .filter((t) => (cast.partyAt[t] ?? -1) >= 0)
    .flatMap((t) => actorsAt(cast, t))
    .flatMap((a) => named(scene, a))
    .filter((a) => isState(a) && !seen.has(a.party) && seen.add(a.party) !== undefined);
  return more.length > 3 ? found : [...found, ...more];
}

/** "A solution that ends the conflict in Chile": what a relative clause says of a solution tells whose it is. */
function endedBy(scene: Scene, token: number): number[] {
  const { tree } = scene;
  if (!/^(solution|settlement|resolution|agreement|process|effort|approach)$/.test(lemma(tree, token)))
    return [];
  return childrenBy(tree, token, 'acl')
    .filter((c) => deprel(tree, c) === 'acl:relcl')
    .flatMap((c) => statesBelow(scene, c, 1));
}

function statesBelow(scene: Scene, token: number, depth: number): number[] {
  const { tree, cast } = scene;
  if (depth > 5 || isEnvoy(tree, token)) return [];
  const owned = childrenBy(tree, token, 'amod', 'compound', 'nmod:poss').filter(
    (c) => (cast.partyAt[c] ?? -1) >= 0,
  );
  const below = childrenBy(tree, token, 'nmod', 'obl', 'obj', 'acl', 'appos').filter((c) => {
    if (relation(tree, c) === 'appos') return (cast.partyAt[c] ?? -1) >= 0 || depth === 0;
    if (deprel(tree, c) === 'acl:relcl' || deprel(tree, c) === 'nmod:poss') return false;
    if (relation(tree, c) === 'acl' || relation(tree, c) === 'obj') return true;
    return CONCERNS.test(prepositionOf(tree, c));
  });
  const named = below.filter((c) => (cast.partyAt[c] ?? -1) >= 0 && relation(tree, c) !== 'acl');
  return [
    ...owned,
    ...named,
    ...below.filter((c) => !named.includes(c)).flatMap((c) => statesBelow(scene, c, depth + 1)),
  ];
}

/** "As to Chile, we …", "In Chile, the system …": of which state a sentence speaks that names nobody else. */
export function topicOf(scene: Scene, i: number, voice: Voice): Actor[] {
  const { tree, cast, gazetteer, document } = scene;
  const own = [voice.speaker, document.speaker ?? voice.speaker].map(
    (p) => toPrincipal({ ...NOBODY, party: p }).party,
  );
  return cast.mentions
    .filter((m) => m.kind === 'party' && m.first <= 10 && m.last < i && tree.sentence.forms[m.last] === ',')
    .filter((m) => TOPICS.test(tree.sentence.forms.slice(0, m.first).join(' ').toLowerCase()))
    .map((m) => toPrincipal({ party: m.id, first: m.first, last: m.last, confidence: m.confidence }))
    .filter((a) => gazetteer.parties.get(a.party)?.kind === 'state' && !own.includes(a.party));
}

const NOBODY: Actor = { party: '', first: 0, last: 0, confidence: 0 };
const TOPICS =
  /^((in|as to|as for|as regards|regarding|concerning|with (regard|respect) to)( the)?( (question|issue|case|situation|conflict|crisis) (of|in))?|(as to|as for|as regards|regarding|concerning|turning( now)? to|with (regard|respect) to) (\w+ ){1,8}(in|of))( the)?$/;
