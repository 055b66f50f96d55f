import type { TieStatus } from '../record/index.js';
import { type Actor, actorsOf, actorsWithin, phraseOf } from './actors.js';
import { clauseOf, isNegated, prepositionOf } from './clause.js';
import { parts } from './dates.js';
import {
  clausePassage,
  dateAt,
  type Made,
  predicateOf,
  refs,
  type Scene,
  voiceOf,
  wordsOf,
} from './scene.js';
import {
  child,
  children,
  childrenBy,
  conjuncts,
  head,
  isPredicate,
  lemma,
  premodifiers,
  relation,
  type Tree,
  upos,
} from './tree.js';

type Tie = Made<'tie'>;

/** Ties that a sentence states: their nouns and verbs, never inferred from events. */
export function tiesOf(scene: Scene): Tie[] {
  const found: Tie[] = [];
  for (let i = 0; i < scene.tree.length; i++) {
    const tie = tieAt(scene, i);
    if (tie) found.push(tie);
  }
  return found;
}

function tieAt(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  if (upos(tree, i) === 'VERB') return MEMBER_VERBS.has(word) ? membershipByVerb(scene, i) : undefined;
  if (upos(tree, i) !== 'NOUN' && upos(tree, i) !== 'PROPN') return undefined;
  if (PARTNERSHIP.has(word) || DIALOGUE.has(word)) {
    return partnership(scene, i) ?? dialogue(scene, i) ?? diplomatic(scene, i);
  }
  if (ALLIANCE.has(word)) return alliance(scene, i);
  if (word === 'non-alignment' || word === 'nonalignment') return nonAlignment(scene, i);
  if (AGREEMENT.has(word) || (scene.cast.instrumentAt[i] ?? -1) >= 0) return agreement(scene, i);
  if (MEMBERSHIP.has(word)) return membershipByNoun(scene, i);
  if (word === 'dispute') return dispute(scene, i);
  if (word === 'sanction' || word === 'embargo') return sanctions(scene, i);
  return undefined;
}

const PARTNERSHIP = new Set(['partnership', 'partner', 'relationship', 'relation', 'tie']);
const DIALOGUE = new Set(['relation', 'partner', 'partnership', 'dialogue', 'tie', 'relations']);
const ALLIANCE = new Set(['alliance', 'ally', 'bloc', 'pact']);
const AGREEMENT = new Set([
  'agreement',
  'treaty',
  'accord',
  'fta',
  'pact',
  'memorandum',
  'mou',
  'convention',
  'protocol',
  'deal',
]);
const MEMBERSHIP = new Set([
  'member',
  'membership',
  'chair',
  'chairmanship',
  'presidency',
  'founder',
  'observer',
]);
const MEMBER_VERBS = new Set(['join', 'accede', 'leave', 'rejoin', 'withdraw', 'quit', 'enter', 'admit']);

const GRADE_WORDS = new Set([
  ...[
    'comprehensive',
    'strategic',
    'cooperative',
    'all-weather',
    'all-round',
    'allround',
    'global',
    'special',
  ],
  ...[
    'privileged',
    'enhanced',
    'friendly',
    'constructive',
    'traditional',
    'innovative',
    'enduring',
    'deep',
    'stable',
  ],
  ...[
    'weather',
    'all',
    'round',
    'mutually',
    'beneficial',
    'ecological',
    'neighborly',
    'neighbourly',
    'good',
    'sectoral',
  ],
  ...[
    'development',
    'cooperation',
    'integrated',
    'broad',
    'close',
    'and',
    ',',
    '-',
    'full',
    'green',
    'digital',
    'economic',
  ],
]);
/** Words that make a phrase a grade and not mere praise. */
const GRADE_CORE = new Set([
  'strategic',
  'comprehensive',
  'cooperative',
  'privileged',
  'all-weather',
  'sectoral',
  'global',
  'special',
  'enhanced',
]);

/** "comprehensive strategic partnership (of coordination for a new era)", "strategic partner". */
function partnership(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  if (!PARTNERSHIP.has(word)) return undefined;
  const { first, core } = gradeBefore(tree, i);
  const isPartnership = word === 'partnership' || word === 'partner';
  if (!core && word !== 'partnership') return undefined;
  if (!isPartnership && !core) return undefined;
  if (lemma(tree, i + 1) === 'agreement' || relation(tree, i) === 'compound') return undefined;
  const last = gradeAfter(scene, i);
  const parties = pairOf(scene, i);
  if (parties.length < 2) return undefined;
  const written = wordsOf(scene, first, last);
  return {
    ...frame(scene, i, parties),
    tie: 'partnership',
    ...(core ? { grade: gradeOf(scene, written) } : {}),
  };
}

