import { Command } from 'commander';
import { Modality } from '../../record/index.js';
import type { ListOptions } from '../actions/list.js';
import { collect, jsonOption, ledgerOption } from '../options.js';

export function listCommand(): Command {
  return new Command('list')
    .description('lists entries, reported acts, documents or parties of the ledger')
    .argument(
      '<kind>',
      'events, ties, commitments, claims, measures, entries (all of these), acts, documents or parties',
    )
    .addOption(ledgerOption())
    .option('--party <party>', 'takes part in it, by id or name (repeat for several)', collect)
    .option('--type <type>', 'PLOVER type of an event, type of a tie, or quantity of a measure')
    .option('--from <date>', 'not before this date')
    .option('--to <date>', 'not after this date')
    .option('--document <id>', "a document's id or its beginning")
    .option('--modality <modality>', Modality.options.join(', '))
    .option('--search <words>', 'documents or parties that hold these words')
    .option('--limit <n>', 'at most so many rows; 0 for all', '50')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente list events --party CHN --party USA --from 2015 --to 2020 --type CONSULT
  entente list acts --party CHN --party PHL --type ACCUSE
  entente list ties --party Vietnam --json
  entente list documents --search "maritime"`,
    )
    .action(async (kind: string, options: ListOptions) => {
      const { runList } = await import('../actions/list.js');
      await runList(kind, options);
    });
}
