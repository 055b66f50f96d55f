export { loadGazetteer } from './load.js';
export { documentMemory, findMentions } from './mentions.js';
export { sectorOf, stateOf } from './parties.js';
export { readTable } from './table.js';
export { packageData } from './tables.js';
export type { DocumentMemory, Gazetteer, Introduced, Mention, Place, Via } from './types.js';
