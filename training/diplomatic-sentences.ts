import { capitalised, Headlines } from './diplomatic-headlines.js';
import { adposition, COMMA, THE } from './diplomatic-parties.js';
import { type Dependent, isPlural, type Phrase, type PhraseWord, phrase, word } from './phrases.js';

const STOP = word('.|PUNCT|.');

/** Whole sentences: news, headlines, speeches, treaties, questions. */
export class Sentences extends Headlines {
  sentence(): Phrase {
    const made = this.weigh<Phrase>([
      [0.13, () => this.headline()],
      [0.17, () => stopped(this.reported())],
      [0.1, () => stopped(this.fronted())],
      [0.05, () => stopped(this.speech())],
      [0.04, () => stopped(this.treaty())],
      [0.015, () => this.question()],
      [1, () => stopped(this.clause(this.chance(0.45) ? 1 : 0))],
    ]);
    return { words: withArticles(made.words), head: made.head };
  }

  /** An adverbial, participle or source before the clause; it holds its comma. */
  private fronted(): Phrase {
    const clause = this.clause(0);
    const before = this.weigh<Dependent>([
      [0.45, () => this.time()],
      [
        0.2,
        () => {
          const mark: Dependent = ['mark', word(this.pick(['after', 'before', 'by']).concat('|SCONJ|IN'))];
          return ['advcl', this.gerund(0, [mark])];
        },
      ],
      [
        0.12,
        () => {
          const according = phrase(word('according|VERB|VBG|accord'), [], [['fixed', word('to|ADP|IN')]]);
          return ['obl', phrase(this.whom(), [['case', according]])];
        },
      ],
      [0.1, () => ['advmod', word(`${this.pick(['however', 'meanwhile', 'finally'])}|ADV|RB`)]],
      [
        1,
        () => ['obl', phrase(this.event(), [adposition(this.pick(['after', 'amid', 'despite', 'during']))])],
      ],
    ]);
    const [relation, inner] = before;
    return phrase(clause, [[relation, phrase(inner, [], [['punct', COMMA]])]]);
  }

  /** "We condemn …", "My delegation welcomes …", "I thank the President of the Assembly for …". */
  private speech(): Phrase {
    const my = (noun: string): Phrase =>
      phrase(word(`${noun}|NOUN|NN`), [['nmod:poss', word(`${this.pick(['my', 'our'])}|PRON|PRP$`)]]);
    const subject = this.weigh<Phrase>([
      [0.5, () => word('we|PRON|PRP')],
      [0.25, () => word('I|PRON|PRP')],
      [1, () => my(this.pick(['delegation', 'government', 'country']))],
    ]);
    const tag = isPlural(subject) || subject.words[0]?.form === 'I' ? 'VBP' : 'VBZ';
    const lemma = this.pick([
      'condemn',
      'welcome',
      'support',
      'thank',
      'reject',
      'regret',
      'deplore',
      'recall',
      'urge',
      'call',
      'reaffirm',
      'commend',
      'oppose',
    ]);
    const adverb: Dependent[] = this.chance(0.25)
      ? [['advmod', word(`${this.pick(['strongly', 'fully', 'again', 'firmly', 'also'])}|ADV|RB`)]]
      : [];
    const before: Dependent[] = [['nsubj', subject], ...adverb];
    if (lemma === 'thank' || lemma === 'commend') {
      const president = phrase(
        word('President|PROPN|NNP'),
        [['det', THE]],
        [['nmod', phrase(word('Assembly|PROPN|NNP'), [adposition('of'), ['det', THE]])]],
      );
      const reason: Dependent = [
        'obl',
        phrase(this.thing(this.pick(['support', 'statement', 'report', 'initiative', 'effort'])), [
          adposition('for'),
        ]),
      ];
      return this.verb(
        tag,
        { lemma, obj: this.chance(0.3) ? president : this.whom(), rest: [reason] },
        before,
        [],
      );
    }
    if (lemma === 'urge')
      return this.verb(tag, { lemma, iobj: this.actor(), rest: [['xcomp', this.infinitive(0)]] }, before, []);
    if (lemma === 'call') {
      const on: Dependent = ['obl', phrase(this.party(), [adposition('on')])];
      return this.verb(tag, { lemma, rest: [on, ['xcomp', this.infinitive(0)]] }, before, []);
    }
    const noun = this.pick([
      'attack',
      'agreement',
      'resolution',
      'decision',
      'statement',
      'ceasefire',
      'invasion',
      'sanction',
      'initiative',
      'proposal',
      'visit',
      'commitment',
    ]);
    return this.verb(tag, { lemma, obj: this.thing(noun), rest: [] }, before, []);
  }

  /** "The Parties shall …", after "Reaffirming their …,". */
  private treaty(): Phrase {
    const parties = this.pick([
      'Parties|NOUN|NNS|party',
      'parties|NOUN|NNS|party',
      'sides|NOUN|NNS|side',
      'governments|NOUN|NNS|government',
    ]);
    const two: Dependent[] = this.chance(0.35) ? [['nummod', word('two|NUM|CD')]] : [];
    const subject = phrase(word(parties), [['det', THE], ...two]);
    const verb = this.verb(
      'VB',
      this.frame(0),
      [
        ['nsubj', subject],
        ['aux', word(this.chance(0.8) ? 'shall|AUX|MD' : 'will|AUX|MD')],
      ],
      [],
    );
    if (this.chance(0.6)) return verb;
    const lemma = this.pick([
      'reaffirm',
      'recall',
      'recognise',
      'recognize',
      'note',
      'welcome',
      'stress',
      'emphasise',
      'desire',
      'acknowledge',
    ]);
    const nouns = [
      'commitment',
      'agreement',
      'treaty',
      'friendship',
      'cooperation',
      'border',
      'right',
      'sovereignty',
      'independence',
      'principle',
    ];
    const considering =
      lemma === 'desire'
        ? this.verb('VBG', { lemma, rest: [['xcomp', this.infinitive(0)]] }, [], [])
        : this.verb('VBG', { lemma, obj: this.thing(this.pick(nouns)), rest: [] }, [], []);
    return phrase(verb, [['advcl', phrase(considering, [], [['punct', COMMA]])]]);
  }

  /** "Will Japan send envoys?", "Did …?", "Who attacked …?". */
  private question(): Phrase {
    const mark: Dependent[] = [['punct', word('?|PUNCT|.')]];
    const frame = this.frame(0);
    const body = this.chance(0.3)
      ? this.verb('VBD', frame, [['nsubj', word('who|PRON|WP')]], mark)
      : this.verb(
          'VB',
          frame,
          [
            ['aux', word(this.pick(['will|AUX|MD', 'did|AUX|VBD|do', 'should|AUX|MD', 'can|AUX|MD']))],
            ['nsubj', this.party()],
          ],
          mark,
        );
    return capitalised(body);
  }
}

function stopped(body: Phrase): Phrase {
  return capitalised(phrase(body, [], [['punct', STOP]]));
}

/** "a" becomes "an" before a vowel that is heard. */
function withArticles(words: readonly PhraseWord[]): PhraseWord[] {
  return words.map((one, i) => {
    const next = words[i + 1]?.form ?? '';
    const vowel =
      /^(?:[aeio]|u(?!ni|se|s$|k$|ti))/i.test(next) &&
      !/^(?:US|U\.S\.|UN|U\.N\.|UK|EU[a-z]|Eu|Ukr|Ug|Uru|Uz|one)/.test(next);
    return one.xpos === 'DT' && one.lemma === 'a' && vowel
      ? { ...one, form: one.form === 'A' ? 'An' : 'an' }
      : one;
  });
}
