import {
  ADJECTIVAL,
  COMBINING,
  COUNTRIES,
  DAYS,
  DEMONYMS,
  FLAT,
  MODIFIERS,
  MONTHS,
  NAMES,
  OFFICES,
  PAIRED,
  RELATIONS_NOUNS,
  SHORT,
  TITLES,
  WITH_ARTICLE,
} from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';
import { randomNumbers } from './random.js';

export const THE = word('the|DET|DT');
export const COMMA = word(',|PUNCT|,');
const HYPHEN = word('-|PUNCT|HYPH');
export const adposition = (form: string): Dependent => ['case', word(`${form}|ADP|IN`)];

/** Parties, persons, things and times of the diplomatic patterns, drawn at random. */
export class Nouns {
  readonly roll: () => number;

  constructor(seed: number) {
    this.roll = randomNumbers(seed);
  }

  name(): Phrase {
    const [first = '', ...rest] = this.pick(NAMES).split(' ');
    const flat = rest.map((one): Dependent => ['flat', word(`${one}|PROPN|NNP`)]);
    return phrase(word(`${first}|PROPN|NNP`), [], flat);
  }

  subject(): Phrase {
    const roll = this.roll();
    if (roll < 0.4) return this.person();
    if (roll < 0.65) return this.party();
    if (roll < 0.8) return this.office();
    const [first, second] = [this.party(), this.party()];
    return phrase(first, [], [['conj', phrase(second, [['cc', word('and|CCONJ|CC')]])]]);
  }

  /** "the Chinese leader", "Chinese officials". */
  office(): Phrase {
    const office = this.pick(OFFICES);
    const nation: Dependent = ['amod', word(`${this.pick(DEMONYMS)}|ADJ|JJ`)];
    const bare = office.includes('|NNS') && this.chance(0.6);
    return phrase(word(office), bare ? [nation] : [['det', THE], nation]);
  }

  /** "Chinese President Xi Jinping", "President Xi", "Wang Yi, China's foreign minister,". */
  person(): Phrase {
    const name = this.name();
    if (this.chance(0.15)) return name;
    if (this.chance(0.12)) {
      const owner = phrase(this.country(), [], [['case', word("'s|PART|POS")]]);
      const office = phrase(word(this.pick(OFFICES.slice(0, 5))), [['nmod:poss', owner]]);
      return phrase(name, [], [['appos', phrase(office, [['punct', COMMA]], [['punct', COMMA]])]]);
    }
    const parts = this.pick(TITLES);
    const last = word(parts[parts.length - 1] ?? '');
    const before = parts
      .slice(0, -1)
      .map((one): Dependent => [one.includes('|ADJ|') ? 'amod' : 'compound', word(one)]);
    if (parts.length === 3) {
      // "Foreign Ministry spokesman": the first word belongs to the second.
      const ministry = phrase(word(parts[1] ?? ''), [['amod', word(parts[0] ?? '')]]);
      before.splice(0, 2, ['compound', ministry]);
    }
    const nation = this.roll();
    if (nation < 0.45) before.unshift(['amod', word(`${this.pick(DEMONYMS)}|ADJ|JJ`)]);
    else if (nation < 0.55)
      before.unshift(['compound', word(`${this.pick(['US', 'U.S.', 'EU', 'UN', 'UK', 'U.N.'])}|PROPN|NNP`)]);
    if (this.chance(0.08)) {
      const state = phrase(word('State|PROPN|NNP'), [adposition('of')]);
      const secretary = phrase(
        word('Secretary|PROPN|NNP'),
        before.filter(([, { words }]) => words[0]?.form.includes('U')),
        [['nmod', state]],
      );
      return phrase(name, [['nmod:desc', secretary]]);
    }
    return phrase(name, [['nmod:desc', phrase(last, before)]]);
  }

  party(): Phrase {
    const roll = this.roll();
    if (roll < 0.2) return phrase(word(`${this.pick(WITH_ARTICLE)}|PROPN|NNP`), [['det', THE]]);
    if (roll < 0.28)
      return phrase(
        word(this.pick(['States|PROPN|NNPS|State', 'Nations|PROPN|NNPS|Nation', 'Kingdom|PROPN|NNP'])),
        [
          ['det', THE],
          ['amod', word('United|ADJ|NNP')],
        ],
      );
    if (roll < 0.32)
      return phrase(word('Union|PROPN|NNP'), [
        ['det', THE],
        ['amod', word(`${this.pick(['European', 'African', 'Soviet'])}|ADJ|NNP`)],
      ]);
    if (roll < 0.35) return phrase(word('Philippines|PROPN|NNPS|Philippines'), [['det', THE]]);
    return this.country();
  }

