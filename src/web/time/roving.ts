/**
 * Makes the buttons of a drawing one stop of the tab key; arrows, Home and End go from one to the next. An action of
 * Svelte.
 */
export function roving(drawing: Element): { destroy(): void } {
  const buttons = () => [...drawing.querySelectorAll<SVGElement>('[role="button"]')];
  const onKey = (event: Event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const all = buttons();
    const now = all.indexOf(event.target as SVGElement); // -1 for anything else
    const next = nextPlace(event.key, now, all.length);
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    for (const [i, button] of all.entries()) button.setAttribute('tabindex', i === next ? '0' : '-1');
    all[next]?.focus();
  };
  drawing.addEventListener('keydown', onKey);
  return { destroy: () => drawing.removeEventListener('keydown', onKey) };
}

/** Where a key goes from one of `count` places. */
export function nextPlace(key: string, now: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(now + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(now - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
