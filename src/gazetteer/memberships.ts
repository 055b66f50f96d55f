import { dayRange } from '../record/index.js';
import type { Membership } from './schemas.js';

/** Roles in which a party counts as a member. A suspended member is none while it is suspended. */
const MEMBER_ROLES = new Set<Membership['role']>(['member', 'founder']);

/** Looks up the members of a body on a day, from dated rows. */
export function memberships(rows: readonly Membership[]): (body: string, day: string) => readonly string[] {
  const byBody = new Map<string, Membership[]>();
  for (const row of rows) {
    const known = byBody.get(row.body);
    if (known === undefined) byBody.set(row.body, [row]);
    else known.push(row);
  }
  return (body, day) => {
    const standing = (byBody.get(body) ?? []).filter((row) => stands(row, day));
    const suspended = new Set(standing.filter((row) => row.role === 'suspended').map((row) => row.member));
    const members = standing
      .filter((row) => MEMBER_ROLES.has(row.role) && !suspended.has(row.member))
      .map((row) => row.member);
    return [...new Set(members)];
  };
}

/** From the first day that `since` may mean, to the last full day that `until` may mean. */
function stands({ since, until }: Membership, day: string): boolean {
  const from = since === undefined ? undefined : dayRange(since)?.first;
  const to = until === undefined ? undefined : dayRange(until)?.last;
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
