export { type ActFilter, reportedActs } from './acts/acts.js';
export { type CountRow, type Counts, countEvents } from './acts/count.js';
export { ACT_DAYS, type ActReport, type GroupedActs, groupActs, type ReportedAct } from './acts/group.js';
export { type CountOptions, GROUPINGS, type Grouping } from './acts/grouping.js';
export { type Examination, examine } from './doctor/examine.js';
export type { Finding, Orphan } from './doctor/findings.js';
export {
  DATASETS,
  type DatasetFormat,
  type DatasetOptions,
  type DatasetReport,
  exportDataset,
} from './exchange/datasets/export.js';
export { delimited } from './exchange/delimited.js';
export { type Digest, ledgerDigest, ledgersEqual } from './exchange/equality.js';
export { exportLedger } from './exchange/export.js';
export type { Format as ExportFormat } from './exchange/files.js';
export { importLedger } from './exchange/import.js';
export { assess, type Saying } from './follow-through/assess.js';
export { type FollowOptions, followOne, followThrough } from './follow-through/follow-through.js';
export type * from './follow-through/types.js';
export { DEFAULT_MONTHS, EVER, windowOf } from './follow-through/window.js';
export { REGISTER, type RegisterRow, type TieAssertion } from './histories/assertion.js';
export type { Contradiction } from './histories/contradictions.js';
export { type FoldOptions, foldTies, type TieHistory, type TieStep } from './histories/fold.js';
export { type FoldedTies, type HistoryOptions, tieHistories } from './histories/histories.js';
export { type Opposed, type OpposedSide, opposedOf, saidBy } from './histories/opposed.js';
export { registerAssertions } from './histories/register.js';
export { sourcesOf, type TieSource } from './histories/sources.js';
export {
  type Section,
  type Standing,
  type StandingOptions,
  standingOf,
  type ToldOptions,
  type ToldTies,
  toldHistories,
} from './histories/standing.js';
export { statusWords, stepWord } from './histories/step-words.js';
export { levelOf, subjectsOf, type TieSubject } from './histories/subject.js';
export { type OpenOptions, openLedger, sharedReader, withLedger } from './ledger.js';
export { type ReadOptions, readAll } from './pipeline/read-all.js';
export type { FailedDocument, ReadProgress, ReadReport } from './pipeline/report.js';
export { countTokens } from './pipeline/tokens.js';
export type { DocumentReader, Incoming } from './pipeline/types.js';
export { type Comparison, compareMemberships, type Disagreement } from './registers/compare.js';
export {
  type ImportedRegister,
  importRegister,
  type RegisterOptions,
} from './registers/import.js';
export type { Remark } from './registers/remarks.js';
export { REGISTER_FORMATS, type RegisterFormat } from './registers/types.js';
export * from './sources/index.js';
export type * from './types.js';
