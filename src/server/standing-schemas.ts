import { z } from 'zod';
import { Assessment, CommitmentEntry, Edtf, Modality, Party, TieStatus } from '../record/index.js';
import { names, page, TieSubject } from './schemas.js';

const count = z.int().nonnegative();
const day = z.string();
const DayRange = z.object({ first: day, last: day });

/** One document's sentence, or one row of the register. */
export const TieSource = z.object({
  /** Id of the entry or of the register's row. */
  id: z.string(),
  /** Party id, `author`, or `register`. */
  speaker: z.string(),
  /** Title and date of the document; of a row, its treaty, declaration or organisation. */
  source: z.string(),
  document: z.string().optional(),
  sentence: z.string().optional(),
  written: z.string().optional(),
});

/** A step of a tie with its sources. */
export const LadderStep = z.object({
  date: Edtf.optional(),
  days: DayRange.optional(),
  basis: z.enum(['since', 'until', 'told']),
  status: TieStatus,
  modality: Modality,
  grade: z.string().optional(),
  name: z.string().optional(),
  /** What happened, in words: `raised`, `in force, told`, `absent (denied)`. */
  step: z.string(),
  /** The last day of which one of its sources tells it. */
  knownTo: day.optional(),
  /** The last day on which it held, as a register has it. */
  through: day.optional(),
  /** Whether one of its sources takes part in a contradiction. */
  opposed: z.boolean(),
  sources: z.array(TieSource).readonly(),
  /** Sources beyond those that are given. */
  more: count,
});

const OpposedSide = z.object({ said: z.string(), sources: z.array(TieSource).readonly() });

/** A tie as its steps, with what contradicts each other side by side. */
export const Ladder = z.object({
  subject: TieSubject,
  steps: z.array(LadderStep).readonly(),
  status: z.array(TieStatus).readonly(),
  grade: z.string().optional(),
  since: Edtf.optional(),
  until: Edtf.optional(),
  contradictions: z
    .array(
      z.object({
        about: z.enum(['since', 'until', 'grade', 'status']),
        sides: z.tuple([OpposedSide, OpposedSide]).readonly(),
      }),
    )
    .readonly(),
});

const view = {
  /** As it stood on that day. */
  at: day.optional(),
  /** As known from what came out until that day. */
  asKnown: day.optional(),
  /** Whether the register is one of the sources; `missing` where the server was started without one. */
  register: z.enum(['in', 'out', 'missing']),
  /** How many ties the documents tell, whatever was asked for. */
  told: count,
};

/** `/pairs/A/B/ladder.json` */
export const LadderAnswer = z.object({
  sides: z.tuple([z.string(), z.string()]),
  ...view,
  /** Ranks of the grades that the steps name, by the party whose ladder it is; higher is closer. */
  ranks: z.record(z.string(), z.record(z.string(), z.number())),
  ties: z.array(Ladder).readonly(),
  ...names,
});

/** `/parties/ID/memberships.json`: of a body its members, of anyone else the bodies it belongs to. */
export const MembershipsAnswer = z.object({
  party: Party,
  of: z.enum(['members', 'bodies']),
  ...view,
  memberships: z.array(Ladder).readonly(),
  ...names,
});

const Evidence = z.object({
  id: z.string(),
  kind: z.enum(['event', 'tie', 'commitment', 'claim', 'measure']),
  bearing: z.enum(['fulfils', 'in-part', 'breaks', 'reaffirms', 'figure']),
  reason: z.string(),
  standing: z.enum(['proposed', 'confirmed', 'rejected']),
  by: z.string().optional(),
  days: DayRange.optional(),
  inside: z.boolean(),
  exact: z.array(z.string()).readonly(),
  documentTitle: z.string().optional(),
});

/** A commitment and what became of it; see docs/follow-through.md. */
export const FollowThrough = z.object({
  commitment: CommitmentEntry,
  exact: z.array(z.string()).readonly(),
  documentTitle: z.string().optional(),
  made: DayRange.optional(),
  window: DayRange.optional(),
  guideline: z.string(),
  status: Assessment.shape.status,
  score: Assessment.shape.score,
  by: z.string(),
  evidence: z.array(Evidence).readonly(),
  assessments: z.array(Assessment).readonly(),
});

/** `/pairs/A/B/commitments.json` and `/parties/ID/commitments.json`; the latest made first. */
export const CommitmentsAnswer = z.object({
  of: z.array(z.string()).readonly(),
  ...page,
  at: day.optional(),
  withProposed: z.boolean(),
  /** Of all commitments of these parties: how many are in each state, and have evidence of each standing or none. */
  states: z.record(Assessment.shape.status, count),
  standings: z.record(z.enum(['proposed', 'confirmed', 'rejected', 'none']), count),
  rows: z.array(FollowThrough).readonly(),
  /** Whether evidence can be confirmed and rejected from the page. */
  assessable: z.boolean(),
  ...names,
});

/** What `POST /commitments/ID/assessments.json` takes. */
export const Said = z.strictObject({
  by: z.string(),
  confirm: z.array(z.string()).optional(),
  reject: z.array(z.string()).optional(),
});

/** What it answers: the record that was appended. */
export const AssessedAnswer = z.object({ recorded: Assessment });

export type TieSource = z.infer<typeof TieSource>;
export type LadderStep = z.infer<typeof LadderStep>;
export type Ladder = z.infer<typeof Ladder>;
export type LadderAnswer = z.infer<typeof LadderAnswer>;
export type MembershipsAnswer = z.infer<typeof MembershipsAnswer>;
export type FollowThrough = z.infer<typeof FollowThrough>;
export type CommitmentsAnswer = z.infer<typeof CommitmentsAnswer>;
export type AssessedAnswer = z.infer<typeof AssessedAnswer>;
