import { type ConlluSentence, readConllu } from '../src/language/conllu.js';
import {
  ACTS,
  ADJECTIVAL,
  COMBINING,
  COUNTRIES,
  DAYS,
  DEMONYMS,
  FLAT,
  LEMMAS,
  MODIFIERS,
  MONTHS,
  MUTUAL,
  NAMES,
  OFFICES,
  PAIRED,
  RELATIONS_NOUNS,
  SAYING,
  SHORT,
  TITLES,
  TOWARDS,
  WITH_ARTICLE,
} from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';
import { randomNumbers } from './random.js';

/**
 * Sentences of diplomatic news with their trees, made from patterns of our own, because the treebanks have few: titles
 * before foreign names, countries joined by hyphens, nouns such as "talks" and "ties", what states do to each other,
 * headlines. Relations follow the usage of the treebanks (title `nmod:desc`, first name heads the name).
 */
export function diplomaticSentences(count: number, seed: number): ConlluSentence[] {
  const made = new Maker(seed);
  const blocks: string[] = [];
  while (blocks.length < count) {
    const sentence = made.sentence();
    // An apposition at the end of its clause leaves a comma before another mark: such a sentence is made anew.
    const doubled = sentence.words.some(
      ({ upos }, i) => upos === 'PUNCT' && sentence.words[i + 1]?.upos === 'PUNCT',
    );
    if (!doubled) blocks.push(write(sentence));
  }
  return readConllu(blocks.join('\n'));
}

function write({ words }: Phrase): string {
  const lines = words.map(({ form, lemma, upos, xpos, head, relation }, i) =>
    [i + 1, form, lemma, upos, xpos, '_', head + 1, relation, '_', '_'].join('\t'),
  );
  return `${lines.join('\n')}\n`;
}

const THE = word('the|DET|DT');
const COMMA = word(',|PUNCT|,');
const STOP = word('.|PUNCT|.');
const HYPHEN = word('-|PUNCT|HYPH');
const TO = word('to|PART|TO');
const adposition = (form: string): Dependent => ['case', word(`${form}|ADP|IN`)];

class Maker {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  sentence(): Phrase {
    const kind = this.#random();
    if (kind < 0.1) return this.headline();
    const body = kind < 0.35 ? this.reported() : this.clause(true);
    const opened = this.chance(0.15)
      ? phrase(
          body,
          [
            ['obl', this.time(true)],
            ['punct', COMMA],
          ],
          [],
        )
      : body;
    const { words, head } = phrase(opened, [], [['punct', STOP]]);
    return { words: words.map((one, i) => (i === 0 ? { ...one, form: capital(one.form) } : one)), head };
  }

  /** A clause in the simple past, present perfect, future or with a modal; or a passive. */
  clause(withPlace: boolean): Phrase {
    const kind = this.#random();
    const after: Dependent[] = [];
    if (withPlace && this.chance(0.35)) after.push(['obl', phrase(this.country(), [adposition('in')])]);
    if (withPlace && this.chance(0.35)) after.push(['obl', this.time(false)]);
    if (kind < 0.12) return this.urging(after);
    if (kind < 0.2) return this.passive(after);
    if (kind < 0.32) return this.towards(after);
    if (kind < 0.42) return this.relationsVerb(after);
    return this.act(this.subject(), after);
  }

  act(subject: Phrase, after: readonly Dependent[]): Phrase {
    const [past, base, third, ...objects] = this.pick(ACTS);
    const noun = this.pick(objects);
    const mutual = MUTUAL.has(noun.replace(/\|.*/, ''));
    const other = phrase(this.party(), [
      adposition(mutual ? 'with' : this.pick(['on', 'from', 'to', 'against'])),
    ]);
    const object = phrase(this.object(noun), [], mutual && this.chance(0.6) ? [['nmod', other]] : []);
    const tail: Dependent[] = [['obj', object]];
    if (!mutual && this.chance(0.5)) tail.push(['obl', other]);
    tail.push(...after);
    const roll = this.#random();
    if (roll < 0.45) return phrase(word(`${past}|VERB|VBD|${base}`), [['nsubj', subject]], tail);
    if (roll < 0.6)
      return phrase(
        word(`${base}|VERB|VB`),
        [
          ['nsubj', subject],
          [
            'aux',
            word(
              this.pick(['will|AUX|MD', 'would|AUX|MD', 'may|AUX|MD|may', 'must|AUX|MD', 'should|AUX|MD']),
            ),
          ],
        ],
        tail,
      );
    if (roll < 0.7) return phrase(word(`${third}|VERB|VBZ|${base}`), [['nsubj', subject]], tail);
    const inner = phrase(word(`${base}|VERB|VB`), [['mark', TO]], tail);
    const control = this.pick([
      'agreed|VERB|VBD|agree',
      'refused|VERB|VBD|refuse',
      'threatened|VERB|VBD|threaten',
      'promised|VERB|VBD|promise',
      'vowed|VERB|VBD|vow',
      'agrees|VERB|VBZ|agree',
      'plans|VERB|VBZ|plan',
      'failed|VERB|VBD|fail',
      'offered|VERB|VBD|offer',
    ]);
    return phrase(word(control), [['nsubj', subject]], [['xcomp', inner]]);
  }