function gradeBefore(tree: Tree, i: number): { first: number; core: boolean } {
  let first = i;
  let core = false;
  while (first > 0 && GRADE_WORDS.has(tree.sentence.forms[first - 1]?.toLowerCase() ?? '')) {
    first--;
    core ||= GRADE_CORE.has(tree.sentence.forms[first]?.toLowerCase() ?? '');
  }
  if (tree.sentence.forms[first] === 'all' && tree.sentence.forms[first + 1] === '-') core = true;
  while (
    first < i &&
    /^(and|,|-|good|close|deep|full|economic|development|digital|green|broad|cooperation)$/i.test(
      tree.sentence.forms[first] ?? '',
    )
  )
    first++;
  return { first, core };
}

/** "of coordination for a new era", "of mutual benefit", "based on common strategic interests". */
function gradeAfter(scene: Scene, i: number): number {
  const text = scene.tree.sentence.forms
    .slice(i + 1, i + 9)
    .join(' ')
    .toLowerCase();
  const tail =
    /^(of (?:strategic )?(?:coordination|cooperation|collaboration|mutual benefit|equality)(?: and (?:cooperation|mutual benefit))?)?( ?(?:for|in) (?:a|the) new era)?/.exec(
      text,
    )?.[0] ?? '';
  return i + 1 + (tail.trim() === '' ? 0 : tail.trim().split(' ').length);
}

/** The grade as written, and its name on the ladder of a party in data/grades.tsv. */
function gradeOf(scene: Scene, written: string): { written: string; normalised?: string } {
  const folded = written
    .toLowerCase()
    .replace(/\s*-\s*/g, '-')
    .replace(/\bpartner$/, 'partnership');
  for (const grade of scene.lexicon.grades) {
    if (grade.grade === folded || grade.forms.some((f) => f.toLowerCase() === folded)) {
      return { written, normalised: grade.grade };
    }
  }
  return { written, normalised: folded };
}

/** "dialogue relations", "dialogue partner". */
function dialogue(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const before = lemma(tree, i - 1);
  if (before !== 'dialogue' || lemma(tree, i) === 'dialogue') return undefined;
  const parties = pairOf(scene, i);
  return parties.length < 2 ? undefined : { ...frame(scene, i, parties), tie: 'dialogue' };
}

/** "diplomatic relations" established, severed, restored. */
function diplomatic(scene: Scene, i: number): Tie | undefined {
  if (lemma(scene.tree, i - 1) !== 'diplomatic') return undefined;
  const parties = pairOf(scene, i);
  return parties.length < 2 ? undefined : { ...frame(scene, i, parties), tie: 'diplomatic-relations' };
}

/** "military alliance", "treaty ally", "alliance with". */
function alliance(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  const military = modifiers.some(
    (m) => m === 'military' || m === 'defense' || m === 'defence' || m === 'treaty' || m === 'security',
  );
  if ((word === 'bloc' || word === 'pact') && !military) return undefined;
  const copulaSubject = child(tree, i, 'cop') === undefined ? undefined : child(tree, i, 'nsubj');
  const named = copulaSubject === undefined ? [] : actorsOf(scene.cast, [copulaSubject]);
  const subjectBody = named.find((a) => scene.gazetteer.parties.get(a.party)?.kind === 'body');
  let parties = pairOf(scene, i);
  let name: string | undefined;
  if (subjectBody && copulaSubject !== undefined) {
    // "The Quad between A, B and C is an emerging military alliance": the members are the parties.
    const members = childrenBy(tree, copulaSubject, 'nmod').flatMap((c) => conjuncts(tree, c));
    const among = actorsOf(scene.cast, members);
    name = scene.gazetteer.parties.get(subjectBody.party)?.aliases[0]?.form ?? subjectBody.party;
    name = wordsOf(scene, subjectBody.first, subjectBody.last).replace(/^the /i, '') || name;
    const itself = [...parties, ...among].filter((a) => a.party !== subjectBody.party);
    parties = uniqueActors(itself);
  }
  const against = actorsOf(
    scene.cast,
    childrenBy(tree, i, 'nmod', 'obl').filter((c) => prepositionOf(tree, c) === 'against'),
  );
  parties = parties.filter((p) => !against.some((a) => a.party === p.party));
  if (parties.length < 2) return undefined;
  const base = frame(scene, i, parties);
  return {
    ...base,
    tie: 'alliance',
    ...(name === undefined ? {} : { name }),
    ...(against.length === 0 ? {} : { against: refs(scene, against) }),
  };
}

