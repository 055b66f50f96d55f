import { dayRange, type Quad } from '../../../record/index.js';
import { type Dataset, nothing } from './columns.js';
import { type Actor, dayOf, ofSources, type Row } from './row.js';

const QUADS: Readonly<Record<Quad, string>> = {
  1: 'VERBAL COOPERATION',
  2: 'MATERIAL COOPERATION',
  3: 'VERBAL CONFLICT',
  4: 'MATERIAL CONFLICT',
};

/** POLECAT (Halterman et al., Harvard Dataverse, doi:10.7910/DVN/AJGVIT): 40 columns. */
export const POLECAT: Dataset = {
  columns: [
    ['Event ID', (row) => row.id],
    ['Event Date', dayOf],
    ['Event Type', (row) => row.entry.type],
    ['Event Mode', (row) => row.entry.mode],
    ['Intensity', (row) => row.entry.intensity],
    ['Quad Code', (row) => QUADS[row.entry.quad]],
    ['Contexts', (row) => row.entry.contexts.join(';')],
    ...actor('Actor', (row) => row.source),
    ...actor('Recipient', (row) => row.recipient),
    ['Placename', (row) => row.where?.name],
    ['City', (row) => row.where?.city],
    ['District', nothing],
    ['Province', nothing],
    ['Country', (row) => row.where?.country],
    ['Latitude', nothing],
    ['Longitude', nothing],
    ['GeoNames ID', nothing],
    ['Raw Placename', nothing],
    ['Feature Type', nothing],
    ['Source', (row) => ofSources(row, 'publisher')],
    ['Publication Date', published],
    ['Story People', nothing],
    ['Story Organizations', nothing],
    ['Story Locations', nothing],
    ['Language', (row) => row.document.language],
    ['Version', (row) => `entente ${row.entry.reader}`],
  ],
  visits: false,
};

/** The day, where it is known. */
function published({ document }: Row): string | undefined {
  const days = dayRange(document.published ?? '');
  return days?.first === days?.last ? days?.first : undefined;
}

function actor(side: 'Actor' | 'Recipient', of: (row: Row) => Actor | undefined): Dataset['columns'] {
  return [
    [`${side} Name`, (row) => of(row)?.name],
    [`${side} Country`, (row) => of(row)?.country],
    [`${side} COW`, (row) => of(row)?.cow],
    [`Primary ${side} Sector`, (row) => of(row)?.sector],
    [`${side} Sectors`, (row) => of(row)?.sector],
    [`${side} Title`, nothing],
    [`${side} Name Raw`, (row) => of(row)?.raw],
    [`Wikipedia ${side} ID`, nothing],
  ];
}
