import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ledger/ask.js';
import { imported, said, years } from '../../../test/ledger/registers.js';
import { tieHistories, withLedger } from '../index.js';

describe('states (cow-states)', () => {
  it('are members of the system of states, each spell one', async () => {
    const { done, ties } = await imported(
      'cow-states',
      [
        'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version',
        'USA,2.0,United States of America,1816.0,1,1,2016.0,12,31,2016',
        'LAT,367.0,Latvia,1918.0,11,18,1940.0,6,16,2016',
        'LAT,367.0,Latvia,1991.0,9,6,2016.0,12,31,2016',
        'ZZQ,999,Nowhere,1900,1,1,1901,1,1,2016',
        'HAI,41,Haiti,1915,7,28,1859,1,1,2016',
        'HAI,41,Haiti,1859,2,30,1915,7,28,2016',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual([
      'LVA COW-SYSTEM 1918-11-18–1940-06-16  ended',
      'LVA COW-SYSTEM 1991-09-06–  in-force',
      'USA COW-SYSTEM –  in-force',
    ]);
    expect(done.coverage).toEqual({ since: '1816-01-01', until: '2016-12-31' });
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      "'1859,2,30,1915,7,28' are not two days",
      "code 999 ('Nowhere') is no state's of ours",
      'the state ends before it begins: 1915-07-28, 1859-01-01',
    ]);
  });
});

const MIGO = 'igoID,stateID,StateName,membership,Year,Begin,End,cowID,active';

describe('memberships by year (migo)', () => {
  const rows = (igo: string, state: string, from: number, to: number, role = 1, begin = 1925) =>
    years('', from, to, '').map(
      (row) => `${igo},${state},,${role},${row.split(',')[1]?.slice(0, 4)},${begin},2010,,1`,
    );

  it('are open at the edges of what covers the body and the state', async () => {
    const { ties } = await imported(
      'migo',
      [
        MIGO,
        ...rows('CS', 'GBR', 1990, 1999),
        ...rows('CS', 'FJI', 1990, 1992),
        ...rows('CS', 'FJI', 1997, 1999),
        ...rows('CS', 'NRU', 1995, 1996, 2, 1995),
        ...rows('CS', 'NRU', 1997, 1999, 1, 1995),
      ].join('\n'),
    );
    expect(ties.map((tie) => `${said(tie)} ${tie.coverage?.since}-${tie.coverage?.until}`).sort()).toEqual([
      'FJI COMMONWEALTH 1997–  in-force 1990-1999',
      'FJI COMMONWEALTH –1992  ended 1990-1999',
      'GBR COMMONWEALTH –  in-force 1990-1999',
      'NRU COMMONWEALTH 1997–  in-force 1995-1999',
      'NRU COMMONWEALTH –1996  ended 1995-1999',
    ]);
    const nauru = ties.find(({ name }) => name === 'COMMONWEALTH associate');
    expect(nauru?.parties).toEqual([
      { party: 'NRU', role: 'associate' },
      { party: 'COMMONWEALTH', role: 'body' },
    ]);
  });

  it('are read by name where the code says nothing, and left out where that does not either', async () => {
    const { done, ties } = await imported(
      'migo',
      [
        MIGO,
        'EC,,Norway,1,1990,1925,2010,,1',
        'EC,,Atlantis,1,1990,1925,2010,,1',
        'EC,FRA,France,9,1990,1925,2010,,1',
        'EC,FRA,France,1,1990,1995,2010,,1',
      ].join('\n'),
    );
    // The EC of this register is the European Council and none of ours.
    expect(ties.map(said)).toEqual(['NOR MIGO-EC –  in-force']);
    expect(done.doubtful).toEqual([
      { what: "code '' read by its name 'Norway' as NOR", rows: 1, firstLine: 2 },
    ]);
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      'Year 1990 lies outside Begin and End 1995, 2010',
      "code '' ('Atlantis') is no state's",
      "membership '9' is not 1, 2 or 3",
    ]);
  });
});

