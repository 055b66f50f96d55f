import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, eventOf, READER, refs } from '../../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../../test/ledger/folder.js';
import { workshop } from '../../../../test/ledger/sample.js';
import { loadGazetteer } from '../../../gazetteer/index.js';
import { DATASETS, type DatasetFormat, exportDataset, withLedger } from '../../index.js';

const folder = temporaryFolder();
const { fresh, ledgerWith } = workshop(folder);
const gazetteer = loadGazetteer();
const docs = readFileSync(new URL('../../../../docs/datasets.md', import.meta.url), 'utf8');

const report = documentOf(
  '😀 It rained. The Chinese army attacked Taliban "fighters" near Kharkiv. Japan, India and Fiji met. Putin visited Hanoi.',
  {
    published: '2021-11-23',
    sources: [
      { path: 'a.txt', publisher: 'The Post', url: 'https://example.org/a' },
      { path: 'b.txt', publisher: 'An Agency' },
    ],
  },
);
const attack = eventOf(report, 'The Chinese army attacked Taliban "fighters" near Kharkiv', {
  type: 'ASSAULT',
  mode: 'firearms',
  cameo: '193',
  quad: 4,
  intensity: -9,
  contexts: ['military', 'terrorism'],
  date: '2021-11-22',
  source: [{ party: 'CHN/MIL', span: { start: 13, end: 29 } }],
  recipient: [{ party: '-/REB', span: { start: 39, end: 57 } }],
  place: 'kharkiv',
});
const meeting = eventOf(report, 'Japan, India and Fiji met', {
  source: refs('JPN', 'IND/GOV', 'FJI', 'JPN'),
  symmetric: true,
  cameo: '040',
  date: '2021-11',
});
const visit = eventOf(report, 'Putin visited Hanoi', {
  mode: 'visit',
  cameo: '042',
  source: refs('RUS/GOV'),
  recipient: refs('VNM'),
  place: 'Hanoi',
  date: '2020',
});
const bare = eventOf(report, 'It rained', { type: 'COERCE', quad: 4, intensity: -7, recipient: refs('UN') });
const denied = eventOf(report, 'It rained', { source: refs('USA'), modality: 'denied' });

const ledger = await ledgerWith([
  { document: documentOf('Nothing.'), entries: [], reader: READER },
  { document: report, entries: [attack, meeting, visit, bare, denied], reader: READER },
]);

/** Rows as objects, without the cells that are empty. */
async function exported(format: DatasetFormat, of = '') {
  const out = fresh('.tab');
  const told = await withLedger(ledger, 'read', (opened) => exportDataset(opened, out, format, gazetteer));
  const [header = '', ...lines] = readFileSync(out, 'utf8').slice(0, -1).split('\n');
  const columns = header.split('\t');
  const rows = lines.map((line) => {
    const cells = line.split('\t');
    expect(cells).toHaveLength(columns.length);
    const filled = columns.map((column, at) => [column, cells[at] ?? ''] as const);
    return Object.fromEntries(filled.filter(([, cell]) => cell !== '')) as Record<string, string>;
  });
  const id = columns[0] ?? '';
  return { told, header, rows: rows.filter((row) => row[id]?.startsWith(of)) };
}

