/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The artificial root stands at the end of
 * the buffer, as word `length`. Actions: 0 shift; 1 + l attaches the top of the stack to the front of the buffer with
 * label l (left arc); 1 + labels + l attaches it to the word below it on the stack (right arc).
 */
export interface ParseState {
  readonly labels: number;
  readonly rootLabel: number;
  length: number;
  stackSize: number;
  /** Front of the buffer. */
  front: number;
  capacity: number;
  stack: Int32Array;
  heads: Int32Array;
  relations: Int32Array;
  /** Outermost and next dependents on each side, −1 where none. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  /** Numbers of dependents. */
  leftCount: Int32Array;
  rightCount: Int32Array;
  /** Words, joint tags and universal tags by index; the root's place holds −7. */
  words: Int32Array;
  tags: Int32Array;
  upos: Int32Array;
}

export function parseState(labels: number, rootLabel: number): ParseState {
  return { labels, rootLabel, length: 0, stackSize: 0, front: 0, capacity: 0, ...columns(0) };
}

function columns(size: number) {
  const column = (): Int32Array => new Int32Array(size);
  return {
    stack: column(),
    heads: column(),
    relations: column(),
    left1: column(),
    left2: column(),
    right1: column(),
    right2: column(),
    leftCount: column(),
    rightCount: column(),
    words: column(),
    tags: column(),
    upos: column(),
  };
}

/** Makes room for a sentence; its words and tags are then written to `words`, `tags` and `upos`. */
export function begin(state: ParseState, length: number): void {
  if (length + 2 > state.capacity) {
    state.capacity = Math.max(512, 2 * length);
    Object.assign(state, columns(state.capacity));
  }
  state.length = length;
  state.stackSize = 0;
  state.front = 0;
  for (const column of [state.heads, state.relations, state.left1, state.left2, state.right1, state.right2]) {
    column.fill(-1, 0, length + 1);
  }
  state.leftCount.fill(0, 0, length + 1);
  state.rightCount.fill(0, 0, length + 1);
  state.words[length] = -7;
  state.tags[length] = -7;
  state.upos[length] = -7;
}

export const finished = (state: ParseState): boolean => state.front === state.length && state.stackSize === 0;

/** Carries out an action that `bestAction` or the oracle chose. */
export function apply(state: ParseState, action: number): void {
  const { stack, labels } = state;
  if (action === 0) {
    stack[state.stackSize++] = state.front++;
    return;
  }
  const dependent = stack[--state.stackSize] as number;
  if (action <= labels) attachLeft(state, state.front, dependent, action - 1);
  else attachRight(state, stack[state.stackSize - 1] as number, dependent, action - 1 - labels);
}

function attachLeft(state: ParseState, head: number, dependent: number, label: number): void {
  state.heads[dependent] = head;
  state.relations[dependent] = label;
  state.left2[head] = state.left1[head] as number;
  state.left1[head] = dependent;
  state.leftCount[head] = (state.leftCount[head] as number) + 1;
}

function attachRight(state: ParseState, head: number, dependent: number, label: number): void {
  state.heads[dependent] = head;
  state.relations[dependent] = label;
  state.right2[head] = state.right1[head] as number;
  state.right1[head] = dependent;
  state.rightCount[head] = (state.rightCount[head] as number) + 1;
}

/** Whether an action can be taken: exactly one word hangs from the root, by the root's relation. */
export function isLegal(state: ParseState, action: number): boolean {
  const { labels, rootLabel, stackSize, front, length } = state;
  if (action === 0) return front < length;
  if (action <= labels) {
    if (stackSize < 1) return false;
    const root = action - 1 === rootLabel;
    return front < length ? !root : root && stackSize === 1;
  }
  return stackSize >= 2 && action - 1 - labels !== rootLabel;
}

/** The legal action with the highest score. */
export function bestAction(state: ParseState, scores: Int32Array | Float64Array): number {
  const { labels, rootLabel, stackSize, front, length } = state;
  let best = -1;
  let top = -Infinity;
  if (front < length) {
    best = 0;
    top = scores[0] as number;
    if (stackSize >= 1) {
      for (let action = 1; action <= labels; action++) {
        if ((scores[action] as number) > top && action - 1 !== rootLabel) {
          top = scores[action] as number;
          best = action;
        }
      }
    }
  } else if (stackSize === 1) return 1 + rootLabel;
  if (stackSize >= 2) {
    for (let action = labels + 1; action <= 2 * labels; action++) {
      if ((scores[action] as number) > top && action - 1 - labels !== rootLabel) {
        top = scores[action] as number;
        best = action;
      }
    }
  }
  return best;
}
