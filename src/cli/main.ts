#!/usr/bin/env node
import { report } from './output.js';
import { runCommandLine } from './run.js';

// A reader that stops early (`entente list events | head`) is no error; nobody listening to messages ends no work.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : report(error));
});
process.stderr.on('error', () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2));
