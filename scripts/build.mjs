// Compiles src/ to dist/: TypeScript for Node, the workbench for the browser.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './setup.mjs';

rmSync(join(root, 'dist'), { recursive: true, force: true });
runPackage('typescript/bin/tsc', ['-p', 'tsconfig.json']);
runPackage('vite/bin/vite.js', ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn']);
chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);
writeFileSync(join(root, 'dist', '.built'), '');
