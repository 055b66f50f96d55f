import type { EventEntry, PartyRef } from '../../../record/index.js';

/** One source, one recipient: what a row of these data sets is about. */
export interface Directed {
  readonly source?: PartyRef;
  readonly recipient?: PartyRef;
  /** CAMEO code for this direction. */
  readonly cameo?: string;
}

/** CAMEO codes a visit twice: by who makes it, and by who hosts it. */
const OTHER_SIDE: Readonly<Record<string, string>> = { '042': '043', '043': '042' };

/**
 * The pairs of an event, by ids of source and recipient: each source with each recipient; in symmetric events each party with
 * each other one, both ways. A side that nobody is named on stays empty.
 *
 * @param visits whether a visit is also told from the other side, as CAMEO data sets do
 */
export function directedPairs(entry: EventEntry, visits: boolean): Directed[] {
  const { cameo } = entry;
  if (entry.symmetric) {
    const all = once([...entry.source, ...entry.recipient]);
    if (all.length < 2) return [{ source: all[0], cameo }];
    return all.flatMap((source) =>
      all.filter((other) => other !== source).map((recipient) => ({ source, recipient, cameo })),
    );
  }
  const sources: readonly (PartyRef | undefined)[] =
    entry.source.length > 0 ? once(entry.source) : [undefined];
  const recipients: readonly (PartyRef | undefined)[] =
    entry.recipient.length > 0 ? once(entry.recipient) : [undefined];
  const pairs = sources.flatMap((source) => recipients.map((recipient) => ({ source, recipient, cameo })));
  const other = cameo === undefined ? undefined : OTHER_SIDE[cameo];
  if (!visits || other === undefined) return pairs;
  const hosted = pairs.filter(({ source, recipient }) => source && recipient);
  return [
    ...pairs,
    ...hosted.map(({ source, recipient }) => ({ source: recipient, recipient: source, cameo: other })),
  ];
}

/** Each party once, by id, with the first place that names it. */
function once(refs: readonly PartyRef[]): PartyRef[] {
  const byId = new Map<string, PartyRef>();
  for (const ref of refs.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)))
    if (!byId.has(ref.party)) byId.set(ref.party, ref);
  return [...byId.values()].toSorted((a, b) => (a.party < b.party ? -1 : 1));
}
