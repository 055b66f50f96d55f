import { type Dataset, nothing } from './columns.js';
import { type Actor, dayOf, ofSources, type Row } from './row.js';

/** Phoenix (Open Event Data Alliance, Phoenix pipeline): 26 columns. */
export const PHOENIX: Dataset = {
  columns: [
    ['EventID', (row) => row.id],
    ['Date', (row) => dayOf(row)?.replaceAll('-', '')],
    ['Year', (row) => row.year],
    ['Month', (row) => row.month],
    ['Day', (row) => row.day],
    ...actor('Source', (row) => row.source),
    ...actor('Target', (row) => row.recipient),
    ['EventCode', (row) => row.cameo],
    ['EventRootCode', (row) => row.cameo?.slice(0, 2)],
    ['QuadClass', (row) => quadClass(row.cameo)],
    ['GoldsteinScore', (row) => row.goldstein],
    ['Issues', nothing],
    ['Lat', nothing],
    ['Lon', nothing],
    ['LocationName', (row) => row.where?.name],
    ['StateName', nothing],
    ['CountryCode', (row) => row.where?.country],
    ['SentenceID', (row) => row.sentence && `${row.document.id}_${row.sentence}`],
    ['URLs', (row) => ofSources(row, 'url')],
    ['NewsSources', (row) => ofSources(row, 'publisher')],
  ],
  visits: true,
};

function actor(side: 'Source' | 'Target', of: (row: Row) => Actor | undefined): Dataset['columns'] {
  return [
    [`${side}ActorFull`, (row) => `${entity(of(row)) ?? ''}${role(row, of(row)) ?? ''}`],
    [`${side}ActorEntity`, (row) => entity(of(row))],
    [`${side}ActorRole`, (row) => role(row, of(row))],
    [`${side}ActorAttribute`, nothing],
  ];
}

function entity(actor: Actor | undefined): string | undefined {
  return actor?.country ?? actor?.body;
}

/** CAMEO's code of the role; PLOVER's of the sector where CAMEO has none. */
function role({ codes }: Row, actor: Actor | undefined): string | undefined {
  const { sector } = actor ?? {};
  return sector === undefined ? undefined : (codes.sectors.get(sector)?.cameo ?? sector);
}

/** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, by CAMEO's roots. */
function quadClass(cameo: string | undefined): number | undefined {
  if (cameo === undefined) return undefined;
  const root = Number(cameo.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}
