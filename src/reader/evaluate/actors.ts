import { z } from 'zod';
import type { Mention } from '../../gazetteer/index.js';
import type { Resources } from '../read.js';
import { head } from '../tree.js';
import { round, share } from './f1.js';
import { scenesOf } from './marked.js';
import { type Evaluation, type LabelledFile, readRows } from './rows.js';

const Row = z.object({
  text: z.string(),
  country: z.string().nullish(),
  sector: z.string().nullish(),
  date: z.string().nullish(),
});

/**
 * The actors task: country and sector of a phrase as of a date.
 *
 * @returns `countryAccuracy sectorAccuracy`, in per cent of the rows that state them
 */
export function evaluateActors(resources: Resources, files: readonly LabelledFile[]): Evaluation {
  const rows = readRows(files, Row);
  const started = performance.now();
  let countries = 0;
  let countriesRight = 0;
  let sectors = 0;
  let sectorsRight = 0;
  for (const { row } of rows) {
    const party = actorOf(resources, row.text, row.date ?? undefined);
    const [country, sector] = split(resources, party);
    if (row.country) {
      countries++;
      if (country === row.country) countriesRight++;
    }
    if (row.sector) {
      sectors++;
      if (sector === row.sector) sectorsRight++;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    task: 'actors',
    rows: rows.length,
    seconds: round(seconds),
    figures: {
      countryAccuracy: share(countriesRight, countries),
      sectorAccuracy: share(sectorsRight, sectors),
    },
  };
}

/** Party id of the phrase: the mention that holds its head word, else the widest. */
export function actorOf(resources: Resources, phrase: string, date?: string): string | undefined {
  for (const scene of scenesOf(resources, phrase, date)) {
    const parties = scene.cast.mentions.filter((m) => m.kind === 'party');
    const top =
      parties.find((m) => holdsRoot(m, scene.tree.root)) ??
      [...parties].sort((a, b) => b.last - b.first - (a.last - a.first))[0];
    if (top) return top.id;
    if (head(scene.tree, scene.tree.root) >= 0) return undefined;
  }
  return undefined;
}

function holdsRoot(mention: Mention, root: number): boolean {
  return mention.first <= root && root < mention.last;
}

/** A plain state acts through its government; a body is an IGO. */
function split(resources: Resources, party: string | undefined): readonly [string, string] {
  if (party === undefined) return ['', ''];
  const [country = '', sector] = party.split('/');
  if (sector !== undefined) return [country === '-' ? '' : country, sector];
  const body = resources.gazetteer.parties.get(party)?.kind === 'body';
  return body ? [country, 'IGO'] : [country, 'GOV'];
}
