import type { Ladder, LadderStep } from '../api-standing.js';
import { markKind } from './ladder.js';

/** What a member, an observer and the like is; any other word is shown as it is. */
export const ROLES = ['member', 'associate', 'observer', 'candidate', 'suspended', 'chair'] as const;
export type Role = (typeof ROLES)[number];

export interface RoleSpell {
  readonly role: Role;
  readonly from: string;
  /** EDTF, to show. */
  readonly since: string;
  /** The last day; absent where nothing tells of an end. */
  readonly to?: string;
  readonly until?: string;
}

/** One row of the page: all that is told of one member, its turns in the chair too. */
export interface MemberRow {
  readonly other: string;
  readonly spells: readonly RoleSpell[];
  /** Steps that only tell of a day, that are planned, alleged or denied, or tell of another end. */
  readonly marks: readonly { readonly day: string; readonly step: LadderStep }[];
  readonly steps: readonly LadderStep[];
  readonly contradictions: Ladder['contradictions'];
}

/** Rows by the first day that is known of each; those without one come last. */
export function memberRows(memberships: readonly Ladder[], of: 'members' | 'bodies'): MemberRow[] {
  const groups = new Map<string, Ladder[]>();
  for (const ladder of memberships) {
    const other = of === 'members' ? ladder.subject.member : ladder.subject.body;
    if (other !== undefined) groups.set(other, [...(groups.get(other) ?? []), ladder]);
  }
  const rows = [...groups].map(([other, ladders]): MemberRow => {
    const steps = ladders.flatMap((ladder) => ladder.steps).sort((a, b) => compare(dayOf(a), dayOf(b)));
    const spells = ladders.flatMap((ladder) => spellsOf(ladder.steps));
    return {
      other,
      spells: spells.sort((a, b) => compare(a.from, b.from)),
      marks: steps.flatMap((step) =>
        step.days !== undefined && !isDrawn(step, spells) ? [{ day: step.days.first, step }] : [],
      ),
      steps,
      contradictions: ladders.flatMap(({ contradictions }) => contradictions),
    };
  });
  return rows.sort((a, b) => compare(firstDay(a), firstDay(b)) || compare(a.other, b.other));
}

/** Roles held on a day; those whose end is not told still hold. */
export function rolesOn({ spells }: MemberRow, day: string): Role[] {
  return [
    ...new Set(
      spells.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).map(({ role }) => role),
    ),
  ];
}

function spellsOf(steps: readonly LadderStep[]): RoleSpell[] {
  const begins = steps.filter((step) => step.days !== undefined && isBeginning(step));
  const ends = steps.filter((step) => step.days !== undefined && markKind(step) === 'end');
  const spells = begins.flatMap((step): RoleSpell[] => {
    const role = roleOf(step);
    const { first: from } = step.days ?? { first: '' };
    // A later beginning of the same role comes after an end of its own.
    const next = begins.find((other) => roleOf(other) === role && dayOf(other) > from);
    // Where accounts differ, the latest end; the others are marks.
    const end = ends.findLast(
      (other) =>
        roleOf(other) === role &&
        (other.days?.last ?? '') >= from &&
        (next === undefined || dayOf(other) < dayOf(next) || (other.days?.last ?? '') <= dayOf(next)),
    );
    const since = step.date ?? from;
    return [{ role, from, since, ...(end?.days && { to: end.days.last, until: end.date ?? end.days.last }) }];
  });
  return joined(spells);
}

/** Whether a bar begins or ends with the step. */
function isDrawn(step: LadderStep, spells: readonly RoleSpell[]): boolean {
  const last = step.days?.last ?? '';
  if (markKind(step) !== 'end') return isBeginning(step);
  return spells.some(({ role, to }) => role === roleOf(step) && to !== undefined && to === last);
}

/** Announced before it is in force is no membership yet; a suspension begins as one. */
function isBeginning(step: LadderStep): boolean {
  const kind = markKind(step);
  return kind === 'suspended' || (kind === 'begin' && (step.status === 'in-force' || isCandidate(step)));
}

function isCandidate({ name }: LadderStep): boolean {
  return name !== undefined && / candidate$/.test(name);
}

function roleOf({ name, status }: LadderStep): Role {
  if (status === 'suspended') return 'suspended';
  return ROLES.find((role) => name?.endsWith(` ${role}`)) ?? 'member';
}

/** Accounts of one role that overlap are one bar, from the earliest beginning to the latest end. */
function joined(spells: readonly RoleSpell[]): RoleSpell[] {
  const result: RoleSpell[] = [];
  for (const spell of spells) {
    const i = result.findIndex(
      (one) => one.role === spell.role && (one.to === undefined || spell.from <= one.to),
    );
    const before = result[i];
    if (before === undefined) result.push(spell);
    else if (before.to !== undefined && spell.to !== undefined && spell.to > before.to)
      result[i] = { ...before, to: spell.to, ...(spell.until && { until: spell.until }) };
  }
  return result;
}

function firstDay({ spells, steps }: MemberRow): string {
  const role = spells.find(({ role: held }) => held !== 'chair') ?? spells[0];
  return role?.from ?? steps.map(dayOf)[0] ?? '9999';
}

function dayOf({ days }: LadderStep): string {
  return days?.first ?? '9999';
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
