// Trains models/parties.bin from training/sentences: `npm run train:parties`.
// The trainer shares the feature code with the package, so it is TypeScript, run by tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./train-parties.ts');
await main(process.argv.slice(2));
