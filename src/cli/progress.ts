import type { ReadProgress } from '../ledger/index.js';

/** One line on a terminal's standard error that says how far reading has come; silent elsewhere. */
export interface Progress {
  show(progress: ReadProgress): void;
  clear(): void;
}

export function createProgress(): Progress {
  const { stderr } = process;
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shown = false;
  return {
    show(progress) {
      shown = true;
      stderr.write(`\r\u001b[K${line(progress).slice(0, (stderr.columns ?? 100) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

function line(p: ReadProgress): string {
  const parts = [
    p.total === undefined ? `${p.done} documents` : `${p.done} of ${p.total} documents`,
    `${p.tokensPerSecond.toLocaleString('en')} tokens/s`,
    p.failed > 0 ? `${p.failed} failed` : '',
    p.secondsLeft === undefined || p.done === p.total ? '' : `${duration(p.secondsLeft)} left`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
