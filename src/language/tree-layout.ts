/** What is drawn of a sentence; a parsed one has it all. */
export interface Drawable {
  readonly length: number;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head within the sentence; −1 for the root. */
  readonly heads: ArrayLike<number>;
  readonly deprels: readonly string[];
}

/** An arc from a head to a dependent; words are numbered from 0. */
export interface Arc {
  readonly head: number;
  readonly dependent: number;
  readonly relation: string;
  /** 1 for the lowest. Arcs of one level have no gap between words in common. */
  readonly level: number;
}

/** The arcs of a tree with their levels: an arc runs above all that lie within it or cross it and are shorter. */
export function arcsOf({ heads, deprels, length }: Pick<Drawable, 'heads' | 'deprels' | 'length'>): {
  arcs: Arc[];
  levels: number;
} {
  const spans: { head: number; dependent: number; left: number; right: number }[] = [];
  for (let dependent = 0; dependent < length; dependent++) {
    const head = heads[dependent] ?? -1;
    if (head < 0 || head >= length || head === dependent) continue;
    spans.push({ head, dependent, left: Math.min(head, dependent), right: Math.max(head, dependent) });
  }
  spans.sort((a, b) => a.right - a.left - (b.right - b.left) || a.left - b.left);
  const heights = new Int32Array(Math.max(0, length - 1)); // the highest arc so far above the gap after each word
  let levels = 0;
  const arcs = spans.map(({ head, dependent, left, right }): Arc => {
    let below = 0;
    for (let gap = left; gap < right; gap++) below = Math.max(below, heights[gap] ?? 0);
    heights.fill(below + 1, left, right);
    levels = Math.max(levels, below + 1);
    return { head, dependent, relation: deprels[dependent] ?? '', level: below + 1 };
  });
  return { arcs, levels };
}

/** Where an arc stands, in pixels. */
export interface PlacedArc extends Arc {
  /** Where it leaves its head and where its arrow ends; equal for none. */
  readonly from: number;
  readonly to: number;
}

export interface Placed {
  /** The middle of each word. */
  readonly middles: Float64Array;
  /** Where the arrow to each root ends, by its word. */
  readonly roots: ReadonlyMap<number, number>;
  readonly arcs: readonly PlacedArc[];
  readonly width: number;
}

/** Space between two words, and beside a relation's name on its arc. */
const GAP = 14;
const LABEL_ROOM = 12;
/** Distance of the feet of two arcs at one word. */
const FOOT = 7;

/**
 * Sets words in a row and arcs on them, so that each word has its room and each relation's name fits under its arc. At a
 * word, arcs to the left stand left of those to the right and higher arcs nearer to the middle, so that feet do not cross.
 *
 * @param wordWidths of the words, in pixels
 * @param labelWidth width of a relation's name
 */
export function placeTree(
  arcs: readonly Arc[],
  wordWidths: readonly number[],
  labelWidth: (relation: string) => number,
): Placed {
  const count = wordWidths.length;
  const held = new Set(arcs.map(({ dependent }) => dependent));
  const roots = Array.from({ length: count }, (_, word) => word).filter((word) => !held.has(word));
  const feet = footOffsets(arcs, roots, wordWidths);
  const ending: number[][] = Array.from({ length: count }, () => []);
  for (const [number, { head, dependent }] of arcs.entries()) ending[Math.max(head, dependent)]?.push(number);
  const middles = new Float64Array(count);
  for (let word = 0; word < count; word++) {
    const half = (wordWidths[word] ?? 0) / 2;
    const before = word === 0 ? 0 : (middles[word - 1] ?? 0) + (wordWidths[word - 1] ?? 0) / 2;
    let middle = before + (word === 0 ? GAP / 2 : GAP) + half;
    for (const number of ending[word] ?? []) {
      const arc = arcs[number];
      if (!arc) continue;
      const leftIsHead = arc.head < arc.dependent;
      const [fromFoot, toFoot] = [feet.heads[number] ?? 0, feet.dependents[number] ?? 0];
      const [leftFoot, rightFoot] = leftIsHead ? [fromFoot, toFoot] : [toFoot, fromFoot];
      const start = (middles[leftIsHead ? arc.head : arc.dependent] ?? 0) + leftFoot;
      middle = Math.max(middle, start + labelWidth(arc.relation) + LABEL_ROOM - rightFoot);
    }
    middles[word] = middle;
  }
  const width = count === 0 ? 0 : (middles[count - 1] ?? 0) + (wordWidths[count - 1] ?? 0) / 2 + GAP / 2;
  return {
    middles,
    width,
    roots: new Map(roots.map((word) => [word, (middles[word] ?? 0) + (feet.roots.get(word) ?? 0)])),
    arcs: arcs.map((arc, number) => ({
      ...arc,
      from: (middles[arc.head] ?? 0) + (feet.heads[number] ?? 0),
      to: (middles[arc.dependent] ?? 0) + (feet.dependents[number] ?? 0),
    })),
  };
}

/** How far from the middle of its word each arc's feet and each root's arrow stand. */
function footOffsets(arcs: readonly Arc[], rootWords: readonly number[], wordWidths: readonly number[]) {
  const heads = new Float64Array(arcs.length);
  const dependents = new Float64Array(arcs.length);
  const roots = new Map<number, number>();
  interface Foot {
    readonly side: -1 | 0 | 1;
    readonly level: number;
    readonly put: (offset: number) => void;
  }
  const atWord: Foot[][] = wordWidths.map(() => []);
  arcs.forEach(({ head, dependent, level }, number) => {
    const side = dependent > head ? 1 : -1;
    atWord[head]?.push({ side, level, put: (offset) => (heads[number] = offset) });
    atWord[dependent]?.push({
      side: side === 1 ? -1 : 1,
      level,
      put: (offset) => (dependents[number] = offset),
    });
  });
  for (const word of rootWords)
    atWord[word]?.push({ side: 0, level: 0, put: (offset) => roots.set(word, offset) });
  atWord.forEach((feet, word) => {
    feet.sort((a, b) => a.side - b.side || (a.level - b.level) * -a.side);
    const step = Math.min(FOOT, Math.max(0, (wordWidths[word] ?? 0) - 4) / Math.max(1, feet.length - 1));
    for (const [place, { put }] of feet.entries()) put((place - (feet.length - 1) / 2) * step);
  });
  return { heads, dependents, roots };
}
