/**
 * Mends heads that are each word's best so that they make one tree with one root: the maximum spanning arborescence (Chu &
 * Liu 1965, Edmonds 1967) under the root that gains most.
 *
 * @param size words and root, which is row 0
 * @param scores of word i under head j at `from + i × size + j`
 * @param heads each word's best head; changed in place
 */
export function mendTree(size: number, scores: Float32Array, from: number, heads: Int32Array): void {
  let roots = 0;
  for (let i = 1; i < size; i++) if (heads[i] === 0) roots++;
  if (roots === 1 && !cycleIn(size, heads)) return;
  const root = bestRoot(size, scores, from);
  for (let i = 1; i < size; i++) {
    if (i === root) heads[i] = 0;
    else if (heads[i] === 0) heads[i] = bestHead(size, scores, from, i);
  }
  if (cycleIn(size, heads)) span(size, root, scores, from, heads);
}

function bestHead(size: number, scores: Float32Array, from: number, word: number): number {
  let best = word === 1 ? 2 : 1;
  for (let j = 1; j < size; j++)
    if (j !== word && at(scores, from + word * size + j) > at(scores, from + word * size + best)) best = j;
  return best;
}

/** The word whose score under the root is most above that under its best other head. */
function bestRoot(size: number, scores: Float32Array, from: number): number {
  if (size === 2) return 1;
  let root = 1;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < size; i++) {
    const other = at(scores, from + i * size + bestHead(size, scores, from, i));
    const gain = at(scores, from + i * size) - other;
    if (gain > most) {
      most = gain;
      root = i;
    }
  }
  return root;
}

const at = (array: Float32Array | Float64Array | Int32Array, index: number): number => array[index] as number;

function cycleIn(size: number, heads: Int32Array): boolean {
  const seen = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let word = i;
    while (word > 0 && seen[word] === 0) {
      seen[word] = i;
      word = at(heads, word);
    }
    if (word > 0 && seen[word] === i) return true;
  }
  return false;
}

interface Arc {
  readonly word: number;
  readonly head: number;
}

/** A cycle made one node: its members, the arc of the cycle into each, and in which member each of its words is. */
interface Contraction {
  readonly node: number;
  readonly into: ReadonlyMap<number, Arc>;
  readonly memberOf: ReadonlyMap<number, number>;
}

/** The arborescence under `root`, by contracting cycle after cycle in one matrix: O(size²) for each of them. */
function span(size: number, root: number, scores: Float32Array, from: number, heads: Int32Array): void {
  const graph = graphOf(size, root, scores, from);
  const contractions: Contraction[] = [];
  const words = new Map<number, readonly number[]>();
  let nodes: number[] = [];
  for (let i = 1; i < size; i++) {
    nodes.push(i);
    words.set(i, [i]);
  }
  let best = bestHeads(graph, nodes, root);
  for (let cycle = findCycle(nodes, best); cycle; cycle = findCycle(nodes, best)) {
    const node = cycle[0] as number;
    contractions.push({
      node,
      into: new Map(cycle.map((one) => [one, graph.arc(one, best.get(one) as number)])),
      memberOf: new Map(cycle.flatMap((one) => (words.get(one) ?? []).map((word) => [word, one] as const))),
    });
    words.set(
      node,
      cycle.flatMap((one) => words.get(one) ?? []),
    );
    const members = cycle;
    nodes = nodes.filter((one) => one === node || !members.includes(one));
    graph.contract(node, members, best, nodes);
    best = bestHeads(graph, nodes, root);
  }
  const arcs = new Map([...best].map(([node, head]) => [node, graph.arc(node, head)]));
  for (const { node, into, memberOf } of contractions.reverse()) {
    const entering = arcs.get(node) as Arc;
    const entered = memberOf.get(entering.word);
    for (const [member, arc] of into) arcs.set(member, member === entered ? entering : arc);
  }
  for (const { word, head } of arcs.values()) heads[word] = head;
}

/** Gains of arcs between nodes, and between which words each of them runs. */
function graphOf(size: number, root: number, scores: Float32Array, from: number) {
  const gains = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(size * size);
  const leaves = new Int32Array(size * size);
  for (let i = 1; i < size; i++) {
    for (let j = 1; j < size; j++) {
      const arc = i * size + j;
      if (i !== j && i !== root) gains[arc] = at(scores, from + arc);
      enters[arc] = i;
      leaves[arc] = j;
    }
  }
  const copy = (to: number, arc: number, gain: number): void => {
    gains[to] = gain;
    enters[to] = at(enters, arc);
    leaves[to] = at(leaves, arc);
  };
  return {
    gain: (node: number, head: number): number => at(gains, node * size + head),
    arc: (node: number, head: number): Arc => ({
      word: at(enters, node * size + head),
      head: at(leaves, node * size + head),
    }),
    /** Arcs from and to the members become arcs of `node`; an arc to it is worth what it gains over the cycle's own. */
    contract(
      node: number,
      members: readonly number[],
      best: ReadonlyMap<number, number>,
      nodes: readonly number[],
    ): void {
      const own = new Map(members.map((one) => [one, at(gains, one * size + (best.get(one) as number))]));
      for (const other of nodes) {
        if (other === node) continue;
        let [into, intoGain] = [-1, Number.NEGATIVE_INFINITY];
        let [outOf, outGain] = [-1, Number.NEGATIVE_INFINITY];
        for (const one of members) {
          const gain = at(gains, one * size + other) - (own.get(one) as number);
          if (into < 0 || gain > intoGain) [into, intoGain] = [one * size + other, gain];
          const back = at(gains, other * size + one);
          if (outOf < 0 || back > outGain) [outOf, outGain] = [other * size + one, back];
        }
        copy(node * size + other, into, intoGain);
        copy(other * size + node, outOf, outGain);
      }
    },
  };
}

function bestHeads(
  graph: ReturnType<typeof graphOf>,
  nodes: readonly number[],
  root: number,
): Map<number, number> {
  const best = new Map<number, number>();
  for (const node of nodes) {
    if (node === root) continue;
    let head = -1;
    for (const other of nodes)
      if (other !== node && (head < 0 || graph.gain(node, other) > graph.gain(node, head))) head = other;
    best.set(node, head);
  }
  return best;
}

function findCycle(nodes: readonly number[], best: ReadonlyMap<number, number>): number[] | undefined {
  const seen = new Map<number, number>();
  for (const start of nodes) {
    let node: number | undefined = start;
    while (node !== undefined && !seen.has(node)) {
      seen.set(node, start);
      node = best.get(node);
    }
    if (node === undefined || seen.get(node) !== start) continue;
    const cycle = [node];
    for (let next = best.get(node); next !== undefined && next !== node; next = best.get(next))
      cycle.push(next);
    return cycle;
  }
  return undefined;
}
