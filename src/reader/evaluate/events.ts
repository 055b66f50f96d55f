import { z } from 'zod';
import type { EventEntry } from '../../record/index.js';
import { crosswalkType } from '../lexicon.js';
import type { Resources } from '../read.js';
import { readDocument } from '../read.js';
import { documentOf } from '../reader.js';
import { rootOf } from '../relations/roots.js';
import { f1, round, share, type Tally } from './f1.js';
import type { Convention } from './relation.js';
import { type Evaluation, type LabelledFile, readRows } from './rows.js';

const Side = z.array(z.object({ text: z.string().optional(), code: z.string() }));
const Row = z.object({
  text: z.string(),
  type: z.string(),
  source: Side,
  recipient: Side,
  date: z.string().optional(),
});

/**
 * The events task: type, and both sides as codes at state or body level. Several rows may share one text; each gold
 * event is matched once.
 *
 * @returns `typeF1 eventF1 silentShare`, in per cent
 */
export function evaluateEvents(
  resources: Resources,
  files: readonly LabelledFile[],
  convention: Convention = 'crosswalk',
): Evaluation {
  const rows = readRows(files, Row).map(({ row }) => row);
  const byText = new Map<string, typeof rows>();
  for (const row of rows) byText.set(row.text, [...(byText.get(row.text) ?? []), row]);
  const started = performance.now();
  const types: Tally = { hit: 0, wrong: 0, missed: 0 };
  const events: Tally = { hit: 0, wrong: 0, missed: 0 };
  let silent = 0;
  for (const [sentence, gold] of byText) {
    const date = gold[0]?.date;
    const document = documentOf(sentence, {
      genre: 'news',
      ...(date === undefined ? {} : { published: date }),
    });
    const found = readDocument(resources, document).filter((e): e is EventEntry => e.kind === 'event');
    if (found.length === 0) silent += gold.length;
    const coded = found.map((event) => ({ event, type: typeOf(resources, event, convention) }));
    match(types, gold, coded, (g, f) => rootOf(g.type) === f.type);
    match(events, gold, coded, (g, f) => rootOf(g.type) === f.type && sameSides(resources, g, f.event));
  }
  const seconds = (performance.now() - started) / 1000;
  const rounded = (t: Tally) => {
    const value = f1(t);
    return value === null ? null : round(value);
  };
  return {
    task: 'events',
    rows: rows.length,
    seconds: round(seconds),
    figures: { typeF1: rounded(types), eventF1: rounded(events), silentShare: share(silent, rows.length) },
  };
}

function typeOf(resources: Resources, event: EventEntry, convention: Convention): string {
  const type =
    convention === 'manual'
      ? event.type
      : crosswalkType(resources.lexicon, { type: event.type, cameo: event.cameo });
  return rootOf(type);
}

function match<G, F>(
  tally: Tally,
  gold: readonly G[],
  found: readonly F[],
  agrees: (g: G, f: F) => boolean,
): void {
  const left = [...found];
  for (const g of gold) {
    const index = left.findIndex((f) => agrees(g, f));
    if (index < 0) tally.missed++;
    else {
      tally.hit++;
      left.splice(index, 1);
    }
  }
  tally.wrong += left.length;
}

function sameSides(resources: Resources, gold: z.infer<typeof Row>, event: EventEntry): boolean {
  const goldSource = codes(gold.source.map((s) => s.code));
  const goldRecipient = codes(gold.recipient.map((s) => s.code));
  const source = codes(event.source.map((s) => s.party));
  const recipient = codes(event.recipient.map((s) => s.party));
  if (event.symmetric || (goldSource.length > 1 && goldRecipient.length === 0)) {
    return sameSet(resources, [...goldSource, ...goldRecipient], [...source, ...recipient]);
  }
  return sameSet(resources, goldSource, source) && sameSet(resources, goldRecipient, recipient);
}

const KINDS = new Set(['NGO', 'MNC', 'ISM', 'IMG']);

function sameSet(resources: Resources, gold: readonly string[], found: readonly string[]): boolean {
  const agrees = (g: string, f: string) =>
    g === f ||
    (g === 'IGO' && resources.gazetteer.parties.get(f)?.kind === 'body') ||
    (KINDS.has(g) && f.endsWith(`/${g}`));
  return (
    gold.every((g) => found.some((f) => agrees(g, f))) && found.every((f) => gold.some((g) => agrees(g, f)))
  );
}

/** At state or body level; a group without a state keeps its sector. */
function codes(parties: readonly string[]): string[] {
  return [...new Set(parties.map((p) => (p.startsWith('-') ? p : p.replace(/\/.*$/, ''))))];
}
