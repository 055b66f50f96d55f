import {
  assess,
  type FollowOptions,
  type FollowThrough,
  followThrough,
  type Ledger,
} from '../ledger/index.js';
import { Assessment, EntenteError } from '../record/index.js';
import type { LedgerAccess } from './access.js';
import type { Directory } from './directory.js';
import { oneOf, pageOf, switchOf, viewOf } from './query.js';
import { type AssessedAnswer, type CommitmentsAnswer, Said } from './standing-schemas.js';

/** Commitments on a page: each comes with its evidence. */
const PAGE_SIZE = 25;

const STANDINGS = ['proposed', 'confirmed', 'rejected', 'none'] as const;
type HasEvidence = (typeof STANDINGS)[number];

/** The commitments in which all of `asked` take part, with what became of them. */
export async function commitmentsAnswer(
  ledger: Ledger,
  directory: Directory,
  asked: readonly string[],
  query: URLSearchParams,
  assessable: boolean,
): Promise<CommitmentsAnswer> {
  const { page, limit, offset } = pageOf(query, PAGE_SIZE);
  const status = oneOf(query, 'status', Assessment.shape.status.options);
  const evidence = oneOf(query, 'evidence', STANDINGS);
  const withProposed = switchOf(query, 'with-proposed', false);
  const { at } = viewOf(query);
  const of = await Promise.all(asked.map((text) => directory.resolve(text, 'not-found')));
  const options: FollowOptions = {
    parties: of,
    ...(at !== undefined && { at }),
    ...(withProposed && { proposed: true }),
  };
  const all = (await followThrough(ledger, options)).reverse();
  const fit = all.filter(
    (one) =>
      (status === undefined || one.status === status) &&
      (evidence === undefined || standingsOf(one).has(evidence)),
  );
  const rows = fit.slice(offset, offset + limit);
  const listed = rows.map(({ commitment, exact }) => ({ entry: commitment, exact }));
  return {
    of: [...of].sort(),
    total: fit.length,
    page,
    pageSize: limit,
    ...(at !== undefined && { at }),
    withProposed,
    states: counted(Assessment.shape.status.options, all, ({ status }) => new Set([status])),
    standings: counted(STANDINGS, all, standingsOf),
    rows,
    assessable,
    ...(await directory.names(listed, of)),
  };
}

/**
 * Appends what a person says of the evidence of a commitment.
 *
 * @throws EntenteError `usage` where the body is not as `Said` has it, or the ledger is only to be read
 */
export async function assessedAnswer(
  access: LedgerAccess,
  commitment: string,
  body: unknown,
): Promise<AssessedAnswer> {
  if (!access.write)
    throw new EntenteError('usage', 'this server only reads its ledger', {
      remedy: 'use `entente assess` in a terminal',
    });
  const said = Said.safeParse(body);
  if (!said.success)
    throw new EntenteError('usage', 'the body is not what is said of a commitment', {
      remedy: 'send {"by": "R. Lee", "confirm": ["ID", …], "reject": ["ID", …]}',
    });
  const { by, confirm = [], reject = [] } = said.data;
  const saying = { by: by.trim(), confirm, reject, at: new Date().toISOString() };
  return { recorded: await access.write((ledger) => assess(ledger, commitment, saying)) };
}

/** Which standings the evidence of a commitment has; `none` where there is no evidence. */
function standingsOf({ evidence }: FollowThrough): ReadonlySet<HasEvidence> {
  return new Set(evidence.length === 0 ? ['none'] : evidence.map(({ standing }) => standing));
}

function counted<T extends string>(
  names: readonly T[],
  all: readonly FollowThrough[],
  of: (one: FollowThrough) => ReadonlySet<T>,
): Record<T, number> {
  const counts = names.map((name) => [name, all.filter((one) => of(one).has(name)).length]);
  return Object.fromEntries(counts) as Record<T, number>; // every name is a key
}
