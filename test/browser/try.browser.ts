import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Language, loadLanguage, treeSvg, treesSvg, writeConllu } from '../../src/language/index.js';
import { CHROMIUM } from './chromium.js';
import { SAMPLES } from './samples.js';
import { workbench } from './workbench.js';

const SENTENCES = [
  "Vietnam's envoy didn't sign the joint statement that ASEAN had proposed.",
  'Talks were held in Suva on 3 May 2019; “we cannot wait”, she said.',
  'They call it a U.S.-led effort (worth $3.5 billion) — don’t they?',
  'שלום from 👩‍👩‍👧 & <b>friends</b> in 東京!',
  'Go.',
];

/** Other programs that run on this machine take their share of it. */
const load = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

describe.skipIf(CHROMIUM === undefined)('the language floor in the page', { timeout: 90_000 }, () => {
  const bench = workbench(SAMPLES);
  afterEach(() => bench.expectQuiet(/status of 404/));
  let english: Language;
  beforeAll(async () => {
    english = await loadLanguage();
  });

  const open = async (hash = '', options = {}): Promise<Page> => {
    const page = await bench.open(`/try${hash}`, options);
    await page.locator('svg.tree').first().waitFor({ timeout: 60_000 });
    return page;
  };
  const written = (page: Page) => page.locator('pre').textContent();
  const nodeWrites = (text: string) => writeConllu(english.analyse(text), text);

  test('goes on without the server once the model is there', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Text' }).fill('Fiji thanked Peru.');
    await expect.poll(() => page.locator('svg.tree .word').count()).toBe(4);
    await page.getByText('4 tokens in 1 sentence').waitFor();
    const texts = page.locator('svg.tree .word').first().locator('text');
    expect(await texts.allTextContents()).toEqual(['Fiji', 'PROPN', 'Fiji']);
    expect(await page.locator('svg.tree .relation text').allTextContents()).toEqual(
      expect.arrayContaining(['nsubj', 'obj', 'punct']),
    );
    expect(await page.locator('tbody tr').nth(1).locator('td').allTextContents()).toEqual([
      '2',
      'thanked',
      'thank',
      'VERB',
      'VBD',
      '0',
      'root',
      'Mood=Ind Number=Sing Person=3 Tense=Past VerbForm=Fin',
    ]);
    await page.getByRole('button', { name: 'Words' }).click();
    expect(await page.locator('tbody tr').count()).toBe(0);
    await page.getByRole('link', { name: 'About' }).click();
    await page.getByRole('link', { name: 'Try a sentence' }).click();
    await page.locator('svg.tree').waitFor();
    bench.expectQuiet(/INTERNET_DISCONNECTED/); // other parts of the page do ask the server
  });

  test('parses as Node does', async () => {
    const page = await open();
    for (const text of [...SENTENCES, SENTENCES.join('\n\n')]) {
      await page.getByRole('textbox', { name: 'Text' }).fill(text);
      await expect.poll(() => written(page)).toBe(nodeWrites(text));
    }
  });

  test('keeps the text in the address, which brings it back', async () => {
    const text = 'Peru & Fiji agree: 100% + “more”.';
    const page = await open();
    await page.getByRole('textbox', { name: 'Text' }).fill(text);
    await expect.poll(() => new URL(page.url()).hash).toContain('Peru');
    const again = await open(new URL(page.url()).hash);
    expect(await again.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(text);
    await expect.poll(() => written(again)).toBe(nodeWrites(text));
    await again.evaluate("location.hash = '#text=Tonga+left.'");
    await expect.poll(() => written(again)).toBe(nodeWrites('Tonga left.'));
    await again.getByRole('textbox', { name: 'Text' }).fill('');
    await again.getByText('0 tokens in 0 sentences').waitFor();
    expect(await again.locator('svg.tree').count()).toBe(0);
  });

  test('gives CoNLL-U to copy and to download, of all sentences', async () => {
    const text = Array.from({ length: 25 }, (_, i) => `Envoy ${i} met Fiji.`).join(' ');
    const page = await open(`#${new URLSearchParams({ text })}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('sentences 1–10 of 25').first().waitFor();
    await page.getByRole('button', { name: 'Next' }).first().click();
    await page.getByText('sentences 11–20 of 25').first().waitFor();
    await page.getByText('Envoy 10 met Fiji.', { exact: true }).waitFor();
    expect(await page.locator('svg.tree').count()).toBe(10);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(nodeWrites(text));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sentences.conllu');
    expect(readFileSync(await download.path(), 'utf8')).toBe(nodeWrites(text));
  });

  test('does not freeze on a million characters, and leaves them for a newer text', async () => {
    const article =
      'The ministers of Fiji and Peru met in Suva, and they agreed to open an embassy by 2030.\n\n';
    const page = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const long = article.repeat(Math.ceil(1e6 / article.length));
    await page.evaluate((text: string) => navigator.clipboard.writeText(text), long);
    await page.evaluate(WATCH_FRAMES);
    await page.getByRole('textbox', { name: 'Text' }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+V');
    await page
      .getByText(/sentences 1–10 of 1\d,\d\d\d/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Next' }).first().click();
    await page.getByText('sentences 11–20').first().waitFor();
    expect(await page.locator('svg.tree').count()).toBe(10);
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('textbox', { name: 'Text' }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Tonga left.');
    await page.getByText('3 tokens in 1 sentence').waitFor();
    const still = await page.evaluate<number>('window.longestStill');
    console.info(`the page stood still for at most ${Math.round(still)} ms`);
    expect(still).toBeLessThan(1500 * load());
  });

  test('says why there is no model, and tries again', async () => {
    const page = await bench.open('/about');
    const model = '**/models/english.bin';
    await page
      .context()
      .route(model, (route) =>
        route.fulfill({ status: 404, body: '{"error":{"message":"no model here","remedy":"make one"}}' }),
      );
    await page.getByRole('link', { name: 'Try a sentence' }).click();
    await page.getByRole('alert').getByText('cannot be loaded: no model here').waitFor();
    await page.getByText('What to do: make one').waitFor();
    await page.context().unroute(model);
    await page
      .context()
      .route(model, (route) =>
        route.fulfill({ status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) }),
      );
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('is damaged').waitFor();
    await page.context().unroute(model);
    await page.context().route(model, (route) => route.fulfill({ status: 200, body: 'no model at all' }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('the model and it must be of one version').waitFor();
    await page.context().unroute(model);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('svg.tree').first().waitFor({ timeout: 60_000 });
  });

  test('draws what every browser takes for SVG, whatever the words', async () => {
    const sentences = english.analyse(SENTENCES.join('\n\n'));
    const drawings = [
      treesSvg(sentences, { standalone: true, title: '<&"' }),
      ...sentences.map((s) => treeSvg(s)),
    ];
    const page = await bench.open('/about');
    const faults = await page.evaluate(
      (all: string[]) =>
        all.map(
          (svg) =>
            new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')?.textContent,
        ),
      drawings,
    );
    expect(faults.filter(Boolean)).toEqual([]);
    bench.expectQuiet(/inline style/); // that of the drawing for a file, which the page's policy stops
  });
});

/** In the page: the longest time between two frames, in milliseconds. */
const WATCH_FRAMES = `(() => {
  window.longestStill = 0;
  let last = performance.now();
  const frame = (now) => {
    window.longestStill = Math.max(window.longestStill, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()`;
