import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { memberships } from '../src/gazetteer/memberships.js';
import {
  Body,
  BodyName,
  InstrumentName,
  InstrumentParty,
  InstrumentRow,
  Membership,
  State,
  StateName,
} from '../src/gazetteer/schemas.js';
import { readTable } from '../src/gazetteer/table.js';
import { dayRange, InstrumentKind, isEdtf } from '../src/record/index.js';

function table<S extends z.ZodObject>(name: string, schema: S): z.infer<S>[] {
  const text = readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8');
  return readTable(text, schema, `data/${name}.tsv`);
}

const instruments = table('instruments', InstrumentRow);
const names = table('instrument-names', InstrumentName);
const parties = table('instrument-parties', InstrumentParty);
const states = table('states', State);
const bodies = table('bodies', Body);
const membersOf = memberships(table('memberships', Membership));
const byId = new Map(instruments.map((row) => [row.id, row]));
const bodyIds = new Set(bodies.map((row) => row.id));
const partyIds = new Set([...states.map((row) => row.id), ...bodyIds]);

describe('instruments.tsv', () => {
  /** In force before the day of signature, by their own terms. */
  const RETROACTIVE = ['CER'];

  test('holds at least 60 instruments of every kind, none twice', () => {
    expect(instruments.length).toBeGreaterThanOrEqual(60);
    expect(repeated(instruments.map((row) => row.id))).toEqual([]);
    expect(repeated(instruments.map((row) => row.name))).toEqual([]);
    expect(new Set(instruments.map((row) => row.kind))).toEqual(new Set(InstrumentKind.options));
    expect(instruments.filter((row) => !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(row.id))).toEqual([]);
  });

  test('gives each a source, and dates that are EDTF and in order', () => {
    expect(instruments.filter((row) => row.source === undefined)).toEqual([]);
    const dates = instruments.flatMap((row) => [row.signed, row['in-force'], row.until]);
    expect(dates.filter((date) => date !== undefined && !isEdtf(date))).toEqual([]);
    const wrong = instruments.filter(
      (row) =>
        backwards(row.signed, row['in-force']) ||
        backwards(row['in-force'], row.until) ||
        backwards(row.signed, row.until),
    );
    expect(wrong.map((row) => row.id)).toEqual(RETROACTIVE);
  });

  test.each([
    ['RCEP', '2020-11-15', '2022-01-01', undefined],
    ['INF', '1987-12-08', '1988-06-01', '2019-08-02'],
    ['NAFTA', '1992-12-17', '1994-01-01', '2020-06-30'],
    ['ABM', '1972-05-26', '1972-10-03', '2002-06-13'],
    ['COC', undefined, undefined, undefined],
    ['DOC', '2002-11-04', undefined, undefined],
    ['TPP', '2016-02-04', undefined, undefined],
  ])('%s: signed %s, in force %s, until %s', (id, signed, inForce, until) => {
    const row = byId.get(id);
    expect([row?.signed, row?.['in-force'], row?.until]).toEqual([signed, inForce, until]);
  });
});

describe('instrument-names.tsv', () => {
  test('names instruments of the table, each form for one of them', () => {
    expect(names.filter((row) => !byId.has(row.instrument))).toEqual([]);
    expect(repeated(names.map((row) => row.form))).toEqual([]);
    const owners = new Map(instruments.map((row) => [row.name.toLowerCase(), row.id]));
    for (const { form, instrument } of names) {
      const key = form.toLowerCase();
      expect(owners.get(key) ?? instrument, form).toBe(instrument);
      owners.set(key, instrument);
    }
  });

  test('shares no form with a state or a body', () => {
    const taken = new Set([
      ...states.map((row) => row.name),
      ...bodies.map((row) => row.name),
      ...table('state-names', StateName).map((row) => row.form),
      ...table('body-names', BodyName).map((row) => row.form),
    ]);
    const forms = [...instruments.map((row) => row.name), ...names.map((row) => row.form)];
    expect(forms.filter((form) => taken.has(form))).toEqual([]);
  });

  test('holds no word that means something else to most readers', () => {
    const words = ['START', 'SALT', 'CITES', 'Code of Conduct', 'code of conduct', 'Vienna Convention'];
    expect(names.filter((row) => words.includes(row.form))).toEqual([]);
  });

  test.each([
    ['BRI', 'BRI', 'Belt and Road', 'One Belt One Road', 'OBOR'],
    ['TAC', 'TAC', 'Treaty of Amity and Cooperation'],
    ['COC', 'COC', 'code of conduct in the South China Sea'],
    ['JCPOA', 'JCPOA', 'Iran nuclear deal'],
    ['PARIS-AGREEMENT', 'Paris climate accord', 'Paris climate agreement'],
    ['MPAC-2025', 'MPAC 2025', 'Master Plan on ASEAN Connectivity'],
    ['USMCA', 'USMCA', 'U.S.-Mexico-Canada agreement'],
  ])('%s is known by %s', (instrument, ...forms) => {
    const ours = names.filter((row) => row.instrument === instrument).map((row) => row.form);
    expect(ours).toEqual(expect.arrayContaining(forms));
  });
});

