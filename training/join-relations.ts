import type { RelationModel } from '../src/reader/relations/relation-model.js';
import {
  layout,
  PARTS,
  type PartName,
  type RelationShape,
} from '../src/reader/relations/relation-network.js';

/**
 * Networks that were trained apart, by other seeds or on parses by another model, as one that judges by the mean of them all. What one of
 * them never saw has no weight there, as when it meets it in a text.
 *
 * @throws Error that names the file whose networks tell other classes or are of another width
 */
export function joinModels(models: readonly (RelationModel & { readonly file: string })[]): RelationModel {
  const [first] = models;
  if (!first) throw new Error('--join: no file is given');
  const features = [...new Set(models.flatMap((m) => m.features))];
  const whole = [...new Set(models.flatMap((m) => m.whole))];
  const shape = { ...first.shape, features: features.length, whole: whole.length };
  const networks = models.flatMap((model) => {
    const { hidden, heads, vector } = model.shape;
    const alike =
      JSON.stringify(model.classes) === JSON.stringify(first.classes) &&
      hidden === shape.hidden &&
      heads === shape.heads &&
      vector === shape.vector;
    if (!alike)
      throw new Error(
        `--join ${model.file}: its networks tell other classes or are of another width; train it again`,
      );
    const rows = {
      features: model.features.map((name) => features.indexOf(name)),
      whole: model.whole.map((name) => whole.indexOf(name)),
    };
    return model.networks.map((weights) => widened(weights, model.shape, shape, rows));
  });
  return { shape, features, whole, classes: first.classes, networks, sharpness: first.sharpness };
}

function widened(
  weights: Float64Array,
  from: RelationShape,
  to: RelationShape,
  rows: Readonly<Partial<Record<PartName, readonly number[]>>>,
): Float64Array {
  const before = layout(from);
  const after = layout(to);
  const made = new Float64Array(after.length);
  for (const name of Object.keys(PARTS) as PartName[]) {
    const [count, columns] = PARTS[name](from);
    for (let row = 0; row < count; row++) {
      const start = before[name] + row * columns;
      made.set(weights.subarray(start, start + columns), after[name] + (rows[name]?.[row] ?? row) * columns);
    }
  }
  return made;
}
