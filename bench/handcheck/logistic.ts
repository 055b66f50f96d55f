export interface Example {
  readonly x: readonly number[];
  /** 0 to 1. */
  readonly y: number;
}

/** Logistic regression by Newton's method, with a pull (ridge) towards nothing on all weights but the first. */
export function weightsFor(data: readonly Example[], pull = 1): number[] {
  const size = (data[0] as Example).x.length;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 12; step++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : -pull * w));
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-9 : pull) : 0)));
    for (const { x, y } of data) {
      const p = chance(weights, x);
      for (let i = 0; i < size; i++) {
        const xi = x[i] as number;
        gradient[i] = (gradient[i] as number) + (y - p) * xi;
        const line = curvature[i] as number[];
        for (let j = 0; j < size; j++) line[j] = (line[j] as number) + p * (1 - p) * xi * (x[j] as number);
      }
    }
    for (const [i, change] of solved(curvature, gradient).entries())
      weights[i] = (weights[i] as number) + change;
  }
  return weights;
}

/** Gauss and Jordan's elimination; the matrix is positive definite, so that no pivot is nothing. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] as number]);
  for (const [i, pivot] of lines.entries())
    for (const [k, line] of lines.entries()) {
      if (k === i) continue;
      const factor = (line[i] as number) / (pivot[i] as number);
      for (let c = i; c < line.length; c++) line[c] = (line[c] as number) - factor * (pivot[c] as number);
    }
  return lines.map((line, i) => (line.at(-1) as number) / (line[i] as number));
}

export function chance(weights: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * (weights[k] as number), 0)));
}
