import { Command, Option } from 'commander';
import type { AssessOptions } from '../actions/assess.js';
import type { CommitmentsOptions } from '../actions/commitments.js';
import { collect, jsonOption, ledgerOption } from '../options.js';

export function commitmentsCommand(): Command {
  return new Command('commitments')
    .description('lists commitments and what became of them, with the evidence')
    .argument('[id]', 'only this commitment, with all its evidence: its id or the beginning of it')
    .addOption(ledgerOption())
    .option('--party <party>', 'takes part in it, by id or name (repeat for several)', collect)
    .option('--due <date>', 'falls due then: 2020, 2020-11, 2020-11-15, or a period 2020/2025')
    .option('--status <status>', 'open, kept, in-part, broken or lapsed')
    .option('--months <n>', 'follow what has no deadline for so many months', '12')
    .option('--at <date>', "as of this date; the ledger's last document if not given")
    .option('--with-proposed', 'let evidence score that nobody has confirmed')
    .option('--limit <n>', 'at most so many rows; 0 for all', '50')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente commitments --party USA --status open
  entente commitments --due 2020/2025 --json
  entente commitments 4f1a`,
    )
    .action(async (id: string | undefined, options: CommitmentsOptions) => {
      const { runCommitments } = await import('../actions/commitments.js');
      await runCommitments(id, options);
    });
}

export function assessCommand(): Command {
  return new Command('assess')
    .description('confirms or rejects evidence of a commitment, or says what became of it')
    .argument('<id>', "the commitment's id or the beginning of it")
    .addOption(ledgerOption())
    .option('--confirm <entry>', 'this entry is evidence (repeat for several)', collect)
    .option('--reject <entry>', 'this entry is no evidence (repeat for several)', collect)
    .option('--status <status>', 'open, kept, in-part, broken or lapsed, as you judge')
    .option('--score <n>', '1, 0 or -1, as you judge')
    .option('--window <period>', 'the period in which evidence counts, such as 2019-05-03/2020-12')
    .option('--guideline <text>', 'what would be full, partial and no compliance')
    .addOption(new Option('--by <name>', 'who says so').env('ENTENTE_REVIEWER'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente assess 4f1a --confirm 9c02 --by "R. Lee"
  entente assess 4f1a --reject 77d0 --by "R. Lee"
  entente assess 4f1a --status lapsed --score -1 --guideline "No ship was sent by 2021." --by "R. Lee"`,
    )
    .action(async (id: string, options: AssessOptions) => {
      const { runAssess } = await import('../actions/assess.js');
      await runAssess(id, options);
    });
}