describe('instrument-parties.tsv', () => {
  test('ties parties that we know to instruments that we know, with a source', () => {
    expect(parties.filter((row) => !byId.has(row.instrument))).toEqual([]);
    expect(parties.filter((row) => !partyIds.has(row.party))).toEqual([]);
    expect(parties.filter((row) => row.source === undefined)).toEqual([]);
  });

  test('has dates that are EDTF, in order, and none after the end of the instrument or the state', () => {
    const dates = parties.flatMap((row) => [row.since, row.until]).filter((date) => date !== undefined);
    expect(dates.filter((date) => !isEdtf(date))).toEqual([]);
    expect(parties.filter((row) => backwards(row.since, row.until))).toEqual([]);
    const ends = new Map(states.map((row) => [row.id, row.until]));
    const outlives = parties.filter((row) =>
      [byId.get(row.instrument)?.until, ends.get(row.party)].some(
        (end) => end !== undefined && (row.until === undefined || lastDay(row.until) > lastDay(end)),
      ),
    );
    expect(outlives).toEqual([]);
  });

  test('has no two rows of one party that overlap', () => {
    const clashes = parties.filter((row, i) =>
      parties
        .slice(0, i)
        .some(
          (other) =>
            other.instrument === row.instrument &&
            other.party === row.party &&
            (other.until === undefined || !backwards(row.since, other.until)),
        ),
    );
    expect(clashes).toEqual([]);
  });

  test.each([
    ['RCEP', '2023-06-02', 14],
    ['CPTPP', '2024-12-15', 12],
    ['USMCA', '2021-01-01', 3],
    ['NAFTA', '2021-01-01', 0],
    ['JCPOA', '2018-05-08', 8],
    ['JCPOA', '2018-05-09', 7],
    ['INF', '2019-08-03', 0],
    ['ANTARCTIC-TREATY', '1961-06-23', 12],
  ])('%s had on %s %i parties in the table', (id, day, count) => {
    expect(partiesOn(id, day)).toHaveLength(count);
  });

  test.each([
    ['PARIS-AGREEMENT', 'USA', ['2017-01-01', '2021-02-19'], ['2020-11-05', '2021-02-18']],
    ['NPT', 'PRK', ['2003-01-10'], ['2003-01-11']],
    ['KYOTO-PROTOCOL', 'CAN', ['2012-12-15'], ['2012-12-16']],
    ['ROME-STATUTE', 'PHL', ['2019-03-16'], ['2019-03-17']],
  ])('%s binds %s at times', (id, party, bound, free) => {
    for (const day of bound) expect(partiesOn(id, day), day).toContain(party);
    for (const day of free) expect(partiesOn(id, day), day).not.toContain(party);
  });

  function partiesOn(id: string, day: string): string[] {
    return parties
      .filter(
        (row) =>
          row.instrument === id &&
          row.since !== undefined &&
          row.since <= day &&
          (row.until === undefined || day <= row.until),
      )
      .map((row) => row.party);
  }
});

const folder = new URL('../../shared/relations/', import.meta.url);
const registers = existsSync(folder);
if (!registers)
  console.warn('skipped: comparison with the trade agreement registers, for want of ../shared/relations');

