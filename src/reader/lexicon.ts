import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Ladders, laddersOf, packageData, readTable } from '../gazetteer/index.js';
import {
  CONTEXTS,
  type Context,
  EntenteError,
  Modality,
  PLOVER_TYPES,
  type PloverType,
} from '../record/index.js';
import { type Frame, parseFrame } from './frame.js';
import { NOUN_ROLES, parseRoles, type Roles, VERB_ROLES } from './slots.js';

export const ACT_CLASSES = [
  'verbal-cooperation',
  'material-cooperation',
  'yielding',
  'verbal-conflict',
  'material-conflict',
] as const;
export type ActClass = (typeof ACT_CLASSES)[number];

/** How far an act has come. `ended` and `resumed` change what the act is; the others, what is said of it. */
export const STAGES = [
  ...([
    'done',
    'intended',
    'asked',
    'refused',
    'cancelled',
    'threatened',
    'ended',
    'denied',
    'resumed',
  ] as const),
] as const;
export type Stage = (typeof STAGES)[number];

export interface BaseAct {
  readonly act: string;
  readonly actClass: ActClass;
  readonly symmetric: boolean;
}

/** A word that names an act, in a frame. `act` is absent where the word names none in this frame. */
export interface ActRow {
  readonly frame: Frame;
  readonly act: string | undefined;
  readonly roles: Roles;
  readonly ownRoles: boolean;
  /** From a table of the user, whose word is not questioned. */
  readonly users: boolean;
  readonly mode?: string | undefined;
  readonly contexts: readonly Context[];
}

/** A word that moves the stage of the act that its complement names, or that reports it. */
export interface StageRow {
  readonly frame: Frame;
  readonly stage: Stage | 'report';
  /** Relations through which the act hangs on the word: `xcomp`, `ccomp`, `obj`, `obl:for`, `nmod:of`, … */
  readonly complements: readonly string[];
  readonly roles: Roles | undefined;
  readonly modality: Modality | undefined;
  /** `appeal` or `demand` of what is asked; `weak` of what is only considered. */
  readonly strength: 'appeal' | 'demand' | 'weak' | undefined;
}

/** What a pair of act and stage is coded as. */
export interface Coding {
  /** By the PLOVER manual. */
  readonly type: PloverType;
  readonly mode?: string | undefined;
  readonly cameo?: string | undefined;
  readonly contexts: readonly Context[];
}

export interface Lexicon {
  readonly acts: ReadonlyMap<string, BaseAct>;
  readonly verbs: ReadonlyMap<string, readonly ActRow[]>;
  readonly nouns: ReadonlyMap<string, readonly ActRow[]>;
  readonly adjectives: ReadonlyMap<string, readonly ActRow[]>;
  readonly stages: ReadonlyMap<string, readonly StageRow[]>;
  /** By `act/stage` and `@class/stage`. */
  readonly codings: ReadonlyMap<string, Coding>;
  /** PLOVER type of a CAMEO code by the crosswalk. */
  readonly crosswalk: ReadonlyMap<string, PloverType>;
  /** Grades of partnership on the ladders of their parties. */
  readonly ladders: Ladders;
  /** Lemma → area of policy. */
  readonly areas: ReadonlyMap<string, string>;
  /** Principle → its forms, lower case. */
  readonly principles: ReadonlyMap<string, readonly string[]>;
  /** Lemma → −1 or 1. */
  readonly polarity: ReadonlyMap<string, number>;
}

const text = z.string();
const cell = z
  .string()
  .optional()
  .transform((value) => value ?? '');
const words = cell.transform((value) =>
  value
    .split('|')
    .map((w) => w.trim())
    .filter(Boolean),
);
const optional = z.string().optional();
const contexts = words.pipe(z.array(z.enum(CONTEXTS)));

const TABLES = {
  'base-acts': z.object({ act: text, class: z.enum(ACT_CLASSES), symmetric: cell, gloss: optional }),
  acts: z.object({
    lemma: text,
    pos: z.enum(['verb', 'noun', 'adj']),
    frame: cell,
    act: text,
    roles: cell,
    mode: optional,
    contexts,
  }),
  stages: z.object({
    lemma: text,
    pos: z.enum(['verb', 'noun', 'adj', 'aux']),
    frame: cell,
    stage: z.enum([...STAGES, 'report']),
    complement: words,
    roles: cell,
    modality: Modality.optional(),
    strength: z.enum(['appeal', 'demand', 'weak']).optional(),
  }),
  mapping: z.object({
    act: text,
    stage: z.enum(STAGES),
    type: z.enum(PLOVER_TYPES),
    mode: optional,
    cameo: optional,
    contexts,
  }),
  crosswalk: z.object({ cameo: text, type: optional }),
  grades: z.object({ party: text, grade: text, rank: cell, forms: words, source: optional }),
  areas: z.object({ area: text, lemmas: words }),
  principles: z.object({ principle: text, forms: words }),
  polarity: z.object({ lemma: text, polarity: z.enum(['positive', 'negative']) }),
} as const;

/**
 * The reader's tables from `data/`, indexed by lemma.
 *
 * @param dirs folders of the user whose tables extend ours
 * @throws EntenteError `data` naming file and line of a wrong row
 */
