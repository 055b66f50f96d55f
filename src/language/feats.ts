import {
  ABBREVIATED,
  ADVERBS,
  DETERMINERS,
  INDEFINITE,
  ORDINALS,
  PERSONAL,
  PLURAL_ONLY,
  POSSESSIVE,
  QUESTIONS,
} from './feature-words.js';
import type { Upos } from './types.js';

/** UD features by name; those that are undefined are not there. */
export type Features = Readonly<Record<string, string | undefined>>;

/**
 * UD features of a word as UD English EWT writes them, from what is known without its sentence: tag, form and lemma.
 * Agreement, mood, voice and case that only the tree tells are left out; `featuresOf` has them.
 *
 * @param xpos Penn tag
 * @returns the FEATS column of CoNLL-U, `_` where there is none
 * @example
 * featsOf('VBZ', 'VERB', 'signs', 'sign') // 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'
 */
export function featsOf(xpos: string, upos: Upos, form: string, lemma: string): string {
  return writeFeatures(wordFeatures(xpos, upos, form, lemma));
}

/** The features of a word by name. */
export function wordFeatures(xpos: string, upos: Upos, form: string, lemma: string): Features {
  const low = form.toLowerCase();
  const abbreviated = /\p{L}/u.test(low) && ABBREVIATED.has(low.replace(/\.$/, '')) && ABBREVIABLE.test(xpos);
  const features = open(xpos, upos, low, lemma);
  return abbreviated && upos !== 'AUX' ? { ...features, Abbr: 'Yes' } : features;
}

/** "may", "sat" and "no" are words of their own in other parts of speech. */
const ABBREVIABLE = /^(?:NNPS?|NNS|FW)$/;

function open(xpos: string, upos: Upos, low: string, lemma: string): Features {
  switch (upos) {
    case 'NOUN':
      return noun(xpos, low);
    case 'PROPN':
      if (!xpos.startsWith('NNP')) return {};
      return { Number: xpos === 'NNP' ? 'Sing' : PLURAL_ONLY.has(low) ? 'Ptan' : 'Plur' };
    case 'SYM':
      return xpos === 'NN' ? { Number: 'Sing' } : {};
    case 'NUM':
      return number(low);
    case 'ADJ':
      return { Degree: degree(xpos) ?? 'Pos', ...ordinal(low) };
    case 'ADV':
      return adverb(xpos, low);
    case 'VERB':
    case 'AUX':
      return verb(xpos, low, lemma);
    case 'DET':
    case 'PRON':
      return pronoun(xpos, low);
    case 'PART':
      return xpos === 'RB' ? { Polarity: 'Neg' } : {};
    case 'INTJ':
      return low === 'yes' ? { Polarity: 'Pos' } : low === 'no' ? { Polarity: 'Neg' } : {};
    case 'CCONJ':
      return low === 'nor' || low === 'neither' ? { Polarity: 'Neg' } : {};
    case 'X':
      return xpos === 'FW' ? { Foreign: 'Yes' } : {};
    default:
      return {};
  }
}

function noun(xpos: string, low: string): Features {
  if (xpos === 'NNS' && DECADE.test(low)) return { Number: 'Ptan', NumForm: 'Combi', NumType: 'Card' };
  if (xpos === 'NNS') return { Number: PLURAL_ONLY.has(low) ? 'Ptan' : 'Plur' };
  if (xpos === 'FW') return /^etc\.?$/.test(low) ? { Number: 'Plur' } : {};
  if (xpos === 'NN' && low === 'half') return { Number: 'Sing', NumForm: 'Word', NumType: 'Frac' };
  return { Number: 'Sing', ...(/^\d/.test(low) ? ordinal(low) : {}) };
}

const DECADE = /^(?:mid-)?['’]?\d*0['’]?s$/;

function ordinal(low: string): Features {
  if (/^\d[\d,]*(?:st|nd|rd|th)$/.test(low)) return { NumForm: 'Combi', NumType: 'Ord' };
  return ORDINALS.has(low) ? { NumForm: 'Word', NumType: 'Ord' } : {};
}

function number(low: string): Features {
  if (/^[\d,]*\.\d+$/.test(low)) return { NumForm: 'Digit', NumType: 'Frac' };
  if (/\d/.test(low)) return { NumForm: 'Digit', NumType: 'Card' };
  if (/^(?:k|m|b|bn|t|tn)$/.test(low)) return { Abbr: 'Yes', NumForm: 'Word', NumType: 'Card' };
  return { NumForm: /^[ivxlcdm]+$/.test(low) ? 'Roman' : 'Word', NumType: 'Card' };
}

function adverb(xpos: string, low: string): Features {
  if (xpos.startsWith('W')) return fromTable(QUESTIONS.get(low)) ?? {};
  const compared = degree(xpos);
  return compared ? { Degree: compared } : (fromTable(ADVERBS.get(low)) ?? {});
}

function degree(xpos: string): string | undefined {
  if (xpos === 'JJR' || xpos === 'RBR') return 'Cmp';
  return xpos === 'JJS' || xpos === 'RBS' ? 'Sup' : undefined;
}

function verb(xpos: string, low: string, lemma: string): Features {
  switch (xpos) {
    case 'VB':
      return { VerbForm: 'Inf' };
    case 'VBZ':
      return { Mood: 'Ind', Number: 'Sing', Person: '3', Tense: 'Pres', VerbForm: 'Fin' };
    case 'VBP':
      return { Mood: 'Ind', ...ownAgreement(low, lemma), Tense: 'Pres', VerbForm: 'Fin' };
    case 'VBD':
      return { Mood: 'Ind', ...ownAgreement(low, lemma), Tense: 'Past', VerbForm: 'Fin' };
    case 'VBG':
      return { Tense: 'Pres', VerbForm: 'Part' };
    case 'VBN':
      return { Tense: 'Past', VerbForm: 'Part' };
    case 'MD':
      return { VerbForm: 'Fin' };
    default:
      return {};
  }
}

/** Only "be" shows in its form whom it agrees with. */
function ownAgreement(low: string, lemma: string): Features {
  if (lemma !== 'be') return {};
  if (/^['’]?a?m$/.test(low)) return { Number: 'Sing', Person: '1' };
  return low === 'was' ? { Number: 'Sing' } : {};
}

function pronoun(xpos: string, low: string): Features {
  const found =
    xpos === 'PRP$'
      ? POSSESSIVE.get(low)
      : xpos === 'PRP'
        ? PERSONAL.get(low)
        : xpos.startsWith('W')
          ? QUESTIONS.get(low)
          : xpos === 'NN'
            ? INDEFINITE.get(low)
            : DETERMINERS.get(low);
  const features = fromTable(found) ?? {};
  return xpos === 'PDT' && low === 'half' ? { ...features, NumForm: 'Word', NumType: 'Frac' } : features;
}

const parsed = new Map<string, Features>();

function fromTable(written: string | undefined): Features | undefined {
  if (written === undefined) return undefined;
  let features = parsed.get(written);
  if (!features) {
    features = Object.fromEntries(written.split('|').map((pair) => pair.split('=', 2) as [string, string])); // "Name=Value"
    parsed.set(written, features);
  }
  return features;
}

/** Features in the order of CoNLL-U: by name, capitals as small letters. */
export function writeFeatures(features: Features): string {
  const names = Object.keys(features).filter((name) => features[name] !== undefined);
  if (names.length === 0) return '_';
  names.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return names.map((name) => `${name}=${features[name]}`).join('|');
}
