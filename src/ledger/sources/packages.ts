import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Packages that some formats of sources need, each loaded when it is first used: most commands read no source at all, and
 * would start a third more slowly.
 */
// Each package's own types describe what it gives.
export const yaml = () => require('yaml') as typeof import('yaml');
export const yauzl = () => require('yauzl') as typeof import('yauzl');
export const csvParse = () => require('csv-parse') as typeof import('csv-parse');
export const csvParseAtOnce = () => require('csv-parse/sync') as typeof import('csv-parse/sync');
export const tinyglobby = () => require('tinyglobby') as typeof import('tinyglobby');
