// Trains models/relations.bin from training/sentences: `npm run train:relations`.
// The trainer shares the feature code with the package, so it is TypeScript, run by tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./train-relations.ts');
await main(process.argv.slice(2));
