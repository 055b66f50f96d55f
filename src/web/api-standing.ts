import type { Assessment, CommitmentEntry, EntryKind, Modality, Party, TieStatus } from '../record/index.js';
import { type Names, Refusal, type TieHistory } from './api.js';

/** The server's answers about how parties stood over time; see api.ts. */
export interface DayRange {
  first: string;
  last: string;
}

/** One document's sentence, or one row of the register. */
export interface TieSource {
  id: string;
  /** Party id, `author`, or `register`. */
  speaker: string;
  /** Title and date of the document; of a row, its treaty, declaration or organisation. */
  source: string;
  document?: string | undefined;
  sentence?: string | undefined;
  written?: string | undefined;
}

export interface LadderStep {
  date?: string | undefined;
  days?: DayRange | undefined;
  basis: 'since' | 'until' | 'told';
  status: TieStatus;
  modality: Modality;
  grade?: string | undefined;
  name?: string | undefined;
  /** What happened, in words. */
  step: string;
  /** The last day of which one of its sources tells it. */
  knownTo?: string | undefined;
  /** The last day on which it held, as a register has it. */
  through?: string | undefined;
  opposed: boolean;
  sources: readonly TieSource[];
  /** Sources beyond those that are given. */
  more: number;
}

export interface OpposedSide {
  said: string;
  sources: readonly TieSource[];
}

export interface Ladder {
  subject: TieHistory['subject'];
  steps: readonly LadderStep[];
  status: readonly TieStatus[];
  grade?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  contradictions: readonly {
    about: 'since' | 'until' | 'grade' | 'status';
    sides: readonly [OpposedSide, OpposedSide];
  }[];
}

/** What was asked for: as of which day, as known when, with which sources. */
export interface View {
  at?: string | undefined;
  asKnown?: string | undefined;
  register: 'in' | 'out' | 'missing';
  /** How many ties the documents tell, whatever was asked for. */
  told: number;
}

export interface LadderAnswer extends Names, View {
  sides: [string, string];
  ranks: Record<string, Record<string, number>>;
  ties: readonly Ladder[];
}

export interface MembershipsAnswer extends Names, View {
  party: Party;
  of: 'members' | 'bodies';
  memberships: readonly Ladder[];
}

export interface Evidence {
  id: string;
  kind: EntryKind;
  bearing: 'fulfils' | 'in-part' | 'breaks' | 'reaffirms' | 'figure';
  reason: string;
  standing: 'proposed' | 'confirmed' | 'rejected';
  by?: string | undefined;
  days?: DayRange | undefined;
  inside: boolean;
  exact: readonly string[];
  documentTitle?: string | undefined;
}

export type CommitmentState = Assessment['status'];

export interface FollowThrough {
  commitment: CommitmentEntry;
  exact: readonly string[];
  documentTitle?: string | undefined;
  made?: DayRange | undefined;
  window?: DayRange | undefined;
  guideline: string;
  status: CommitmentState;
  score?: -1 | 0 | 1 | undefined;
  by: string;
  evidence: readonly Evidence[];
  assessments: readonly Assessment[];
}

export interface CommitmentsAnswer extends Names {
  of: readonly string[];
  total: number;
  page: number;
  pageSize: number;
  at?: string | undefined;
  withProposed: boolean;
  states: Record<CommitmentState, number>;
  standings: Record<Evidence['standing'] | 'none', number>;
  rows: readonly FollowThrough[];
  assessable: boolean;
}

/** Has the server append what a person says of a commitment's evidence; throws a `Refusal` with its message. */
export async function say(
  commitment: string,
  said: { readonly by: string; readonly confirm?: readonly string[]; readonly reject?: readonly string[] },
): Promise<void> {
  const response = await fetch(`/commitments/${commitment}/assessments.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(said),
  }).catch(() => {
    throw new Refusal(
      'the server does not answer',
      0,
      'see whether `entente serve` still runs in its terminal',
    );
  });
  if (response.ok) return;
  const { error } = await response.json();
  throw new Refusal(error?.message ?? response.statusText, response.status, error?.remedy);
}
