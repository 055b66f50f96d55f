import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Only loading from a disk needs Node; a page leaves it out. */
const external = [/^node:/];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [svelte({ configFile: false })],
  worker: { format: 'es', rolldownOptions: { external } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The browsers that can run the page preload modules by themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      external,
      // The page takes words from the record and none of its schemas.
      treeshake: { moduleSideEffects: (id) => !/\/src\/record\/|\/node_modules\/zod\//.test(id) },
    },
  },
});
