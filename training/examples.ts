/** Shares of a word's possible answers; gold has one, of share 1, or none where it is not known. */
export interface Targets {
  /** Where the answers of each word begin, one more than there are words, word 0 being the root. */
  readonly starts: Int32Array;
  readonly answers: Int32Array;
  readonly shares: Float32Array;
}

/** A sentence to learn from; words are counted from 1, 0 is the root. */
export interface TrainingExample {
  readonly length: number;
  /** Rows of the features of root and words. */
  readonly features: readonly Int32Array[];
  /** Numbers of the vectors of root and words; −1 for none. */
  readonly vectors: Int32Array;
  readonly tags: Targets;
  readonly heads: Targets;
  readonly relations: Targets;
  /** The heads under which the relations were found. */
  readonly tree: Int32Array;
}

/** Targets of one answer a word, root first; −1 for none. */
export function certain(answers: ArrayLike<number>): Targets {
  const kept: number[] = [];
  const starts = new Int32Array(answers.length + 1);
  for (let i = 0; i < answers.length; i++) {
    const answer = answers[i] as number;
    if (i > 0 && answer >= 0) kept.push(answer);
    starts[i + 1] = kept.length;
  }
  return { starts, answers: Int32Array.from(kept), shares: new Float32Array(kept.length).fill(1) };
}

/** Answers with less than this are left out. */
const LEAST_SHARE = 0.03;

/**
 * Targets from a sentence's probabilities, the small ones left out.
 *
 * @param shareOf probability of an answer for a word
 */
export function uncertain(
  size: number,
  answerCount: number,
  shareOf: (word: number, answer: number) => number,
): Targets {
  const answers: number[] = [];
  const shares: number[] = [];
  const starts = new Int32Array(size + 1);
  for (let word = 0; word < size; word++) {
    if (word > 0) {
      const from = shares.length;
      let sum = 0;
      for (let answer = 0; answer < answerCount; answer++) {
        const share = shareOf(word, answer);
        if (share < LEAST_SHARE) continue;
        answers.push(answer);
        shares.push(share);
        sum += share;
      }
      for (let i = from; i < shares.length; i++) shares[i] = (shares[i] as number) / sum;
    }
    starts[word + 1] = shares.length;
  }
  return { starts, answers: Int32Array.from(answers), shares: Float32Array.from(shares) };
}
