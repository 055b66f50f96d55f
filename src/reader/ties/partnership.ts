import type { Actor } from '../cast.js';
import { type Scene, wordsOf } from '../scene.js';
import { childrenBy, lemma, relation, type Tree } from '../tree.js';
import { isDefinite } from './agreement.js';
import { allies } from './alliance.js';
import { completed } from './holders.js';
import { outlookOf } from './outlook.js';
import { pairFromDiscourse, pairsOf } from './parties.js';
import { isSpoken } from './sides.js';
import { type FoundTie, frame, type Tie } from './standing.js';
import { stepOf } from './steps.js';

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
  ...['privileged', 'enhanced', 'friendly', 'constructive', 'traditional', 'innovative', 'enduring', 'deep'],
  ...[
    'stable',
    'weather',
    'all',
    'round',
    'mutually',
    'beneficial',
    'ecological',
    'neighborly',
    'neighbourly',
  ],
  ...[
    'good',
    'sectoral',
    'development',
    'cooperation',
    'integrated',
    'broad',
    'close',
    'and',
    ',',
    '-',
    'full',
  ],
  ...[
    'blue',
    'green',
    'digital',
    'economic',
    'extensive',
    'permanent',
    'upgraded',
    'strengthened',
    'reinforced',
    '&',
  ],
  ...[
    'closer',
    'deeper',
    'co-operative',
    'elevated',
    'eternal',
    'everlasting',
    'new-type',
    'future-oriented',
  ],
  ...['security', 'defence', 'defense', 'trade', 'bilateral', 'sustainable', 'trilateral', 'equal', 'solid'],
]);
/** Words that make a phrase a grade and not mere praise. */
const GRADE_CORE = new Set([
  ...['strategic', 'comprehensive', 'cooperative', 'co-operative', 'privileged', 'all-weather', 'sectoral'],
  ...['global', 'special', 'enhanced', 'blue', 'green', 'digital'],
]);

/** "comprehensive strategic partnership (of coordination for a new era)", "strategic partner". */
export function partnerships(scene: Scene, i: number): FoundTie[] {
  const { tree, cast } = scene;
  const word = lemma(tree, i);
  if (!PARTNERSHIP.has(word) || (cast.partyAt[i] ?? -1) >= 0 || (cast.instrumentAt[i] ?? -1) >= 0) return [];
  const { first, core: called } = gradeBefore(tree, i);
  const ranked = tree.sentence.forms.slice(i + 1, i + 5).join(' ');
  const core =
    called ||
    /^of the (new|same|highest) (grade|level|rank)$/i.test(ranked) ||
    /^of strategic (coordination|cooperation|collaboration|interaction)\b/i.test(ranked) ||
    isNamed(tree, first, i);
  const isPartnership = word === 'partnership';
  if (!core && !isPartnership) return [];
  if (
    /^(agreement|council|framework|dialogue|programme|program|fund|forum|act|document|charter|process)$/.test(
      lemma(tree, i + 1),
    ) ||
    relation(tree, i) === 'compound'
  )
    return [];
  // "in partnership with the Bank": a manner of doing something.
  if (!core && lemma(tree, i - 1) === 'in') return [];
  const last = gradeAfter(scene, i);
  const step = stepOf(scene, i);
  // "to balance it with a partnership": only thought of.
  if (word !== 'partner' && step === undefined && !isDefinite(scene, i) && !isHeld(scene, i)) return [];
  let pairs = word === 'partner' ? allies(scene, i) : pairsOf(scene, i);
  if (pairs.length === 0 && core && isPartnership && (!isSpoken(scene) || ours(tree, i) || step?.founding))
    pairs = discoursePair(scene, i);
  const written = wordsOf(scene, first, last);
  return pairs
    .filter((parties) => parties.length >= 2)
    .map((parties) => {
      const tie: Tie = {
        ...frame(scene, i, parties, step),
        tie: 'partnership',
        ...(core ? { grade: gradeOf(scene, written, parties) } : {}),
      };
      return { tie, founding: step?.founding ?? false };
    });
}

/** "enjoys a partnership with", "developing a partnership", or partnerships in the plural. */
function isHeld(scene: Scene, i: number): boolean {
  return completed(scene, i) !== undefined || /s$/i.test(scene.tree.sentence.forms[i] ?? '');
}

function ours(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'nmod:poss').some((c) => /^our$/i.test(tree.sentence.forms[c] ?? ''));
}

/** "our strategic partnership", "announce together a comprehensive strategic partnership": of those named last. */
function discoursePair(scene: Scene, i: number): Actor[][] {
  const { tree } = scene;
  const own = ours(tree, i);
  const we = tree.sentence.forms.some((form) => /^we$/i.test(form));
  if (!own && !we && stepOf(scene, i)?.founding !== true) return [];
  if (scene.cast.mentions.some((m) => m.kind === 'party' && !m.id.startsWith('-'))) return [];
  const step = stepOf(scene, i);
  if (isSpoken(scene) && !own && (step === undefined || outlookOf(scene, step.token) !== 'asserted'))
    return [];
  const pair = pairFromDiscourse(scene, i, true);
  return pair.length === 2 ? [pair] : [];
}

/** "our Enduring Partnership": capitals make a name of it. */
function isNamed(tree: Tree, first: number, i: number): boolean {
  const capital = /^\p{Lu}\p{Ll}/u;
  return (
    lemma(tree, i).toLowerCase() === 'partnership' &&
    first < i &&
    first > 0 &&
    tree.sentence.forms.slice(first, i + 1).every((form) => capital.test(form))
  );
}

function gradeBefore(tree: Tree, i: number): { first: number; core: boolean } {
  let first = i;
  let core = false;
  while (first > 0 && GRADE_WORDS.has(tree.sentence.forms[first - 1]?.toLowerCase() ?? '')) {
    first--;
    core ||= GRADE_CORE.has(tree.sentence.forms[first]?.toLowerCase() ?? '');
  }
  if (tree.sentence.forms[first] === 'all' && tree.sentence.forms[first + 1] === '-') core = true;
  while (first < i && LOOSE.test(tree.sentence.forms[first] ?? '')) first++;
  return { first, core };
}

/** Words that do not begin a grade: "good and strategic partnership" is a strategic one. */
const LOOSE =
  /^(and|&|,|-|good|close|closer|deep|deeper|full|economic|development|digital|green|broad|cooperation|bilateral|trilateral|solid|elevated|equal|sustainable|trade)$/i;

/** "of coordination for a new era", "of mutual benefit", "based on common strategic interests". */
function gradeAfter(scene: Scene, i: number): number {
  const text = scene.tree.sentence.forms
    .slice(i + 1, i + 9)
    .join(' ')
    .toLowerCase();
  const tail =
    /^(of the (?:new|same|highest) (?:grade|level|rank)|of (?:strategic )?(?:coordination|cooperation|collaboration|mutual benefit|equality)(?: and (?:cooperation|mutual benefit))?|and strategic interaction|for peace(?:, stability)? and prosperity)?( ?(?:for|in) (?:a|the) new era)?/.exec(
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

/** "diplomatic relations" established, severed, restored. */
export function diplomaticRelations(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  const diplomatic = childrenBy(tree, i, 'amod').some((c) => lemma(tree, c) === 'diplomatic');
  if (!diplomatic && lemma(tree, i - 1) !== 'diplomatic') return [];
  const step = stepOf(scene, i);
  return pairsOf(scene, i)
    .filter((parties) => parties.length >= 2)
    .map((parties) => ({
      tie: { ...frame(scene, i, parties, step), tie: 'diplomatic-relations' as const },
      founding: step?.founding ?? false,
    }));
}
