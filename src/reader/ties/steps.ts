import type { TieStatus } from '../../record/index.js';
import { clauseOf, isNegated, prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from '../tree.js';

/** The word by which a tie begins, changes or ends, and the status that it leads to. */
export interface Step {
  readonly token: number;
  readonly status: TieStatus;
  /** The tie is made or raised by it. */
  readonly founding: boolean;
}

/** The step that the tie noun completes: its verb, or the noun of an act ("the establishment of"). */
export function stepOf(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  const told = relativeStep(scene, i);
  if (told !== undefined) return told;
  for (let at = i, n = 0; n < 4; n++) {
    const up = head(tree, at);
    if (up < 0) return undefined;
    if (isPredicate(tree, up)) {
      // "raised their partnership to a higher level": what is raised was there.
      const held =
        at === i &&
        /^(elevate|upgrade|raise|promote)$/.test(lemma(tree, up)) &&
        clauseOf(tree, up).objects.includes(i);
      // "became a partner of".
      if (at === i && relation(tree, i) === 'xcomp' && lemma(tree, up) === 'become')
        return { token: up, status: 'in-force', founding: false };
      return completes(tree, at, up) && !held ? stepAt(scene, up) : undefined;
    }
    if (relation(tree, at) === 'appos' && isDateline(tree, up, at)) {
      at = up;
      continue;
    }
    if (relation(tree, at) === 'conj' && upos(tree, up) !== 'VERB') {
      at = up;
      continue;
    }
    if (relation(tree, at) !== 'nmod') return undefined;
    const noun = stepAt(scene, up);
    if (noun !== undefined) return noun;
    // "renewed their commitment to the Charter" renews no charter.
    if (UPHOLDS.test(lemma(tree, up))) return undefined;
    if (!/^(of|to|on)$/.test(prepositionOf(tree, at))) return undefined;
    at = up;
  }
  return undefined;
}

const UPHOLDS =
  /^(commitment|obligation|principle|ideal|purpose|provision|support|respect|faith|dedication|allegiance|attachment|implementation|goal|objective|value|compliance|article|parties)$/;

/** Whether the noun is the verb's object or oblique, or what a passive or "entered into force" says of it. */
function completes(tree: Tree, i: number, governor: number): boolean {
  const clause = clauseOf(tree, governor);
  if (clause.objects.includes(i)) return true;
  if (clause.obliques.some((o) => o.head === i))
    return /^(to|into|in|from|as|by|on|)$/.test(prepositionOf(tree, i)) || lemma(tree, governor) === 'agree';
  return (
    clause.subjects.includes(i) &&
    // "the treaties have ended the war"
    clause.objects.length === 0 &&
    /^(enter|come|lapse|expire|end|collapse)$/.test(lemma(tree, governor))
  );
}

/** "GENEVA, Aug. 3 — The treaty entered": parsers hang the subject on the dateline. */
function isDateline(tree: Tree, up: number, at: number): boolean {
  return (
    relation(tree, up) === 'nsubj' && tree.sentence.forms.slice(up, at).some((form) => /^[—–]$/.test(form))
  );
}

/** "the treaty, which was initialled in May", "the agreement signed with Peru". */
function relativeStep(scene: Scene, i: number): Step | undefined {
  const { tree } = scene;
  // The parser may hang the clause on the last word of a long name.
  const name = [i, ...lastOfName(tree, i)];
  const clause = name
    .flatMap((n) => childrenBy(tree, n, 'acl'))
    .find((c) => {
      if (
        !/^(sign|conclude|reach|ratify|initial|negotiate|ink|establish|launch|announce|suspend|terminate)$/.test(
          lemma(tree, c),
        )
      )
        return false;
      return xpos(tree, c) === 'VBN' || name.some((n) => clauseOf(tree, c).objects.includes(n));
    });
  return clause === undefined ? undefined : stepAt(scene, clause);
}

/** Words of a capitalised name behind its noun: "Treaty on Good-Neighbourly Relations, Partnership and Co-operation". */
function lastOfName(tree: Tree, i: number): number[] {
  const { forms } = tree.sentence;
  const isCapital = (t: number) => /^\p{Lu}/u.test(forms[t] ?? '');
  if (!isCapital(i)) return [];
  return childrenBy(tree, i, 'nmod')
    .flatMap((c) => [c, ...childrenBy(tree, c, 'conj', 'nmod')])
    .filter((c) => c > i && isCapital(c));
}

function stepAt(scene: Scene, token: number): Step | undefined {
  const { tree } = scene;
  const word = lemma(tree, token);
  const status = STEPS.get(word);
  if (status === undefined) return undefined;
  // "broke its agreement" breaches it; "signed and ratified" made it binding.
  if (
    word === 'break' &&
    clauseOf(tree, token).objects.some((o) =>
      /^(agreement|treaty|accord|pact|deal|convention)$/.test(lemma(tree, o)),
    )
  )
    return undefined;
  if (word === 'sign' && ratifiedToo(tree, token)) return { token, status: 'in-force', founding: false };
  return { token, status, founding: FOUNDS.has(word) };
}

/** "signed the Convention and ratified it", "has signed it and deposited its instrument of ratification". */
function ratifiedToo(tree: Tree, token: number): boolean {
  return (
    childrenBy(tree, token, 'conj').some(
      (c) =>
        (lemma(tree, c) === 'ratify' &&
          clauseOf(tree, c).past &&
          clauseOf(tree, c).objects.every(
            (o) => upos(tree, o) === 'PRON' || clauseOf(tree, token).objects.includes(o),
          )) ||
        (lemma(tree, c) === 'deposit' &&
          clauseOf(tree, c).objects.some((o) =>
            childrenBy(tree, o, 'nmod', 'compound').some((n) => lemma(tree, n) === 'ratification'),
          )),
    ) || ratifiesIt(tree, token)
  );
}

/** "signed it when it was opened and ratified it in May", whatever clause the parser hangs it on. */
function ratifiesIt(tree: Tree, token: number): boolean {
  for (let t = token + 1; t < tree.length; t++) {
    // "and Peru signed another and ratified it": who is the subject there ratifies.
    if (relation(tree, t) === 'conj' && childrenBy(tree, t, 'nsubj').length > 0) return false;
    if (
      lemma(tree, t) === 'ratify' &&
      upos(tree, t) === 'VERB' &&
      /^(it|them|both)$/i.test(tree.sentence.forms[t + 1] ?? '') &&
      relation(tree, t) === 'conj' &&
      clauseOf(tree, t).past &&
      childrenBy(tree, t, 'nsubj').length === 0 &&
      !isNegated(tree, t)
    )
      return true;
  }
  return false;
}

const FOUNDS = new Set([
  ...['establish', 'form', 'forge', 'launch', 'announce', 'elevate', 'upgrade', 'raise', 'create', 'enter'],
  ...[
    'sign',
    'establishment',
    'elevation',
    'upgrading',
    'formation',
    'become',
    'agree',
    'conclude',
    'declare',
  ],
  ...[
    'promote',
    'ink',
    'seal',
    'finalise',
    'finalize',
    'reach',
    'initial',
    'signing',
    'conclusion',
    'signature',
  ],
  ...[
    'restore',
    'resume',
    'restoration',
    'resumption',
    'normalise',
    'normalize',
    'inaugurate',
    'adopt',
    'open',
  ],
]);

function steps(status: TieStatus, words: readonly string[]): (readonly [string, TieStatus])[] {
  return words.map((word) => [word, status] as const);
}

const STEPS: ReadonlyMap<string, TieStatus> = new Map([
  ...steps('in-force', [
    ...['establish', 'form', 'forge', 'launch', 'elevate', 'upgrade', 'raise', 'create', 'enter', 'become'],
    ...[
      'establishment',
      'launch',
      'elevation',
      'upgrading',
      'formation',
      'promote',
      'restore',
      'resume',
      'open',
    ],
    ...[
      'restoration',
      'resumption',
      'normalise',
      'normalize',
      'normalisation',
      'normalization',
      'inaugurate',
    ],
    ...['ratify', 'ratification', 'renew', 'extend', 'renewal', 'extension', 'build', 'come', 'strike'],
    ...[
      'join',
      'accede',
      'rejoin',
      'accession',
      'adhesion',
      'admission',
      'opening',
      'reopen',
      'adhere',
      'reestablish',
    ],
    ...['re-establish', 'adherence'],
  ]),
  ...steps('announced', [
    ...[
      'announce',
      'declare',
      'agree',
      'sign',
      'conclude',
      'reach',
      'ink',
      'initial',
      'seal',
      'finalise',
      'adopt',
    ],
    ...[
      'finalize',
      'signing',
      'conclusion',
      'signature',
      'announcement',
      'adoption',
      'complete',
      'achieve',
      'initialling',
    ],
  ]),
  ...steps('negotiating', ['negotiate', 'discuss', 'negotiation', 'talk', 'pursue', 'explore']),
  ...steps('suspended', ['suspend', 'freeze', 'halt', 'suspension', 'postpone', 'pause']),
  ...steps('ended', [
    ...[
      'sever',
      'cut',
      'break',
      'end',
      'terminate',
      'abandon',
      'leave',
      'dissolve',
      'severance',
      'rupture',
      'quit',
    ],
    ...[
      'abrogate',
      'denounce',
      'withdraw',
      'scrap',
      'cancel',
      'renounce',
      'withdrawal',
      'termination',
      'repudiate',
    ],
    ...['lapse', 'expire', 'collapse', 'exit', 'abrogation'],
  ]),
]);
