import type { Ladders } from '../../gazetteer/index.js';
import { sourcesOf, statusWords, stepWord, type TieHistory, type ToldTies } from '../../ledger/index.js';
import { bold, print } from '../output.js';
import { table } from '../table.js';
import { contradictionsOf } from './show-contradictions.js';

/** Prints each tie as its steps, by time and with all that tell of them, and then what contradicts each other. */
export function showHistories(
  ties: ToldTies,
  parties: readonly string[],
  { ladders, limit }: { readonly ladders: Ladders; readonly limit: number | undefined },
): void {
  const all = ties.histories;
  if (all.length === 0) return;
  const shown = all.slice(0, limit);
  print(`\n${bold('Ties')} (${all.length}${more(all.length, shown.length)})`);
  if (parties.length === 1) {
    const rows = shown.map((history) => summary(history, ties, parties));
    print(table(['tie', 'stands', 'since', 'until', 'told by'], rows));
  } else
    for (const history of shown) {
      print(`\n${bold(heading(history, parties))}`);
      const columns = ['date', 'step', 'grade or name', 'who says so', 'source', 'sentence'];
      print(table(columns, stepRows(history, ties, parties, ladders, limit)));
    }
  const contradictions = shown.flatMap((history) =>
    contradictionsOf(history, ties, heading(history, parties)),
  );
  if (contradictions.length === 0) return;
  const few = contradictions.slice(0, limit);
  print(`\n${bold('Contradictions')} (${contradictions.length}${more(contradictions.length, few.length)})`);
  print(
    table(
      ['tie', 'about', 'on the one side', 'on the other side'],
      few.map(({ tie, about, one, other }) => [tie, about, one, other]),
    ),
  );
}

/** The same for programs: histories with moves, and every step with its sources. */
export function tiesAsJson(ties: ToldTies, parties: readonly string[], ladders: Ladders): object[] {
  return ties.histories.map(({ entries: _entries, ...history }) => ({
    ...history,
    steps: history.steps.map(({ days: _days, ...step }, i) => ({
      ...step,
      step: stepWord(history.steps, i, parties, ladders),
      sources: sourcesOf(ties, step.entries),
    })),
  }));
}

/** `partnership: in force, comprehensive strategic partnership, since 2003-10-08`. */
function heading({ subject, status, grade, since, until }: TieHistory, parties: readonly string[]): string {
  const many = subject.parties.length > parties.length ? ` (${subject.parties.join(', ')})` : '';
  const what = given([subject.tie, subject.name ?? subject.instrument]).join(' ');
  const stands = given([
    status.map(statusWords).join(' or ') || undefined,
    grade,
    since && `since ${since}`,
    until && `until ${until}`,
  ]);
  return `${what}${many}: ${stands.join(', ')}`;
}

function summary(history: TieHistory, ties: ToldTies, parties: readonly string[]): string[] {
  const { subject, status, grade, since, until } = history;
  const others = subject.parties.filter((party) => !parties.includes(party)).join(', ');
  const rows = history.entries.filter((id) => ties.assertions.get(id)?.register !== undefined).length;
  const told = history.entries.length - rows;
  return [
    given([subject.tie, subject.name ?? subject.instrument, others && `with ${others}`]).join(' '),
    given([status.map(statusWords).join(' or ') || undefined, grade]).join(', '),
    since ?? '',
    until ?? '',
    given([told > 0 ? `texts (${told})` : undefined, rows > 0 ? `register (${rows})` : undefined]).join(', '),
  ];
}

function stepRows(
  { steps }: TieHistory,
  ties: ToldTies,
  parties: readonly string[],
  ladders: Ladders,
  limit: number | undefined,
): string[][] {
  return steps.flatMap((step, i) => {
    const word = stepWord(steps, i, parties, ladders);
    const named = step.grade ?? step.name ?? '';
    const rows = sourcesOf(ties, step.entries.slice(0, limit)).map(
      ({ speaker, source, sentence, written }) => [
        ...[step.date ?? '', word, written ?? named],
        ...[speaker, source, sentence ?? ''],
      ],
    );
    const left = step.entries.length - rows.length;
    return left > 0 ? [...rows, [step.date ?? '', word, named, '', `and ${left} more`, '']] : rows;
  });
}

function more(all: number, shown: number): string {
  return shown < all ? `, the first ${shown}` : '';
}

function given(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
