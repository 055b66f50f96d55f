import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** The browser of this machine: that of CHROME_PATH, or one in a usual place. */
export const CHROMIUM = process.env.CHROME_PATH || PLACES.find((place) => existsSync(place));

if (CHROMIUM === undefined) {
  console.warn(
    'Browser tests are skipped: no Chromium or Chrome was found. Install one (Debian, Ubuntu: `apt-get install chromium`; ' +
      'macOS: `brew install --cask chromium`), or set CHROME_PATH to where one is.',
  );
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
