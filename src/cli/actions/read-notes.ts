import type { DocumentResult, Sidecar, Skipped } from '../../ledger/index.js';

/** What is noted of documents while they are loaded. */
export interface Notes {
  readonly skipped: readonly Skipped[];
  /** What to do about a document that could not be loaded, by its path. */
  readonly remedies: ReadonlyMap<string, string>;
  skip(skipped: Skipped): void;
  /** Takes what a result says besides its document. */
  take(result: DocumentResult): void;
  /** All warnings; when every source has been seen, also of rows of the sidecar that are about none of them. */
  warnings(seenAll: boolean): readonly string[];
}

export function createNotes(sidecar: Sidecar | undefined): Notes {
  const warnings = new Set(sidecar?.warnings ?? []);
  const skipped: Skipped[] = [];
  const remedies = new Map<string, string>();
  const usedLines = new Set<number>();
  return {
    skipped,
    remedies,
    skip: (one) => skipped.push(one),
    take(result) {
      if (result.ok) {
        for (const warning of result.warnings) warnings.add(`${result.path}: ${warning}`);
        if (result.sidecarLine !== undefined) usedLines.add(result.sidecarLine);
      } else if (result.error.remedy !== undefined) remedies.set(result.path, result.error.remedy);
    },
    warnings(seenAll) {
      const unused = [...(sidecar?.rows.values() ?? [])].filter(({ line }) => !usedLines.has(line));
      const idle = unused.map(
        ({ file, line }) => `${sidecar?.path} line ${line}: '${file}' is not among the documents`,
      );
      return [...warnings, ...(seenAll ? idle : [])];
    },
  };
}
