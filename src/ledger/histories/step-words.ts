import type { Ladders } from '../../gazetteer/index.js';
import type { TieStep } from './fold.js';

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
  if (step.basis === 'told') return `${statusWords(step.status)}, told${modality}`;
  if (step.basis === 'until') return `ended${modality}`;
  const move = step.move ?? moveOf(steps, at, parties, ladders);
  return `${move ?? statusWords(step.status)}${modality}`;
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

/** A status in words. */
export function statusWords(status: string): string {
  return status.replace('-', ' ');
}
