// Trains models/events.bin from training/passages and training/sentences: `npm run train:events`.
// The trainer shares the feature code with the package, so it is TypeScript, run by tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./train-events.ts');
await main(process.argv.slice(2));
