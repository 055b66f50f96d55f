import { Command } from 'commander';
import { Modality } from '../../record/index.js';
import type { CountOptions } from '../actions/count.js';
import { collect, jsonOption, ledgerOption } from '../options.js';

/** Written out, so that help does not load the ledger. */
const BY = 'any of dyad, source, recipient, type, quad, month, year';

export function countCommand(): Command {
  return new Command('count')
    .description('counts events and the acts that they report, with the documents read beside them')
    .addOption(ledgerOption())
    .option('--by <what>', `${BY}, separated by commas`, 'dyad,month')
    .option('--type <type>', 'PLOVER type')
    .option('--party <party>', 'takes part in it, by id or name (repeat for several)', collect)
    .option('--from <date>', 'not before this date')
    .option('--to <date>', 'not after this date')
    .option('--modality <modality>', `${Modality.options.join(', ')} or any`, 'asserted')
    .option('--csv', 'print CSV for spreadsheets, R and Python')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente count --by dyad,month --party China --from 2012 --to 2014
  entente count --by source,recipient,year --type SANCTION --csv
  entente count --by type`,
    )
    .action(async (options: CountOptions) => {
      const { runCount } = await import('../actions/count.js');
      await runCount(options);
    });
}
