import path from 'node:path';
import { type Document, Entry, type EntryKind } from '../../record/index.js';
import { slicer } from '../slicer.js';
import { FILE_OF_KIND } from './files.js';
import { type Line, readLines } from './jsonl.js';
import { check, lineError } from './line.js';

/** The entries of an export, to be taken document by document in the order of `documents.jsonl`. */
export interface EntryLines {
  take(document: Document): Promise<Entry[]>;
  /** Fails when a line was not taken: its document is missing, or stands elsewhere. */
  mustBeDone(): Promise<void>;
}

/** Reads the five files side by side, so that a large export does not have to fit in memory. */
export function entryLines(folder: string): EntryLines {
  const files = (Object.keys(FILE_OF_KIND) as EntryKind[]).map((kind) => ({
    kind,
    lines: readLines(path.join(folder, `${FILE_OF_KIND[kind]}.jsonl`)),
    next: undefined as Line | undefined,
    begun: false,
  }));

  async function peek(file: (typeof files)[number]): Promise<Line | undefined> {
    if (!file.begun) await advance(file);
    return file.next;
  }
  async function advance(file: (typeof files)[number]): Promise<void> {
    file.begun = true;
    const { value, done } = await file.lines.next();
    file.next = done ? undefined : value;
  }

  return {
    async take(document) {
      const cut = slicer(document.text);
      const entries: Entry[] = [];
      for (const file of files)
        for (let line = await peek(file); line && documentOf(line) === document.id; line = file.next) {
          const entry = check(Entry, line.value, line.at);
          if (entry.kind !== file.kind)
            throw lineError(line.at, `a ${entry.kind} among ${FILE_OF_KIND[file.kind]}`);
          checkPassages(entry, line, cut);
          entries.push(entry);
          await advance(file);
        }
      return entries;
    },
    async mustBeDone() {
      for (const file of files) {
        const line = await peek(file);
        if (!line) continue;
        check(Entry, line.value, line.at);
        throw lineError(
          line.at,
          `document ${documentOf(line)} is not in documents.jsonl, or the lines are not in the order of its documents`,
        );
      }
    },
  };
}

function documentOf({ value }: Line): unknown {
  return typeof value === 'object' && value !== null && 'document' in value ? value.document : undefined;
}

/** Every passage lies in the text, and where the line says what its words are, they are. */
function checkPassages(entry: Entry, { at, value }: Line, cut: ReturnType<typeof slicer>): void {
  const written = (value as { passages: readonly { exact?: unknown }[] }).passages; // checked by the schema
  for (const [i, { start, end }] of entry.passages.entries()) {
    if (end < start || end > cut.codePoints)
      throw lineError(at, `passage ${start}-${end} does not lie in the text`);
    const exact = written[i]?.exact;
    if (exact !== undefined && exact !== cut(start, end))
      throw lineError(at, `passage ${start}-${end} is '${cut(start, end)}' in the text, not '${exact}'`);
  }
}
