import { describe, expect, it } from 'vitest';
import { fileNameMetadata } from './file-name.js';

describe('file names', () => {
  it.each([
    ['CHN_76_2021.txt', { speaker: 'CHN', genre: 'speech', delivered: '2021-09' }],
    ['speeches/EU_75_2020.txt', { speaker: 'EU', genre: 'speech', delivered: '2020-09' }],
    ['RUS_45_1990.txt', { speaker: 'SUN', genre: 'speech', delivered: '1990-09' }],
    ['RUS_47_1992.txt', { speaker: 'RUS', genre: 'speech', delivered: '1992-09' }],
    ['2021-11-22-visit.txt', { published: '2021-11-22' }],
    ['visit_20211122.md', { published: '2021-11-22' }],
    ['CHN_76_2020.txt', {}],
    ['report-2021.txt', {}],
    ['2021-13-45.txt', {}],
    ['a1b2c3_20210230.txt', {}],
  ])('%s', (name, metadata) => {
    expect(fileNameMetadata(name)).toEqual(metadata);
  });
});
