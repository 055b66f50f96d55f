import { type Dataset, nothing } from './columns.js';
import { type Actor, dayOf, ofSources, type Row } from './row.js';

/** ICEWS coded event data (Boschee et al., Harvard Dataverse, doi:10.7910/DVN/28075): 20 columns. */
export const ICEWS: Dataset = {
  columns: [
    ['Event ID', (row) => row.id],
    ['Event Date', dayOf],
    ['Source Name', (row) => row.source?.name],
    ['Source Sectors', (row) => sectors(row, row.source)],
    ['Source Country', (row) => row.source?.countryName],
    ['Event Text', (row) => row.label],
    ['CAMEO Code', (row) => row.cameo],
    ['Intensity', (row) => row.goldstein],
    ['Target Name', (row) => row.recipient?.name],
    ['Target Sectors', (row) => sectors(row, row.recipient)],
    ['Target Country', (row) => row.recipient?.countryName],
    ['Story ID', (row) => row.document.id],
    ['Sentence Number', (row) => row.sentence],
    ['Publisher', (row) => ofSources(row, 'publisher')],
    ['City', (row) => row.where?.city],
    ['District', nothing],
    ['Province', nothing],
    ['Country', (row) => row.where?.countryName],
    ['Latitude', nothing],
    ['Longitude', nothing],
  ],
  visits: true,
};

/** ICEWS's name of the sector; PLOVER's code where no name of ICEWS is known to mean the same. */
function sectors({ codes }: Row, actor: Actor | undefined): string | undefined {
  const { sector } = actor ?? {};
  return sector === undefined ? undefined : (codes.sectors.get(sector)?.icews ?? sector);
}
