import type { ReadProgress } from '../ledger/index.js';

/** One line on a terminal's standard error that says how far reading has come; silent elsewhere. */
export interface Progress {
  show(progress: ReadProgress): void;
  clear(): void;
}

export function createProgress(wanted = true): Progress {
  const { stderr } = process;
  if (!wanted || stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const start = performance.now();
  let shown = false;
  return {
    show(progress) {
      shown = true;
      const text = progressLine(progress, (performance.now() - start) / 1000);
      stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 100) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** One line on a terminal's standard error with a number that grows; silent elsewhere. */
export function countingLine(noun: string, wanted = true): { show(number: number): void; clear(): void } {
  const { stderr } = process;
  const visible = wanted && stderr.isTTY === true;
  return {
    show(number) {
      if (visible) stderr.write(`\r\u001b[K${number.toLocaleString('en')} ${noun}`);
    },
    clear() {
      if (visible) stderr.write('\r\u001b[K');
    },
  };
}

/**
 * How far, how fast, how long.
 *
 * @param elapsed seconds since the beginning; told until the first document is done
 */
export function progressLine(p: ReadProgress, elapsed: number): string {
  const parts = [
    p.total === undefined ? `${p.done} documents` : `${p.done} of ${p.total} documents`,
    p.tokensPerSecond > 0
      ? `${p.tokensPerSecond.toLocaleString('en')} tokens/s`
      : `${duration(elapsed)} so far`,
    p.failed > 0 ? `${p.failed} failed` : '',
    p.secondsLeft === undefined || p.done === p.total ? '' : `${duration(p.secondsLeft)} left`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
