import { ask, Refusal } from './api.js';

/** An answer on its way, here, or refused. While the next one is fetched, the last one stays. */
export interface Resource<T> {
  readonly answer: T | undefined;
  readonly refusal: Refusal | undefined;
  readonly waiting: boolean;
  /** Asks once more for the same: something was written. */
  again(): void;
}

/** Asks for the JSON at `address()` whenever that changes. To be called while a component is made. */
export function resource<T>(address: () => string): Resource<T> {
  let answer = $state.raw<T>();
  let refusal = $state.raw<Refusal>();
  let waiting = $state(true);
  let times = $state(0);
  const wanted = $derived(address());

  $effect(() => {
    const abort = new AbortController();
    void times;
    waiting = true;
    ask<T>(wanted, abort.signal).then(
      (given) => {
        answer = given;
        refusal = undefined;
        waiting = false;
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        answer = undefined;
        refusal = error instanceof Refusal ? error : new Refusal(String(error), 0);
        waiting = false;
      },
    );
    return () => abort.abort();
  });

  return {
    get answer() {
      return answer;
    },
    get refusal() {
      return refusal;
    },
    get waiting() {
      return waiting;
    },
    again() {
      times++;
    },
  };
}
