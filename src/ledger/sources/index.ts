export { type BoilerplateOptions, boilerplateSpans } from './boilerplate.js';
export { type BoilerplateCue, parseCues } from './cues.js';
export { givenDate } from './dates.js';
export { type ExpandOptions, expandPaths } from './expand.js';
export { ENDINGS } from './formats.js';
export { loadDocuments } from './load.js';
export { parseColumns } from './rows.js';
export { givenGenre, parseSidecar, readSidecar } from './sidecar.js';
export {
  DEFAULT_LIMITS,
  type DocumentResult,
  type Format,
  type Limits,
  type LoadOptions,
  type Metadata,
  type MetadataField,
  type Origin,
  type ResolveParty,
  type Sidecar,
  type SidecarRow,
  type Skipped,
  type SourceItem,
} from './types.js';
