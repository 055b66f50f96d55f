import type { Mention } from '../../gazetteer/index.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf } from '../clause.js';
import { dateAt, predicateOf, type Scene } from '../scene.js';
import {
  child,
  childrenBy,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import { deciders } from './deciders.js';
import { isBody, principalOf, sidesOf } from './sides.js';
import { type FoundTie, frame, type Tie } from './standing.js';
import type { Step } from './steps.js';
import { timed } from './terms.js';

export const ENDING = new Set([
  'leave',
  'withdraw',
  'quit',
  'exit',
  'withdrawal',
  'departure',
  'expel',
  'expulsion',
]);
export const PAUSING = new Set(['suspend', 'suspension']);

/** "joined ASEAN", "withdrew from the OAS", "was admitted to the United Nations", "suspended Mali from the AU". */
export function membershipByVerb(scene: Scene, i: number): FoundTie[] {
  const { tree, cast } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  const prepositions = TARGETS.get(word);
  const targets =
    prepositions === undefined
      ? clause.objects
      : clause.obliques.filter((o) => prepositions.has(o.preposition)).map((o) => o.head);
  const done = /^(admit|expel|suspend|elect)$/.test(word);
  // "withdraws its complaint from the WTO" leaves nothing.
  if (word === 'withdraw' && clause.objects.length > 0) return [];
  // "joins the EU in protesting" enters nothing; "joined with", "joined hands".
  if (word === 'join' && joinsIn(tree, i)) return [];
  const [target] = targets;
  if (target === undefined || targets.length > 3) return [];
  const bodies = targets.filter((t) => (cast.partyAt[t] ?? -1) >= 0).flatMap((t) => bodyAt(scene, t));
  if (bodies.length === 0 || bodies.length < targets.length) return [];
  const holders = done ? clause.objects : (deciders(tree, i) ?? clause.subjects);
  if (holders.length > 8) return [];
  const members = done ? statesOf(scene, holders) : agents(scene, i, holders);
  const status = ENDING.has(word) ? 'ended' : PAUSING.has(word) ? 'suspended' : 'in-force';
  const step: Step = { token: i, status, founding: false };
  const found = bodies.flatMap((body) => membership(scene, i, i, members, body, 'member', step));
  return word === 'elect' ? found.map((one) => ({ ...one, tie: timed(scene, target, one.tie) })) : found;
}

const TARGETS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['accede', new Set(['to'])],
  ['withdraw', new Set(['from'])],
  ['enter', new Set(['into'])],
  ['admit', new Set(['to', 'into', 'in'])],
  ['expel', new Set(['from'])],
  ['suspend', new Set(['from'])],
  ['elect', new Set(['to'])],
]);

/** "joins the bloc in condemning", "joins ASEAN to protest": beside it, not into it. */
function joinsIn(tree: Tree, i: number): boolean {
  const beside = childrenBy(tree, i, 'advcl', 'obl', 'xcomp', 'acl').some((c) => {
    const marker = child(tree, c, 'mark', 'case');
    if (c < i || marker === undefined || isAppended(tree, c)) return false;
    const word = lemma(tree, marker);
    if (isPredicate(tree, c)) return word === 'in' || word === 'to';
    return word === 'with' || (word === 'in' && JOINT.test(lemma(tree, c)));
  });
  return (
    beside ||
    childrenBy(tree, i, 'obj').some((c) =>
      /^(member|state|country|leader|hand|call|consensus)$/.test(lemma(tree, c)),
    )
  );
}

const JOINT =
  /^(call|condemnation|effort|support|fight|demand|campaign|struggle|expression|congratulation|solidarity|statement|appeal|protest|opposition|celebration|commemoration|action|effort|cause|resolution|declaration|position|vote|decision|voice|prayer|tribute|demand|view)$/;

/** A purpose set off by a comma explains and does not complete. */
function isAppended(tree: Tree, c: number): boolean {
  return tree.sentence.forms[extent(tree, c).first - 1] === ',';
}