describe('lists of members (iigo)', () => {
  it('say who is one in the year of the list, or was one in the life of the body', async () => {
    const { ties } = await imported(
      'iigo',
      [
        'stateID,StateName,igoID,Title,Begin,End,Year',
        'ZAF,South Africa,IBSA,India-Brazil-South Africa Dialogue Forum,2003,,2017',
        'THA,Thailand,ASEAN,Association Of South East Asian Nations,1967,1976,2017',
        'ITA,Italy,,Quint,1999,,2017',
      ].join('\n'),
    );
    expect(ties.map((tie) => `${said(tie)} ${tie.coverage?.since}-${tie.coverage?.until}`).sort()).toEqual([
      'ITA IIGO-QUINT –  in-force 2017-2017',
      'THA ASEAN 1967/1976–  in-force 1967-1976',
      'ZAF IBSA –  in-force 2017-2017',
    ]);
  });
});

describe('trade agreements', () => {
  it('are one tie for all parties with the same dates (desta)', async () => {
    const { done, ties, ledger } = await imported(
      'desta',
      [
        'manyID,treatyID,Title,Begin,stateID,Signature,Force,StateName,destaID',
        'NOR-PER_2008A,NOR-PER_2008A,"Norway, Peru",2008,NOR,2008,2012,Norway,1',
        'NOR-PER_2008A,NOR-PER_2008A,"Norway, Peru",2008,PER,2008,2012,Peru,1',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,CHL,2015,,Chile,2',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,FJI,2015,,Fiji,2',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,ATF,2015,,French Southern Territories,2',
        'X_2015A,X_2015A,Chile Fiji,2015,CHL,2015-13,,Chile,2',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual(['CHL FJI 2015–  announced', 'NOR PER 2012–  in-force']);
    expect(ties.find(({ since }) => since === '2012')).toMatchObject({
      ...{ tie: 'agreement', instrument: 'NOR-PER_2008A', name: 'Norway, Peru' },
      coverage: { since: '2008', until: '2015' },
    });
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      "'2015-13' is no date",
      "code 'ATF' ('French Southern Territories') is no party's",
    ]);
    expect(await ask('SELECT id, signed, inForce FROM instruments ORDER BY id', ledger)).toEqual([
      { id: 'CHL-FJI_2015A', signed: '2015', inForce: null },
      { id: 'NOR-PER_2008A', signed: '2008', inForce: '2012' },
    ]);
  });

  it('date each state where the register does (huggo); who joins later contradicts nobody', async () => {
    const { done, ties, ledger } = await imported(
      'huggo',
      [
        'manyID,treatyID,Title,stateID,StateName,Signature,Force,End,StateSignature,StateForce,StateEnd',
        'T_1990A,T_1990A,A Treaty,NOR,Norway,1990-01-01,1991-01-01,9999-12-31,1990-01-01,1991-01-01,9999-12-31',
        'T_1990A,T_1990A,A Treaty,ISL,Iceland,1990-01-01,1991-01-01,9999-12-31,1990-01-01,,',
        'T_1990A,T_1990A,A Treaty,SWE,Sweden,1990-01-01,1991-01-01,9999-12-31,1990-01-01,1991-01-01,1988-12-31',
        'T_1990A,T_1990A,A Treaty,FIN,Finland,1990-01-01,1991-01-01,9999-12-31,1993-01-01,1995-05-01,1996-05-01',
        'T_1990A,T_1990A,A Treaty,DNK,Denmark,1990-01-01,1991-01-01,9999-12-31,1993-01-01,,',
        'U_1999A,U_1999A,Another,DNK,Denmark,1999,,,1999,,',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual([
      'DNK 1999–  announced',
      'DNK –  in-force',
      'FIN 1995-05-01–1996-05-01  ended',
      'ISL NOR 1991-01-01–  in-force',
    ]);
    expect(done.leftOut[0]?.what).toMatch(
      /^it ends before it begins: 1991-01-01, 1988-12-31 \(T_1990A, Sweden\)/,
    );
    const [history] = await withLedger(ledger, 'read', (opened) => tieHistories(opened, { asOf: '1998' }));
    expect(history).toMatchObject({
      subject: { instrument: 'T_1990A', parties: ['DNK', 'FIN', 'ISL', 'NOR'] },
      contradictions: [],
    });
    const shared = await withLedger(ledger, 'read', (opened) =>
      tieHistories(opened, { parties: ['NOR', 'FIN'] }),
    );
    expect(shared.map(({ subject }) => subject.instrument)).toEqual(['T_1990A']);
  });
});
