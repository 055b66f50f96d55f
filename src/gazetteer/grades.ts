import type { Grade } from './schemas.js';

/** Where a grade stands. */
export interface PlacedGrade {
  /** Its name on the ladder. */
  readonly grade: string;
  /** Whose ladder: a party's id, or `*` for any party. */
  readonly party: string;
  /** Its rank there, higher is closer; absent where no order is known. */
  readonly rank?: number;
}

/** All ladders of data/grades.tsv, indexed by form. */
export interface Ladders {
  /**
   * Where a grade as written stands on the ladder of one of the parties, in their order; else on the ladder for any
   * party, else on somebody else's; nothing where no ladder has it.
   *
   * @example
   * ladders.place('strategic partner', ['VNM', 'FRA'])?.grade // 'strategic partnership'
   */
  place(written: string, parties: readonly string[]): PlacedGrade | undefined;
  /** Its rank on the ladder of the first of these parties that has one for it. */
  rank(grade: string, party: string): number | undefined;
}

/** Indexes grades; rows of a user's own that come later are looked at first. */
export function laddersOf(grades: readonly Pick<Grade, 'party' | 'grade' | 'rank' | 'forms'>[]): Ladders {
  const byForm = new Map<string, PlacedGrade[]>();
  for (const { party, grade, rank, forms } of grades)
    for (const form of new Set([grade, ...forms].map(fold))) {
      const placed = { grade, party, ...(rank === undefined ? {} : { rank }) };
      byForm.set(form, [...(byForm.get(form) ?? []), placed]);
    }
  const place: Ladders['place'] = (written, parties) => {
    const found = byForm.get(fold(written)) ?? [];
    for (const party of [...parties, '*']) {
      const own = found.find((placed) => placed.party === party);
      if (own !== undefined) return own;
    }
    return found[0];
  };
  return {
    place,
    rank: (grade, party) => byForm.get(fold(grade))?.find((placed) => placed.party === party)?.rank,
  };
}

/** Case, spaces, quotation marks and spaced hyphens make no other grade; a partner has the grade of a partnership. */
function fold(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"‘’]/g, '')
    .replace(/\s*[-‐‑–]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\bpartner(?:s|ships?)?$/, 'partnership')
    .trim();
}
