import { describe, expect, it } from 'vitest';
import { resolveParty } from '../../../test/fixtures/sources/load-bytes.js';
import { officesIn, partyOfOffice } from './offices.js';

describe('offices', () => {
  it.each([
    ['Ambassador of China to Vietnam', 'CHN'],
    ['Ambassador China to Vietnam', 'CHN'],
    ['Chinese Ambassador to Vietnam', 'CHN'],
    ['China’s ambassador to Vietnam', 'CHN'],
    ["Ambassador of the People's Republic of China to the Socialist Republic of Viet Nam", 'CHN'],
    ['Ambassador Extraordinary and Plenipotentiary of Japan to the Philippines', 'JPN'],
    ['EU Ambassador to Indonesia', 'EU'],
    ['Ambassador of the European Union to ASEAN', 'EU'],
    ['Vice Foreign Minister of China', 'CHN'],
    ['Chinese Vice Foreign Minister', 'CHN'],
    ['Minister of Foreign Affairs of the Republic of Indonesia', 'IDN'],
    ['Minister for Foreign Affairs, Republic of Indonesia', 'IDN'],
    ['Minister of External Affairs, India', 'IND'],
    ['the South Korean foreign minister', 'KOR'],
    ['State Councilor and Foreign Minister of China', 'CHN'],
    ['President of the Republic of Korea', 'KOR'],
    ['President of the European Commission', 'EU'],
    ['Secretary-General of ASEAN', 'ASEAN'],
    ['Permanent Representative of India to the United Nations', 'IND'],
    ['Prime Minister Nguyen Van Binh of Vietnam', 'VNM'],
    ['spokesperson of the Ministry of Foreign Affairs of Viet Nam', 'VNM'],
    ['Government of Japan', 'JPN'],
    ['Foreign Minister of China Wang Yi', 'CHN'],
  ])('%s speaks for %s', (description, party) => {
    expect(partyOfOffice(description, resolveParty)).toBe(party);
  });

  it.each([
    'former Ambassador of China to Vietnam',
    'a retired Chinese ambassador',
    'a former Japanese prime minister and now a lecturer',
    'president of the Institute of China Studies',
    'president of the Chamber of Commerce of Vietnam',
    'vice president of China Harbour Airlines',
    'professor of international relations in Japan',
    'a columnist who writes about China',
    'chairman of the board',
  ])('%s speaks for no party', (description) => {
    expect(partyOfOffice(description, resolveParty)).toBeUndefined();
  });

  it('finds the person after the office', () => {
    expect(officesIn('Ambassador of China to Fiji Li Wei.')[0]?.person).toBe('Li Wei');
    expect(officesIn('Ambassador of Japan to Viet Nam Nguyen Van Binh', resolveParty)[0]?.person).toBe(
      'Nguyen Van Binh',
    );
  });
});
