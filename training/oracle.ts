import { isLegal, type ParseState } from '../src/language/transitions.js';

/** What the three kinds of action cost: gold arcs that can no longer be built after them. */
export interface Costs {
  shift: number;
  left: number;
  right: number;
}

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013), labels apart.
 *
 * @param heads gold heads; the root is `state.length`
 */
export function actionCosts(state: ParseState, heads: Int32Array, costs: Costs): void {
  const { stack, stackSize, front, length } = state;
  costs.shift = 0;
  costs.left = 0;
  costs.right = 0;
  if (stackSize > 0) {
    const top = stack[stackSize - 1] as number;
    const below = stackSize > 1 ? (stack[stackSize - 2] as number) : -1;
    const head = heads[top] as number;
    let dependents = 0;
    for (let word = front; word < length; word++) if (heads[word] === top) dependents++;
    costs.left = dependents + ((head === below && below >= 0) || (head >= front && head !== front) ? 1 : 0);
    costs.right = dependents + (head >= front ? 1 : 0);
  }
  if (front < length) {
    const head = heads[front] as number;
    for (let i = 0; i < stackSize; i++) {
      if (heads[stack[i] as number] === front) costs.shift++;
      if (i < stackSize - 1 && head === stack[i]) costs.shift++;
    }
  }
}

/** The best-scored legal action, and the best-scored among the cheapest; the cost of each. */
export interface Choice {
  predicted: number;
  predictedCost: number;
  right: number;
  rightCost: number;
}

export function choose(
  state: ParseState,
  heads: Int32Array,
  relations: Int32Array,
  scores: Float64Array,
  costs: Costs,
  choice: Choice,
): void {
  actionCosts(state, heads, costs);
  const { stack, stackSize, front, labels } = state;
  const top = stackSize > 0 ? (stack[stackSize - 1] as number) : -1;
  const below = stackSize > 1 ? (stack[stackSize - 2] as number) : -1;
  const leftGold = top >= 0 && heads[top] === front;
  const rightGold = top >= 0 && below >= 0 && heads[top] === below;
  const relation = top >= 0 ? (relations[top] as number) : -1;
  choice.predicted = -1;
  choice.right = -1;
  choice.rightCost = Number.MAX_SAFE_INTEGER;
  for (let action = 0; action <= 2 * labels; action++) {
    if (!isLegal(state, action)) continue;
    let cost = costs.shift;
    if (action > labels) cost = costs.right + (rightGold && relation !== action - 1 - labels ? 1 : 0);
    else if (action > 0) cost = costs.left + (leftGold && relation !== action - 1 ? 1 : 0);
    const value = scores[action] as number;
    if (choice.predicted < 0 || value > (scores[choice.predicted] as number)) {
      choice.predicted = action;
      choice.predictedCost = cost;
    }
    if (cost < choice.rightCost || (cost === choice.rightCost && value > (scores[choice.right] as number))) {
      choice.right = action;
      choice.rightCost = cost;
    }
  }
}
