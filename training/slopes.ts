import type { Parameters } from './network-parameters.js';

/**
 * How far the gradient of a part's weight that is felt most is from the slope of the loss by small differences, as a share of it.
 *
 * @param learn adds the gradients of a batch to those of the parameters and returns its loss
 */
export function slopeError(parameters: Parameters, name: string, learn: () => number): number {
  const clear = (): void => parameters.step({ rate: 0, scale: 1, keep: 0 });
  const weights = parameters.view(name, 'weights');
  learn();
  const gradients = new Float32Array(weights.buffer, parameters.gradient(name), weights.length).slice();
  clear();
  const at = gradients.reduce((best, x, i) => (Math.abs(x) > Math.abs(gradients[best] ?? 0) ? i : best), 0);
  const loss = (change: number): number => {
    const before = weights[at] ?? 0;
    weights[at] = before + change;
    const result = learn();
    weights[at] = before;
    clear();
    return result;
  };
  const slope = (loss(0.01) - loss(-0.01)) / 0.02;
  return Math.abs(slope / (gradients[at] ?? 0) - 1);
}
