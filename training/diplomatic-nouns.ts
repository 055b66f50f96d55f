import { NOUN_PREPOSITIONS, numberOf } from './diplomatic-acts.js';
import { plural } from './diplomatic-inflect.js';
import { adposition, COMMA, HYPHEN, Parties, THE } from './diplomatic-parties.js';
import {
  COMBINING,
  DEMONYMS,
  EVENTS,
  MODIFIERS,
  OFFICES,
  PEOPLE,
  PEOPLE_MODIFIERS,
  RELATIONS_NOUNS,
  SHORT,
  TOPICS,
} from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';

/** Who acts, things and events of the diplomatic patterns, drawn at random. */
export class Nouns extends Parties {
  /** Who acts or is acted on: a party, several, a person, an office, people. */
  actor(): Phrase {
    return this.weigh([
      [0.42, () => this.party()],
      [0.18, () => this.person()],
      [0.14, () => this.office()],
      [0.12, () => this.together(() => this.party())],
      [0.05, () => this.together(() => this.titled())],
      [0.09, () => this.people()],
    ]);
  }

  person(): Phrase {
    const roll = this.roll();
    if (roll < 0.2) return this.name();
    if (roll < 0.85) return this.titled();
    // "Wang Yi, China's foreign minister,": the closing comma hangs from the name.
    const office = phrase(
      word(this.pick(OFFICES.slice(0, 18))),
      this.chance(0.5) ? [this.owner()] : [['det', THE], this.adjective()],
    );
    return phrase(
      this.name(),
      [],
      [
        ['appos', phrase(office, [['punct', COMMA]])],
        ['punct', COMMA],
      ],
    );
  }

  /** "the Chinese leader", "Chinese officials", "China's foreign ministry", "senior US diplomats". */
  office(): Phrase {
    const office = word(this.pick(OFFICES));
    const many = office.words[0]?.xpos === 'NNS';
    const modifier: Dependent[] = this.chance(0.2)
      ? [['amod', word(`${this.pick(PEOPLE_MODIFIERS)}|ADJ|JJ`)]]
      : [];
    if (this.chance(0.25)) return phrase(office, [this.owner(), ...modifier]);
    const nation = this.nation();
    if (many && this.chance(0.7)) return phrase(office, [...modifier, nation]);
    return phrase(office, [
      ['det', this.chance(0.9) ? THE : word(many ? 'these|DET|DT|this' : 'a|DET|DT')],
      ...modifier,
      nation,
    ]);
  }

  /** "12 soldiers", "at least 12 people", "dozens of protesters", "two Kenyan journalists". */
  people(): Phrase {
    const people = word(this.pick(PEOPLE));
    const roll = this.roll();
    if (roll < 0.12)
      return phrase(
        word(
          this.pick(['dozens|NOUN|NNS|dozen', 'thousands|NOUN|NNS|thousand', 'hundreds|NOUN|NNS|hundred']),
        ),
        [],
        [['nmod', phrase(people, [adposition('of')])]],
      );
    const nation: Dependent[] = this.chance(0.4) ? [this.adjective()] : [];
    if (roll < 0.3)
      return phrase(people, this.chance(0.5) ? nation : [['amod', word('several|ADJ|JJ')], ...nation]);
    return phrase(people, [['nummod', this.count()], ...nation]);
  }

  /** "two", "12", "at least 12", "more than 100". */
  count(): Phrase {
    const figure = this.chance(0.35)
      ? this.pick(['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'])
      : String(this.pick([this.number(2, 99), this.number(100, 900), this.number(2, 20)]));
    const number = word(`${figure}|NUM|CD`);
    const roll = this.roll();
    if (roll < 0.08)
      return phrase(number, [['nmod', phrase(word('least|ADJ|JJS'), [['case', word('at|ADP|IN')]])]]);
    if (roll < 0.16)
      return phrase(number, [['advmod', phrase(word('more|ADJ|JJR'), [], [['fixed', word('than|ADP|IN')]])]]);
    return number;
  }

  /** "$3 billion", "$20 million in aid". */
  money(): Phrase {
    const unit = phrase(word(`${this.pick(['million', 'billion'])}|NUM|CD`), [
      [
        'compound',
        word(`${this.chance(0.7) ? this.number(1, 900) : (this.roll() * 9 + 1).toFixed(1)}|NUM|CD`),
      ],
    ]);
    const noun = word(
      this.pick(['aid|NOUN|NN', 'loans|NOUN|NNS|loan', 'assistance|NOUN|NN', 'damages|NOUN|NNS|damage']),
    );
    return phrase(
      word('$|SYM|$'),
      [],
      [
        ['nummod', unit],
        ...(this.chance(0.5) ? [['nmod', phrase(noun, [adposition('in')])] as Dependent] : []),
      ],
    );
  }