/** "The relationship is based on non-alignment": an alliance denied. */
function nonAlignment(scene: Scene, i: number): Tie | undefined {
  const clause = clauseOf(scene.tree, predicateOf(scene.tree, i));
  const subject = clause.passive ? clause.objects : clause.subjects;
  const nouns = new Set(['relationship', 'partnership', 'tie', 'relation', 'cooperation']);
  if (!subject.some((s) => nouns.has(lemma(scene.tree, s)))) return undefined;
  const parties = subject.flatMap((s) => pairOf(scene, s));
  const pair = parties.length >= 2 ? parties : pairFromDiscourse(scene, i);
  if (pair.length < 2) return undefined;
  return { ...frame(scene, i, pair), tie: 'alliance', modality: 'denied', status: 'absent' };
}

function agreement(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const instrument = cast.mentions[cast.instrumentAt[i] ?? -1];
  const isHead =
    instrument === undefined || !(head(tree, i) >= instrument.first && head(tree, i) < instrument.last);
  if (!isHead) return undefined;
  if (
    instrument === undefined &&
    lemma(tree, i) === 'deal' &&
    !modified(tree, i, ['trade', 'nuclear', 'peace', 'arms', 'security', 'gas'])
  )
    return undefined;
  const governor = predicateOf(tree, i);
  const verb = lemma(tree, governor);
  const clause = clauseOf(tree, governor);
  const governs =
    clause.objects.includes(i) || clause.obliques.some((o) => o.head === i) || clause.subjects.includes(i);
  const acts = AGREEMENT_VERBS.get(verb);
  const talks =
    /^(negotiation|talk)$/.test(lemma(tree, head(tree, i))) ||
    /^(negotiation|talk)$/.test(lemma(tree, i + 1)) ||
    childrenBy(tree, i, 'conj').some((c) => /negotiation|talk/.test(lemma(tree, c)));
  if (instrument !== undefined && !(governs && acts !== undefined) && !talks) return undefined;
  let parties = pairOf(scene, i, instrument === undefined);
  if (governs && acts)
    parties = uniqueActors([
      ...actorsOf(
        cast,
        clause.subjects.filter((s) => s !== i),
      ),
      ...parties,
    ]);
  const minimum = instrument === undefined ? 2 : 1;
  if (parties.length < minimum) return undefined;
  const name =
    instrument === undefined ? nounName(scene, i) : wordsOf(scene, instrument.first, instrument.last);
  const base = frame(scene, i, parties);
  const status: TieStatus = talks
    ? 'negotiating'
    : isAbsent(scene, governor)
      ? 'absent'
      : ((governs ? acts : undefined) ?? base.status);
  return {
    ...base,
    status,
    tie: 'agreement',
    name,
    ...(instrument === undefined ? {} : { instrument: instrument.id }),
  };
}

const AGREEMENT_VERBS = new Map<string, TieStatus>([
  ...(
    ['sign', 'conclude', 'reach', 'ink', 'finalise', 'finalize', 'announce', 'initial', 'seal'] as const
  ).map((v) => [v, 'announced'] as const),
  ...(
    ['ratify', 'join', 'accede', 'implement', 'adopt', 'have', 'enter', 'renew', 'extend', 'rejoin'] as const
  ).map((v) => [v, 'in-force'] as const),
  ...(['negotiate', 'discuss', 'pursue', 'seek'] as const).map((v) => [v, 'negotiating'] as const),
  ...(['suspend', 'freeze'] as const).map((v) => [v, 'suspended'] as const),
  ...(
    [
      'leave',
      'quit',
      'terminate',
      'abrogate',
      'denounce',
      'withdraw',
      'scrap',
      'end',
      'cancel',
      'renounce',
    ] as const
  ).map((v) => [v, 'ended'] as const),
]);

