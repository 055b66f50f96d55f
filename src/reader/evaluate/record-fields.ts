import { z } from 'zod';
import type { Document, Entry, EntryKind } from '../../record/index.js';

const Many = z.union([z.string(), z.array(z.string())]);
const KINDS = ['document', 'event', 'tie', 'commitment', 'claim', 'measure'];
const Kinds = Many.refine((kinds) => many(kinds).every((kind) => KINDS.includes(kind)), {
  message: `one or several of ${KINDS.join(', ')}`,
});
export const Line = z.object({
  kind: Kinds,
  quote: z.string().optional(),
  type: Many.optional(),
  modality: Many.optional(),
  status: Many.optional(),
  speaker: Many.optional(),
  stance: z.string().optional(),
  tie: z.string().optional(),
  grade: z.string().optional(),
  name: z.string().optional(),
  quantity: z.string().optional(),
  value: z.number().optional(),
  unit: z.string().optional(),
  symmetric: z.boolean().optional(),
  source: z.array(z.string()).optional(),
  recipient: z.array(z.string()).optional(),
  parties: z.array(z.string()).optional(),
  against: z.array(z.string()).optional(),
  obligors: z.array(z.string()).optional(),
  beneficiaries: z.array(z.string()).optional(),
  about: z.array(z.string()).optional(),
  authors: z.array(z.string()).optional(),
  genre: z.string().optional(),
  instrument: z.string().optional(),
  date: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  due: z.string().optional(),
  period: z.string().optional(),
  published: z.string().optional(),
  delivered: z.string().optional(),
});
export type Line = z.infer<typeof Line>;

export function many(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Fields that the line states, that the entry's kind has, and that disagree. */
export function differences(line: Line, entry: Entry): string[] {
  const differs: string[] = [];
  const check = (field: string, agrees: boolean) => {
    if (!agrees) differs.push(field);
  };
  if (line.speaker !== undefined) check('speaker', many(line.speaker).includes(entry.speaker));
  if (line.modality !== undefined) check('modality', many(line.modality).includes(entry.modality));
  if (entry.kind === 'event') {
    if (line.type !== undefined) check('type', many(line.type).includes(entry.type));
    if (line.date !== undefined) check('date', sameDate(line.date, entry.date));
    const source = entry.source.map((s) => s.party);
    const recipient = entry.recipient.map((s) => s.party);
    if (line.symmetric === true) {
      check(
        'parties',
        sameParties([...(line.source ?? []), ...(line.recipient ?? [])], [...source, ...recipient]),
      );
    } else {
      if (line.source !== undefined) check('source', sameParties(line.source, source));
      if (line.recipient !== undefined) check('recipient', sameParties(line.recipient, recipient));
    }
  }
  if (entry.kind === 'tie') {
    if (line.tie !== undefined) check('tie', line.tie === entry.tie);
    if (line.parties !== undefined)
      check(
        'parties',
        sameParties(
          line.parties,
          entry.parties.map((p) => p.party),
        ),
      );
    if (line.against !== undefined)
      check(
        'against',
        sameParties(
          line.against,
          (entry.against ?? []).map((p) => p.party),
        ),
      );
    if (line.grade !== undefined)
      check(
        'grade',
        [entry.grade?.written, entry.grade?.normalised].some((g) => folded(g) === folded(line.grade)),
      );
    if (line.name !== undefined) check('name', folded(line.name) === folded(entry.name));
    if (line.status !== undefined) check('status', many(line.status).includes(entry.status));
    if (line.since !== undefined) check('since', sameDate(line.since, entry.since));
    if (line.until !== undefined) check('until', sameDate(line.until, entry.until));
    if (line.instrument !== undefined) check('instrument', line.instrument === entry.instrument);
  }
  if (entry.kind === 'commitment') {
    if (line.obligors !== undefined)
      check(
        'obligors',
        sameParties(
          line.obligors,
          entry.obligors.map((p) => p.party),
        ),
      );
    if (line.beneficiaries !== undefined)
      check(
        'beneficiaries',
        sameParties(
          line.beneficiaries,
          entry.beneficiaries.map((p) => p.party),
        ),
      );
    if (line.due !== undefined) check('due', sameDate(line.due, entry.due));
  }
  if (entry.kind === 'claim') {
    if (line.about !== undefined)
      check(
        'about',
        sameParties(
          line.about,
          entry.about.map((p) => p.party),
        ),
      );
    if (line.stance !== undefined) check('stance', line.stance === entry.stance);
  }
  if (entry.kind === 'measure') {
    if (line.parties !== undefined)
      check(
        'parties',
        sameParties(
          line.parties,
          entry.parties.map((p) => p.party),
        ),
      );
    if (line.quantity !== undefined) check('quantity', folded(line.quantity) === folded(entry.quantity));
    if (line.value !== undefined) check('value', line.value === entry.value);
    if (line.unit !== undefined) check('unit', line.unit === entry.unit);
    if (line.period !== undefined) check('period', sameDate(line.period, entry.period));
  }
  return differs;
}

export function documentDiffers(line: Line, document: Document): string[] {
  const differs: string[] = [];
  if (line.published !== undefined && !sameDate(line.published, document.published))
    differs.push('published');
  if (line.delivered !== undefined && !sameDate(line.delivered, document.delivered))
    differs.push('delivered');
  if (line.genre !== undefined && line.genre !== document.genre) differs.push('genre');
  if (line.speaker !== undefined && !many(line.speaker).includes(document.speaker ?? 'author'))
    differs.push('speaker');
  if (line.authors !== undefined && line.authors.join('|') !== document.authors.join('|'))
    differs.push('authors');
  return differs;
}

function sameDate(gold: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const plain = found.replace(/[~?%]$/, '');
  return plain.startsWith(gold) || gold.startsWith(plain);
}

function sameParties(gold: readonly string[], found: readonly string[]): boolean {
  const level = (p: string) => (p.startsWith('-') ? p : p.replace(/\/.*$/, ''));
  const a = new Set(gold.map(level));
  const b = new Set(found.map(level));
  return a.size === b.size && [...a].every((p) => b.has(p));
}

function folded(text: string | undefined): string | undefined {
  return text?.toLowerCase().replace(/\s+/g, ' ').trim();
}

export type { EntryKind };
