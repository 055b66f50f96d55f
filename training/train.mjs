// Trains models/english.bin from treebanks: `npm run train -- --treebanks ../shared/treebanks`.
// The trainer shares the feature code with the package, so it is TypeScript, run by tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
