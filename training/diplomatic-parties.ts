import { readNames } from './diplomatic-names.js';
import { Draw } from './diplomatic-random.js';
import {
  ADJECTIVAL,
  BODIES,
  COUNTRIES,
  FLAT,
  NAMES,
  PAIRED,
  TITLES,
  WITH_ARTICLE,
} from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';

export const THE = word('the|DET|DT');
export const COMMA = word(',|PUNCT|,');
export const HYPHEN = word('-|PUNCT|HYPH');
export const adposition = (form: string): Dependent => ['case', word(`${form}|ADP|IN`)];
export const POSSESSIVE: Dependent = ['case', word("'s|PART|POS")];
const BARE_POSSESSIVE: Dependent = ['case', word("'|PART|POS|'s")];
const AND = word('and|CCONJ|CC');

const names = readNames();

/** Countries, bodies and persons, drawn at random. */
export class Parties extends Draw {
  /** A name of several words: the first heads it, a hyphen hangs from the word after it. */
  name(): Phrase {
    const roll = this.roll();
    const full =
      roll < 0.15
        ? this.pick(NAMES)
        : roll < 0.4
          ? this.pick(names.persons)
          : roll < 0.65
            ? this.pick(names.surnames)
            : `${this.pick(names.given)} ${this.pick(names.surnames)}`;
    const [first = '', ...rest] = full.split(/ |(?=-)/);
    const flat = rest.map((one): Dependent => {
      const part = word(`${one.replace('-', '')}|PROPN|NNP`);
      return ['flat', one.startsWith('-') ? phrase(part, [['punct', HYPHEN]]) : part];
    });
    return phrase(word(`${first}|PROPN|NNP`), [], flat);
  }

  adjective(): Dependent {
    return ['amod', word(`${this.pick(names.adjectives)}|ADJ|JJ`)];
  }

  /** "Chinese", "US", "China's", "former Chinese": what says whose an office is. */
  nation(): Dependent {
    const roll = this.roll();
    if (roll < 0.75) return this.adjective();
    return ['compound', word(`${this.pick(['US', 'U.S.', 'EU', 'UN', 'UK', 'U.N.', 'NATO'])}|PROPN|NNP`)];
  }

  /** "Chinese President Xi Jinping", "President Xi", "Secretary of State John Kerry", "Mr. Kofi Annan". */
  titled(): Phrase {
    const name = this.name();
    const roll = this.roll();
    if (roll < 0.05)
      return phrase(name, [['nmod:desc', word(`${this.pick(['Mr.', 'Ms.', 'Dr.', 'Mr'])}|PROPN|NNP`)]]);
    if (roll < 0.12) {
      const state = phrase(word('State|PROPN|NNP'), [adposition('of')]);
      const us: Dependent[] = this.chance(0.5)
        ? [['compound', word(`${this.pick(['US', 'U.S.'])}|PROPN|NNP`)]]
        : [];
      return phrase(name, [['nmod:desc', phrase(word('Secretary|PROPN|NNP'), us, [['nmod', state]])]]);
    }
    const parts = this.pick(TITLES);
    const last = word(parts[parts.length - 1] ?? '');
    let before = parts
      .slice(0, -1)
      .map((one): Dependent => [one.includes('|ADJ|') ? 'amod' : 'compound', word(one)]);
    // "Foreign Ministry spokesman": the first word belongs to the second.
    if (parts.length === 3)
      before = [['compound', phrase(word(parts[1] ?? ''), [['amod', word(parts[0] ?? '')]])]];
    // "former Chinese president", but "Chinese foreign minister".
    if (this.chance(0.6)) before.splice(/^(?:former|special)/.test(parts[0] ?? '') ? 1 : 0, 0, this.nation());
    return phrase(name, [['nmod:desc', phrase(last, before)]]);
  }

