import type { Ladders } from '../../gazetteer/index.js';
import type { TieHistory, TieStep, ToldHistories } from '../../ledger/index.js';
import { bold, print } from '../output.js';
import { table } from '../table.js';
import { contradictionsOf } from './show-contradictions.js';
import { sourcesOf } from './tie-sources.js';

/** Closest ties first. */
const KINDS: readonly TieHistory['subject']['tie'][] = [
  ...(['partnership', 'alliance', 'diplomatic-relations', 'membership', 'dialogue'] as const),
  ...(['dispute', 'sanctions', 'agreement'] as const),
];

/** Prints each tie as its steps, by time and with all that tell of them, and then what contradicts each other. */
export function showHistories(
  ties: ToldHistories,
  parties: readonly string[],
  { ladders, limit }: { readonly ladders: Ladders; readonly limit: number | undefined },
): void {
  const all = inOrder(ties.histories);
  if (all.length === 0) return;
  const shown = all.slice(0, limit);
  const more = shown.length < all.length ? `, the first ${shown.length}` : '';
  print(`\n${bold('Ties')} (${all.length}${more})`);
  if (parties.length === 1) {
    print(
      table(
        ['tie', 'stands', 'since', 'until', 'told by'],
        shown.map((tie) => summary(tie, parties)),
      ),
    );
  } else {
    for (const history of shown) {
      print(`\n${bold(heading(history, parties))}`);
      print(
        table(
          ['date', 'step', 'grade or name', 'who says so', 'source', 'sentence'],
          stepRows(history, ties, parties, ladders),
        ),
      );
    }
  }
  const contradictions = shown.flatMap((history) =>
    contradictionsOf(history, ties, heading(history, parties)),
  );
  if (contradictions.length === 0) return;
  print(`\n${bold('Contradictions')} (${contradictions.length})`);
  print(
    table(
      ['tie', 'about', 'on the one side', 'on the other side'],
      contradictions.map(({ tie, about, one, other }) => [tie, about, one, other]),
    ),
  );
}

/** The same for programs: histories with moves, and every step with its sources. */
export function tiesAsJson(ties: ToldHistories, parties: readonly string[], ladders: Ladders): object[] {
  return inOrder(ties.histories).map(({ register: _rows, entries: _ids, ...history }) => ({
    ...history,
    steps: history.steps.map(({ days: _days, ...step }, i) => ({
      ...step,
      step: stepWord(history.steps, i, parties, ladders),
      sources: sourcesOf({ ...history, register: _rows, entries: _ids }, ties, step.entries),
    })),
  }));
}

function inOrder(histories: readonly TieHistory[]): TieHistory[] {
  const rank = ({ subject }: TieHistory) => KINDS.indexOf(subject.tie) * 1000 + subject.parties.length;
  return [...histories].sort(
    (a, b) => rank(a) - rank(b) || (a.since ?? '9999').localeCompare(b.since ?? '9999'),
  );
}

/** `partnership: in force, comprehensive strategic partnership, since 2003-10-08`. */
function heading({ subject, status, grade, since, until }: TieHistory, parties: readonly string[]): string {
  const many = subject.parties.length > parties.length ? ` (${subject.parties.join(', ')})` : '';
  const what = [subject.tie, subject.name ?? subject.instrument]
    .filter((part) => part !== undefined)
    .join(' ');
  const stands = [
    status.map(readable).join(' or '),
    grade,
    since === undefined ? undefined : `since ${since}`,
    until === undefined ? undefined : `until ${until}`,
  ].filter((part) => part !== undefined && part !== '');
  return `${what}${many}: ${stands.join(', ')}`;
}

function summary(history: TieHistory, parties: readonly string[]): string[] {
  const { subject, status, grade, since, until } = history;
  const others = subject.parties.filter((party) => !parties.includes(party));
  const told = history.entries.filter((id) => !(id in history.register)).length;
  const rows = Object.keys(history.register).length;
  return [
    [
      subject.tie,
      subject.name ?? subject.instrument,
      others.length === 0 ? undefined : `with ${others.join(', ')}`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
    [status.map(readable).join(' or '), grade].filter(Boolean).join(', '),
    since ?? '',
    until ?? '',
    [told > 0 ? `texts (${told})` : '', rows > 0 ? `register (${rows})` : ''].filter(Boolean).join(', '),
  ];
}

function stepRows(
  history: TieHistory,
  ties: ToldHistories,
  parties: readonly string[],
  ladders: Ladders,
): string[][] {
  return history.steps.flatMap((step, i) =>
    sourcesOf(history, ties, step.entries).map(({ speaker, source, sentence, written }) => [
      step.date ?? '',
      stepWord(history.steps, i, parties, ladders),
      written ?? step.grade ?? step.name ?? '',
      speaker,
      source,
      sentence ?? '',
    ]),
  );
}

/** What happened: as the register tells it, else by where the grade stands beside the one before it. */
export function stepWord(
  steps: readonly TieStep[],
  at: number,
  parties: readonly string[],
  ladders: Ladders,
): string {
  const step = steps[at];
  if (step === undefined) return '';
  const modality = step.modality === 'asserted' ? '' : ` (${step.modality})`;
  if (step.basis === 'told') return `${readable(step.status)}, told${modality}`;
  if (step.basis === 'until') return `ended${modality}`;
  const move = step.move ?? moveOf(steps, at, parties, ladders);
  return `${move ?? readable(step.status)}${modality}`;
}

function moveOf(
  steps: readonly TieStep[],
  at: number,
  parties: readonly string[],
  ladders: Ladders,
): TieStep['move'] {
  const step = steps[at];
  const held = (other: TieStep) => other.status === 'in-force' || other.status === 'announced';
  if (step?.grade === undefined || !held(step)) return undefined;
  const before = steps
    .slice(0, at)
    .findLast(
      (other) =>
        other.basis === 'since' && other.grade !== undefined && other.grade !== step.grade && held(other),
    );
  if (before?.grade === undefined || before.days?.first === step.days?.first) return undefined;
  for (const party of parties) {
    const [from, to] = [ladders.rank(before.grade, party), ladders.rank(step.grade, party)];
    if (from !== undefined && to !== undefined && from !== to) return to > from ? 'raised' : 'downgraded';
  }
  return undefined;
}

function readable(status: string): string {
  return status.replace('-', ' ');
}