  urging(after: readonly Dependent[]): Phrase {
    const [, base, , ...objects] = this.pick(ACTS);
    const inner = phrase(
      word(`${base}|VERB|VB`),
      [['mark', TO]],
      [['obj', this.object(this.pick(objects))], ...after],
    );
    const verb = this.pick([
      'urged|VERB|VBD|urge',
      'asked|VERB|VBD|ask',
      'urges|VERB|VBZ|urge',
      'ordered|VERB|VBD|order',
      'warned|VERB|VBD|warn',
    ]);
    return phrase(
      word(verb),
      [['nsubj', this.subject()]],
      [
        ['obj', this.party()],
        ['xcomp', inner],
      ],
    );
  }

  passive(after: readonly Dependent[]): Phrase {
    const form = this.pick(TOWARDS);
    const agent: Dependent = ['obl:agent', phrase(this.subject(), [adposition('by')])];
    const was = word(this.pick(['was|AUX|VBD|be', 'is|AUX|VBZ|be']));
    return phrase(
      word(`${form}|VERB|VBN|${LEMMAS[form]}`),
      [
        ['nsubj:pass', this.subject()],
        ['aux:pass', was],
      ],
      [agent, ...after],
    );
  }

  towards(after: readonly Dependent[]): Phrase {
    const form = this.pick(TOWARDS);
    return phrase(
      word(`${form}|VERB|VBD|${LEMMAS[form]}`),
      [['nsubj', this.subject()]],
      [['obj', this.subject()], ...after],
    );
  }

  /** "Sino-US relations soured", "the talks between X and Y resumed". */
  relationsVerb(after: readonly Dependent[]): Phrase {
    const verb = this.pick([
      'resumed|VERB|VBD|resume',
      'collapsed|VERB|VBD|collapse',
      'improved|VERB|VBD|improve',
      'soured|VERB|VBD|sour',
      'ended|VERB|VBD|end',
      'deepened|VERB|VBD|deepen',
      'stalled|VERB|VBD|stall',
      'began|VERB|VBD|begin',
    ]);
    return phrase(word(verb), [['nsubj', this.relation()]], after);
  }

  reported(): Phrase {
    const verb = word(this.pick(SAYING));
    const inner = this.clause(true);
    if (this.chance(0.6)) {
      const clause = this.chance(0.6) ? phrase(inner, [['mark', word('that|SCONJ|IN')]]) : inner;
      return phrase(verb, [['nsubj', this.subject()]], [['ccomp', clause]]);
    }
    return phrase(verb, [
      ['ccomp', inner],
      ['punct', COMMA],
      ['nsubj', this.subject()],
    ]);
  }

  /** Capitals at every word or everywhere, no articles, no full stop. */
  headline(): Phrase {
    const { words, head } = this.clause(false);
    const kept = words
      .map((one, i) => i)
      .filter((i) => words[i]?.upos !== 'DET' || words.some(({ head: up }) => up === i));
    const index = new Map(kept.map((from, to) => [from, to]));
    const loud = this.chance(0.4);
    return {
      head: index.get(head) ?? 0,
      words: kept.flatMap((i) => {
        const one = words[i];
        if (!one) return [];
        const small = one.upos === 'ADP' || one.upos === 'PART' || one.upos === 'CCONJ';
        const form = loud ? one.form.toUpperCase() : small ? one.form : capital(one.form);
        return [{ ...one, form, head: one.head < 0 ? -1 : (index.get(one.head) ?? 0) }];
      }),
    };
  }

  subject(): Phrase {
    const roll = this.#random();
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
    const [first = '', ...rest] = this.pick(NAMES).split(' ');
    const name = phrase(
      word(`${first}|PROPN|NNP`),
      [],
      rest.map((one): Dependent => ['flat', word(`${one}|PROPN|NNP`)]),
    );
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
    const nation = this.#random();
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
    const roll = this.#random();
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
    const roll = this.#random();
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
    const roll = this.#random();
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
    const year = String(1970 + Math.floor(this.#random() * 55));
    if (opening || this.chance(0.5))
      return phrase(
        word(`${month}|PROPN|NNP`),
        [adposition('in')],
        [['nmod:unmarked', word(`${year}|NUM|CD`)]],
      );
    return phrase(word(`${this.pick(DAYS)}|PROPN|NNP`), [adposition('on')]);
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.#random() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }
}

/** A word with the hyphen that joins it to the next. */
const joined = (first: Phrase): Phrase => phrase(first, [], [['punct', HYPHEN]]);

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
