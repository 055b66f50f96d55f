import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { stateOf } from '../../src/gazetteer/index.js';
import { createReader } from '../../src/reader/index.js';
import type { Document, EventEntry } from '../../src/record/index.js';

/**
 * Scores the reader on sentences of UN speeches and news in which every event was marked by hand (`sentences.jsonl`: document
 * ids, offsets in code points and fields, no text). An event is right when type, source and recipient (at the level of state or
 * body; organs of the UN count as the UN, unnamed groups as nobody) and modality agree; each marked one counts once. `F` sets the
 * right ones against all read and all marked that careful coders would not leave out.
 *
 *   entente read CORPORA… --ledger l.duckdb && entente export --ledger l.duckdb --out out/
 *   npx tsx bench/handcheck/score.ts --export out/ [--errors]
 */
interface Marked {
  readonly start: number;
  readonly end: number;
  readonly type: readonly string[];
  readonly source: readonly string[];
  readonly recipient: readonly string[];
  readonly symmetric: boolean;
  readonly modality: readonly string[];
  readonly optional: boolean;
}
interface Sentence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly genre: string;
  readonly events: readonly Marked[];
}

const { values } = parseArgs({
  options: { export: { type: 'string' }, errors: { type: 'boolean', default: false } },
});
if (!values.export) throw new Error('--export is missing: the folder that entente export wrote');
const sentences = readFileSync(new URL('./sentences.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Sentence);
const wanted = new Set(sentences.map(({ document }) => document));
const documents = new Map<string, Document>();
const lines = createInterface({ input: createReadStream(join(values.export, 'documents.jsonl')) });
for await (const line of lines) {
  if (line === '') continue;
  const document = JSON.parse(line) as Document;
  if (wanted.has(document.id)) documents.set(document.id, document);
}
const lost = [...wanted].filter((id) => !documents.has(id)).length;
if (lost > 0)
  process.stderr.write(`${lost} of ${wanted.size} documents are not in the export and are left out\n`);

const UN_ORGANS = /^(UN.+|ICJ|OHCHR|WFP|MINU.*|ONU.*)$/;
const FIELDS = ['type', 'source', 'recipient', 'modality'] as const;
const reader = await createReader();
const read = new Map<string, readonly EventEntry[]>();
for (const [id, document] of documents)
  read.set(
    id,
    reader.read(document).filter((e): e is EventEntry => e.kind === 'event'),
  );
for (const genre of [...new Set(sentences.map((s) => s.genre)), 'all']) {
  const counts = {
    events: 0,
    right: 0,
    none: 0,
    marked: 0,
    found: 0,
    type: 0,
    source: 0,
    recipient: 0,
    modality: 0,
  };
  for (const sentence of sentences) {
    const entries = read.get(sentence.document);
    if (!entries || (genre !== 'all' && sentence.genre !== genre)) continue;
    const inside = (start: number): boolean => start >= sentence.start && start < sentence.end;
    const own = entries.filter((e) => e.passages.some((p) => inside(p.start)));
    const pairs = paired(own, sentence.events);
    for (const entry of own) {
      const fields = pairs.get(entry)?.fields;
      counts.events++;
      if (!fields) counts.none++;
      for (const [k, field] of FIELDS.entries()) if (fields?.[k]) counts[field]++;
      if (fields?.every(Boolean)) counts.right++;
      else if (values.errors && genre === 'all')
        tellError(documents.get(sentence.document) as Document, sentence, entry);
    }
    const full = [...pairs.values()]
      .filter(({ fields }) => fields.every(Boolean))
      .map(({ marked }) => marked);
    for (const marked of sentence.events) {
      if (marked.optional || marked.source.length === 0) continue;
      counts.marked++;
      if (full.includes(marked)) counts.found++;
    }
  }
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
  const byField = FIELDS.map((field) => `${field} ${share(counts[field], counts.events)}`).join(', ');
  process.stdout.write(
    `${genre}: ${counts.events} events, ${share(counts.right, counts.events)} right (${byField}; nothing marked there ${share(counts.none, counts.events)}); ` +
      `${share(counts.found, counts.marked)} of ${counts.marked} marked ones found; F ${((200 * counts.right) / (counts.events + counts.marked)).toFixed(1)}\n`,
  );
}

/** Marked events with the entries that agree with them best: in type, or by a passage that holds the word. */
function paired(
  entries: readonly EventEntry[],
  events: readonly Marked[],
): Map<EventEntry, { marked: Marked; fields: readonly boolean[] }> {
  const found = new Map<EventEntry, { marked: Marked; fields: readonly boolean[] }>();
  const used = new Set<Marked>();
  for (let least = FIELDS.length; least >= 1; least--)
    for (const entry of entries) {
      if (found.has(entry)) continue;
      const marked = events.find((event) => {
        if (used.has(event)) return false;
        const fields = agreement(entry, event);
        const holds = entry.passages.some((p) => p.start <= event.start && p.end >= event.end);
        return fields.filter(Boolean).length >= least && (fields[0] || holds);
      });
      if (!marked) continue;
      used.add(marked);
      found.set(entry, { marked, fields: agreement(entry, marked) });
    }
  return found;
}

function agreement(entry: EventEntry, marked: Marked): boolean[] {
  const source = entry.source.map(({ party }) => party);
  const recipient = entry.recipient.map(({ party }) => party);
  const together = entry.symmetric || marked.symmetric;
  const all = keyOf([...source, ...recipient]) === keyOf([...marked.source, ...marked.recipient]);
  // By the manual an intended yielding is CONCEDE; most coders call it AGREE.
  const type = marked.type.includes(entry.type) || (entry.cameo === '035' && marked.type.includes('AGREE'));
  return [
    type,
    together ? all : keyOf(source) === keyOf(marked.source),
    together ? all : keyOf(recipient) === keyOf(marked.recipient),
    marked.modality.includes(entry.modality),
  ];
}

function keyOf(parties: readonly string[]): string {
  const ids = parties.map((party) => stateOf(party)).map((id) => (UN_ORGANS.test(id) ? 'UN' : id));
  return [...new Set(ids.filter((id) => !id.startsWith('-')))].sort().join(' ');
}

function tellError(
  document: Document,
  sentence: Sentence,
  { type, source, recipient, modality }: EventEntry,
): void {
  const points = [...document.text];
  const names = (refs: EventEntry['source']): string => refs.map(({ party }) => party).join(', ');
  process.stdout.write(
    `${points.slice(sentence.start, sentence.end).join('').replace(/\s+/g, ' ')}\n  read ${type} ${names(source)} > ${names(recipient)} ${modality}\n`,
  );
  for (const { type, source, recipient, modality } of sentence.events)
    process.stdout.write(
      `  marked ${type.join('|')} ${source.join(', ')} > ${recipient.join(', ')} ${modality.join('|')}\n`,
    );
}