  /** A thing by its noun's lemma, with determiner, modifiers, number and what the noun takes. */
  thing(noun: string, bare = false): Phrase {
    const kind = numberOf(noun);
    const many = kind === 'plural' ? this.chance(0.92) : kind === 'either' && this.chance(0.25);
    const counted =
      many &&
      this.chance(0.14) &&
      !['talk', 'tie', 'relation', 'supply', 'fund', 'goods', 'hostility', 'arm', 'artillery'].includes(noun);
    const before: Dependent[] = [];
    if (counted) before.push(['nummod', this.count()]);
    const roll = this.roll();
    if (this.chance(0.35)) before.push(['amod', word(this.pick(MODIFIERS))]);
    if (this.chance(0.05)) before.push(this.pair());
    if (this.chance(0.05)) before.push(this.hyphenated());
    else if (this.chance(0.1)) before.push(this.nation());
    const plain = many ? 0.62 : kind === 'mass' ? 0.75 : 0;
    if (!counted && roll >= plain) before.unshift(this.determiner(roll, plain, kind === 'mass' || many));
    // The list has "goods" and such; their singular is not in use.
    const form = noun === 'goods' ? noun : many ? plural(noun) : noun;
    const head = word(many ? `${form}|NOUN|NNS|${noun === 'goods' ? 'good' : noun}` : `${form}|NOUN|NN`);
    const preposition = NOUN_PREPOSITIONS[noun];
    const after: Dependent[] = [];
    if (!bare && preposition && this.chance(0.45))
      after.push(['nmod', phrase(this.whom(), [adposition(preposition)])]);
    else if (!bare && this.chance(0.06))
      after.push(['nmod', phrase(word(`${this.pick(TOPICS)}|NOUN|NN`), [adposition('on')])]);
    return phrase(head, before, after);
  }

  private determiner(roll: number, plain: number, noArticle: boolean): Dependent {
    const share = (roll - plain) / (1 - plain);
    if (share < 0.12) return ['nmod:poss', word(`${this.pick(['its', 'their', 'its', 'his'])}|PRON|PRP$`)];
    if (share < 0.2) return this.owner();
    if (share < 0.24 && !noArticle)
      return ['det', word(this.pick(['this', 'any', 'another', 'every']).concat('|DET|DT'))];
    if (share < 0.6 || noArticle) return ['det', THE];
    return ['det', A];
  }

  /** Another party or person, simple, as what follows a preposition. */
  whom(): Phrase {
    const roll = this.roll();
    return roll < 0.72
      ? this.party()
      : roll < 0.82
        ? this.office()
        : roll < 0.9
          ? this.titled()
          : this.together(() => this.country());
  }

  /** "relations between X and Y", "Sino-Russian ties", "talks". */
  relation(): Phrase {
    const noun = word(this.pick(RELATIONS_NOUNS));
    const many = noun.words[0]?.xpos === 'NNS';
    const article: Dependent[] = many && this.chance(0.6) ? [] : [['det', THE]];
    const roll = this.roll();
    if (roll < 0.3) return phrase(noun, [...article, this.hyphenated()]);
    if (roll < 0.45)
      return phrase(noun, [this.owner()], [['nmod', phrase(this.party(), [adposition('with')])]]);
    const both = phrase(
      this.party(),
      [adposition('between')],
      [['conj', phrase(this.party(), [['cc', word('and|CCONJ|CC')]])]],
    );
    const after: Dependent[] = [['nmod', both]];
    if (this.chance(0.2))
      after.push(['nmod', phrase(word(`${this.pick(TOPICS)}|NOUN|NN`), [adposition('on')])]);
    return phrase(noun, article, after);
  }

  /** "the crisis in Sudan", "Iran's nuclear test", "the attack on the embassy". */
  event(): Phrase {
    const before: Dependent[] = [this.chance(0.6) ? ['det', THE] : this.owner()];
    if (this.chance(0.25)) before.push(['amod', word(this.pick(MODIFIERS))]);
    const after: Dependent[] = this.chance(0.4) ? [['nmod', phrase(this.country(), [adposition('in')])]] : [];
    return phrase(word(`${this.pick(EVENTS)}|NOUN|NN`), before, after);
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
  pair(): Dependent {
    const [form, lemma] = this.pick([
      ['led', 'lead'],
      ['backed', 'back'],
      ['sponsored', 'sponsor'],
      ['brokered', 'broker'],
      ['backed', 'back'],
    ] as const);
    const by = joined(word(`${this.pick(SHORT)}|PROPN|NNP`));
    return ['amod', phrase(word(`${form}|VERB|VBN|${lemma}`), [['obl:unmarked', by]])];
  }
}

/** The article; it becomes "an" where the next word asks for it, see `withArticles`. */
const A = word('a|DET|DT');

/** A word with the hyphen that joins it to the next. */
const joined = (first: Phrase): Phrase => phrase(first, [], [['punct', HYPHEN]]);
