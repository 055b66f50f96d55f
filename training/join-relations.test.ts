import { describe, expect, it } from 'vitest';
import type { RelationModel } from '../src/reader/relations/relation-model.js';
import { layout, type RelationShape, relationPass } from '../src/reader/relations/relation-network.js';
import { joinModels } from './join-relations.js';

function model(file: string, features: readonly string[], scale: number): RelationModel & { file: string } {
  const shape: RelationShape = {
    features: features.length,
    whole: 1,
    vector: 2,
    hidden: 4,
    heads: 2,
    classes: 2,
  };
  const weights = Float64Array.from({ length: layout(shape).length }, (_, k) => scale * Math.sin(k + 1));
  return {
    file,
    shape,
    features,
    whole: ['silent'],
    classes: ['AGREE/1', 'none/0'],
    networks: [weights],
    sharpness: 1,
  };
}

const input = (features: readonly (readonly number[])[]) => ({
  length: 2,
  features,
  vectors: Float64Array.from([0.3, -0.2, 0.5, 0.1]),
  heads: Int32Array.from([1, -1]),
  edges: Uint8Array.from([1, 0]),
  whole: [0],
});

describe('networks that were trained apart', () => {
  const a = model('a.bin', ['subject', 'object'], 0.4);
  const b = model('b.bin', ['object', 'passive'], 0.7);

  it('each judge as before, by what they know themselves', () => {
    const joint = joinModels([a, b]);
    expect(joint.features).toEqual(['subject', 'object', 'passive']);
    const alone = relationPass(b.shape, b.networks[0] as Float64Array, input([[0], [1]]));
    const together = relationPass(joint.shape, joint.networks[1] as Float64Array, input([[1], [2]]));
    expect([...together.classes]).toEqual([...alone.classes]);
    expect([...together.recipient]).toEqual([...alone.recipient]);
    // "Subject" is nothing to the second one.
    const unseen = relationPass(joint.shape, joint.networks[1] as Float64Array, input([[0, 1], [2]]));
    expect([...unseen.classes]).toEqual([...alone.classes]);
  });

  it('tell the same classes, or the file is named', () => {
    const other = { ...b, classes: ['AGREE/1', 'AID/2'] };
    expect(() => joinModels([a, other])).toThrow(/b\.bin/);
    expect(() => joinModels([])).toThrow(/no file/);
  });
});
