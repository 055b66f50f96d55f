import { countEvents, GROUPINGS, type Ledger, reportedActs } from '../ledger/index.js';
import { EntenteError, Modality, PLOVER_TYPES } from '../record/index.js';
import type { Directory } from './directory.js';
import { modalityOf, oneOf, pageOf, periodOf, value } from './query.js';
import type { ActsAnswer, CountsAnswer } from './schemas.js';

/** What was reported, however many documents tell of it. */
export async function actsAnswer(
  ledger: Ledger,
  directory: Directory,
  query: URLSearchParams,
): Promise<ActsAnswer> {
  const { page, limit, offset } = pageOf(query);
  const parties = await partiesOf(directory, query);
  const type = oneOf(query, 'type', PLOVER_TYPES);
  const filter = { parties, type, modality: modalityOf(query), ...periodOf(query), limit, offset };
  const { total, rows } = await reportedActs(ledger, filter);
  const named = rows.flatMap(({ source, recipient }) => [...source, ...recipient]);
  return { total, page, pageSize: limit, rows, ...(await directory.names([], [...parties, ...named])) };
}

/** Events and acts by `by=dyad,month`, with the documents read beside them. */
export async function countsAnswer(
  ledger: Ledger,
  directory: Directory,
  query: URLSearchParams,
): Promise<CountsAnswer> {
  const parties = await partiesOf(directory, query);
  const counts = await countEvents(ledger, {
    by: (value(query, 'by') ?? 'dyad,month').split(',').map(groupingNamed),
    type: oneOf(query, 'type', PLOVER_TYPES),
    modality: oneOf(query, 'modality', [...Modality.options, 'any']),
    parties,
    ...periodOf(query),
  });
  const named = counts.rows.flatMap(({ party, other, source, recipient }) =>
    [party, other, source, recipient].flatMap((id) => id ?? []),
  );
  return { ...counts, ...(await directory.names([], [...parties, ...named])) };
}

function partiesOf(directory: Directory, query: URLSearchParams): Promise<string[]> {
  const asked = query.getAll('party').filter((text) => text.trim() !== '');
  return Promise.all(asked.map((text) => directory.resolve(text, 'usage')));
}

function groupingNamed(text: string): (typeof GROUPINGS)[number] {
  const found = GROUPINGS.find((grouping) => grouping === text.trim());
  if (found !== undefined) return found;
  throw new EntenteError('usage', `by=${text} is unknown`, { remedy: `any of: ${GROUPINGS.join(', ')}` });
}
