import { CommanderError } from 'commander';
import { EXIT_STATUS } from '../record/index.js';
import { report } from './output.js';
import { createProgram } from './program.js';

/**
 * Runs a command line and gives its exit status; what went wrong is told on standard error.
 *
 * @param words what was typed after `entente`
 * @example
 * process.exitCode = await runCommandLine(['list', 'ties', '--party', 'Viet Nam']);
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  try {
    process.exitCode = 0;
    await createProgram().parseAsync([...words], { from: 'user' });
    return process.exitCode;
  } catch (error) {
    // Commander has told it already; help and version that were asked for come this way, too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_STATUS.usage;
    return report(error);
  }
}
