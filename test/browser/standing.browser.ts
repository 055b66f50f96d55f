import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { STANDING_SAMPLES } from './standing-samples.js';
import { workbench } from './workbench.js';

describe.skipIf(CHROMIUM === undefined)('how parties stood over time, in Chromium', () => {
  const bench = workbench(STANDING_SAMPLES);
  afterEach(() => bench.expectQuiet(/status of 4\d\d/));

  const ladder = async (query = '', options = {}): Promise<Page> => {
    const page = await bench.open(`/pairs/CHN/ASEAN/ladder${query}`, options);
    await page.getByRole('heading', { name: 'Their partnership, grade by grade' }).waitFor();
    return page;
  };
  const drawing = (page: Page) => page.getByRole('group', { name: 'Grades over time' });
  const steps = (page: Page) =>
    page.getByRole('table', { name: 'Steps of the partnership' }).locator('tbody tr');

  test('a pair leads to its ladder: grades as steps, each with sentences or its register source', async () => {
    const page = await bench.open('/pairs/CHN/ASEAN');
    await page
      .getByRole('navigation', { name: 'Pages of this pair' })
      .getByRole('link', { name: 'Ladder' })
      .click();
    await drawing(page).waitFor();
    expect(await page.getByRole('link', { name: 'Ladder' }).getAttribute('aria-current')).toBe('page');
    expect(await drawing(page).locator('.grade').allTextContents()).toEqual([
      'comprehensive strategic partnership',
      'strategic partnership',
      'enhanced partnership',
      'dialogue partnership',
    ]);
    const raised = steps(page)
      .filter({ hasText: '8 Oct 2003' })
      .filter({ hasText: 'Joint declaration of ASEAN and China' });
    expect(await raised.locator('td').nth(1).textContent()).toContain('raised');
    await steps(page).getByRole('link', { name: 'Told on 2003-10-09' }).click();
    await page.locator('mark.chosen').waitFor();
    expect(await page.locator('mark.chosen').textContent()).toBe(
      'The two sides became strategic partners this week',
    );
  });

  test('absent, proposed, alleged and denied are marked apart, contradictions stand side by side', async () => {
    const page = await ladder();
    for (const kind of ['absent', 'open', 'alleged', 'denied'])
      expect([kind, await drawing(page).locator(`.mark.${kind}`).count()]).toEqual([kind, 1]);
    const row = page
      .getByRole('table', { name: 'Contradictions' })
      .first()
      .getByRole('row')
      .filter({ hasText: 'Its beginning' });
    expect(await row.locator('td').allInnerTexts()).toEqual([
      expect.stringMatching(/^8 Oct 2003.*became strategic partners/s),
      expect.stringMatching(/^2001.*strategic partners since 2001/s),
    ]);
  });

  test('arrows go from sign to sign, and Enter shows its step in the table', async () => {
    const page = await ladder('?register=no');
    const marks = drawing(page).getByRole('button');
    await marks.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const label = await marks.nth(2).getAttribute('aria-label');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(label);
    await page.keyboard.press('Enter');
    await page.locator('tr.chosen').waitFor();
    expect(await marks.nth(2).getAttribute('aria-pressed')).toBe('true');
    const date = (await page.locator('tr.chosen td').first().textContent())?.replace('told ', '').trim();
    expect(label).toMatch(new RegExp(`^${date}: `));
  });

  test('as it stood, as known, and without the register, all in the address', async () => {
    const page = await ladder();
    const all = await steps(page).count();
    await page.getByLabel('with the register').uncheck();
    await expect.poll(() => steps(page).count()).toBe(7);
    expect(all).toBeGreaterThan(7);
    await page.getByLabel('As it stood on').fill('2010');
    await page.keyboard.press('Enter');
    await expect.poll(() => steps(page).count()).toBe(2);
    await page.getByLabel('as known on').fill('2005');
    await page.keyboard.press('Enter');
    await expect.poll(() => steps(page).count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?register=no&at=2010&as-known=2005');
    await page.getByText('entente show ASEAN CHN --at 2010 --as-known 2005 --no-register').waitFor();
    await page.getByLabel('As it stood on').fill('soon');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('at=soon is not a date').waitFor();
  });

  test('another ladder orders the grades otherwise', async () => {
    const page = await ladder();
    await page.getByLabel('Grades in the order of').selectOption('CHN');
    await expect.poll(() => drawing(page).locator('.grade.unranked').count()).toBe(2);
    expect(new URL(page.url()).search).toBe('?ladder=CHN');
  });

  test('what is missing is said, with the way to get it', async () => {
    const page = await bench.open('/pairs/FJI/PER/ladder');
    await page
      .getByText('No partnership of Fiji and Peru is told. That does not say that there is none.')
      .waitFor();
    await page.getByText('entente read PATH').waitFor();
    await page.goto(`${bench.url}/parties/ASEAN/memberships?register=no&at=1950`);
    await page.getByText('No member of ASEAN is told as of 1950-12-31, without the register.').waitFor();
    await page.getByRole('link', { name: 'Ask for all that is known' }).click();
    await page.getByRole('button', { name: 'Indonesia' }).waitFor();
    await page.goto(`${bench.url}/parties/PER/commitments`);
    await page.getByText('That does not say that nothing was promised').waitFor();
  });

  test('a body: bars from accession to withdrawal, sources on click and by keyboard', async () => {
    const page = await bench.open('/parties/ASEAN');
    await page
      .getByRole('navigation', { name: 'Pages of this party' })
      .getByRole('link', { name: 'Members' })
      .click();
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Brunei' }) });
    await row.waitFor();
    expect(await row.locator('.words').textContent()).toMatch(
      /^observer from 1981 to 6 Jan 1984; member since 7 Jan 1984; chair 2013, 2021$/,
    );
    expect(await row.locator('rect.observer').count()).toBe(1);
    expect(await row.locator('rect.member').count()).toBe(1);
    await page.getByText(/^11 members, 1 observer, 1 in the chair on 1 Nov 2025/).waitFor();
    const timor = page.getByRole('button', { name: 'Timor-Leste' });
    await timor.focus();
    await page.keyboard.press('Enter');
    const sources = page.getByRole('table', { name: 'Steps of Timor-Leste' });
    await sources.getByText('Timor-Leste hopes to join ASEAN').waitFor();
    expect(await timor.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('link', { name: 'All that Timor-Leste belonged to' }).click();
    await page.getByRole('heading', { name: 'What it belonged to' }).waitFor();
    await page.getByRole('button', { name: 'ASEAN', exact: false }).first().waitFor();
  });

  test('commitments: only confirmed evidence scores, and it is confirmed and rejected here', async () => {
    const page = await bench.open('/pairs/FJI/TON');
    await page.getByRole('link', { name: 'What became of them' }).click();
    const card = page.getByRole('article').filter({ hasText: 'send two patrol boats' });
    await card.waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await card.locator('.state').textContent()).toMatch(/lapsed\s+no score/);
    await page.getByLabel('let proposed evidence score').check();
    await card.getByText('if confirmed').waitFor();
    await page.getByLabel('let proposed evidence score').uncheck();
    await card.getByText('no score', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Confirm' }).click();
    await card.getByRole('alert').getByText('Say first who judges').waitFor();
    await page.keyboard.type('R. Lee');
    await card.getByRole('button', { name: 'Confirm' }).click();
    await card.getByText('confirmed by R. Lee').waitFor();
    expect(await card.locator('.state').textContent()).toMatch(/kept\s+\+1/);
    await card.getByRole('button', { name: 'Reject' }).click();
    await card.getByText('rejected by R. Lee').waitFor();
    expect(await card.locator('.state').textContent()).toMatch(/lapsed\s+no score/);
    await card.getByText('Guideline, window, what people said').click();
    expect(await card.locator('dd li').count()).toBe(2);
    await page.goto(`${bench.url}/parties/FJI/commitments?evidence=rejected`);
    await page.getByRole('article').waitFor();
    expect(await page.getByLabel('You judge as').inputValue()).toBe('R. Lee');
  });

  test.each(['/pairs/CHN/ASEAN/ladder', '/parties/ASEAN/memberships', '/parties/FJI/commitments'])(
    '%s fits a window of 380 pixels, dark, and has its JSON form',
    async (path) => {
      const page = await bench.open(path, { viewport: { width: 380, height: 760 }, colorScheme: 'dark' });
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(380);
      const link = page.getByRole('link', { name: 'This page as JSON' });
      expect((await page.request.get(bench.url + (await link.getAttribute('href')))).status()).toBe(200);
    },
  );
});