/** "the United Nations Council for Namibia" is not the United Nations. */
export function isLonger(scene: Scene, mention: Mention): boolean {
  const { tree } = scene;
  const next = tree.sentence.forms[mention.last] ?? '';
  if (/^\p{Lu}/u.test(next) && (scene.cast.partyAt[mention.last] ?? -1) < 0) return true;
  // "the United Nations group of friends"
  if (/^['’]s?$/.test(next)) return true;
  if (/^(NOUN|ADJ)$/.test(upos(tree, mention.last)) && !ROLE_NOUN.test(lemma(tree, mention.last)))
    return true;
  const last = tree.sentence.forms[mention.last - 1] ?? '';
  const name = scene.gazetteer.parties.get(principalOf(mention.id))?.name ?? '';
  const first = tree.sentence.forms.slice(mention.first, mention.last - 1);
  const organ = [...first, last].find((form) => ORGAN.test(form));
  // The Council of the European Union speaks for the Union itself.
  return organ !== undefined && !name.includes(organ) && !(mention.id === 'EU' && organ === 'Council');
}

const ROLE_NOUN =
  /^(next|last|past|first|second|this|member|membership|chair|chairmanship|chairman|presidency|observer|candidate|state|founder|candidacy|country)$/;

const ORGAN = /^(Council|Committee|Commission|Board|Forum|Group)$/;

/** The body that a phrase names; its organs and meetings are something else. */
export function bodyAt(scene: Scene, token: number): Actor[] {
  const mention = partyMention(scene.cast, token);
  if (mention === undefined || mention.id.includes('/') || !isBody(scene, mention.id)) return [];
  if (isLonger(scene, mention)) return [];
  // All states sit in the Assembly: being in it is no tie.
  if (mention.id.startsWith('UNGA')) return [];
  // The name must head its phrase: "the United Nations Council for Namibia" is not the United Nations.
  if (head(scene.tree, token) >= mention.first && head(scene.tree, token) < mention.last) return [];
  return [{ party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence }];
}

/** Who joins or leaves: the subject, or whose effort or plan it is. */
function agents(scene: Scene, i: number, subjects: readonly number[]): Actor[] {
  const found = statesOf(scene, subjects);
  if (found.length > 0) return found;
  return statesOf(
    scene,
    subjects.flatMap((s) => childrenBy(scene.tree, s, 'nmod:poss')),
  ).filter(() => relation(scene.tree, i) === 'acl');
}

export function statesOf(scene: Scene, tokens: readonly number[]): Actor[] {
  return sidesOf(scene, tokens).filter((a) => {
    const kind = scene.gazetteer.parties.get(principalOf(a.party))?.kind;
    return kind === 'state';
  });
}

/** "calls for both to become members": who calls is not who becomes. */
function isAskedOfOthers(scene: Scene, { token }: Step): boolean {
  const { tree } = scene;
  const up = head(tree, token);
  // "reiterates its call for both countries on the peninsula to become": whatever the parser hangs it on.
  if (up >= 0 && xpos(tree, token) === 'VB' && childrenBy(tree, token, 'nsubj').length === 0) {
    const asks = (t: number) =>
      upos(tree, t) === 'NOUN' && /^(call|appeal|plea|invitation)$/.test(lemma(tree, t));
    if (childrenBy(tree, up, 'obj').some((o) => o < token && asks(o))) return true;
    for (let at = up, n = 0; at >= 0 && n < 4 && upos(tree, at) !== 'VERB'; at = head(tree, at), n++)
      if (asks(at)) return true;
  }
  return (
    up >= 0 &&
    /^(acl|advcl|xcomp)$/.test(relation(tree, token)) &&
    childrenBy(tree, token, 'nsubj').length === 0 &&
    /^(call|appeal|urge|ask|invite|encourage|support)$/.test(lemma(tree, up)) &&
    clauseOf(tree, up).objects.length === 0
  );
}

/** "joined the UN in 1945 and UNESCO in 1946": the date right behind the body; "until 2014" of what still goes on. */
function dated(scene: Scene, body: Actor, base: Omit<Tie, 'tie'>, step: Step | undefined): Omit<Tie, 'tie'> {
  if (base.modality !== 'asserted' || base.status !== 'in-force') return base;
  const end = scene.tree.sentence.ends[body.last - 1] ?? 0;
  const told = scene.document.delivered ?? scene.document.published ?? '';
  const behind = scene.dates.find(
    (d) =>
      d.start > end &&
      d.start - end <= 9 &&
      /^,? (?:in |on |until |since )?(?:the )?$/.test(scene.text.slice(end, d.start)),
  );
  if (behind === undefined || behind.date.includes('/')) return base;
  if (behind.role === 'until')
    return base.until === undefined && behind.date > told
      ? { ...base, until: behind.date, untilBasis: behind.basis }
      : base;
  const begins =
    step !== undefined &&
    /^(join|become|accede|admit|enter|rejoin|admission|accession)$/.test(lemma(scene.tree, step.token));
  const own = behind.role === 'since' || (begins && behind.role === 'at');
  return base.since === undefined && own && behind.date.slice(0, 7) <= told
    ? { ...base, since: behind.date, sinceBasis: behind.basis }
    : base;
}

export function membership(
  scene: Scene,
  i: number,
  governor: number,
  members: readonly Actor[],
  body: Actor,
  role: string,
  step: Step | undefined,
): FoundTie[] {
  if (step !== undefined && isAskedOfOthers(scene, step)) return [];
  return members
    .filter((m) => m.party !== body.party)
    .map((member) => {
      const { since: begun, sinceBasis, ...bare } = frame(scene, i, [member, body], step);
      // Who applies or stands for it is no member yet.
      const isSought = bare.status === 'negotiating' && bare.modality === 'asserted';
      const base = isSought
        ? { ...bare, status: 'absent' as const, modality: 'planned' as const }
        : { ...bare, ...(begun === undefined ? {} : { since: begun, sinceBasis }) };
      const tie: Tie = {
        ...dated(scene, body, base, step),
        tie: 'membership',
        name: `${body.party} ${role}`,
      };
      if (step?.status !== 'ended') return { tie, founding: false };
      const when = dateAt(scene, predicateOf(scene.tree, governor));
      const { since: _s, sinceBasis: _b, until: _u, untilBasis: _v, ...rest } = tie;
      const told = scene.document.delivered ?? scene.document.published ?? '';
      // "voted to leave in June": the day of the vote ends nothing.
      const isOther = tie.modality !== 'asserted' && when !== undefined && when.date <= told;
      return {
        tie:
          when === undefined || when.role === 'since' || isOther
            ? rest
            : { ...rest, until: when.date, untilBasis: when.basis },
        founding: false,
      };
    });
}
