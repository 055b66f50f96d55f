/** Ends waiting when a run is stopped. */
export interface Stop {
  /** What the promise gives, or nothing when the run is stopped first. */
  orStopped<T>(promise: Promise<T>): Promise<T | undefined>;
  /** Takes no more notice of the signal. */
  forget(): void;
}

/** Unlike a race with one long-lived promise, this keeps nothing of what was waited for. */
export function createStop(signal: AbortSignal | undefined): Stop {
  const waiting = new Set<() => void>();
  const stop = () => {
    for (const end of waiting) end();
    waiting.clear();
  };
  signal?.addEventListener('abort', stop);
  return {
    orStopped: (promise) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(undefined);
        if (signal?.aborted) return end();
        waiting.add(end);
        promise.then(resolve, reject).finally(() => waiting.delete(end));
      }),
    forget: () => signal?.removeEventListener('abort', stop),
  };
}
