import type { Gazetteer } from '../gazetteer/index.js';
import type { Ledger, ListedEntry } from '../ledger/index.js';
import { EntenteError, type Instrument, type Party } from '../record/index.js';
import { mentioned, principal } from './participants.js';

type Named<T extends { name: string; kind: string }> = Record<string, Pick<T, 'name' | 'kind'>>;

/** Who is who, for one answer: the gazetteer's names, and the ledger's own where the gazetteer has none. */
export interface Directory {
  party(id: string): Promise<Party | undefined>;
  /** Party id for what a user typed; throws an error of `code` that names near ones when there is none. */
  resolve(text: string, code: 'usage' | 'not-found'): Promise<string>;
  /** Names of the parties and instruments that `rows` and `besides` mention. */
  names(
    rows: readonly ListedEntry[],
    besides?: readonly string[],
  ): Promise<{ parties: Named<Party>; instruments: Named<Instrument> }>;
}

/** The directory for one burst of work on `ledger`. */
export function openDirectory(ledger: Ledger, gazetteer: Gazetteer | undefined): Directory {
  let asked: Promise<Map<string, Party>> | undefined;
  const own = () => {
    asked ??= ledger.parties().then((rows) => new Map(rows.map(({ party }) => [party.id, party])));
    return asked;
  };
  const find = async (id: string) =>
    gazetteer?.parties.get(id) ??
    (await own()).get(id) ??
    (id.includes('/') ? gazetteer?.partyOf(id) : undefined);

  return {
    party: find,

    async resolve(text, code) {
      const id = gazetteer?.lookup(text) ?? among((await own()).values(), text);
      if (id !== undefined) return id;
      const near = gazetteer?.suggest(text, 5) ?? [];
      throw new EntenteError(code, `no party is called '${text}'`, {
        remedy:
          near.length > 0 ? `did you mean ${near.join(', ')}?` : 'the parties of this ledger are at /parties',
      });
    },

    async names(rows, besides = []) {
      const parties: Named<Party> = {};
      for (const id of new Set([...mentioned(rows), ...besides].map(principal))) {
        const party = await find(id);
        if (party) parties[id] = { name: party.name, kind: party.kind };
      }
      const instruments: Named<Instrument> = {};
      for (const { entry } of rows) {
        const id = entry.kind === 'tie' ? entry.instrument : undefined;
        const instrument = id === undefined ? undefined : gazetteer?.instruments.get(id);
        if (instrument) instruments[instrument.id] = { name: instrument.name, kind: instrument.kind };
      }
      return { parties, instruments };
    },
  };
}

function among(parties: Iterable<Party>, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  for (const { id, name } of parties) {
    if (id.toLowerCase() === wanted || name.toLowerCase() === wanted) return id;
  }
  return undefined;
}
