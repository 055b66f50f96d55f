import { defineConfig } from 'vitest/config';

/** Tests of the page in a real Chromium: `vitest run --config vitest.browser.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.{browser,test}.ts'],
    globalSetup: ['test/browser/build-page.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
