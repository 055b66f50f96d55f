import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { loadGazetteer, loadRegister } from '../../src/gazetteer/index.js';
import { listen, type Serving } from '../../src/server/index.js';
import { launch } from './chromium.js';
import { type Sample, sampleAccess } from './sample-ledger.js';

export interface Workbench {
  readonly url: string;
  /** Opens an address in a new window; what it asks for elsewhere, and errors in its console, are kept. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Fails where a window asked for anything off this machine, or had an error other than `expected`. */
  expectQuiet(expected?: RegExp): void;
}

/** A served ledger of samples and a browser, for the tests of one file. */
export function workbench(samples: readonly Sample[]): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
  let serving: Serving | undefined;
  let browser: Browser | undefined;
  let strangers: string[] = [];
  let errors: string[] = [];

  beforeAll(async () => {
    const gazetteer = loadGazetteer();
    const access = await sampleAccess(join(folder, 'samples.duckdb'), samples, gazetteer);
    const explain = (sentence: string) => {
      const words = sentence
        .split(' ')
        .map((form, i) => ({ form, head: i, deprel: i === 0 ? 'root' : 'dep' }));
      return { words, sentences: [{ tokens: words }] };
    };
    serving = await listen(access, {
      port: 0,
      version: '0.0.0',
      gazetteer,
      register: loadRegister(),
      explain,
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const url = () => {
    if (!serving) throw new Error('the server has not started');
    return serving.url;
  };
  return {
    get url() {
      return url();
    },
    async open(address, options = {}) {
      if (!browser) throw new Error('the browser has not started');
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('request', (request) => {
        if (new URL(request.url()).host !== new URL(url()).host) strangers.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(url() + address);
      return page;
    },
    expectQuiet(expected) {
      const [asked, unexpected] = [strangers, errors.filter((text) => !expected?.test(text))];
      strangers = [];
      errors = [];
      expect(asked).toEqual([]);
      expect(unexpected).toEqual([]);
    },
  };
}
