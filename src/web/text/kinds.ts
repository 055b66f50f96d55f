import type {
  EntryKind,
  Modality,
  PartyKind,
  PloverType,
  Quad,
  TieStatus,
  TieType,
} from '../../record/index.js';

/** Every record below has all of its kind's values, or the types do not check; the order is the record model's. */
export const KINDS: Readonly<Record<EntryKind, { label: string; plural: string; letters: string }>> = {
  event: { label: 'event', plural: 'events', letters: 'Ev' },
  tie: { label: 'tie', plural: 'ties', letters: 'Ti' },
  commitment: { label: 'commitment', plural: 'commitments', letters: 'Co' },
  claim: { label: 'claim', plural: 'claims', letters: 'Cl' },
  measure: { label: 'measure', plural: 'measures', letters: 'Me' },
};

export const MODALITIES: Readonly<Record<Modality, string>> = {
  asserted: 'told as so',
  planned: 'told as planned',
  proposed: 'told as proposed',
  hypothetical: 'told as an if',
  alleged: 'told as alleged',
  denied: 'told as not so',
};

/** PLOVER's quad classes. */
export const QUADS: Readonly<Record<Quad, string>> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
};

export const EVENT_TYPES: Readonly<Record<PloverType, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export const TIES: Readonly<Record<TieType, { label: string; plural: string }>> = {
  partnership: { label: 'partnership', plural: 'partnerships' },
  alliance: { label: 'alliance', plural: 'alliances' },
  membership: { label: 'membership', plural: 'memberships' },
  agreement: { label: 'agreement', plural: 'agreements' },
  dialogue: { label: 'dialogue', plural: 'dialogues' },
  dispute: { label: 'dispute', plural: 'disputes' },
  'diplomatic-relations': { label: 'diplomatic relations', plural: 'diplomatic relations' },
  sanctions: { label: 'sanctions', plural: 'sanctions' },
};

export const STATUSES: Readonly<Record<TieStatus, string>> = {
  'in-force': 'in force',
  announced: 'announced',
  negotiating: 'negotiating',
  suspended: 'suspended',
  ended: 'ended',
  absent: 'absent',
};

export const PARTY_KINDS: Readonly<Record<PartyKind, string>> = {
  state: 'state',
  body: 'international body',
  organ: 'organ',
  person: 'person',
  group: 'group',
};

/** Keys of a record that has all of them, typed. */
export function keys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[]; // the records above have no other keys
}
