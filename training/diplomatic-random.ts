import { randomNumbers } from './random.js';

/** Draws from lists, the same for the same seed. */
export class Draw {
  readonly roll: () => number;

  constructor(seed: number) {
    this.roll = randomNumbers(seed);
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** A whole number from `from` to `to`, both included. */
  number(from: number, to: number): number {
    return from + Math.floor(this.roll() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.roll() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** One of several with shares: `[0.3, a], [0.7, b]`; the last takes what is left. */
  weigh<T>(choices: readonly (readonly [share: number, choice: () => T])[]): T {
    let roll = this.roll();
    for (const [share, choice] of choices) {
      if (roll < share) return choice();
      roll -= share;
    }
    const last = choices[choices.length - 1];
    if (last === undefined) throw new Error('nothing to choose from');
    return last[1]();
  }
}
