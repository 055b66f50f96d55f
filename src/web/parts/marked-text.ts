import type { Paragraph, Segment } from '../text/segments.js';

/** A document's text as elements, and the marks of each entry by its index. */
export interface MarkedText {
  readonly paragraphs: readonly HTMLElement[];
  readonly marksOf: ReadonlyMap<number, readonly HTMLElement[]>;
}

/** Makes the elements outright: a long document has thousands of marks, and components for them would take ten times as long. */
export function markedText(paragraphs: readonly Paragraph[]): MarkedText {
  const marksOf = new Map<number, HTMLElement[]>();
  const markOf = (segment: Segment): HTMLElement => {
    const mark = document.createElement('mark');
    const [kind, below] = segment.kinds;
    mark.className = `k-${kind}`;
    if (below !== undefined) mark.classList.add('also', `also-${below}`);
    if (segment.entries.length > 1) mark.classList.add('deep');
    mark.dataset.on = segment.entries.join(' ');
    mark.textContent = segment.text;
    for (const entry of segment.entries) marksOf.set(entry, [...(marksOf.get(entry) ?? []), mark]);
    return mark;
  };
  const elements = paragraphs.map(({ segments, apart }) => {
    const paragraph = document.createElement('p');
    if (apart) paragraph.className = 'apart';
    paragraph.append(
      ...segments.map((segment) => (segment.kinds.length > 0 ? markOf(segment) : segment.text)),
    );
    return paragraph;
  });
  return { paragraphs: elements, marksOf };
}
