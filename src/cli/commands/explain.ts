import { Command } from 'commander';
import type { ExplainOptions } from '../actions/explain.js';
import { dataOption, jsonOption } from '../options.js';

export function explainCommand(): Command {
  return new Command('explain')
    .description('shows every step of reading a sentence: words, parse, mentions, acts, entries')
    .argument('<sentence...>', 'the sentence')
    .option('--date <date>', 'the date of its document, to which "last week" is relative')
    .option('--speaker <party>', 'the party whose voice "we" is')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample:\n  entente explain "China urged the United States to lift tariffs." --date 2019-05-10',
    )
    .action(async (words: readonly string[], options: ExplainOptions) => {
      const { runExplain } = await import('../actions/explain.js');
      await runExplain(words.join(' '), options);
    });
}
