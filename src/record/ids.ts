import { hash } from 'node:crypto';
import type { Assessment, Entry } from './schema.js';

/** SHA-256 of a document's text, hexadecimal. */
export function documentId(text: string): string {
  return hash('sha256', text);
}

/** What an id does not depend on: where it stands, how sure, by which reader, when. */
const NOT_CONTENT = new Set(['id', 'passages', 'confidence', 'reader', 'recorded', 'span']);

/** An entry before it has an id. */
export type Draft<T extends Entry = Entry> = T extends Entry ? Omit<T, 'id'> : never;

/**
 * 128 bits of a hash of document, kind and content, hexadecimal. Reading twice gives the same ids.
 * Order of keys does not matter; order of parties does not either, since both sides of a dyad are sets.
 */
export function entryId(entry: Draft): string {
  return hash('sha256', canonical(entry)).slice(0, 32);
}

/** 128 bits of a hash of all that an assessment says, with who said it and when, hexadecimal. */
export function assessmentId(assessment: Omit<Assessment, 'id'>): string {
  return hash('sha256', canonical(assessment)).slice(0, 32);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map(canonical);
    if (value.some((v) => typeof v === 'object' && v !== null && 'span' in v)) parts.sort();
    return `[${parts.join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const key of Object.keys(fields).sort()) {
      const field = fields[key];
      if (field === undefined || NOT_CONTENT.has(key)) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`;
    }
    return `{${text}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
