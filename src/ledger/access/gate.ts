/** Lets one after another through, in the order of asking. */
export type Gate = <T>(pass: () => Promise<T>) => Promise<T>;

/**
 * @example
 * const gate = createGate();
 * await Promise.all([gate(async () => 'first'), gate(async () => 'second')]);
 */
export function createGate(): Gate {
  let last: Promise<unknown> = Promise.resolve();
  return (pass) => {
    const turn = last.then(pass, pass);
    last = turn.catch(() => undefined);
    return turn;
  };
}
