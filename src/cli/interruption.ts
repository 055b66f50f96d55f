/** Ctrl-C, or a polite request to end, as a signal. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Leaves later ones to the system. */
  forget(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Catches the first Ctrl-C, so that work ends in good order; the second ends the program as usual. */
export function catchInterruption(onStop: () => void): Interruption {
  const stop = new AbortController();
  const interrupt = () => {
    onStop();
    stop.abort();
  };
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
  stop.signal.addEventListener('abort', forget);
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return { signal: stop.signal, forget };
}

/** Resolves at the first Ctrl-C. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    catchInterruption(resolve);
  });
}
