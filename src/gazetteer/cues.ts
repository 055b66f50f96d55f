import { partySense, townOf } from './choice.js';
import { type Item, itemOf, type Setting } from './item.js';
import { stateOf } from './parties.js';
import type { Hit } from './scan.js';
import type { CuedReading, Gazetteer } from './types.js';

/** The reading with most cues in the sentence, then in what the document named before, then the fallback. */
export function byCues(
  hit: Hit,
  readings: readonly CuedReading[],
  words: readonly string[],
  gazetteer: Gazetteer,
  { day, speaker, memory }: Setting,
): Item | 'none' | undefined {
  let best = readings.find((reading) => reading.fallback === 'yes');
  let most = 0;
  for (const reading of readings) {
    let score = 0;
    for (const cue of reading.cues) score += weightOf(cue, words, hit);
    if (reading.id !== undefined && memory?.named.has(reading.id)) score += 1;
    if (reading.id !== undefined && speaker !== undefined && stateOf(speaker) === reading.id) score += 1;
    if (score > most) {
      most = score;
      best = reading;
    }
  }
  if (best === undefined) return undefined;
  const { role, id } = best;
  if (role === 'none' || id === undefined) return 'none';
  const confidence = most >= 2 ? 0.9 : most >= 1 ? 0.8 : role === 'place' ? 0.6 : 0.75;
  if (role === 'place') {
    const within = gazetteer.within.get(id);
    return itemOf(hit, { role: 'place', id, within, settled: true, shape: '' }, confidence);
  }
  const sense = partySense(hit, id, gazetteer, day);
  return sense && itemOf(hit, sense, confidence, townOf(hit, sense));
}

/** Cues near the name weigh double. */
function weightOf(cue: readonly string[], words: readonly string[], hit: Hit): number {
  let weight = 0;
  const [first = ''] = cue;
  for (let t = words.indexOf(first); t >= 0; t = words.indexOf(first, t + 1)) {
    if (t >= hit.first && t < hit.last) continue;
    if (cue.some((word, k) => words[t + k] !== word)) continue;
    const distance = t < hit.first ? hit.first - t : t - hit.last;
    weight = Math.max(weight, distance <= NEAR ? 2 : 1);
  }
  return weight;
}

const NEAR = 7;
