import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { EntenteError } from '../record/index.js';
import type { LedgerAccess } from './access.js';
import { type AppOptions, createApp } from './app.js';

/** Where the page is looked for first. */
export const DEFAULT_PORT = 4173;

/** Ports tried after the default one before giving up. */
const FURTHER_PORTS = 20;

/** Only programs on this machine can reach it. */
const ADDRESS = '127.0.0.1';

export interface Serving {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the workbench on 127.0.0.1, on `port` or else on the first free one from 4173.
 *
 * @throws EntenteError `usage` when `port` is taken.
 */
export async function listen(
  access: LedgerAccess,
  options: AppOptions & { port?: number },
): Promise<Serving> {
  const app = createApp(access, options);
  const ports =
    options.port === undefined
      ? Array.from({ length: FURTHER_PORTS + 1 }, (_, i) => DEFAULT_PORT + i)
      : [options.port];
  for (const port of ports) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server; // plain HTTP: no TLS or HTTP/2 is asked for
    if (await bound(server, port)) {
      const { port: given } = server.address() as AddressInfo; // a listening TCP server has one
      return { url: `http://${ADDRESS}:${given}`, close: () => closed(server) };
    }
  }
  throw new EntenteError('usage', `port ${ports.join(', ')} is taken`, {
    remedy: 'choose another with --port, or --port 0 for any free one',
  });
}

/** Whether `server` now listens on `port`; false when another program has it. */
function bound(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, ADDRESS, () => resolve(true));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
