import { Command } from 'commander';
import { sharedReader } from '../../ledger/index.js';
import { createReader, type Reader } from '../../reader/index.js';
import { DEFAULT_PORT, listen, type Serving } from '../../server/index.js';
import { dataOption, ledgerOption, positive } from '../options.js';
import { tell } from '../output.js';

export interface ServeOptions {
  readonly ledger: string;
  readonly port?: string;
  readonly data?: readonly string[];
}

export function serveCommand(version: string): Command {
  return new Command('serve')
    .description('serves the workbench on this machine')
    .addOption(ledgerOption())
    .option('--port <n>', `port on 127.0.0.1 (default: ${DEFAULT_PORT}, or the next free one)`)
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  entente serve --ledger asean.duckdb --port 8000\n\nentente read may run at the same time in another terminal.',
    )
    .action(async (options: ServeOptions) => {
      const serving = await serve(options, version);
      tell(`The workbench is at ${serving.url} (Ctrl-C ends it)`);
      await untilInterrupted();
      await serving.close();
    });
}

/** Serves a ledger that nothing holds between requests. */
export async function serve(options: ServeOptions, version: string): Promise<Serving> {
  const ledger = sharedReader(options.ledger);
  const reader: Reader = await createReader({ dataDirs: options.data ?? [] });
  return listen(
    { file: options.ledger, withLedger: (work) => work(ledger) },
    {
      version,
      gazetteer: reader.gazetteer,
      explain: (sentence) => reader.explain(sentence),
      ...(options.port === undefined ? {} : { port: positive(options.port, '--port') }),
    },
  );
}

export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
