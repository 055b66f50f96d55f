import { Command } from 'commander';
import type { ShowOptions } from '../actions/show.js';
import { dataOption, jsonOption, ledgerOption } from '../options.js';

export function showCommand(): Command {
  return new Command('show')
    .description('shows how a party, or a pair of parties, stands')
    .argument('<party>', 'id or name')
    .argument('[other]', 'id or name of the other party')
    .addOption(ledgerOption())
    .option('--at <date>', 'how ties stood on that day; of all else, what came before it')
    .option('--as-known <date>', 'only what documents, and sources of the register, told until that day')
    .option('--no-register', 'leave out what data/ tells of ties, memberships and agreements')
    .option('--limit <n>', 'at most so many ties, and entries of each kind; 0 for all', '10')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  entente show Vietnam\n  entente show CHN ASEAN --limit 0\n  entente show CHN ASEAN --at 2010 --no-register',
    )
    .action(async (party: string, other: string | undefined, options: ShowOptions) => {
      const { runShow } = await import('../actions/show.js');
      await runShow(other === undefined ? [party] : [party, other], options);
    });
}
