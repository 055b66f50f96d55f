import type { Matrix, NetworkWeights } from '../src/language/network-weights.js';
import type { Parameters, TrainedShape } from './network-parameters.js';
import { quantiseMatrix, quantiseTable } from './quantise.js';
import type { Vectors } from './vectors.js';

/** The trained weights in the whole numbers of the network at work. */
export function exportNetwork(
  parameters: Parameters,
  { rows: _, tags, labels, ...shape }: TrainedShape,
  forms: Uint32Array,
  vectors: Vectors,
): NetworkWeights {
  const matrix = (name: string, columns: number, bias: Float32Array): Matrix =>
    quantiseMatrix(parameters.view(name), parameters.rows(name), columns, parameters.columns(name), bias);
  const plain = (name: string, columns = parameters.columns(name)): [string, Matrix] => [
    name,
    matrix(name, columns, parameters.view(`${name}.bias`)),
  ];
  const half = shape.width / 2;
  const recurrences: Float32Array[] = [];
  const layers: [string, Matrix][] = [];
  for (let layer = 0; layer < shape.layers; layer++) {
    const forward = parameters.view(`layer${layer}.forward`);
    const backward = parameters.view(`layer${layer}.backward`);
    // Columns are candidate, forget and reset of the one direction, then of the other; the gates have biases.
    const bias = new Float32Array(6 * half);
    bias.set(forward.subarray(2 * half, 4 * half), half);
    bias.set(backward.subarray(2 * half, 4 * half), 4 * half);
    layers.push([`layer${layer}`, matrix(`layer${layer}`, 6 * half, bias)]);
    recurrences.push(forward.slice(0, 2 * half), backward.slice(0, 2 * half));
  }
  const features = quantiseTable(parameters.view('features'));
  return {
    shape,
    forms,
    features: features.values,
    featureScale: features.scale,
    vectorForms: vectors.forms,
    vectors: vectors.values,
    vectorScale: vectors.scale,
    matrices: Object.fromEntries([
      plain('hidden'),
      plain('input'),
      ...layers,
      plain('tags', tags),
      plain('arcs'),
      plain('relations'),
      plain('bilinear'),
      plain('labels', labels),
    ]),
    recurrences,
    distances: parameters.view('distances').slice(),
  };
}
