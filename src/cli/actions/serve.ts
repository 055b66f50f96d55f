import { existsSync } from 'node:fs';
import { loadRegister } from '../../gazetteer/index.js';
import { sharedReader, withLedger } from '../../ledger/index.js';
import { createReader } from '../../reader/index.js';
import { listen, type Serving } from '../../server/index.js';
import { untilInterrupted } from '../interruption.js';
import { tell } from '../output.js';
import { wholeNumber } from '../values.js';

export interface ServeOptions {
  readonly ledger: string;
  readonly port?: string;
  readonly data?: readonly string[];
}

const LAST_PORT = 65_535;

export async function runServe(options: ServeOptions, version: string): Promise<void> {
  const serving = await startServing(options, version);
  tell(`The workbench is at ${serving.url} (Ctrl-C ends it)`);
  await untilInterrupted();
  await serving.close();
}

/**
 * Serves a ledger that nothing holds between requests.
 *
 * @throws EntenteError `ledger-broken`, `ledger-newer`, `ledger-locked` at once rather than on the first page
 */
export async function startServing(options: ServeOptions, version: string): Promise<Serving> {
  const port = options.port === undefined ? undefined : wholeNumber(options.port, '--port', LAST_PORT);
  if (existsSync(options.ledger)) await withLedger(options.ledger, 'read', (ledger) => ledger.totals());
  else tell(`there is no ledger at ${options.ledger} yet; entente read PATH makes one`);
  const ledger = sharedReader(options.ledger);
  const reader = await createReader({ dataDirs: options.data ?? [] });
  return listen(
    {
      file: options.ledger,
      withLedger: (work) => work(ledger),
      write: (work) => withLedger(options.ledger, { mode: 'write', create: false }, work),
    },
    {
      version,
      gazetteer: reader.gazetteer,
      register: loadRegister({ dirs: options.data ?? [] }),
      explain: (sentence) => reader.explain(sentence),
      ...(port === undefined ? {} : { port }),
    },
  );
}
