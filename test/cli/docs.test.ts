import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { EXIT_STATUS } from '../../src/record/index.js';
import { DEFAULT_PORT } from '../../src/server/index.js';

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const commands = createProgram('0.0.0').commands;

/** The part of the page under `## entente NAME`. */
function sectionOf(name: string): string {
  const [, section = ''] = page.split(`\n## entente ${name}\n`);
  return section.split('\n## ')[0] ?? '';
}

/** Words of a command line as a shell would part them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, ...words]) => words.find(Boolean) ?? '');
}

/** The command lines of help or a page, from the word after `entente`, to the next pipe or comment. */
function examplesIn(text: string): string[][] {
  return [...text.matchAll(/^ *(?:\$ )?(?:[^\n]*\| *)?entente ((?:"[^"]*"|[^|"\n])+)/gm)].map(
    ([, line = '']) => wordsOf(line.split(/ {3,}/)[0] ?? ''),
  );
}

describe.each(commands.map((command) => [command.name(), command] as const))('%s', (name, command) => {
  const options = command.options.map((option) => option.long ?? option.flags);

  it.each(options)('docs/cli.md tells of %s', (option) => {
    expect(sectionOf(name)).toContain(`\`${option}`);
  });

  it('docs/cli.md tells of no other option, and has an example', () => {
    const told = [...sectionOf(name).matchAll(/^\| (`--[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/--[a-z-]+/g)].map(([option]) => option),
    );
    expect(told.filter((option) => !options.includes(option))).toEqual([]);
    expect(sectionOf(name)).toMatch(new RegExp(`\\$ (.*\\| )?entente ${name} `));
  });

  it('--help has a description and an example', () => {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toMatch(new RegExp(`Examples?:\n(.*\n)*? {2}(.*\\| )?entente ${name} `));
    expect(command.description()).not.toBe('');
    for (const option of command.options) expect(option.description).not.toBe('');
  });
});

describe('examples', () => {
  let help = '';
  for (const command of [createProgram('0.0.0'), ...commands])
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  const examples = [...examplesIn(page), ...examplesIn(help.replace(/^Usage:.*$/gm, ''))];

  it('are many', () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples.map((words) => [words.join(' '), words] as const))(
    'entente %s has the right form',
    (_, words) => {
      const program = createProgram('0.0.0');
      let run = '';
      for (const command of program.commands)
        command.exitOverride().action(() => {
          run = command.name();
        });
      program.parse([...words], { from: 'user' });
      expect(run).toBe(words[0]);
    },
  );
});

describe('the page and the help', () => {
  const help = createProgram('0.0.0');
  let text = '';
  help.configureOutput({ writeOut: (chunk) => (text += chunk) }).outputHelp();

  it.each([0, 1, 70, 130, ...new Set(Object.values(EXIT_STATUS))])('tell of exit status %d', (status) => {
    expect(page).toMatch(new RegExp(`^\\| ${status} \\| `, 'm'));
    expect(text).toMatch(new RegExp(`[ \n]${status} [a-z]`));
  });

  it('tell of the port', () => {
    expect(sectionOf('serve')).toContain(`${DEFAULT_PORT}`);
    const serve = commands.find((command) => command.name() === 'serve');
    expect(serve?.options.find(({ long }) => long === '--port')?.description).toContain(`${DEFAULT_PORT}`);
  });
});
