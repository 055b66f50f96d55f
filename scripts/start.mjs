// npm start: sets up what is missing, reads the bundled corpus into a ledger and opens the workbench.
// Arguments after -- go to `entente open`.
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, root, run } from './setup.mjs';

ensureDependencies();
ensureBuild();
const given = process.argv.slice(2);
const paths = given.some((argument) => !argument.startsWith('-')) ? [] : [join(root, 'examples', 'corpus')];
run(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'open', ...paths, ...given], {
  cwd: process.cwd(),
  shell: false,
  stdio: 'inherit',
});
