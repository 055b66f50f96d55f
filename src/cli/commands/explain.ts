import { Command } from 'commander';
import type { ExplainOptions } from '../actions/explain.js';
import { dataOption, jsonOption } from '../options.js';

export function explainCommand(): Command {
  return new Command('explain')
    .description('shows every step of reading a sentence: words, parse, mentions, acts, entries')
    .argument('<sentence...>', 'the sentence')
    .option('--date <date>', 'the date of its document, to which "last week" is relative')
    .option('--speaker <party>', 'the party whose voice "we" is')
    .option('--tree <file>', 'draws the trees of its sentences to an SVG file')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  entente explain "China urged the United States to lift tariffs." --date 2019-05-10\n  entente explain "Japan thanked India." --tree tree.svg',
    )
    .action(async (words: readonly string[], options: ExplainOptions) => {
      const { runExplain } = await import('../actions/explain.js');
      await runExplain(words.join(' '), options);
    });
}
