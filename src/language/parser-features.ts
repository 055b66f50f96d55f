import { mix } from './hashing.js';
import type { ParseState } from './transitions.js';

/** Room that a caller must give for either kind of features. */
export const PARSER_FEATURES = 128;

const NONE = -1;
const bucket = (distance: number): number => (distance > 10 ? 7 : distance > 5 ? 6 : distance);
const pair = (a: number, b: number): number => (Math.imul(a, 31337) ^ b) | 0;

const relationOf = ({ relations }: ParseState, word: number): number =>
  word < 0 ? NONE : (relations[word] as number);

/**
 * Feature keys of the first four words of the buffer (n0 to n3), which stay the same until the next shift.
 *
 * @returns the number of features in `out`
 */
export function bufferFeatures({ front, length, words, tags }: ParseState, out: Uint32Array): number {
  const n0w = words[front] as number;
  const n0t = tags[front] as number;
  const n1w = front + 1 <= length ? (words[front + 1] as number) : NONE;
  const n1t = front + 1 <= length ? (tags[front + 1] as number) : NONE;
  const n2w = front + 2 <= length ? (words[front + 2] as number) : NONE;
  const n2t = front + 2 <= length ? (tags[front + 2] as number) : NONE;
  const n3t = front + 3 <= length ? (tags[front + 3] as number) : NONE;
  let k = 0;
  out[k++] = mix(0, n0w, n0t, 0);
  out[k++] = mix(1, n0w, 0, 0);
  out[k++] = mix(2, n0t, 0, 0);
  out[k++] = mix(3, n1w, n1t, 0);
  out[k++] = mix(4, n1w, 0, 0);
  out[k++] = mix(5, n1t, 0, 0);
  out[k++] = mix(6, n2w, n2t, 0);
  out[k++] = mix(7, n2t, 0, 0);
  out[k++] = mix(8, n2t, n3t, 0);
  out[k++] = mix(9, n0t, n1t, 0);
  out[k++] = mix(10, n0w, n1w, 0);
  out[k++] = mix(11, n0t, n1t, n2t);
  return k;
}

/**
 * Feature keys that look at the stack too, after Zhang and Nivre (2011): words and tags of its three topmost words (s0
 * to s2) with the buffer's, their outermost dependents, valencies and distances. Features of words that
 * are not there are left out.
 *
 * @returns the number of features in `out`, after `from`
 */