/** "has yet to reach", "has no agreement". */
function isAbsent(scene: Scene, governor: number): boolean {
  const { tree } = scene;
  if (isNegated(tree, governor)) return true;
  const advs = childrenBy(tree, governor, 'advmod').some((c) => lemma(tree, c) === 'yet');
  const up = head(tree, governor);
  const yet =
    up >= 0 &&
    (lemma(tree, up) === 'yet' || childrenBy(tree, up, 'advmod').some((c) => lemma(tree, c) === 'yet'));
  return (
    (advs && tree.sentence.forms[governor - 1] === 'to') || (relation(tree, governor) === 'xcomp' && yet)
  );
}

/** The noun phrase's name without determiner and parties' possessives: "free trade agreement", "China-Japan-Korea FTA". */
function nounName(scene: Scene, i: number): string {
  const { tree } = scene;
  let first = i;
  const before = new Set(premodifiers(tree, i));
  while (
    first > 0 &&
    (before.has(first - 1) ||
      (before.has(first - 2) && !/^[,a-z]/i.test(tree.sentence.forms[first - 1] ?? ','))) &&
    isNamePart(tree, first - 1)
  )
    first--;
  let last = i + 1;
  if (
    lemma(tree, last) === 'of' &&
    /^(friendship|cooperation|understanding|amity|peace|association)$/.test(lemma(tree, last + 1))
  )
    last += 2;
  return wordsOf(scene, first, last);
}

/** Whether a word before the noun belongs to the agreement's name: not "new", "landmark" and their kin. */
function isNamePart(tree: Tree, at: number): boolean {
  return !/^(new|first|recent|landmark|historic|long-awaited|final|possible|future|proposed|such|many|same|other)$/.test(
    lemma(tree, at),
  );
}

