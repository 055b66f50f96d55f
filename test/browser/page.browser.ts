import { availableParallelism, loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { longSample, SAMPLES } from './samples.js';
import { workbench } from './workbench.js';

const long = longSample();
const [summit] = SAMPLES;
const announced = summit?.entries[2]?.id;
const address = `/documents/${summit?.document.id}`;

const chosenWords = (page: Page) =>
  page.locator('mark.chosen').evaluateAll((marks) => marks.map((mark) => mark.textContent).join(''));
const chosenCard = (page: Page) => page.locator('article[aria-current]').getAttribute('data-entry');

describe.skipIf(CHROMIUM === undefined)('the page in Chromium', () => {
  const bench = workbench([...SAMPLES, long]);
  afterEach(() => bench.expectQuiet(/status of 404/));

  test('documents: newest first, search by title and text, in the address', async () => {
    const page = await bench.open('/');
    const titles = page.locator('td.title');
    await titles.first().waitFor();
    expect(page.url()).toBe(`${bench.url}/documents`);
    expect(await titles.allTextContents()).toEqual([
      'Two accounts of a day at Second Thomas Shoal',
      'Tokyo and Canberra sign a reciprocal access agreement',
      'ASEAN and China mark thirty years of dialogue',
      'A long record of rounds',
      'samples/untitled.txt',
    ]);
    expect(await page.locator('.totals').textContent()).toContain('5 documents');
    await page.keyboard.press('/');
    await page.keyboard.type('hegemony vaccine');
    await page.keyboard.press('Enter');
    await page.getByText('1 with the words').waitFor();
    expect(new URL(page.url()).search).toBe('?search=hegemony+vaccine');
    expect(await titles.allTextContents()).toEqual(['ASEAN and China mark thirty years of dialogue']);
    await page.goBack();
    await expect.poll(() => titles.count()).toBe(5);
  });

  test('no data is said, and is no zero', async () => {
    const page = await bench.open('/documents?search=zebra');
    await page.getByText('No document holds the words').waitFor();
    await page.goto(`${bench.url}/documents/${SAMPLES[3]?.document.id}`);
    await page.getByText('The reader found nothing to record').waitFor();
    await page.goto(`${bench.url}/parties/QUAD`);
    await page.getByText('no claims recorded').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/\b0 (events|ties|claims)/);
  });

  test('a click on a card shows its words, a click on words shows its card', async () => {
    const page = await bench.open(address);
    await page.locator(`[data-entry="${announced}"]`).click();
    expect(await chosenWords(page)).toBe('They announced a comprehensive strategic partnership');
    expect(new URL(page.url()).search).toBe(`?entry=${announced}`);
    await page.locator('mark', { hasText: 'dialogue between them began' }).click();
    expect(await chosenCard(page)).toBe(summit?.entries[1]?.id);
    expect(await chosenWords(page)).toBe('dialogue between them began in 1991');
  });

  test('a further click on the same words goes to the next entry that rests on them', async () => {
    const page = await bench.open(address);
    const words = page.locator('mark', { hasText: 'the strategic partnership of 2003' });
    await words.click();
    const first = await chosenCard(page);
    await words.click();
    const second = await chosenCard(page);
    expect(new Set([first, second, announced]).size).toBe(3);
    await words.click();
    expect(await chosenCard(page)).toBe(first);
  });

  test('an address restores what was chosen and filtered', async () => {
    const page = await bench.open(`/documents/${long.document.id}?entry=${long.entries[700]?.id}&kind=event`);
    await page.locator('mark.chosen').first().waitFor();
    expect(await chosenCard(page)).toBe(long.entries[700]?.id);
    const inView = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < 800;
      });
    await expect.poll(() => inView('mark.chosen')).toBe(true);
    await expect.poll(() => inView('article[aria-current]')).toBe(true);
    expect(await page.getByRole('button', { name: 'events 400' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('mark.k-commitment').count()).toBe(0);
  });

  test('keys walk through the entries, in the panel and in the text', async () => {
    const page = await bench.open(address);
    await page.locator('.pick').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await chosenCard(page)).toBe(summit?.entries[0]?.id);
    await page.keyboard.press('ArrowDown');
    expect(await chosenWords(page)).toBe('dialogue between them began in 1991');
    await page.keyboard.press('End');
    expect(await chosenWords(page)).toBe("ASEAN China's largest trading partner");
    const focused = await page.evaluate("document.activeElement.closest('article')?.ariaCurrent");
    expect(focused).toBe('true');
  });

  test('the skip link and the sections can be reached by the tab key', async () => {
    const page = await bench.open('/documents');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Parties', level: 1 }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  test('a filter narrows text and panel alike', async () => {
    const page = await bench.open(address);
    await page.getByRole('button', { name: 'claims 2' }).click();
    expect(await page.locator('article').count()).toBe(2);
    expect(await page.locator('mark').count()).toBe(2);
    await page.getByLabel('Modality').selectOption('planned');
    await page.getByText('No entry of this kind and modality').waitFor();
    expect(new URL(page.url()).search).toBe('?kind=claim&modality=planned');
  });

  test('a party: events on an axis that lead to their sentences, ties as they rose, both sides of claims', async () => {
    const page = await bench.open('/parties/CHN');
    const dots = page.locator('.time-axis a');
    await dots.first().waitFor();
    expect(await dots.count()).toBe(6);
    const partnerships = page.getByRole('region', { name: 'partnerships' });
    expect(await partnerships.locator('ol li').allInnerTexts()).toEqual([
      expect.stringMatching(/since 2003\s+strategic partnership, in force/),
      expect.stringMatching(/since Nov 2021\s+comprehensive strategic partnership, announced/),
    ]);
    await partnerships.getByRole('link', { name: /comprehensive/ }).click();
    await page.locator('mark.chosen').waitFor();
    expect(await chosenWords(page)).toBe('They announced a comprehensive strategic partnership');
    await page.goBack();
    await dots.last().click();
    await page.locator('mark.chosen').first().waitFor();
    expect(page.url()).toContain('?entry=');
  });

  test('a pair: the same page whichever side is named first, with a period', async () => {
    const page = await bench.open('/parties');
    await page.getByLabel('How').fill('PHL');
    await page.getByLabel('and', { exact: true }).fill('CHN');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'China and Philippines' }).waitFor();
    expect(page.url()).toBe(`${bench.url}/pairs/CHN/PHL`);
    await page.getByText('the boats had entered its waters without permission').first().waitFor();
    await page.locator('.time-axis a').first().waitFor();
    expect(await page.locator('.time-axis a').count()).toBe(3);
    await page.getByRole('form', { name: 'Period' }).getByLabel('From').fill('2023-08-06');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.time-axis a').count()).toBe(1);
    expect(page.url()).toBe(`${bench.url}/pairs/CHN/PHL?from=2023-08-06`);
  });

  test('entries: the filters stand in the address; a wrong one is explained', async () => {
    const page = await bench.open('/entries?kind=tie&party=quad');
    await page.getByText('4 entries', { exact: true }).waitFor();
    await page.getByLabel('Kind').selectOption('event');
    await page.getByLabel('Party').fill('Philippines');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('4 entries', { exact: true }).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?kind=event&party=Philippines');
    await page.goto(`${bench.url}/parties/Atlantis`);
    await page.getByRole('alert').getByText("no party is called 'Atlantis'").waitFor();
    await page.getByText('did you mean').waitFor();
  });

  test('an entry: its words in their surroundings and all fields', async () => {
    const page = await bench.open(`/entries/${announced}`);
    await page.locator('blockquote mark').waitFor();
    expect(await page.locator('blockquote mark').textContent()).toBe(
      'They announced a comprehensive strategic partnership',
    );
    expect(await page.locator('main').textContent()).toContain('since Nov 2021 (relative)');
  });

  test('every page has its JSON form', async () => {
    for (const path of [
      '/documents',
      address,
      '/parties',
      '/parties/PHL%2FGOV',
      '/pairs/CHN/PHL',
      '/entries',
      '/about',
    ]) {
      const page = await bench.open(path);
      const link = page.getByRole('link', { name: 'This page as JSON' });
      const response = await page.request.get(bench.url + (await link.getAttribute('href')));
      expect([path, response.status(), response.headers()['content-type']]).toEqual([
        path,
        200,
        'application/json',
      ]);
      await page.context().close();
    }
  });

  test('an entry: the tree of its sentence, and the way to all steps', async () => {
    const page = await bench.open(`/entries/${announced}`);
    await page.getByRole('heading', { name: 'How the sentence is built' }).waitFor();
    const words = page.locator('svg.tree .word');
    expect(await words.first().locator('text').first().textContent()).toBe('They');
    expect(await page.locator('svg.tree .relation').count()).toBe((await words.count()) - 1);
    await page.getByRole('link', { name: 'All steps' }).click();
    await page.getByRole('heading', { name: 'Explain a sentence' }).waitFor();
    expect(new URL(page.url()).searchParams.get('sentence')).toMatch(/^They announced .* of 2003\.$/);
  });

  test('a sentence can be explained', async () => {
    const page = await bench.open('/documents');
    await page.getByRole('link', { name: 'Explain', exact: true }).click();
    await page.getByLabel('Sentence').fill('China met ASEAN');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('heading', { name: 'words' }).waitFor();
    expect(new URL(page.url()).search).toBe('?sentence=China+met+ASEAN');
    expect(await page.locator('svg.tree .word').count()).toBe(3);
  });

  test.each([
    '/documents',
    address,
    '/parties/CHN',
    '/pairs/CHN/PHL',
    '/entries',
    `/entries/${announced}`,
    '/explain?sentence=China+met+ASEAN',
    '/try',
    '/about',
    '/parties',
  ])('%s fits a window of 380 pixels', async (path) => {
    const page = await bench.open(path, { viewport: { width: 380, height: 760 } });
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(380);
  });

  test.each([
    ['light', 'dark text on light paper'],
    ['dark', 'light text on dark paper'],
  ] as const)('%s: %s, as the system asks', async (colorScheme, _looks) => {
    const page = await bench.open(address, { colorScheme });
    await page.locator('mark').first().waitFor();
    const lightness = async (property: string) => {
      const colour = await page.evaluate<string>(`getComputedStyle(document.documentElement).${property}`);
      return Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
    };
    const [text, paper] = [await lightness('color'), await lightness('backgroundColor')];
    expect(colorScheme === 'light' ? paper - text : text - paper).toBeGreaterThan(150);
    expect((await page.screenshot()).length).toBeGreaterThan(20_000);
  });

  test('a document of 10,000 words and 800 entries is painted within a second', async () => {
    expect(long.document.text.split(/\s+/).length).toBeGreaterThan(10_000);
    // Other programs that run on this machine take their share of it; one of a few attempts counts.
    const limit = 1000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    const times: number[] = [];
    for (let attempt = 0; attempt < 5 && !times.some((time) => time < 1000); attempt++) {
      const page = await bench.open(`/documents/${long.document.id}`);
      times.push(await page.evaluate<number>(LARGEST_PAINT));
      await expect.poll(() => page.locator('article').count(), { timeout: 15_000 }).toBe(800);
      await page.context().close();
    }
    console.info(`painted after ${times.map(Math.round).join(', ')} ms; limit ${Math.round(limit)} ms`);
    expect(Math.min(...times)).toBeLessThan(limit);
  });
});

/** In the page: when its largest piece of text, which is a paragraph of the document, was painted, in milliseconds. */
const LARGEST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().findLast(({ element }) => element?.closest('.text'));
    if (last) resolve(last.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;