describe('the columns', () => {
  it.each<[DatasetFormat, string]>([
    [
      'icews',
      'Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude',
    ],
    [
      'polecat',
      'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version',
    ],
    [
      'phoenix',
      'EventID|Date|Year|Month|Day|SourceActorFull|SourceActorEntity|SourceActorRole|SourceActorAttribute|TargetActorFull|TargetActorEntity|TargetActorRole|TargetActorAttribute|EventCode|EventRootCode|QuadClass|GoldsteinScore|Issues|Lat|Lon|LocationName|StateName|CountryCode|SentenceID|URLs|NewsSources',
    ],
  ])('of %s, in its order', async (format, columns) => {
    expect((await exported(format)).header).toBe(columns.replaceAll('|', '\t'));
  });

  it.each(
    Object.entries(DATASETS).flatMap(([format, { columns }]) => columns.map(([name]) => [format, name])),
  )('docs/datasets.md tells of %s’s %s', (format, name) => {
    const section = docs.split(/\n## /).find((part) => part.toLowerCase().startsWith(format)) ?? '';
    const cells = [...section.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    expect(cells).toContain(`\`${name}\``);
  });
});

describe('a row', () => {
  it('of ICEWS', async () => {
    expect((await exported('icews', attack.id)).rows).toEqual([
      {
        'Event ID': `${attack.id}-1`,
        'Event Date': '2021-11-22',
        'Source Name': 'China: military',
        'Source Sectors': 'Military',
        'Source Country': 'China',
        'Event Text': 'Fight with small arms and light weapons',
        'CAMEO Code': '193',
        Intensity: '-10',
        'Target Name': gazetteer.partyOf('-/REB').name,
        'Target Sectors': 'REB',
        'Story ID': report.id,
        'Sentence Number': '2',
        Publisher: 'An Agency;The Post',
        City: 'Kharkiv',
        Country: 'Ukraine',
      },
    ]);
  });

  it('of POLECAT', async () => {
    expect((await exported('polecat', attack.id)).rows).toEqual([
      {
        'Event ID': `${attack.id}-1`,
        'Event Date': '2021-11-22',
        'Event Type': 'ASSAULT',
        'Event Mode': 'firearms',
        Intensity: '-9',
        'Quad Code': 'MATERIAL CONFLICT',
        Contexts: 'military;terrorism',
        'Actor Name': 'China: military',
        'Actor Country': 'CHN',
        'Actor COW': '710',
        'Primary Actor Sector': 'MIL',
        'Actor Sectors': 'MIL',
        'Actor Name Raw': 'The Chinese army',
        'Recipient Name': gazetteer.partyOf('-/REB').name,
        'Primary Recipient Sector': 'REB',
        'Recipient Sectors': 'REB',
        'Recipient Name Raw': '"Taliban ""fighters"""',
        Placename: 'Kharkiv',
        City: 'Kharkiv',
        Country: 'UKR',
        Source: 'An Agency;The Post',
        'Publication Date': '2021-11-23',
        Language: 'en',
        Version: `entente ${READER}`,
      },
    ]);
  });

  it('of Phoenix', async () => {
    expect((await exported('phoenix', attack.id)).rows).toEqual([
      {
        EventID: `${attack.id}-1`,
        Date: '20211122',
        Year: '2021',
        Month: '11',
        Day: '22',
        SourceActorFull: 'CHNMIL',
        SourceActorEntity: 'CHN',
        SourceActorRole: 'MIL',
        TargetActorFull: 'REB',
        TargetActorRole: 'REB',
        EventCode: '193',
        EventRootCode: '19',
        QuadClass: '4',
        GoldsteinScore: '-10',
        LocationName: 'Kharkiv',
        CountryCode: 'UKR',
        SentenceID: `${report.id}_2`,
        URLs: 'https://example.org/a',
        NewsSources: 'An Agency;The Post',
      },
    ]);
  });

  it('stays empty where nothing is known: no source, no code, no date', async () => {
    const [row] = (await exported('phoenix', bare.id)).rows;
    expect(row).toEqual({
      EventID: `${bare.id}-1`,
      TargetActorFull: 'UN',
      TargetActorEntity: 'UN',
      SentenceID: `${report.id}_1`,
      URLs: 'https://example.org/a',
      NewsSources: 'An Agency;The Post',
    });
  });
});

describe('directions', () => {
  const pairs = (rows: readonly Record<string, string>[]) =>
    rows.map((row) => `${row.SourceActorFull} ${row.TargetActorFull} ${row.EventCode}`);

  it('a symmetric event stands once for each ordered pair, and a month is no day', async () => {
    const { rows } = await exported('phoenix', meeting.id);
    expect(pairs(rows)).toEqual([
      'FJI INDGOV 040',
      'FJI JPN 040',
      'INDGOV FJI 040',
      'INDGOV JPN 040',
      'JPN FJI 040',
      'JPN INDGOV 040',
    ]);
    expect(new Set(rows.map((row) => row.EventID)).size).toBe(6);
    expect(rows[0]).toMatchObject({ Year: '2021', Month: '11' });
    expect(rows[0]).not.toHaveProperty('Day');
    expect(rows[0]).not.toHaveProperty('Date');
  });

  it('a visit is made and hosted in CAMEO, and made in PLOVER', async () => {
    const phoenix = (await exported('phoenix', visit.id)).rows;
    expect(pairs(phoenix)).toEqual(['RUSGOV VNM 042', 'VNM RUSGOV 043']);
    expect(phoenix[0]).toMatchObject({ Year: '2020', LocationName: 'Hanoi', CountryCode: 'VNM' });
    const icews = (await exported('icews', visit.id)).rows;
    expect(icews.map((row) => [row['Event Text'], row.City, row.Country])).toEqual([
      ['Make a visit', 'Hanoi', gazetteer.partyOf('VNM').name],
      ['Host a visit', 'Hanoi', gazetteer.partyOf('VNM').name],
    ]);
    expect((await exported('polecat', visit.id)).rows).toHaveLength(1);
  });

  it('leaves out what is denied, and says so', async () => {
    const { told, rows } = await exported('icews');
    expect(told).toEqual({ events: 4, rows: 10, rowsWithoutDay: 9, leftOut: { denied: 1 } });
    expect(rows).toHaveLength(10);
  });
});

describe('the file', () => {
  const write = (out: string, format: DatasetFormat = 'icews') =>
    withLedger(ledger, 'read', (opened) => exportDataset(opened, out, format, gazetteer));

  it('replaces an earlier export of the same columns, and makes its folder', async () => {
    const out = path.join(folder, 'new', 'events.tab');
    await write(out);
    const before = readFileSync(out, 'utf8');
    await write(out);
    expect(readFileSync(out, 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(out))).toEqual(['events.tab']);
  });

  it('leaves alone what is something else', async () => {
    const thesis = path.join(folder, 'thesis.tab');
    writeFileSync(thesis, 'Chapter 1\n');
    await expect(write(thesis)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no earlier export with these columns'),
    });
    expect(readFileSync(thesis, 'utf8')).toBe('Chapter 1\n');
    const phoenix = path.join(folder, 'p.tab');
    await write(phoenix, 'phoenix');
    await expect(write(phoenix, 'icews')).rejects.toMatchObject({ code: 'usage' });
    mkdirSync(path.join(folder, 'dir.tab'));
    await expect(write(path.join(folder, 'dir.tab'))).rejects.toMatchObject({
      message: expect.stringContaining('not a file'),
    });
  });

  it('leaves nothing when it is stopped', async () => {
    const out = path.join(folder, 'stopped', 'events.tab');
    const stop = AbortSignal.abort();
    await expect(
      withLedger(ledger, 'read', (opened) =>
        exportDataset(opened, out, 'icews', gazetteer, { signal: stop }),
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(path.dirname(out))).toEqual([]);
  });
});
