import type { Actor } from '../cast.js';
import { type Scene, wordsOf } from '../scene.js';
import { lemma, relation, type Tree } from '../tree.js';
import { pairOf } from './parties.js';
import type { Tie } from './standing.js';
import { frame } from './standing.js';

export const PARTNERSHIP = new Set(['partnership', 'partner', 'relationship', 'relation', 'tie']);
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
export function partnership(scene: Scene, i: number): Tie | undefined {
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
    ...(core ? { grade: gradeOf(scene, written, parties) } : {}),
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

/** The grade as written, and its name on the ladder of one of the parties; where no ladder has it, that is unknown. */
function gradeOf(scene: Scene, written: string, parties: readonly Actor[]): NonNullable<Tie['grade']> {
  const placed = scene.lexicon.ladders.place(
    written,
    parties.map(({ party }) => party),
  );
  return placed === undefined ? { written } : { written, normalised: placed.grade };
}

/** "dialogue relations", "dialogue partner". */
export function dialogue(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const before = lemma(tree, i - 1);
  if (before !== 'dialogue' || lemma(tree, i) === 'dialogue') return undefined;
  const parties = pairOf(scene, i);
  return parties.length < 2 ? undefined : { ...frame(scene, i, parties), tie: 'dialogue' };
}

/** "diplomatic relations" established, severed, restored. */
export function diplomatic(scene: Scene, i: number): Tie | undefined {
  if (lemma(scene.tree, i - 1) !== 'diplomatic') return undefined;
  const parties = pairOf(scene, i);
  return parties.length < 2 ? undefined : { ...frame(scene, i, parties), tie: 'diplomatic-relations' };
}