export function stackFeatures(state: ParseState, out: Uint32Array, from: number): number {
  const { stack, stackSize, front, length, words, tags, upos, relations } = state;
  const s0 = stack[stackSize - 1] as number;
  const s1 = stackSize > 1 ? (stack[stackSize - 2] as number) : NONE;
  const s0w = words[s0] as number;
  const s0t = tags[s0] as number;
  const s0u = upos[s0] as number;
  const n0w = words[front] as number;
  const n0t = tags[front] as number;
  const n0u = upos[front] as number;
  const n1t = front + 1 <= length ? (tags[front + 1] as number) : NONE;
  const n2t = front + 2 <= length ? (tags[front + 2] as number) : NONE;
  const far0 = bucket(front - s0);
  const S0 = pair(s0w, s0t);
  const N0 = pair(n0w, n0t);
  const s0l = state.left1[s0] as number;
  const s0r = state.right1[s0] as number;
  const n0l = state.left1[front] as number;
  const s0lr = s0l < 0 ? NONE : (relations[s0l] as number);
  const s0rr = s0r < 0 ? NONE : (relations[s0r] as number);
  const n0lr = n0l < 0 ? NONE : (relations[n0l] as number);
  let k = from;
  out[k++] = mix(12, S0, 0, 0);
  out[k++] = mix(13, s0w, 0, 0);
  out[k++] = mix(14, s0t, 0, 0);
  out[k++] = mix(15, S0, N0, 0);
  out[k++] = mix(16, S0, n0w, 0);
  out[k++] = mix(17, s0t, N0, 0);
  out[k++] = mix(18, s0w, n0w, 0);
  out[k++] = mix(19, s0t, n0t, far0);
  out[k++] = mix(20, s0w, n0t, n1t);
  out[k++] = mix(21, s0t, n0t, n1t);
  out[k++] = mix(22, s0w, far0, 0);
  out[k++] = mix(23, s0w, n0w, far0);
  out[k++] = mix(24, s0t, pair(n0t, n1t), n2t);
  out[k++] = mix(25, s0w, n0w, n1t);
  out[k++] = mix(26, pair(s0u, n0u), pair(s0rr, s0lr), n0lr);
  out[k++] = mix(27, s0w, s0lr, s0rr);
  out[k++] = mix(28, s0t, n0t, 0);
  out[k++] = mix(29, S0, n0t, 0);
  out[k++] = mix(30, s0t, state.rightCount[s0] as number, state.leftCount[s0] as number);
  out[k++] = mix(31, n0t, state.leftCount[front] as number, 0);
  out[k++] = mix(32, s0w, state.rightCount[s0] as number, state.leftCount[s0] as number);
  out[k++] = mix(33, n0w, state.leftCount[front] as number, 0);
  out[k++] = mix(34, relationOf(state, state.left2[s0] as number), s0lr, s0t);
  out[k++] = mix(35, relationOf(state, state.right2[s0] as number), s0rr, s0t);
  out[k++] = mix(36, relationOf(state, state.left2[front] as number), n0lr, n0t);
  if (s0l >= 0) {
    const s0lw = words[s0l] as number;
    const s0lt = tags[s0l] as number;
    out[k++] = mix(37, s0lw, s0lr, 0);
    out[k++] = mix(38, s0lt, s0lr, s0t);
    out[k++] = mix(39, pair(s0lt, s0lr), s0t, n0t);
    out[k++] = mix(40, s0lw, s0t, n0t);
  }
  if (s0r >= 0) {
    const s0rw = words[s0r] as number;
    const s0rt = tags[s0r] as number;
    out[k++] = mix(41, s0rw, s0rr, 0);
    out[k++] = mix(42, s0rt, s0rr, s0t);
    out[k++] = mix(43, pair(s0rt, s0rr), s0t, n0t);
    out[k++] = mix(44, s0w, s0rr, n0t);
    out[k++] = mix(45, s0rw, s0w, n0t);
    out[k++] = mix(46, s0rw, n0w, s0w);
  }
  if (n0l >= 0) {
    const n0lt = tags[n0l] as number;
    out[k++] = mix(47, words[n0l] as number, n0lr, 0);
    out[k++] = mix(48, n0lt, n0lr, n0t);
    out[k++] = mix(49, s0t, n0t, pair(n0lt, n0lr));
    out[k++] = mix(50, n0w, n0lr, s0t);
  }
  if (s1 < 0) {
    out[k++] = mix(51, s0t, n0t, 0);
    return k;
  }
  const s1w = words[s1] as number;
  const s1t = tags[s1] as number;
  const s1u = upos[s1] as number;
  const s2 = stackSize > 2 ? (stack[stackSize - 3] as number) : NONE;
  const s2w = s2 < 0 ? NONE : (words[s2] as number);
  const s2t = s2 < 0 ? NONE : (tags[s2] as number);
  const s2u = s2 < 0 ? NONE : (upos[s2] as number);
  const n1u = front + 1 <= length ? (upos[front + 1] as number) : NONE;
  const far1 = bucket(s0 - s1);
  const s1l = state.left1[s1] as number;
  const s1r = state.right1[s1] as number;
  const s1rr = s1r < 0 ? NONE : (relations[s1r] as number);
  out[k++] = mix(52, s1w, s1t, 0);
  out[k++] = mix(53, s1w, 0, 0);
  out[k++] = mix(54, s1t, 0, 0);
  out[k++] = mix(55, pair(s1w, s1t), S0, 0);
  out[k++] = mix(56, s1w, s0w, 0);
  out[k++] = mix(57, s1w, s0t, 0);
  out[k++] = mix(58, s1t, s0w, 0);
  out[k++] = mix(59, s1t, s0t, 0);
  out[k++] = mix(60, s1t, n0t, 0);
  out[k++] = mix(61, s1w, n0t, 0);
  out[k++] = mix(62, s1t, n0w, 0);
  out[k++] = mix(63, s1t, s0t, n0t);
  out[k++] = mix(64, s2t, s1t, s0t);
  out[k++] = mix(65, s1w, s0t, n0t);
  out[k++] = mix(66, s1t, s0t, n0w);
  out[k++] = mix(67, s1t, s0t, far1);
  out[k++] = mix(68, s0w, far1, 0);
  out[k++] = mix(69, s1w, far1, 0);
  out[k++] = mix(70, relationOf(state, state.right2[s1] as number), s1rr, s1t);
  out[k++] = mix(71, s1t, s0w, n0t);
  out[k++] = mix(72, s1w, state.rightCount[s1] as number, 0);
  out[k++] = mix(73, s1t, state.rightCount[s1] as number, state.leftCount[s1] as number);
  out[k++] = mix(74, pair(s0u, s1u), pair(n0u, n1u), s2u);
  out[k++] = mix(75, pair(s0u, s1u), pair(s1rr, s0lr), n0u);
  out[k++] = mix(76, s2w, s1t, s0t);
  out[k++] = mix(77, s1w, s0w, n0t);
  if (s0l >= 0) {
    const s0lw = words[s0l] as number;
    out[k++] = mix(78, s1t, s0t, pair(tags[s0l] as number, s0lr));
    out[k++] = mix(79, s1w, s0lw, s0t);
    out[k++] = mix(80, s1w, s0w, s0lw);
    out[k++] = mix(81, s1t, s0lw, s0t);
  }
  if (s0r >= 0) out[k++] = mix(82, s1t, s0t, pair(tags[s0r] as number, s0rr));
  if (s1r >= 0) {
    const s1rt = tags[s1r] as number;
    out[k++] = mix(83, words[s1r] as number, s1rr, s0t);
    out[k++] = mix(84, s1t, s1rt, s1rr);
    out[k++] = mix(85, words[s1r] as number, s1rr, 0);
    out[k++] = mix(86, s1w, s1rr, s0t);
    out[k++] = mix(87, s1t, pair(s1rt, s1rr), s0t);
  }
  if (s1l >= 0) {
    const s1lr = relations[s1l] as number;
    out[k++] = mix(88, words[s1l] as number, s1lr, s0t);
    out[k++] = mix(89, s1t, pair(tags[s1l] as number, s1lr), s0t);
    out[k++] = mix(90, s1w, s1lr, s0t);
    out[k++] = mix(91, words[s1l] as number, s1lr, 0);
  }
  return k;
}
