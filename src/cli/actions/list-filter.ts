import type { EntryFilter } from '../../ledger/index.js';
import { EntenteError, type EntryKind, Modality, PLOVER_TYPES, TieType } from '../../record/index.js';
import { choice, dayOption } from '../values.js';

export interface ListOptions {
  readonly ledger: string;
  readonly party?: readonly string[];
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly document?: string;
  readonly modality?: string;
  readonly search?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** What can be listed of entries, and the kind that it names. */
export const ENTRY_KINDS = {
  events: 'event',
  ties: 'tie',
  commitments: 'commitment',
  claims: 'claim',
  measures: 'measure',
  entries: undefined,
} as const satisfies Record<string, EntryKind | undefined>;

type EntryList = keyof typeof ENTRY_KINDS;

const ENTRY_LISTS = ['events', 'ties', 'commitments', 'claims', 'measures', 'entries'] as const;
export const KINDS = [...ENTRY_LISTS, 'acts', 'documents', 'parties'] as const;

const ACTS = ['party', 'type', 'from', 'to', 'modality'] as const;
const ENTRIES = [...ACTS, 'document'] as const;
const OTHERS = ['search'] as const;

/** A filter that would change nothing is a mistake. */
export function mustApply(kind: (typeof KINDS)[number], options: ListOptions): void {
  const own: readonly string[] =
    kind === 'documents' || kind === 'parties' ? OTHERS : kind === 'acts' ? ACTS : ENTRIES;
  const idle = [...ENTRIES, ...OTHERS].find((name) => options[name] !== undefined && !own.includes(name));
  if (idle !== undefined)
    throw new EntenteError('usage', `--${idle} does not apply to ${kind}`, {
      remedy: `for ${kind}: ${own.map((name) => `--${name}`).join(', ')}, --limit`,
    });
}

export async function entryFilter(
  list: EntryList | 'acts',
  options: ListOptions,
  limit: number | undefined,
): Promise<EntryFilter> {
  const kind = list === 'acts' ? undefined : ENTRY_KINDS[list];
  const { party, from, to, document } = options;
  const modality =
    options.modality === undefined ? undefined : choice(options.modality, Modality.options, 'modality');
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(options.type === undefined ? {} : { type: typeOf(list, options.type) }),
    ...(from === undefined ? {} : { from: dayOption(from, 'first', '--from') }),
    ...(to === undefined ? {} : { to: dayOption(to, 'last', '--to') }),
    ...(document === undefined ? {} : { document }),
    ...(modality === undefined ? {} : { modality }),
    ...(party === undefined ? {} : { parties: await partyIds(party, options.ledger) }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Events and ties have types that are known; what a measure counts is the text's own word. */
function typeOf(list: EntryList | 'acts', type: string): string {
  switch (list) {
    case 'events':
    case 'acts':
      return choice(type, PLOVER_TYPES, 'type of event');
    case 'ties':
      return choice(type, TieType.options, 'type of tie');
    case 'commitments':
    case 'claims':
      throw new EntenteError('usage', `--type does not apply to ${list}, which have no types`, {
        remedy: 'leave it out',
      });
    default:
      return type;
  }
}

/** Names need the gazetteer, which other lists can do without. */
async function partyIds(names: readonly string[], ledger: string): Promise<string[]> {
  const { partiesNamed } = await import('./parties.js');
  return (await partiesNamed(names, ledger)).ids;
}