export function loadLexicon(dirs: readonly string[] = []): Lexicon {
  const read = <S extends z.ZodObject>(name: string, schema: S): z.infer<S>[] =>
    readAll([packageData(), ...dirs], name, schema);
  const acts = new Map<string, BaseAct>();
  for (const row of read('base-acts', TABLES['base-acts'])) {
    if (!acts.has(row.act))
      acts.set(row.act, { act: row.act, actClass: row.class, symmetric: row.symmetric === 'yes' });
  }
  acts.set('unspecified', { act: 'unspecified', actClass: 'material-cooperation', symmetric: false });
  const byPos = {
    verb: new Map<string, ActRow[]>(),
    noun: new Map<string, ActRow[]>(),
    adj: new Map<string, ActRow[]>(),
  };
  const actRows = read('acts', TABLES.acts);
  const usersRows =
    dirs.length === 0 ? 0 : actRows.length - readAll([packageData()], 'acts', TABLES.acts).length;
  for (const [number, row] of actRows.entries()) {
    if (row.act !== '-' && !acts.has(row.act)) {
      throw new EntenteError('data', `data/acts.tsv: '${row.lemma}' names the unknown act '${row.act}'`, {
        remedy: 'add it to base-acts.tsv or correct it',
      });
    }
    push(byPos[row.pos], row.lemma, {
      frame: parseFrame(row.frame),
      act: row.act === '-' ? undefined : row.act,
      roles: row.roles === '' ? (row.pos === 'noun' ? NOUN_ROLES : VERB_ROLES) : parseRoles(row.roles),
      ownRoles: row.roles !== '',
      users: number < usersRows,
      mode: row.mode,
      contexts: row.contexts,
    });
  }
  for (const rows of Object.values(byPos).flatMap((map) => [...map.values()])) fullestFirst(rows);
  const stages = new Map<string, StageRow[]>();
  for (const row of read('stages', TABLES.stages)) {
    push(stages, `${row.lemma}/${row.pos}`, {
      frame: parseFrame(row.frame),
      stage: row.stage,
      complements: row.complement,
      roles: row.roles === '' ? undefined : parseRoles(row.roles),
      modality: row.modality,
      strength: row.strength,
    });
  }
  for (const rows of stages.values()) fullestFirst(rows);
  const codings = new Map<string, Coding>();
  for (const row of read('mapping', TABLES.mapping)) {
    const key = `${row.act}/${row.stage}`;
    if (!codings.has(key)) codings.set(key, row);
  }
  const crosswalk = new Map<string, PloverType>();
  for (const row of read('crosswalk', TABLES.crosswalk)) {
    const type = PLOVER_TYPES.find((t) => t === row.type);
    if (type && !crosswalk.has(row.cameo)) crosswalk.set(row.cameo, type);
  }
  const areas = new Map<string, string>();
  for (const row of read('areas', TABLES.areas).reverse()) {
    for (const l of row.lemmas) areas.set(l, row.area);
  }
  const polarity = new Map<string, number>();
  for (const row of read('polarity', TABLES.polarity).reverse())
    polarity.set(row.lemma, row.polarity === 'positive' ? 1 : -1);
  return {
    acts,
    verbs: byPos.verb,
    nouns: byPos.noun,
    adjectives: byPos.adj,
    stages,
    codings,
    crosswalk,
    ladders: laddersOf(
      read('grades', TABLES.grades).map((g) => ({ ...g, rank: g.rank === '' ? undefined : Number(g.rank) })),
    ),
    areas,
    principles: new Map(
      read('principles', TABLES.principles)
        .reverse()
        .map((p) => [p.principle, p.forms.map((f) => f.toLowerCase())]),
    ),
    polarity,
  };
}

/** What stands for an act that no row names, under a stage that makes an event by itself ("refused to answer"). */
export const GENERIC_ACT: ActRow = {
  frame: parseFrame(''),
  act: 'unspecified',
  roles: VERB_ROLES,
  ownRoles: false,
  users: false,
  contexts: [],
};

/** The coding of an act at a stage: the act's own row, else its class's. */
export function codingOf(lexicon: Lexicon, act: string, stage: Stage): Coding | undefined {
  const base = lexicon.acts.get(act);
  const at = (s: Stage) =>
    lexicon.codings.get(`${act}/${s}`) ?? (base && lexicon.codings.get(`@${base.actClass}/${s}`));
  // What is resumed is done again, what is denied is the deed that is denied.
  return at(stage) ?? (stage === 'resumed' || stage === 'denied' ? at('done') : undefined);
}

/** PLOVER type by the crosswalk from CAMEO; the manual's type where a coding has no CAMEO code. */
export function crosswalkType<T extends PloverType | undefined>(
  lexicon: Lexicon,
  coding: { readonly cameo?: string | undefined; readonly type: T },
): PloverType | T {
  for (let code = coding.cameo ?? ''; code.length >= 2; code = code.slice(0, -1)) {
    const type = lexicon.crosswalk.get(code);
    if (type) return type;
  }
  return coding.type;
}

/**
 * Rows of the same table in every folder that has it. Of rows that hold equally well the first is taken, so a user's
 * folders come before ours, the last given first; in tables of one row a key the first is kept.
 */
function readAll<S extends z.ZodObject>(dirs: readonly string[], name: string, schema: S): z.infer<S>[] {
  return [...dirs].reverse().flatMap((dir) => {
    const path = join(dir, `${name}.tsv`);
    if (!existsSync(path)) return [];
    return readTable(readFileSync(path, 'utf8'), schema, dir === dirs[0] ? `data/${name}.tsv` : path);
  });
}

/** The row with most conditions first; of equals the one that came first. */
function fullestFirst(rows: { readonly frame: Frame }[]): void {
  rows.sort((a, b) => b.frame.conditions.length - a.frame.conditions.length);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
