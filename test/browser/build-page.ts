import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the page once, so that what is tested is what is there now. */
export default async function setup(): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('../../src/web/vite.config.ts', import.meta.url)),
    logLevel: 'warn',
  });
}
