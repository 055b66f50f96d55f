// npm test: sets up what is missing, then types, lint, floors, unit tests, browser tests, published shape.
import { join } from 'node:path';
import { ensureBuild, ensureDependencies, root, run, runPackage } from './setup.mjs';

ensureDependencies();
ensureBuild();
const step = (name, work) => {
  const started = Date.now();
  process.stderr.write(`\n— ${name}\n`);
  work();
  process.stderr.write(`  ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
};
step('types', () => runPackage('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.check.json']));
step('types of the page', () =>
  runPackage('svelte-check/bin/svelte-check', [
    '--workspace',
    'src/web',
    '--tsconfig',
    'tsconfig.json',
    '--output',
    'human',
  ]),
);
step('lint', () => runPackage('@biomejs/biome/bin/biome', ['check', '.']));
step('floors', () =>
  runPackage('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', 'src']),
);
step('unit', () => runPackage('vitest/vitest.mjs', ['run']));
step('browser', () => runPackage('vitest/vitest.mjs', ['run', '--config', 'vitest.browser.config.ts']));
step('published shape', () =>
  run(process.execPath, [join(root, 'scripts', 'check-package.mjs')], { shell: false }),
);
