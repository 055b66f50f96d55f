import { dodgeY, dot, plot, ruleY, tickX } from '@observablehq/plot';
import type { Quad } from '../../record/index.js';
import { QUADS } from '../text/kinds.js';

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

/** Dots of one class beyond which they become a row of ticks. */
const TOO_MANY_DOTS = 220;

/** Draws events over time, by quad class or by intensity. One colour for all: neither a party nor a class has its own. */
export function timeAxis(
  points: readonly Point[],
  by: 'class' | 'intensity',
  width: number,
): SVGElement | HTMLElement {
  const narrow = width < 560;
  const shared = {
    x: 'day',
    href: 'href',
    title: 'title',
    tip: true,
    stroke: 'var(--event)',
    fill: 'var(--event)',
    fillOpacity: (point: Point) => (point.asserted ? 0.9 : 0),
    symbol: (point: Point) => (point.dated ? 'circle' : 'diamond'),
    r: 4,
  } as const;
  const quads = Object.values(QUADS);
  const most = Math.max(...quads.map((_, i) => points.filter(({ quad }) => quad === i + 1).length));
  const classOf = (point: Point) => QUADS[point.quad];
  const ticks = tickX(points, { ...shared, fy: classOf, strokeOpacity: 0.5, inset: 8 });
  const dots = dot(points, dodgeY('middle', { ...shared, fy: classOf }));

  const drawing = plot({
    className: 'time-axis',
    width,
    height: by === 'class' ? 340 : 300,
    marginLeft: narrow ? 12 : by === 'class' ? 150 : 45,
    marginRight: 20,
    marginTop: 24,
    x: { type: 'utc', label: null, nice: true, grid: true },
    opacity: { type: 'identity' },
    symbol: { legend: false },
    ...(by === 'class'
      ? {
          fy: { domain: quads, label: null, axis: narrow ? null : 'left', padding: 0.08 },
          y: { axis: null },
          marks: [most > TOO_MANY_DOTS ? ticks : dots],
        }
      : {
          y: { domain: [-10, 10], label: 'intensity: conflict −10, cooperation 10', grid: true },
          marks: [ruleY([0], { strokeOpacity: 0.5 }), dot(points, { ...shared, y: 'intensity' })],
        }),
  });
  // The policy of the page allows no inline styles; Entente's own sheet has these rules.
  drawing.querySelector('style')?.remove();
  // The list beside the axis reaches the same events by keyboard.
  for (const link of drawing.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  return drawing;
}