  country(): Phrase {
    const roll = this.roll();
    const two = (names: readonly string[], relation: string, upos: string): Phrase => {
      const [first = '', second = ''] = this.pick(names).split(' ');
      return phrase(word(`${second}|PROPN|NNP`), [[relation, word(`${first}|${upos}|NNP`)]]);
    };
    if (roll < 0.08) return two(PAIRED, 'compound', 'PROPN');
    if (roll < 0.11) return two(ADJECTIVAL, 'amod', 'ADJ');
    if (roll < 0.16) {
      const [first = '', ...rest] = this.pick(FLAT).split(' ');
      return phrase(
        word(`${first}|PROPN|NNP`),
        [],
        rest.map((one): Dependent => ['flat', word(`${one}|PROPN|NNP`)]),
      );
    }
    return word(`${this.pick(COUNTRIES)}|PROPN|NNP`);
  }

  object(noun: string): Phrase {
    const before: Dependent[] = [];
    const plural = noun.includes('|NNS');
    if (!plural) before.push(['det', word(this.chance(0.5) ? 'the|DET|DT' : 'a|DET|DT')]);
    else if (this.chance(0.3)) before.push(['det', THE]);
    if (this.chance(0.4)) before.push(['amod', word(this.pick(MODIFIERS))]);
    if (this.chance(0.12)) before.push(this.pair('-led|-backed'));
    if (this.chance(0.15)) before.push(this.hyphenated());
    return phrase(word(noun), before);
  }

  relation(): Phrase {
    const noun = word(this.pick(RELATIONS_NOUNS));
    if (this.chance(0.5))
      return phrase(noun, this.chance(0.5) ? [['det', THE], this.hyphenated()] : [this.hyphenated()]);
    const both = phrase(
      this.party(),
      [adposition('between')],
      [['conj', phrase(this.party(), [['cc', word('and|CCONJ|CC')]])]],
    );
    return phrase(noun, [['det', THE]], [['nmod', both]]);
  }

  /** "China - Japan - ROK", "Sino - Russian", "Chinese - Russian", before a noun. */
  hyphenated(): Dependent {
    const roll = this.roll();
    if (roll < 0.25)
      return [
        'amod',
        phrase(word(`${this.pick(DEMONYMS)}|ADJ|JJ`), [
          ['amod', joined(word(`${this.pick(DEMONYMS)}|ADJ|JJ`))],
        ]),
      ];
    const first =
      roll < 0.45
        ? joined(word(`${this.pick(COMBINING)}|PROPN|NNP`))
        : joined(word(`${this.pick(SHORT)}|PROPN|NNP`));
    if (roll < 0.38) return ['amod', phrase(word(`${this.pick(DEMONYMS)}|ADJ|JJ`), [['compound', first]])];
    const before: Dependent[] = [['compound', first]];
    if (this.chance(0.25)) before.push(['compound', joined(word(`${this.pick(SHORT)}|PROPN|NNP`))]);
    return ['compound', phrase(word(`${this.pick(SHORT)}|PROPN|NNP`), before)];
  }

  /** "US - led". */
  pair(endings: string): Dependent {
    const ending = this.pick(endings.split('|')).slice(1);
    const by = joined(word(`${this.pick(SHORT)}|PROPN|NNP`));
    return [
      'amod',
      phrase(word(`${ending}|VERB|VBN|${ending === 'led' ? 'lead' : 'back'}`), [['obl:unmarked', by]]),
    ];
  }

  time(opening: boolean): Phrase {
    const month = this.pick(MONTHS);
    const year = String(1970 + Math.floor(this.roll() * 55));
    if (opening || this.chance(0.5))
      return phrase(
        word(`${month}|PROPN|NNP`),
        [adposition('in')],
        [['nmod:unmarked', word(`${year}|NUM|CD`)]],
      );
    return phrase(word(`${this.pick(DAYS)}|PROPN|NNP`), [adposition('on')]);
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.roll() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }
}

/** A word with the hyphen that joins it to the next. */
const joined = (first: Phrase): Phrase => phrase(first, [], [['punct', HYPHEN]]);
