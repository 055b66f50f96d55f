import type { Mention } from '../../gazetteer/index.js';
import type { TieStatus } from '../../record/index.js';
import { actorsOf } from '../actors.js';
import { clauseOf } from '../clause.js';
import { predicateOf, type Scene, wordsOf } from '../scene.js';
import { childrenBy, head, lemma, premodifiers, type Tree } from '../tree.js';
import { modified, pairOf, toPrincipal, uniqueActors } from './parties.js';
import { frame, isAbsent, type Tie } from './standing.js';

export function agreement(scene: Scene, i: number): Tie | undefined {
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
      ).map(toPrincipal),
      ...parties,
    ]);
  // "the China-Japan-Korea FTA negotiations": its few parties are known by its name.
  const known =
    instrument === undefined ? [] : (scene.gazetteer.instruments.get(instrument.id)?.parties ?? []);
  if (instrument !== undefined && parties.length === 0) {
    const few =
      known.length > 0 && known.length <= FEW ? known.map((k) => k.party) : partiesIn(scene, instrument);
    parties = few.map((party) => ({ ...instrument, party }));
  }
  const minimum = instrument === undefined ? 2 : 1;
  if (parties.length < minimum) return undefined;
  const name =
    instrument === undefined ? nounName(scene, i) : wordsOf(scene, instrument.first, instrument.last);
  // "under the agreements", "ended without agreement": no particular one.
  const particular =
    instrument !== undefined || (governs && acts !== undefined) || talks || name.includes(' ');
  if (!particular || (instrument === undefined && /s$/i.test(tree.sentence.forms[i] ?? '') && !acts))
    return undefined;
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

const FEW = 4;

/** States and bodies whose names are words of an instrument's name. */
function partiesIn(scene: Scene, mention: Mention): string[] {
  const { sentence } = scene.tree;
  const found = new Set<string>();
  for (let i = mention.first; i < mention.last; i++) {
    const party = /^\p{Lu}\p{L}+$/u.test(sentence.forms[i] ?? '')
      ? scene.gazetteer.lookup(sentence.forms[i] ?? '')
      : undefined;
    if (party !== undefined && !party.includes('/')) found.add(party);
  }
  return [...found];
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
  return !/^(new|first|second|third|next|recent|landmark|historic|long-awaited|final|possible|future|proposed|such|many|same|other|earlier|previous|separate|ambitious|existing|several|\d+)$/.test(
    lemma(tree, at),
  );
}

export function dispute(scene: Scene, i: number): Tie | undefined {
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