  country(): Phrase {
    const roll = this.roll();
    const two = (from: readonly string[], relation: string, upos: string): Phrase => {
      const [first = '', second = ''] = this.pick(from).split(' ');
      return phrase(word(`${second}|PROPN|NNP`), [[relation, word(`${first}|${upos}|NNP`)]]);
    };
    if (roll < 0.08) return two(PAIRED, 'compound', 'PROPN');
    if (roll < 0.11) return two(ADJECTIVAL, 'amod', 'ADJ');
    if (roll < 0.15) {
      const [first = '', ...rest] = this.pick(FLAT).split(' ');
      return phrase(
        word(`${first}|PROPN|NNP`),
        [],
        rest.map((one): Dependent => ['flat', word(`${one}|PROPN|NNP`)]),
      );
    }
    const from = roll < 0.4 ? COUNTRIES : roll < 0.82 ? names.countries : names.capitals;
    return word(`${this.pick(from)}|PROPN|NNP`);
  }

  /** A country or body, with its article. */
  party(): Phrase {
    const roll = this.roll();
    if (roll < 0.1) return phrase(word(`${this.pick(WITH_ARTICLE)}|PROPN|NNP`), [['det', THE]]);
    if (roll < 0.18)
      return phrase(
        word(
          this.pick([
            'States|PROPN|NNPS|State',
            'States|PROPN|NNPS|State',
            'Nations|PROPN|NNPS|Nation',
            'Kingdom|PROPN|NNP',
          ]),
        ),
        [
          ['det', THE],
          ['amod', word('United|ADJ|NNP')],
        ],
      );
    if (roll < 0.21)
      return phrase(
        word(
          this.pick([
            'Philippines|PROPN|NNPS|Philippines',
            'Netherlands|PROPN|NNPS|Netherlands',
            'Gambia|PROPN|NNP',
            'Maldives|PROPN|NNPS|Maldives',
            'Vatican|PROPN|NNP',
          ]),
        ),
        [['det', THE]],
      );
    if (roll < 0.33) return this.body();
    if (roll < 0.35)
      return word(
        `${this.pick(names.peoples)}|PROPN|NNPS`.replace(/^(.*)s\|PROPN\|NNPS$/, '$1s|PROPN|NNPS|$1'),
      );
    return this.country();
  }

  /** "the European Union", "the Council of Europe". */
  body(): Phrase {
    const [name = '', of] = this.pick(BODIES).split(' of ');
    const part = (text: string): Phrase => {
      const words = text.split(' ').map((one): [string, Phrase] => {
        const [form = '', mark] = one.split('/');
        const tag = form === 'Nations' || form === 'States' ? `NNPS|${form.slice(0, -1)}` : 'NNP';
        return mark === 'a' ? ['amod', word(`${form}|ADJ|NNP`)] : ['compound', word(`${form}|PROPN|${tag}`)];
      });
      const [, head] = words.pop() ?? ['', THE];
      return phrase(head, words);
    };
    const after: Dependent[] = of === undefined ? [] : [['nmod', phrase(part(of), [adposition('of')])]];
    return phrase(part(name), [['det', THE]], after);
  }

  /** "China's", "the Philippines'". */
  owner(): Dependent {
    const whose = this.chance(0.75) ? this.country() : this.party();
    return [
      'nmod:poss',
      phrase(whose, [], [whose.words.at(-1)?.form.endsWith('s') ? BARE_POSSESSIVE : POSSESSIVE]),
    ];
  }

  /** "China and Japan", "China, Japan and the ROK", with or without the comma before "and"; sometimes "both … and …". */
  together(member: () => Phrase): Phrase {
    const count = this.weigh([
      [0.65, () => 2],
      [0.25, () => 3],
      [0.1, () => this.number(4, 6)],
    ]);
    const oxford = count > 2 && this.chance(0.4);
    const others = Array.from({ length: count - 1 }, (_, i): Dependent => {
      const before: Dependent[] = [];
      if (i < count - 2 || oxford) before.push(['punct', COMMA]);
      if (i === count - 2) before.push(['cc', AND]);
      return ['conj', phrase(member(), before)];
    });
    const both: Dependent[] = count === 2 && this.chance(0.08) ? [['cc:preconj', word('both|CCONJ|CC')]] : [];
    return phrase(member(), both, others);
  }
}
