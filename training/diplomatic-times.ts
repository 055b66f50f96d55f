import { EVENT_VERBS } from './diplomatic-frames.js';
import { adposition, COMMA } from './diplomatic-parties.js';
import { Verbs } from './diplomatic-verbs.js';
import { DAYS, MONTHS } from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';

/** When things happen. */
export class Times extends Verbs {
  time(): Dependent {
    const month = (): Phrase => word(`${this.pick(MONTHS)}|PROPN|NNP`);
    const year = (): Phrase => word(`${this.number(1946, 2026)}|NUM|CD`);
    const day = (): Phrase => word(`${this.number(1, 30)}|NUM|CD`);
    const weekday = (): Phrase => word(`${this.pick(DAYS)}|PROPN|NNP`);
    const obl = (form: string, inner: Phrase): Dependent => ['obl', phrase(inner, [adposition(form)])];
    return this.weigh<Dependent>([
      [0.14, () => obl('on', weekday())],
      [0.14, () => ['obl:unmarked', weekday()]],
      [0.1, () => obl(this.pick(['in', 'in', 'in', 'since', 'until']), year())],
      [0.1, () => obl(this.pick(['in', 'in', 'since']), phrase(month(), [], [['nmod:unmarked', year()]]))],
      [0.06, () => obl('in', month())],
      [
        0.1,
        () =>
          obl(
            'on',
            phrase(
              day(),
              [],
              [
                ['nmod:unmarked', month()],
                ...(this.chance(0.7) ? ([['nmod:unmarked', year()]] as Dependent[]) : []),
              ],
            ),
          ),
      ],
      [
        0.08,
        () => {
          const full: Dependent[] = this.chance(0.5)
            ? [
                ['punct', COMMA],
                ['nmod:unmarked', year()],
              ]
            : [];
          return obl('on', phrase(day(), [['nmod:unmarked', month()]], full));
        },
      ],
      [
        0.14,
        () => [
          'obl:unmarked',
          phrase(word(`${this.pick(['week', 'month', 'year', 'week'])}|NOUN|NN`), [
            this.pick<Dependent>([
              ['amod', word('last|ADJ|JJ')],
              ['det', word('this|DET|DT')],
              ['amod', word('next|ADJ|JJ')],
              ['amod', word('last|ADJ|JJ')],
            ]),
          ]),
        ],
      ],
      [0.06, () => ['obl:unmarked', word(this.pick(['yesterday|NOUN|NN', 'today|NOUN|NN']))]],
      [
        1,
        () => [
          'advmod',
          phrase(word('ago|ADV|RB'), [
            [
              'obl:unmarked',
              phrase(word(this.pick(['days|NOUN|NNS|day', 'weeks|NOUN|NNS|week', 'years|NOUN|NNS|year'])), [
                ['nummod', word(this.pick(['two', 'three', 'five', 'ten']).concat('|NUM|CD'))],
              ]),
            ],
          ]),
        ],
      ],
    ]);
  }

  eventVerb(): string {
    return this.pick(EVENT_VERBS);
  }
}
