export { type Ladders, laddersOf, type PlacedGrade } from './grades.js';
export { loadGazetteer } from './load.js';
export { documentMemory, findMentions, findNames } from './mentions.js';
export { sectorOf, stateOf } from './parties.js';
export { loadRegister, type Register, type RegisteredInstrument, type RegisteredStep } from './register.js';
export type { Grade, Membership } from './schemas.js';
export { readTable } from './table.js';
export { packageData, readTables } from './tables.js';
export type { DocumentMemory, Gazetteer, Introduced, Mention, Place, Via } from './types.js';