function membershipByVerb(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  const targets =
    word === 'accede' || word === 'withdraw' || word === 'enter' || word === 'admit'
      ? clause.obliques
          .filter((o) => o.preposition === 'to' || o.preposition === 'from' || o.preposition === 'into')
          .map((o) => o.head)
      : clause.objects;
  const body = actorsOf(cast, targets).find((a) => scene.gazetteer.parties.get(a.party)?.kind === 'body');
  if (!body) return undefined;
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

/** "Vietnam is the incumbent ASEAN Chair", "India, a member of the Quad". */
function membershipByNoun(scene: Scene, i: number): Tie | undefined {
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
        : relation(tree, i) === 'xcomp' || relation(tree, i) === 'obj' || prepositionOf(tree, i) === 'as'
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

function dispute(scene: Scene, i: number): Tie | undefined {
  const parties = pairOf(scene, i);
  if (parties.length < 2) return undefined;
  if (
    !modified(scene.tree, i, [
      'territorial',
      'maritime',
      'border',
      'trade',
      'sovereignty',
      'boundary',
      'island',
    ])
  )
    return undefined;
  return { ...frame(scene, i, parties), tie: 'dispute', name: nounName(scene, i) };
}

/** "impose sanctions on", "US sanctions on Iran", "lifted its embargo on". */
function sanctions(scene: Scene, i: number): Tie | undefined {
  const { tree, cast } = scene;
  const governor = predicateOf(tree, i);
  const clause = clauseOf(tree, governor);
  const verb = SANCTION_VERBS.get(lemma(tree, governor));
  const isObject = clause.objects.includes(i);
  const targets = actorsOf(cast, [
    ...childrenBy(tree, i, 'nmod', 'obl').filter((c) => ON.has(prepositionOf(tree, c))),
    ...(isObject ? clause.obliques.filter((o) => ON.has(o.preposition)).map((o) => o.head) : []),
  ]);
  const senders =
    isObject && verb
      ? actorsOf(cast, clause.subjects)
      : actorsOf(cast, childrenBy(tree, i, 'nmod:poss', 'amod', 'compound'));
  if (targets.length === 0 || senders.length === 0) return undefined;
  if (isObject && !verb) return undefined;
  const parties = uniqueActors([...senders.map(toPrincipal), ...targets.map(toPrincipal)]);
  if (parties.length < 2) return undefined;
  const base = frame(scene, i, parties);
  const sides = base.parties.map((p) => ({
    ...p,
    role: senders.some((s) => principalOf(s.party) === p.party) ? 'sender' : 'target',
  }));
  return { ...base, tie: 'sanctions', parties: sides, status: verb ?? 'in-force' };
}

const ON = new Set(['on', 'against', 'upon', 'from']);
const SANCTION_VERBS = new Map<string, TieStatus>([
  ...(
    [
      'impose',
      'slap',
      'tighten',
      'extend',
      'renew',
      'expand',
      'maintain',
      'reimpose',
      'place',
      'adopt',
      'apply',
    ] as const
  ).map((v) => [v, 'in-force'] as const),
  ...(['announce', 'approve'] as const).map((v) => [v, 'announced'] as const),
  ...(['lift', 'end', 'remove', 'drop', 'terminate'] as const).map((v) => [v, 'ended'] as const),
  ...(['ease', 'suspend', 'waive', 'relax'] as const).map((v) => [v, 'suspended'] as const),
]);

/**
 * The parties of a tie noun: those in its name ("China-ASEAN Strategic Partnership"), its owners ("their", "our"),
 * those behind between, with, of, and the subject of the verb that it completes.
 */
function pairOf(scene: Scene, i: number, withSubject = true): Actor[] {
  const { tree, cast } = scene;
  const { first, last } = phraseOf(tree, i);
  const named = premodifiers(tree, i)
    .flatMap((t) => actorsWithin(cast, t, t + 1))
    .reverse();
  let found = uniqueActors([...named, ...actorsWithin(cast, first, i + 1)].map(toPrincipal));
  const behind = childrenBy(tree, i, 'nmod', 'obl')
    .filter((c) => PAIRING.has(prepositionOf(tree, c)))
    .flatMap((c) => conjuncts(tree, c));
  found = [...found, ...actorsOf(cast, behind).map(toPrincipal)];
  const owners = childrenBy(tree, i, 'nmod:poss');
  for (const owner of owners) {
    const word = (tree.sentence.forms[owner] ?? '').toLowerCase();
    if (word === 'our' || word === 'their')
      found = [...found, ...pairFromDiscourse(scene, i, word === 'our')];
    else found = [...found, ...actorsOf(cast, [owner]).map(toPrincipal)];
  }
  found = uniqueActors(found);
  const governor = predicateOf(tree, i);
  if (withSubject && governor !== i && relatesDirectly(tree, i, governor)) {
    const clause = clauseOf(tree, governor);
    const others = clause.subjects.filter((s) => s !== i);
    if (others.length > 0 && !clause.subjects.includes(i))
      found = uniqueActors([...actorsOf(cast, others).map(toPrincipal), ...found]);
    const withs = clause.obliques
      .filter((o) => o.preposition === 'with' || o.preposition === 'between')
      .map((o) => o.head);
    found = uniqueActors([...found, ...actorsOf(cast, withs).map(toPrincipal)]);
  } else if (withSubject && governor === i) {
    found = uniqueActors([...actorsOf(cast, clauseOf(tree, i).subjects).map(toPrincipal), ...found]);
  }
  if (found.length < 2 && last > i && childrenBy(tree, i, 'appos').length > 0) {
    found = uniqueActors([...found, ...actorsWithin(cast, i, last).map(toPrincipal)]);
  }
  return found;
}

const PAIRING = new Set(['between', 'with', 'of', 'among', 'to']);

/** Whether the noun completes the verb: object, oblique, or an oblique's "of" phrase ("the establishment of"). */
function relatesDirectly(tree: Tree, i: number, governor: number): boolean {
  for (let at = i, n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
    if (head(tree, at) === governor) return /^(obj|obl|nsubj|xcomp|nmod)$/.test(relation(tree, at));
    if (isPredicate(tree, at)) return false;
  }
  return false;
}

function pairFromDiscourse(scene: Scene, i: number, withVoice = false): Actor[] {
  const pair = scene.cast.discourse.pair();
  const voice = scene.cast.discourse.voice;
  if (withVoice && voice !== undefined && !pair.includes(voice.replace(/\/.*/, ''))) return [];
  return pair.map((party) => ({ party, first: i, last: i + 1, confidence: 0.6 }));
}

function frame(scene: Scene, i: number, parties: readonly Actor[]): Omit<Tie, 'tie'> {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  const voice = voiceOf(scene, governor);
  const since = sinceOf(scene, i, governor);
  const status = statusOf(scene, i, governor);
  const denied =
    isNegated(tree, governor) && (governor === i || clauseOf(tree, governor).objects.includes(i));
  const clause = clauseOf(tree, governor);
  const possible =
    clause.modal === 'could' ||
    clause.modal === 'may' ||
    clause.modal === 'might' ||
    clause.modal === 'would';
  const alleged = voice.attribution.some((a) => a.modality === 'alleged');
  return {
    kind: 'tie',
    parties: refs(scene, parties),
    ...(since === undefined ? {} : { since: since.date, sinceBasis: since.basis }),
    status: denied ? 'absent' : status,
    passages: [clausePassage(scene, governor)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: denied
      ? 'denied'
      : alleged
        ? 'alleged'
        : possible
          ? 'hypothetical'
          : PROPOSING.has(lemma(tree, governor))
            ? 'proposed'
            : 'asserted',
    confidence: 0.7,
  };
}

const PROPOSING = new Set(['propose', 'suggest', 'seek', 'want', 'hope', 'envision']);
const FOUNDING = new Set([
  ...[
    'establish',
    'form',
    'forge',
    'launch',
    'announce',
    'elevate',
    'upgrade',
    'raise',
    'create',
    'enter',
    'sign',
  ],
  ...[
    'establishment',
    'launch',
    'elevation',
    'upgrade',
    'upgrading',
    'formation',
    'become',
    'agree',
    'conclude',
    'declare',
    'promote',
  ],
]);
const SEVERING = new Set(['sever', 'cut', 'break', 'end', 'terminate', 'abandon', 'leave', 'dissolve']);
const SUSPENDING = new Set(['suspend', 'freeze', 'downgrade', 'halt']);
const NEGOTIATING = new Set(['negotiate', 'discuss', 'negotiation', 'talk']);

function statusOf(scene: Scene, i: number, governor: number): TieStatus {
  const words = [lemma(scene.tree, governor), lemma(scene.tree, head(scene.tree, i))];
  if (words.some((w) => SEVERING.has(w))) return 'ended';
  if (words.some((w) => SUSPENDING.has(w))) return 'suspended';
  if (words.some((w) => NEGOTIATING.has(w))) return 'negotiating';
  if (words.some((w) => FOUNDING.has(w))) return 'announced';
  return 'in-force';
}

/** When the tie began: "since 2003", the date of its founding, or an anniversary counted back. */
function sinceOf(
  scene: Scene,
  i: number,
  governor: number,
): { date: string; basis: 'explicit' | 'relative' | 'document' } | undefined {
  const { tree, document } = scene;
  const explicit = scene.dates.find((d) => d.role === 'since');
  if (explicit) return { date: explicit.date, basis: explicit.basis };
  const counted = anniversary(scene, i);
  if (counted) return counted;
  const words = [lemma(tree, governor), lemma(tree, head(tree, i))];
  if (!words.some((w) => FOUNDING.has(w))) return undefined;
  const when = dateAt(scene, governor, ['at', 'by']);
  if (when) return { date: when.date, basis: when.basis };
  const published = document.delivered ?? document.published;
  return published && clauseOf(tree, governor).past && document.genre !== 'speech'
    ? { date: published.replace(/[~?%]$/, ''), basis: 'document' }
    : undefined;
}

/** "the 30th anniversary of", "over the past 29 years of our dialogue relations": counted from the document's year. */
function anniversary(scene: Scene, i: number): { date: string; basis: 'relative' } | undefined {
  const { tree, document } = scene;
  const today = parts(document.delivered ?? document.published ?? '');
  if (!today) return undefined;
  for (let at = head(tree, i), n = 0; at >= 0 && n < 2; at = head(tree, at), n++) {
    const word = lemma(tree, at);
    if (word !== 'anniversary' && word !== 'year' && word !== 'decade') continue;
    for (const c of children(tree, at)) {
      const number = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(tree.sentence.forms[c] ?? '')?.[1];
      const years = number === undefined ? ORDINALS[lemma(tree, c)] : Number(number);
      if (years !== undefined)
        return { date: String(today.year - years * (word === 'decade' ? 10 : 1)), basis: 'relative' };
    }
  }
  return undefined;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  fifth: 5,
  tenth: 10,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  thirty: 30,
};

function modified(tree: Tree, i: number, words: readonly string[]): boolean {
  return childrenBy(tree, i, 'amod', 'compound', 'nmod').some((c) => words.includes(lemma(tree, c)));
}

function toPrincipal(actor: Actor): Actor {
  return actor.party.includes('/') && !actor.party.startsWith('-')
    ? { ...actor, party: principalOf(actor.party) }
    : actor;
}

function principalOf(party: string): string {
  return party.startsWith('-') ? party : party.replace(/\/.*$/, '');
}

function uniqueActors(actors: readonly Actor[]): Actor[] {
  const seen = new Set<string>();
  return actors.filter(
    (a) => !a.party.startsWith('-') && !seen.has(a.party) && seen.add(a.party) !== undefined,
  );
}