describe.skipIf(!registers)('trade agreement registers (skipped without ../shared)', () => {
  /** Ids of the registers, with ours: HUGGO, DESTA, GPTAD; `-` where one lacks the agreement. */
  const THEIRS = `
    CPTPP CMPPTP_2018A CMPPTP_2018A -
    P4 TRPSEP_2005O TRNPSE_2005O TRPSEP_2005O
    USMCA MXCCND_2018A MXCCND_2018A -
    NAFTA NRTAFT_1992A NRTAFT_1992A NRTAFT_1994A
    CUSFTA CAN-USA[NA]_1988O CAN-USA[NA]_1988O -
    CAFTA-DR CAFTDR_2004A CAFTDR_2004A DOM-USA[CNT]_2004O
    AFTA ASEANF_1992O ASEANF_1992O ASEAN_1992O
    ATIGA ASEANG_2009O ASEANG_2009O -
    ACFTA ASNCHN_2002O - ASNCHN_2002O
    AJCEP ASEANJ_2008O ASEANJ_2008O -
    AKFTA ASENKR_2006O:ASENKR_2005O ASEANK_2006O ASENKR_2006O
    AIFTA ASEANI_2009O ASEANI_2009O -
    AANZFTA AUS-NZL[ANF]_2009O AUS-NZL[ANF]_2009O AUS-NZL[ASN]_2009O
    SAFTA STAFTA_2004O STAFTA_2004O SAFTA_2006O
    CER AUS-NZL[NA]_1982O AUS-NZL[NA]_1983O AUS-NZL[NA]_1982O
    CETA CANDEC_2016O CANDEC_2016O -
    EU-JAPAN-EPA ECJAPN_2018O ECJAPN_2018O -
    EU-KOREA-FTA ECKORE_2010O ECKORE_2010O -
    EUSFTA ECSNGP_2018O ECSNGP_2018O -
    EVFTA ECVTNM_2019O ECVTNM_2019O -
    AA-UKRAINE ECUKRN_2014O ECUKRN_2014O -
    TREATY-OF-ROME EC_1957A - EC_1957A
    KORUS KOR-USA[KOR]_2007O KOR-USA[KOR]_2007O -
    AUSFTA AUS-USA[NA]_2004O AUS-USA[NA]_2004O -
    CHAFTA AUS-CHN[NA]_2015O AUS-CHN[NA]_2015O -
    CKFTA CHN-KOR[KOR]_2015O CHN-KOR[KOR]_2015O -
    CNZFTA CHN-NZL[NA]_2008O CHN-NZL[NA]_2008O CHN-NZL[NA]_2008O
    CSFTA CHN-SGP[NA]_2008O CHN-SGP[NA]_2008O CHN-SGP[NA]_2008O
    CPFTA CHN-PAK[NA]_2006O CHN-PAK[NA]_2006O CHN-PAK[NA]_2006O
    CEPA-HK CHINA_2003O CHINA_2003O CHINA_2003O
    JAEPA AUS-JPN[NA]_2014O AUS-JPN[NA]_2014O -
    KAFTA AUS-KOR[KOR]_2014O AUS-KOR[KOR]_2014O -
    IACEPA AUS-IDN[NA]_2019O AUS-IDN[NA]_2019O -
    CEPA-IND-KOR IND-KOR[KOR]_2009O IND-KOR[KOR]_2009O -
    CEPA-IND-JPN IND-JPN[NA]_2011O IND-JPN[NA]_2011O -
    CECA-IND-SGP IND-SGP[NA]_2005O IND-SGP[NA]_2005O IND-SGP[NA]_2005O
    JVEPA JPN-VNM[NA]_2008O JPN-VNM[NA]_2008O JPN-VNM[NA]_2008O
    JTEPA JPN-THA[NA]_2007O JPN-THA[NA]_2007O JPN-THA[NA]_2007O
    JPEPA JPN-PHL[NA]_2006O JPN-PHL[NA]_2006O JPN-PHL[NA]_2006O
    JMEPA JPN-MYS[NA]_2005O JPN-MYS[NA]_2005O JPN-MYS[NA]_7583O
    JIEPA IDN-JPN[NA]_2007O - IDN-JPN[NA]_2007O
    JSEPA JPN-SGP[NA]_2002O JPN-SGP[NA]_2002O JPN-SGP[NA]_2002O
    JMNEPA JPN-MNG[NA]_2015O JPN-MNG[NA]_2015O -
    VKFTA KOR-VNM[KOR]_2015O KOR-VNM[KOR]_2015O -
    VN-EAEU EREUVN_2015O EREUVN_2015O -
    EAEU-TREATY ERSNEU_2014O ERSNEU_2014O -
    EAEU-IRAN-2018 ERSEUI_2018O ERSEUI_2018O -
    ANZTEC NZL-TWN[TWN]_2013O NZL-TWN[TWN]_2013O -
    ASTEP SGP-TWN[TWN]_2013O SGP-TWN[TWN]_2013O -
    BTA-US-VN - USA-VNM[NA]_2000O -
    TREATY-OF-ASUNCION MERCSR_1991O MERCSR_1991O MERCSR_1991O
    COTONOU COTONO_2000A COTONO_2000A -
    AFCFTA CNTNFT_2018A CNTNFT_2018A -
    TPP TRNSPP_2016O TRNSPP_2016O -`;

  /** Differences that we stand by, with the reason. */
  const DIFFERENCES: readonly (readonly [difference: string, why: string])[] = [
    [
      'huggo ACFTA in force: ours 2010-01-01, theirs 2003-01-07',
      'theirs is the framework agreement, day and month swapped',
    ],
    [
      'gptad ACFTA in force: ours 2010, theirs 2003',
      'theirs is the framework agreement; ours the day the area was complete',
    ],
    [
      'huggo AFCFTA in force: ours 2019-05-30, theirs 2018-05-10',
      'theirs is the day of the first ratifications',
    ],
    ['huggo AFTA in force: ours 1993-01-01, theirs 1992-10-30', 'ours is the start of the common tariff'],
    ['desta AFTA in force: ours 1993, theirs 1992', 'ours is the start of the common tariff'],
    ['gptad AFTA in force: ours 1993, theirs 1992', 'ours is the start of the common tariff'],
    ['gptad AFTA: only ours KHM LAO MMR VNM', 'theirs lists the members of 1992'],
    ['huggo AJCEP signed: ours 2008-04-14, theirs 2008-03-26', 'signed in turn; ours is the last day'],
    ['desta AKFTA in force: ours 2007, theirs 2010', 'theirs is the accession of Thailand to the area'],
    ['desta AKFTA: only ours THA', 'acceded later'],
    [
      'gptad AKFTA in force: ours 2007, theirs 2006',
      'theirs is the framework agreement; ours the trade in goods',
    ],
    ['gptad AANZFTA in force: ours 2010, theirs 2009', 'theirs precedes the signature by its own account'],
    ['gptad AANZFTA: only ours KHM LAO MMR VNM', 'theirs lists the older members of ASEAN alone'],
    [
      'huggo ASTEP in force: ours 2014-04-19, theirs 2014-04-09',
      'a slip of a digit; ours as announced at the time',
    ],
    [
      'huggo CAFTA-DR signed: ours 2004-08-05, theirs 2004-05-28',
      'theirs is the signature without the Dominican Republic',
    ],
    ['gptad CER signed: ours 1983, theirs 1982', 'theirs is the heads of agreement, 1982-12-14'],
    ['huggo CETA in force: ours none, theirs 2017-09-21', 'applied provisionally'],
    ['desta CETA in force: ours none, theirs 2017', 'applied provisionally'],
    ['huggo CPTPP: only ours GBR', 'acceded after the signature of 2018'],
    ['desta CPTPP: only ours GBR', 'acceded after the signature of 2018'],
    [
      'huggo EU-KOREA-FTA in force: ours 2015-12-13, theirs 2011-07-01',
      'theirs is the start of provisional application',
    ],
    ['desta EU-KOREA-FTA in force: ours 2015, theirs 2011', 'theirs is the start of provisional application'],
    ['huggo EVFTA in force: ours 2020-08-01, theirs 2020-01-08', 'day and month swapped'],
    ['huggo EVFTA: only theirs GBR', 'left the EU after the signature, before the entry into force'],
    ['desta EVFTA: only theirs GBR', 'left the EU after the signature, before the entry into force'],
    ['gptad SAFTA: only ours AFG', 'acceded later'],
    ['huggo TREATY-OF-ASUNCION in force: ours 1991-11-29, theirs 1991-12-06', 'ours as GPTAD has it'],
    ['gptad TREATY-OF-ASUNCION: only ours BOL VEN', 'acceded later'],
    ['gptad TREATY-OF-ROME: only theirs AUT DNK ESP FIN GBR GRC IRL PRT SWE', 'ours are the six that signed'],
    [
      'huggo TREATY-OF-ROME: only theirs AUT BGR CYP CZE DNK ESP EST FIN GBR GRC HRV HUN IRL LTU LVA MLT POL PRT ROU SVK SVN SWE',
      'ours are the six that signed',
    ],
    ['desta VN-EAEU: only ours KGZ', 'member of the EAEU from 2015-08-12'],
  ];

  /** The table has few or none of their parties. */
  const DATES_ONLY = ['AFCFTA', 'COTONOU', 'TPP'];

  const FILES = ['huggo', 'desta', 'gptad'] as const;
  type File = (typeof FILES)[number];
  interface Entry {
    readonly signed: Set<string>;
    readonly inForce: Set<string>;
    readonly members: Set<string>;
  }

  test('agree with ours, but for the differences that are explained above', () => {
    const found = FILES.flatMap((file, i) => {
      const entries = read(file);
      const known = THEIRS.trim()
        .split('\n')
        .map((line) => line.trim().split(' '));
      const pairs = known.filter((ids) => entries.has(ids[i + 1] ?? ''));
      const missing = known.filter((ids) => ids[i + 1] !== '-' && !entries.has(ids[i + 1] ?? ''));
      expect(missing, `ids that ${file} lacks`).toEqual([]);
      const agreements = instruments.filter((row) => row.kind === 'agreement').length;
      console.info(`${file}: ${pairs.length} of its ${entries.size} are ours (of ${agreements} agreements)`);
      return pairs.flatMap(([id = '', ...theirs]) => compare(file, id, entries.get(theirs[i] ?? '')));
    });
    expect(DIFFERENCES.filter(([, why]) => why.trim() === '')).toEqual([]);
    expect(found.sort()).toEqual(DIFFERENCES.map(([difference]) => difference).sort());
  });

  function read(file: File): Map<string, Entry> {
    const text = gunzipSync(readFileSync(new URL(`memberships-trade-${file}_mem.csv.gz`, folder)));
    const entries = new Map<string, Entry>();
    for (const line of text.toString('utf8').trim().split('\n').slice(1)) {
      const [, id = '', , , state = '', signed = '', inForce = ''] = line.replace('\r', '').split(',');
      const entry = entries.get(id) ?? { signed: new Set(), inForce: new Set(), members: new Set() };
      if (signed !== '') entry.signed.add(signed);
      if (inForce !== '') entry.inForce.add(inForce);
      if (/^[A-Z]{3}$/.test(state.trim())) entry.members.add(state.trim());
      entries.set(id, entry);
    }
    return entries;
  }

  /** Days in HUGGO; years elsewhere: DESTA gives no more, GPTAD mixes up days and months. */
  function compare(file: File, id: string, entry: Entry | undefined): string[] {
    const row = byId.get(id);
    if (row === undefined || entry === undefined) return [`${file} ${id}: not in instruments.tsv`];
    const length = file === 'huggo' ? 10 : 4;
    const differences: string[] = [];
    for (const [what, mine, theirs] of [
      ['signed', row.signed, entry.signed],
      ['in force', row['in-force'], entry.inForce],
    ] as const) {
      const cut = new Set([...theirs].map((date) => date.slice(0, length)));
      const ours = mine?.slice(0, length);
      if (cut.size > 0 && (ours === undefined || !cut.has(ours)))
        differences.push(
          `${file} ${id} ${what}: ours ${ours ?? 'none'}, theirs ${[...cut].sort().join(' ')}`,
        );
    }
    if (DATES_ONLY.includes(id)) return differences;
    const mine = statesOf(id);
    const only = (a: ReadonlySet<string>, b: ReadonlySet<string>): string =>
      [...a]
        .filter((state) => !b.has(state))
        .sort()
        .join(' ');
    const ours = only(mine, entry.members);
    const theirs = only(entry.members, mine);
    if (ours !== '') differences.push(`${file} ${id}: only ours ${ours}`);
    if (theirs !== '') differences.push(`${file} ${id}: only theirs ${theirs}`);
    return differences;
  }

  /** Every state that was ever a party, by itself or as a member of a body that was. */
  function statesOf(id: string): Set<string> {
    const row = byId.get(id);
    const own = parties.filter(({ instrument }) => instrument === id);
    return new Set(
      own.flatMap(({ party, since }) =>
        bodyIds.has(party) ? membersOf(party, since ?? row?.['in-force'] ?? row?.signed ?? '') : [party],
      ),
    );
  }
});

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function lastDay(date: string): string {
  return dayRange(date)?.last ?? '';
}

function backwards(since: string | undefined, until: string | undefined): boolean {
  if (since === undefined || until === undefined) return false;
  return lastDay(until) < (dayRange(since)?.first ?? '');
}
