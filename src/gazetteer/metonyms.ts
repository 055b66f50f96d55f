import type { TaggedSentence } from '../language/index.js';
import type { Item } from './item.js';
import {
  CALENDAR,
  IN_PLACE,
  JOINERS,
  LOCATED,
  MOTION,
  PLACE_NOUNS,
  PLACE_VERBS,
  POSSESSIVES,
  TOWN_SUBJECT_VERBS,
  TOWNSCAPE,
} from './words.js';

/**
 * Whether a capital is the town here, rather than the government that sits in it: "talks in Beijing", "visited
 * Moscow", "Kabul's airport" against "Beijing said", "urged Moscow", "Washington's demands".
 */
export function isTown(item: Item, sentence: TaggedSentence, text: string): boolean {
  const { first, last, end } = item;
  const after = text.slice(end, end + 20);
  if (LOCATED.test(after) || /^\s?[-‐‑–]\s?born\b/i.test(after)) return true;
  if (isDateline(item, sentence)) return true;
  const follows = townByFollowing(sentence, last);
  if (follows !== undefined) return follows;
  return townByPreceding(sentence, first, last, 0) ?? isTownSubject(sentence, last);
}

/** "BEIJING, Nov. 22 (Xinhua) —", "MOSCOW (AP) —". */
function isDateline({ first, last }: Item, { forms }: TaggedSentence): boolean {
  if (first > 0) return false;
  const next = word(forms, last);
  const second = word(forms, last + 1).replace(/\.$/, '');
  return (
    next === '(' ||
    next === '--' ||
    next === '—' ||
    next === '–' ||
    (next === ',' && (CALENDAR.has(second) || /^\d/.test(second)))
  );
}

function townByFollowing({ forms, upos }: TaggedSentence, last: number): boolean | undefined {
  const next = word(forms, last);
  if (POSSESSIVES.has(next)) {
    for (let t = last + 1; t < forms.length && t <= last + 3; t++) {
      if (TOWNSCAPE.test(word(forms, t))) return true;
      if (upos[t] === 'PROPN' && t === last + 1) return true;
      if (upos[t] === 'NOUN') return false;
    }
    return false;
  }
  // "the Beijing airport", "the Tokyo Convention"
  return upos[last] === 'NOUN' || upos[last] === 'PROPN' || TOWNSCAPE.test(next) ? true : undefined;
}

function townByPreceding(
  sentence: TaggedSentence,
  first: number,
  last: number,
  depth: number,
): boolean | undefined {
  const { forms, upos, lemmas } = sentence;
  let before = first - 1;
  if (before < 0) return undefined;
  if (word(forms, before) === 'the') before--;
  const previous = word(forms, before);
  // "University College London"
  if (upos[before] === 'PROPN') return true;
  if (previous === ',' && /^(capital|city|town)$/.test(word(forms, before - 1))) return true;
  if (JOINERS.has(previous) && depth < 4) {
    // "in Beijing and Moscow": as the name before.
    let t = before - 1;
    while (t >= 0 && JOINERS.has(word(forms, t))) t--;
    if (t >= 0 && upos[t] === 'PROPN') {
      while (t > 0 && upos[t - 1] === 'PROPN') t--;
      return townByPreceding(sentence, t, last, depth + 1);
    }
    return undefined;
  }
  if (IN_PLACE.has(previous)) return previous !== 'toward' && previous !== 'towards';
  if (previous === 'from') return word(forms, last) === 'to' || !isSpeechNoun(sentence, before - 1);
  if (previous === 'to') return hasMotion(forms, before - 1);
  if (previous === 'of' || previous === 'for') {
    const noun = word(forms, before - 1);
    return previous === 'of'
      ? PLACE_NOUNS.test(noun)
      : /^(left|leaves?|leaving|depart\w*|bound|head(s|ed|ing)?)$/.test(noun);
  }
  if (previous === 'on')
    return /^(attacks?|assaults?|march(es)?|advance[sd]?|advancing|marched|raids?|strikes?|airstrikes?)$/.test(
      word(forms, before - 1),
    );
  if (upos[before] === 'VERB') return PLACE_VERBS.has(lemmas[before]?.toLowerCase() ?? '');
  return undefined;
}

/** "pressure from Washington" comes from the government, "flew from Washington" from the town. */
function isSpeechNoun({ forms, upos }: TaggedSentence, t: number): boolean {
  const noun = word(forms, t);
  return upos[t] === 'NOUN' && !MOTION.test(noun) && !AWAY.test(noun);
}

const AWAY = /^(train|bus|miles|km|kilomet(er|re)s|away|people|students|troops|forces)$/;

function hasMotion(forms: readonly string[], t: number): boolean {
  for (let k = t; k >= 0 && k > t - 4; k--) {
    const here = word(forms, k);
    if (MOTION.test(here)) return true;
    if (here === ',' || here === 'and') return false;
  }
  return false;
}

function isTownSubject({ upos, lemmas }: TaggedSentence, last: number): boolean {
  for (let t = last; t < last + 4 && t < upos.length; t++)
    if (upos[t] === 'VERB') return TOWN_SUBJECT_VERBS.has(lemmas[t]?.toLowerCase() ?? '');
  return false;
}

function word(forms: readonly string[], t: number): string {
  return (forms[t] ?? '').toLowerCase();
}
