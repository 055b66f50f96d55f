import { axisX, axisY, dot, gridX, type Markish, plot, ruleY } from '@observablehq/plot';
import type { Quad } from '../../record/index.js';
import { QUADS } from '../text/kinds.js';
import { swarm } from './swarm.js';

/** An event on the axis. */
export interface Point {
  readonly day: Date;
  readonly quad: Quad;
  readonly intensity: number;
  /** Told as so, rather than planned, alleged, denied or the like. */
  readonly asserted: boolean;
  /** Dated itself, rather than by its document. */
  readonly dated: boolean;
  readonly title: string;
  readonly href: string;
}

interface Rows {
  readonly rowOf: (point: Point) => number;
  /** Rows from the lowest line to the highest. */
  readonly domain: readonly [number, number];
  /** Rows that a dot may go from its line. */
  readonly spread: number;
  readonly marginLeft: number;
  readonly marks: readonly Markish[];
}

const [HEIGHT, TOP, BOTTOM, RIGHT] = [330, 12, 34, 18];

/**
 * Draws events over time, by quad class or by intensity. One colour for all: neither a party nor a class has its own.
 * A click follows the event whose tip is shown, which is the nearest one.
 */
export function timeAxis(
  points: readonly Point[],
  by: 'class' | 'intensity',
  width: number,
  follow: (href: string) => void,
): SVGElement | HTMLElement {
  const rows = by === 'class' ? byClass(width < 560) : byIntensity();
  const [from, to] = wholeYears(points);
  const [low, high] = rows.domain;
  const across = (width - rows.marginLeft - RIGHT) / (to.getTime() - from.getTime());
  const perRow = (HEIGHT - TOP - BOTTOM) / (high - low);

  const lines = new Map<number, Point[]>();
  for (const point of points) lines.set(rows.rowOf(point), [...(lines.get(rows.rowOf(point)) ?? []), point]);
  const placed = [...lines].flatMap(([row, members]) => {
    const xs = members.map((point) => (point.day.getTime() - from.getTime()) * across);
    const distances = swarm(xs, 9, rows.spread * perRow);
    return members.map((point, i) => ({ ...point, row: row + (distances[i] ?? 0) / perRow }));
  });

  const drawing = plot({
    className: 'time-axis',
    width,
    height: HEIGHT,
    marginLeft: rows.marginLeft,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { type: 'utc', domain: [from, to] },
    y: { domain: [low, high] },
    opacity: { type: 'identity' },
    marks: [
      gridX({ strokeOpacity: 0.12 }),
      axisX({ label: null, tickSize: 4 }),
      ...rows.marks,
      dot(placed, {
        x: 'day',
        y: 'row',
        r: 4,
        stroke: 'var(--event)',
        fill: 'var(--event)',
        fillOpacity: (point: Point) => (point.asserted ? 0.85 : 0),
        symbol: (point: Point) => (point.dated ? 'circle' : 'diamond'),
        href: 'href',
        title: 'title',
        tip: { lineHeight: 1.35 },
      }),
    ],
  });
  // The policy of the page allows no inline styles; its own sheet has these rules.
  drawing.querySelector('style')?.remove();
  // The list below the axis reaches the same events by keyboard.
  for (const link of drawing.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  // Plot would keep the tip open on a click, and moves the marks for it while one clicks.
  drawing.addEventListener('pointerdown', (press) => press.stopPropagation(), { capture: true });
  drawing.addEventListener('click', (click) => {
    const nearest: Point | null = drawing.value;
    if (nearest && !(click.target instanceof Element && click.target.closest('a'))) follow(nearest.href);
  });
  return drawing;
}

/** One band for each quad class, in the order of their numbers from the top. */
function byClass(narrow: boolean): Rows {
  return {
    rowOf: ({ quad }) => 4 - quad + 0.5,
    domain: [0, 4],
    spread: 0.4,
    marginLeft: narrow ? 10 : 140,
    marks: [
      ruleY([1, 2, 3], { strokeOpacity: 0.15 }),
      axisY([3.5, 2.5, 1.5, 0.5], {
        label: null,
        tickSize: 0,
        tickFormat: (line: number) => QUADS[(4 - Math.floor(line)) as Quad], // the four ticks above
        ...(narrow ? { textAnchor: 'start', dx: 14, dy: -26, fontWeight: 600 } : {}),
      }),
    ],
  };
}

function byIntensity(): Rows {
  return {
    rowOf: ({ intensity }) => intensity,
    domain: [-11, 11],
    spread: 0.6,
    marginLeft: 36,
    marks: [
      ruleY([0], { strokeOpacity: 0.45 }),
      ruleY([-10, -5, 5, 10], { strokeOpacity: 0.12 }),
      axisY([-10, -5, 0, 5, 10], { label: '↓ conflict · cooperation ↑', tickSize: 0 }),
    ],
  };
}

/** The axis goes over whole years, so that a few days do not look like an age. */
function wholeYears(points: readonly Point[]): [Date, Date] {
  const years = points.map(({ day }) => day.getUTCFullYear());
  return [new Date(Date.UTC(Math.min(...years), 0)), new Date(Date.UTC(Math.max(...years) + 1, 0))];
}
