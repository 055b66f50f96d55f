import { dayRange } from '../../record/index.js';
import { stateOrBody } from './text-metadata.js';
import { type Metadata, type MetadataField, ORIGINS, type Origin, type ResolveParty } from './types.js';

/** Metadata of one origin. */
export interface Layer {
  readonly origin: Origin;
  readonly metadata: Metadata;
}

export interface Merged {
  readonly metadata: Metadata;
  readonly basis: Readonly<Partial<Record<MetadataField, Origin>>>;
}

/**
 * For each field the value of the most trusted origin that has one.
 *
 * @example
 * merge([{ origin: 'file-name', metadata: { published: '2020' } }, { origin: 'flag', metadata: { published: '2021' } }])
 * // { metadata: { published: '2021' }, basis: { published: 'flag' } }
 */
export function merge(layers: readonly Layer[]): Merged {
  const metadata: Record<string, unknown> = {};
  const basis: Partial<Record<MetadataField, Origin>> = {};
  const trusted = [...layers].sort((a, b) => ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin));
  for (const { origin, metadata: values } of trusted)
    for (const [name, value] of Object.entries(values)) {
      // `Metadata` has no other keys.
      const field = name as MetadataField;
      if (value === undefined || basis[field] !== undefined) continue;
      metadata[field] = value;
      basis[field] = origin;
    }
  return settleDates({ metadata, basis });
}

/** A file's name knows the month of a speech; a day within it that a person gave is the day of the speech. */
function settleDates(merged: Merged): Merged {
  const { published, delivered } = merged.metadata;
  const given = merged.basis.published === 'flag' || merged.basis.published === 'sidecar';
  if (!published || !delivered || !given || merged.basis.delivered !== 'file-name') return merged;
  const [day, month] = [dayRange(published), dayRange(delivered)];
  if (!day || !month || day.first < month.first || day.last > month.last) return merged;
  return {
    metadata: { ...merged.metadata, delivered: published },
    basis: { ...merged.basis, delivered: merged.basis.published },
  };
}

const PARTY_ID = /^(?:[A-Z][A-Z0-9]{1,}(?:-[A-Z0-9]+)*|-)(?:\/[A-Z]{3})?$/;

/**
 * Party id of a speaker's name or id, as of the document's day.
 *
 * @returns nothing where the name is unknown
 */
export function speakerId(merged: Merged, resolveParty: ResolveParty | undefined): string | undefined {
  const { speaker, delivered, published } = merged.metadata;
  if (speaker === undefined || merged.basis.speaker === 'text') return speaker;
  const day = dayRange(delivered ?? published ?? '')?.last;
  const party = resolveParty?.(speaker, day);
  if (party !== undefined) return party === speaker ? party : stateOrBody(party);
  // Codes in names of files are ISO 3166's, whether or not a table has them.
  return PARTY_ID.test(speaker) && (!resolveParty || merged.basis.speaker === 'file-name')
    ? speaker
    : undefined;
}
