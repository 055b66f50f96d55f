import { mix } from './hashing.js';
import type { ParseState } from './transitions.js';

export const PARSER_FEATURES = 112;

const NONE = -1;
const bucket = (distance: number): number => (distance > 10 ? 7 : distance > 5 ? 6 : distance);
const pair = (a: number, b: number): number => (Math.imul(a, 31337) ^ b) | 0;

/**
 * Feature keys of a parser configuration, after Zhang and Nivre (2011): words and tags of the three topmost words of
 * the stack (s) and the first four of the buffer (n), their outermost dependents, distances and valencies.
 *
 * @returns the number of features written to `out`
 */
export function parserFeatures(state: ParseState, out: Uint32Array): number {
  const { stack, stackSize, front, length, words, tags, upos, left1, left2, right1, right2, relations } =
    state;
  const s0 = stackSize > 0 ? (stack[stackSize - 1] as number) : NONE;
  const s1 = stackSize > 1 ? (stack[stackSize - 2] as number) : NONE;
  const s2 = stackSize > 2 ? (stack[stackSize - 3] as number) : NONE;
  const n0 = front;
  const n1 = front + 1 <= length ? front + 1 : NONE;
  const n2 = front + 2 <= length ? front + 2 : NONE;
  const n3 = front + 3 <= length ? front + 3 : NONE;
  const s0w = s0 < 0 ? NONE : (words[s0] as number);
  const s0t = s0 < 0 ? NONE : (tags[s0] as number);
  const s0u = s0 < 0 ? NONE : (upos[s0] as number);
  const s1w = s1 < 0 ? NONE : (words[s1] as number);
  const s1t = s1 < 0 ? NONE : (tags[s1] as number);
  const s1u = s1 < 0 ? NONE : (upos[s1] as number);
  const s2w = s2 < 0 ? NONE : (words[s2] as number);
  const s2t = s2 < 0 ? NONE : (tags[s2] as number);
  const s2u = s2 < 0 ? NONE : (upos[s2] as number);
  const n0w = words[n0] as number;
  const n0t = tags[n0] as number;
  const n0u = upos[n0] as number;
  const n1w = n1 < 0 ? NONE : (words[n1] as number);
  const n1t = n1 < 0 ? NONE : (tags[n1] as number);
  const n1u = n1 < 0 ? NONE : (upos[n1] as number);
  const n2w = n2 < 0 ? NONE : (words[n2] as number);
  const n2t = n2 < 0 ? NONE : (tags[n2] as number);
  const n3t = n3 < 0 ? NONE : (tags[n3] as number);
  const s0l = s0 < 0 ? NONE : (left1[s0] as number);
  const s0r = s0 < 0 ? NONE : (right1[s0] as number);
  const s0m = s0 < 0 ? NONE : (left2[s0] as number);
  const s0n = s0 < 0 ? NONE : (right2[s0] as number);
  const s1l = s1 < 0 ? NONE : (left1[s1] as number);
  const s1r = s1 < 0 ? NONE : (right1[s1] as number);
  const s1n = s1 < 0 ? NONE : (right2[s1] as number);
  const n0l = left1[n0] as number;
  const n0m = left2[n0] as number;
  const s0lt = s0l < 0 ? NONE : (tags[s0l] as number);
  const s0lr = s0l < 0 ? NONE : (relations[s0l] as number);
  const s0lw = s0l < 0 ? NONE : (words[s0l] as number);
  const s0rt = s0r < 0 ? NONE : (tags[s0r] as number);
  const s0rr = s0r < 0 ? NONE : (relations[s0r] as number);
  const s0rw = s0r < 0 ? NONE : (words[s0r] as number);
  const s0mr = s0m < 0 ? NONE : (relations[s0m] as number);
  const s0nr = s0n < 0 ? NONE : (relations[s0n] as number);
  const s1lr = s1l < 0 ? NONE : (relations[s1l] as number);
  const s1lw = s1l < 0 ? NONE : (words[s1l] as number);
  const s1lt = s1l < 0 ? NONE : (tags[s1l] as number);
  const s1rr = s1r < 0 ? NONE : (relations[s1r] as number);
  const s1rw = s1r < 0 ? NONE : (words[s1r] as number);
  const s1rt = s1r < 0 ? NONE : (tags[s1r] as number);
  const s1nr = s1n < 0 ? NONE : (relations[s1n] as number);
  const n0lt = n0l < 0 ? NONE : (tags[n0l] as number);
  const n0lr = n0l < 0 ? NONE : (relations[n0l] as number);
  const n0lw = n0l < 0 ? NONE : (words[n0l] as number);
  const n0mr = n0m < 0 ? NONE : (relations[n0m] as number);
  const far0 = s0 < 0 ? 0 : bucket(n0 - s0);
  const far1 = s1 < 0 ? 0 : bucket(s0 - s1);
  const right0 = s0 < 0 ? 0 : (state.rightCount[s0] as number);
  const left0 = s0 < 0 ? 0 : (state.leftCount[s0] as number);
  const rightS1 = s1 < 0 ? 0 : (state.rightCount[s1] as number);
  const leftS1 = s1 < 0 ? 0 : (state.leftCount[s1] as number);
  const leftN0 = state.leftCount[n0] as number;
  const S0 = pair(s0w, s0t);
  const S1 = pair(s1w, s1t);
  const N0 = pair(n0w, n0t);
  const s0left = pair(s0lr, s0t);
  const s0right = pair(s0rr, s0t);
  let k = 0;
  // One word.
  out[k++] = mix(0, S0, 0, 0);
  out[k++] = mix(1, s0w, 0, 0);
  out[k++] = mix(2, s0t, 0, 0);
  out[k++] = mix(3, N0, 0, 0);
  out[k++] = mix(4, n0w, 0, 0);
  out[k++] = mix(5, n0t, 0, 0);
  out[k++] = mix(6, n1w, n1t, 0);
  out[k++] = mix(7, n1w, 0, 0);
  out[k++] = mix(8, n1t, 0, 0);
  out[k++] = mix(9, n2w, n2t, 0);
  out[k++] = mix(10, n2w, 0, 0);
  out[k++] = mix(11, n2t, 0, 0);
  out[k++] = mix(12, S1, 0, 0);
  out[k++] = mix(13, s1w, 0, 0);
  out[k++] = mix(14, s1t, 0, 0);
  out[k++] = mix(15, s2w, s2t, 0);
  out[k++] = mix(16, s2t, 0, 0);
  out[k++] = mix(17, n3t, n2t, 0);
  // Two words.
  out[k++] = mix(18, S0, N0, 0);
  out[k++] = mix(19, S0, n0w, 0);
  out[k++] = mix(20, s0w, N0, 0);
  out[k++] = mix(21, S0, n0t, 0);
  out[k++] = mix(22, s0t, N0, 0);
  out[k++] = mix(23, s0w, n0w, 0);
  out[k++] = mix(24, s0t, n0t, 0);
  out[k++] = mix(25, n0t, n1t, 0);
  out[k++] = mix(26, S1, S0, 0);
  out[k++] = mix(27, s1w, s0w, 0);
  out[k++] = mix(28, s1w, s0t, 0);
  out[k++] = mix(29, s1t, s0w, 0);
  out[k++] = mix(30, s1t, s0t, 0);
  out[k++] = mix(31, s1w, n0w, 0);
  out[k++] = mix(32, s1t, n0t, 0);
  out[k++] = mix(33, s1w, n0t, 0);
  out[k++] = mix(34, s1t, n0w, 0);
  out[k++] = mix(35, s0w, n1t, n0t);
  out[k++] = mix(36, n0w, n1w, 0);
  // Three words.
  out[k++] = mix(37, n0t, n1t, n2t);
  out[k++] = mix(38, s0t, n0t, n1t);
  out[k++] = mix(39, s1t, s0t, n0t);
  out[k++] = mix(40, s2t, s1t, s0t);
  out[k++] = mix(41, pair(s0lt, s0left), n0t, 0);
  out[k++] = mix(42, pair(s0rt, s0right), n0t, 0);
  out[k++] = mix(43, s0t, n0t, pair(n0lt, n0lr));
  out[k++] = mix(44, s1t, pair(s1rt, s1rr), s0t);
  out[k++] = mix(45, s1t, s1lt, s0t);
  out[k++] = mix(46, s1t, pair(s0lt, s0lr), s0t);
  out[k++] = mix(47, s1t, pair(s0rt, s0rr), s0t);
  out[k++] = mix(48, s1w, s0t, n0t);
  out[k++] = mix(49, s1t, s0w, n0t);
  out[k++] = mix(50, s1t, s0t, n0w);
  // Distances.
  out[k++] = mix(51, s0w, far0, 0);
  out[k++] = mix(52, s0t, far0, n0t);
  out[k++] = mix(53, n0w, far0, 0);
  out[k++] = mix(54, s0w, n0w, far0);
  out[k++] = mix(55, s1w, far1, 0);
  out[k++] = mix(56, s1t, s0t, far1);
  out[k++] = mix(57, s0w, far1, 0);
  // Valencies.
  out[k++] = mix(58, s0w, right0, left0);
  out[k++] = mix(59, s0t, right0, left0);
  out[k++] = mix(60, n0w, leftN0, 0);
  out[k++] = mix(61, n0t, leftN0, 0);
  out[k++] = mix(62, s1w, rightS1, 0);
  out[k++] = mix(63, s1t, rightS1, leftS1);
  // Dependents.
  out[k++] = mix(64, s0lw, s0lr, 0);
  out[k++] = mix(65, s0lt, s0left, 0);
  out[k++] = mix(66, s0rw, s0rr, 0);
  out[k++] = mix(67, s0rt, s0right, 0);
  out[k++] = mix(68, n0lw, n0lr, 0);
  out[k++] = mix(69, n0lt, n0lr, n0t);
  out[k++] = mix(70, s1rw, s1rr, 0);
  out[k++] = mix(71, s1rt, s1rr, s1t);
  out[k++] = mix(72, s1lw, s1lr, 0);
  out[k++] = mix(73, s0mr, s0lr, s0t);
  out[k++] = mix(74, s0nr, s0rr, s0t);
  out[k++] = mix(75, n0mr, n0lr, n0t);
  out[k++] = mix(76, s1nr, s1rr, s1t);
  out[k++] = mix(77, s0w, s0lr, s0rr);
  out[k++] = mix(78, s0w, s0rr, n0t);
  out[k++] = mix(79, s1w, s1rr, s0t);
  out[k++] = mix(80, s1w, s1lr, s0t);
  out[k++] = mix(81, n0w, n0lr, s0t);
  out[k++] = mix(82, s0rw, s0w, n0t);
  out[k++] = mix(83, s0rw, n0w, 0);
  out[k++] = mix(84, s1w, s0lw, s0lr);
  out[k++] = mix(85, s0lw, s0t, s1t);
  // Coarse tags, wider.
  out[k++] = mix(86, pair(s0u, s1u), pair(n0u, n1u), s2u);
  out[k++] = mix(87, pair(s0u, n0u), pair(s0rr, s0lr), n0lr);
  out[k++] = mix(88, pair(s0u, s1u), pair(s1rr, s0lr), n0u);
  out[k++] = mix(89, s0u, n0u, pair(n1t, n2t));
  out[k++] = mix(90, s2w, s1t, s0t);
  out[k++] = mix(91, s1w, s0w, n0t);
  out[k++] = mix(92, s0w, n0w, n1t);
  out[k++] = mix(93, s0t, n0w, n1t);
  out[k++] = mix(94, pair(n0t, n1t), pair(n2t, n3t), s0t);
  return k;
}
