// Compiles src/ to dist/: TypeScript for Node, the command in few files, the workbench for the browser.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { root, runPackage } from './setup.mjs';

rmSync(join(root, 'dist'), { recursive: true, force: true });
runPackage('typescript/bin/tsc', ['-p', 'tsconfig.json']);
await bundleCommand();
runPackage('vite/bin/vite.js', ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn']);
chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);
writeFileSync(join(root, 'dist', '.built'), '');

/**
 * The command's own modules, a few hundred, as a handful of files beside dist/cli/main.js: finding and reading each of them
 * takes longer than running them. Packages stay outside. What other programs import, and workers run, is as compiled.
 */
async function bundleCommand() {
  const cli = join(root, 'dist', 'cli');
  const keepPlaces = {
    name: 'keep-places',
    // A module that looks for files beside itself goes on to look where it lay.
    transform(code, id) {
      const place = JSON.stringify(relative(cli, id).replaceAll('\\', '/'));
      return id.includes('node_modules')
        ? undefined
        : { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
    },
  };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [keepPlaces],
    ssr: { external: true },
    build: {
      ssr: join(cli, 'main.js'),
      outDir: cli,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'part-[name]-[hash].js' } },
    },
  });
}
