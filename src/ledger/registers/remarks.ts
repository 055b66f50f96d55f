/** Something that is said of one or several rows. */
export interface Remark {
  readonly what: string;
  readonly rows: number;
  /** Line of the file on which the first of them stands; 1 is the line of column names. */
  readonly firstLine: number;
}

export interface Remarks {
  add(what: string, line: number): void;
  /** Most rows first. */
  list(): readonly Remark[];
}

export function createRemarks(): Remarks {
  const byWhat = new Map<string, { rows: number; firstLine: number }>();
  return {
    add(what, line) {
      const before = byWhat.get(what);
      if (before) before.rows++;
      else byWhat.set(what, { rows: 1, firstLine: line });
    },
    list: () =>
      [...byWhat]
        .map(([what, { rows, firstLine }]) => ({ what, rows, firstLine }))
        .sort((a, b) => b.rows - a.rows || a.firstLine - b.firstLine),
  };
}
