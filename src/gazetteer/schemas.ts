import { z } from 'zod';
import { InstrumentKind, isEdtf } from '../record/index.js';

const text = z.string();
const optional = z.string().optional();
const date = z.string().refine(isEdtf, 'not a date such as 1967-08-08, 1967-08 or 1967').optional();
const number = z.string().regex(/^\d+$/, 'not a number').transform(Number).optional();
const list = z
  .string()
  .default('')
  .transform((cell) =>
    cell
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const source = optional;
/** `CHN`, `CHN/GOV`, `-/UAF`, `ASEAN`, `UN/GOV`, `IMG`. */
const party = z
  .string()
  .regex(/^(-|[A-Z0-9][A-Za-z0-9-]*)(\/[A-Z]{3})?$/, 'not a party id such as CHN, CHN/GOV or -/UAF');
const sector = z.string().regex(/^[A-Z]{3}$/, 'not a sector code of three capitals');

export const State = z.object({
  id: party,
  name: text,
  official: optional,
  status: z.enum(['un-member', 'un-observer', 'former', 'contested', 'other']),
  since: date,
  until: date,
  cow: number,
  gw: number,
  qid: optional,
  source,
});

export const StateName = z.object({
  id: party,
  form: text,
  kind: z.enum([
    ...(['name', 'official', 'abbreviation', 'adjective', 'demonym'] as const),
    ...(['capital', 'seat', 'prefix', 'former'] as const),
  ]),
  since: date,
  until: date,
});

export const Place = z.object({
  id: text,
  form: text,
  kind: z.enum([
    ...(['sea', 'strait', 'gulf', 'ocean', 'island', 'territory', 'region'] as const),
    ...(['city', 'river', 'mountain', 'base', 'peninsula', 'continent'] as const),
  ]),
  within: optional,
  claimants: list,
  source,
});

export const Body = z.object({
  id: party,
  name: text,
  kind: z.enum([
    ...(['un-system', 'universal', 'regional', 'security', 'economic', 'financial'] as const),
    ...(['forum', 'court', 'development-bank', 'commodity', 'other'] as const),
  ]),
  founded: date,
  dissolved: date,
  hq: optional,
  source,
});

export const BodyName = z.object({
  body: party,
  form: text,
  kind: z.enum(['name', 'abbreviation', 'metonym', 'adjective', 'part']),
  since: date,
  until: date,
});

export const Membership = z.object({
  body: party,
  member: party,
  role: z.enum([
    ...(['member', 'founder', 'observer', 'associate'] as const),
    ...(['dialogue-partner', 'candidate', 'suspended', 'chair'] as const),
  ]),
  since: date,
  until: date,
  source,
});

export const InstrumentRow = z.object({
  id: text,
  kind: InstrumentKind,
  name: text,
  signed: date,
  'in-force': date,
  until: date,
  source,
});

export const InstrumentName = z.object({ instrument: text, form: text });

export const InstrumentParty = z.object({ instrument: text, party, since: date, until: date, source });

/** One dated step of a partnership, an alliance or a trade agreement. */
export const TieStepRow = z.object({
  tie: z.enum(['partnership', 'alliance', 'agreement']),
  parties: z
    .string()
    .regex(/^[A-Z][A-Z0-9-]*(\|[A-Z][A-Z0-9-]*)+$/, 'not two or more party ids such as ASEAN|CHN')
    .transform((cell) => cell.split('|')),
  grade: optional,
  name: optional,
  step: z.enum(['announced', 'in-force', 'raised', 'downgraded', 'suspended', 'ended']),
  date: z.string().refine(isEdtf, 'not a date such as 1967-08-08, 1967-08 or 1967'),
  /** The last of which the step is certain, where it holds no more but not known since when. */
  last: date,
  /** Those for whom alone the tie ends. */
  leaving: list,
  instrument: optional,
  source: text,
});

/** A grade of partnership on the ladder of one party; `*` is any party. */
export const Grade = z.object({ party: text, grade: text, rank: number, forms: list, source });

export const Office = z.object({
  form: text,
  sector,
  rank: z.enum(['head', 'minister', 'senior', 'other']).optional(),
  kind: z.enum(['office', 'institution', 'force', 'people']),
});

export const Organ = z.object({ form: text, party, since: date, until: date, source });

export const Group = z.object({ form: text, id: party, since: date, until: date, source });

export const Person = z.object({
  name: text,
  forms: list,
  party,
  office: optional,
  since: date,
  until: date,
  source,
});

/** A name that means different things, and the words nearby that tell which. */
export const Reading = z.object({
  form: text,
  /** Party or place id; empty for a reading that is neither (a man, a bird). */
  id: optional,
  role: z.enum(['party', 'place', 'none']),
  cues: list,
  /** The reading taken where no cue decides. */
  fallback: z.enum(['yes']).optional(),
});

/** Longer names that hold the name of a party and are none (`Washington Post`, `Panama hat`). */
export const NotParty = z.object({ form: text });

/** Words that names of persons are made of. */
export const NamePart = z.object({ form: text, kind: z.enum(['given', 'particle', 'honorific']) });

export type State = z.infer<typeof State>;
export type StateName = z.infer<typeof StateName>;
export type Place = z.infer<typeof Place>;
export type Body = z.infer<typeof Body>;
export type BodyName = z.infer<typeof BodyName>;
export type Membership = z.infer<typeof Membership>;
export type InstrumentRow = z.infer<typeof InstrumentRow>;
export type InstrumentParty = z.infer<typeof InstrumentParty>;
export type TieStepRow = z.infer<typeof TieStepRow>;
export type Grade = z.infer<typeof Grade>;
export type Office = z.infer<typeof Office>;
export type Person = z.infer<typeof Person>;
export type Reading = z.infer<typeof Reading>;
export type NamePart = z.infer<typeof NamePart>;
