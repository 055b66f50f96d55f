/**
 * Places dots that lie on one line so that they do not overlap: each goes to the nearest free place above or below the
 * line. Where they would go beyond `most`, all are moved closer together and overlap after all.
 *
 * @param xs places along the line, in pixels
 * @param diameter of a dot with its margin, in pixels
 * @param most pixels that a dot may go from the line
 * @returns distances from the line in pixels, in the order of `xs`
 */
export function swarm(xs: readonly number[], diameter: number, most: number): number[] {
  const distances = new Array<number>(xs.length).fill(0);
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  /** The right end of the last dot on each level; levels are 0, 1, −1, 2, −2 … */
  const ends: number[] = [];
  let reached = 0;
  for (const i of order) {
    const x = xs[i] ?? 0;
    let level = ends.findIndex((end) => end <= x);
    if (level < 0) level = ends.length;
    ends[level] = x + diameter;
    const away = Math.ceil(level / 2) * diameter;
    const distance = level % 2 === 0 ? 0 - away : away;
    distances[i] = distance;
    reached = Math.max(reached, Math.abs(distance));
  }
  return reached <= most ? distances : distances.map((distance) => (distance * most) / reached);
}
