import { basename } from 'node:path';
import { isEdtf } from '../../record/index.js';
import type { Metadata } from './types.js';

/** Session n of the General Assembly opens in the year 1945 + n. */
const FIRST_SESSION_MINUS_ONE = 1945;

/**
 * What a file's name tells: speaker, month and genre of a speech in the UN General Debate Corpus
 * (`CHN_76_2021.txt`: code, session, year), or a day that the name begins or ends with (`2021-11-22-visit.txt`).
 *
 * The debate opens in the second half of September, so its month is known and its day is not.
 * Source: Jankin, Baturo & Dasandi, United Nations General Debate Corpus, codebook.
 *
 * @example
 * fileNameMetadata('CHN_76_2021.txt') // { speaker: 'CHN', genre: 'speech', delivered: '2021-09' }
 */
export function fileNameMetadata(path: string): Metadata {
  const name = basename(path).replace(/\.[^.]*$/, '');
  const debate = /^([A-Z]{2,3})_(\d{1,3})_(\d{4})$/.exec(name);
  if (debate) {
    const [, code = '', session, year = ''] = debate;
    if (Number(session) + FIRST_SESSION_MINUS_ONE === Number(year))
      return { speaker: speakerOf(code, Number(year)), genre: 'speech', delivered: `${year}-09` };
  }
  const day = /(?:^|[^\d])((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?:[^\d]|$)/.exec(name);
  const date = day && `${day[1]}-${day[3]}-${day[4]}`;
  return date && isEdtf(date) ? { published: date } : {};
}

/** The corpus keeps the Soviet Union's speeches, up to the session of 1991, under Russia's code. */
function speakerOf(code: string, year: number): string {
  return code === 'RUS' && year <= 1991 ? 'SUN' : code;
}
