import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as language from '../src/language/index.js';
import { temporaryFolder } from './ledger/folder.js';

const page = readFileSync(new URL('../docs/language.md', import.meta.url), 'utf8');
const folder = temporaryFolder();

/** The examples in JavaScript, each with the output that follows it. */
const examples = [...page.matchAll(/```js\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)].map(
  ([, code = '', output]) => ({
    code,
    output,
    title: code.split('\n').find((line) => /loadL|console|for/.test(line)) ?? '',
  }),
);

/** Runs an example as a module, with our source for the package, and gives what it prints. */
async function run(code: string): Promise<string> {
  const lines: string[] = [];
  const modules: Record<string, object> = {
    'entente-ir/language': language,
    'node:fs/promises': { writeFile: (name: string, text: string) => writeFile(join(folder, name), text) },
  };
  const body = code.replace(/^import (\{[^}]*\}) from '([^']*)';$/gm, "const $1 = modules['$2'];");
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const log = (...values: unknown[]) =>
    lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  await new AsyncFunction('modules', 'console', body)(modules, { log });
  return lines.map((line) => `${line}\n`).join('');
}

describe('docs/language.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(4);
  });

  it.each(examples)('$title', async ({ code, output }) => {
    expect(await run(code)).toBe(output ?? '');
  });

  it('tells of everything that is exported', () => {
    for (const name of Object.keys(language)) {
      if (name !== 'UPOS' && name !== 'scoreSyntax') expect(page).toContain(`\`${name}`);
    }
  });
});
