#!/usr/bin/env node
import { report } from './output.js';
import { runCommandLine } from './run.js';

// A reader that stops early (`entente list events | head`) is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : report(error));
  });

process.exitCode = await runCommandLine(process.argv.slice(2));
