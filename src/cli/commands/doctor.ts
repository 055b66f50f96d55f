import { Command } from 'commander';
import type { DoctorOptions } from '../actions/doctor.js';
import { dataOption, jsonOption, ledgerOption } from '../options.js';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('lists what in a ledger wants a look: unknown grades and codes, orphans, contradictions')
    .addOption(ledgerOption())
    .option('--no-register', 'only where texts contradict each other, not where they contradict data/')
    .option('--limit <n>', 'at most so many of each; 0 for all', '20')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  entente doctor --limit 0')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../actions/doctor.js');
      await runDoctor(options);
    });
}
