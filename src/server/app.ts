import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Gazetteer, Register } from '../gazetteer/index.js';
import type { Ledger } from '../ledger/index.js';
import { EntenteError } from '../record/index.js';
import type { LedgerAccess } from './access.js';
import { actsAnswer, countsAnswer } from './acts.js';
import { assessedAnswer, commitmentsAnswer } from './commitments.js';
import { type Directory, openDirectory } from './directory.js';
import { failure } from './failure.js';
import { onlyThisMachine, onlyThisPage, strictHeaders } from './guard.js';
import { ladderAnswer, membershipsAnswer } from './ladders.js';
import { documentAnswer, documentsAnswer, entriesAnswer, entryAnswer, partiesAnswer } from './lists.js';
import { model, packagedModels } from './model.js';
import { asset, builtWeb, PAGES, page } from './pages.js';
import { periodOf, value } from './query.js';
import type { AboutAnswer, ExplainAnswer } from './schemas.js';
import { pairAnswer, partyAnswer } from './standing.js';

export interface AppOptions {
  /** Names of parties and instruments, and what users may call them. */
  readonly gazetteer?: Gazetteer;
  /** Ties and memberships of data/, one source beside the documents. */
  readonly register?: Register;
  /** What the reader makes of one sentence, step by step. */
  readonly explain?: (sentence: string) => unknown;
  /** Version of the program, to show. */
  readonly version?: string;
  /** Folder of the built page. */
  readonly web?: string;
  /** Folder of the language model, which the page runs by itself. */
  readonly models?: string;
}

/**
 * The workbench over one ledger. Every page is an address, and the same address with `.json` after its path gives the
 * same as JSON: `/documents?search=rcep` and `/documents.json?search=rcep`.
 *
 * @example
 * const answer = await createApp(access).request('/parties/CHN.json');
 */
export function createApp(access: LedgerAccess, options: AppOptions = {}): Hono {
  const {
    gazetteer,
    register,
    explain,
    version = 'unknown',
    web = builtWeb(),
    models = packagedModels(),
  } = options;
  const assessable = access.write !== undefined;
  const app = new Hono();
  app.onError(failure);
  app.notFound((context) =>
    failure(
      new EntenteError('not-found', `${context.req.method} ${context.req.path} is not answered`, {
        remedy: 'ask with GET; only /commitments/ID/assessments.json takes a POST',
      }),
      context,
    ),
  );
  app.use(compress(), strictHeaders, onlyThisMachine);

  type Answer = (ledger: Ledger, directory: Directory, context: Context) => Promise<object>;
  const json = (path: string, answer: Answer) =>
    app.get(path, (context) =>
      access.withLedger(async (ledger) =>
        context.json(await answer(ledger, openDirectory(ledger, gazetteer), context), 200, {
          'Cache-Control': 'no-cache',
        }),
      ),
    );

  json('/about.json', async (ledger) => {
    const explains = explain !== undefined;
    const totals = await ledger.totals();
    return { program: 'entente', version, ledger: access.file, totals, explains } satisfies AboutAnswer;
  });
  json('/documents.json', (ledger, directory, c) => documentsAnswer(ledger, directory, query(c)));
  json('/documents/:id{.+\\.json}', (ledger, directory, c) =>
    documentAnswer(ledger, directory, named(c, 'id')),
  );
  json('/parties.json', (ledger, _directory, c) => partiesAnswer(ledger, query(c)));
  json('/parties/:id/memberships.json', (ledger, directory, c) =>
    membershipsAnswer(ledger, directory, register, named(c, 'id'), query(c)),
  );
  json('/parties/:id/commitments.json', (ledger, directory, c) =>
    commitmentsAnswer(ledger, directory, [named(c, 'id')], query(c), assessable),
  );
  json('/parties/:id{.+\\.json}', (ledger, directory, c) =>
    partyAnswer(ledger, directory, named(c, 'id'), periodOf(query(c))),
  );
  json('/pairs/:a/:b/ladder.json', (ledger, directory, c) =>
    ladderAnswer(ledger, directory, register, [named(c, 'a'), named(c, 'b')], query(c)),
  );
  json('/pairs/:a/:b/commitments.json', (ledger, directory, c) =>
    commitmentsAnswer(ledger, directory, [named(c, 'a'), named(c, 'b')], query(c), assessable),
  );
  json('/pairs/:a/:b{.+\\.json}', (ledger, directory, c) =>
    pairAnswer(ledger, directory, [named(c, 'a'), named(c, 'b')], periodOf(query(c))),
  );
  json('/entries.json', (ledger, directory, c) => entriesAnswer(ledger, directory, query(c)));
  json('/entries/:id{.+\\.json}', (ledger, directory, c) => entryAnswer(ledger, directory, named(c, 'id')));

  json('/acts.json', (ledger, directory, c) => actsAnswer(ledger, directory, query(c)));
  json('/counts.json', (ledger, directory, c) => countsAnswer(ledger, directory, query(c)));

  app.post('/commitments/:id/assessments.json', onlyThisPage, async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    return context.json(await assessedAnswer(access, named(context, 'id'), body), 201);
  });

  app.get('/explain.json', async (context) => {
    const sentence = value(query(context), 'sentence');
    if (sentence === undefined) {
      throw new EntenteError('usage', 'no sentence to explain', { remedy: 'add ?sentence=…' });
    }
    if (!explain) {
      throw new EntenteError('input', 'this server has no reader', {
        remedy: 'start it with `entente serve`',
      });
    }
    return context.json({ sentence, steps: await explain(sentence) } satisfies ExplainAnswer);
  });

  app.get('/', (context) => context.redirect('/documents'));
  app.get('/assets/*', (context) => asset(context, web));
  app.get('/favicon.svg', (context) => asset(context, web));
  app.get('/models/english.bin', (context) => model(context, models));
  // The browser asks for a document's text and entries while it still loads the program that draws them.
  app.use('/documents/:id', async (context, next) => {
    await next();
    const { pathname } = new URL(context.req.url);
    context.header('Link', `<${pathname}.json>; rel=preload; as=fetch; crossorigin`);
  });
  for (const name of PAGES) {
    app.get(`/${name}`, (context) => page(context, web, 200));
    app.get(`/${name}/*`, (context) => page(context, web, 200));
  }
  app.get('*', (context) => {
    if (!context.req.path.endsWith('.json')) return page(context, web, 404);
    throw new EntenteError('not-found', `there is no address '${context.req.path}'`, {
      remedy: `pages are: ${PAGES.map((name) => `/${name}`).join(', ')}; each but /try has a .json form`,
    });
  });
  return app;
}

function query(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

/** A part of the path, decoded, without the `.json` after the last one. */
function named(context: Context, part: string): string {
  return (context.req.param(part) ?? '').replace(/\.json$/, '');
}
