import { SAYING, TELLING } from './diplomatic-frames.js';
import { verbForms } from './diplomatic-inflect.js';
import { adposition, COMMA, THE } from './diplomatic-parties.js';
import { Times } from './diplomatic-times.js';
import { type Dependent, isPlural, type Phrase, phrase, word } from './phrases.js';

const SITES = ['border', 'summit', 'embassy', 'airport', 'port', 'ceremony'];
const AND = word('and|CCONJ|CC');

/** Clauses and what is put after and into them. */
export class Clauses extends Times {
  /** A plain clause in the active or passive, with up to two adjuncts. */
  clause(depth: number, subject = this.subject()): Phrase {
    const after: Dependent[] = [];
    if (this.chance(0.3)) after.push(this.adjunct(depth));
    if (this.chance(0.25)) after.push(this.time());
    if (this.chance(0.09)) return this.relationClause(after);
    const frame = this.frame(depth);
    if (this.chance(0.17)) {
      const passive = this.passive(frame, after);
      if (passive) return passive;
    }
    if (depth > 0 && this.chance(0.07)) {
      // "signed the treaty and sent envoys"
      const past = (one: typeof frame, before: readonly Dependent[], tail: readonly Dependent[]): Phrase =>
        this.verb('VBD', one, before, tail);
      const second = past(this.frame(0), [['cc', this.chance(0.85) ? AND : word('but|CCONJ|CC')]], after);
      return past(frame, [['nsubj', subject]], [['conj', second]]);
    }
    return this.finite(subject, frame, after);
  }

  /** Who acts; now and then with a relative or reduced clause, or a pronoun. */
  subject(): Phrase {
    const roll = this.roll();
    if (roll < 0.09)
      return word(
        this.pick([
          'it|PRON|PRP',
          'they|PRON|PRP',
          'he|PRON|PRP',
          'she|PRON|PRP',
          'they|PRON|PRP',
          'it|PRON|PRP',
        ]),
      );
    if (roll < 0.14) return this.relative(this.office());
    if (roll < 0.17)
      return this.thing(
        this.pick([
          'offer',
          'decision',
          'treaty',
          'attack',
          'visit',
          'resolution',
          'strike',
          'plan',
          'deal',
          'sanction',
          'talk',
        ]),
      );
    return this.actor();
  }

  /** "…, which VERBED …,", "who VERBED …", "that X VERBED", "VERBED by X". */
  relative(host: Phrase): Phrase {
    return this.weigh([
      [
        0.3,
        () => {
          const who = word('who|PRON|WP');
          return phrase(host, [], [['acl:relcl', this.verb('VBD', this.frame(0), [['nsubj', who]], [])]]);
        },
      ],
      [
        0.35,
        () => {
          const which = word('which|PRON|WDT');
          const before: Dependent[] = [
            ['punct', COMMA],
            ['nsubj', which],
          ];
          const party = this.party();
          return phrase(
            party,
            [],
            [
              ['acl:relcl', this.verb('VBD', this.frame(0), before, [])],
              ['punct', COMMA],
            ],
          );
        },
      ],
      [
        1,
        () => {
          const frame = this.transitive();
          const agent: Dependent[] = [['obl:agent', phrase(this.party(), [adposition('by')])]];
          return phrase(
            host,
            [],
            [['acl', phrase(word(`${verbForms(frame.lemma).VBN}|VERB|VBN|${frame.lemma}`), [], agent)]],
          );
        },
      ],
    ]);
  }

  /** What follows a clause: place, occasion, purpose, participle, further clause. */
  adjunct(depth: number): Dependent {
    const obl = (form: string, inner: Phrase): Dependent => ['obl', phrase(inner, [adposition(form)])];
    const deep = depth > 0;
    return this.weigh<Dependent>([
      [0.3, () => obl(this.pick(['in', 'in', 'in', 'near']), this.country())],
      [
        0.22,
        () => obl(this.pick(['after', 'over', 'amid', 'despite', 'before', 'during', 'since']), this.event()),
      ],
      [
        0.06,
        () =>
          obl(
            'at',
            phrase(
              word(`${this.pick(['summit', 'meeting', 'conference', 'ceremony', 'session'])}|NOUN|NN`),
              [['det', word('a|DET|DT')]],
              [['nmod', phrase(this.country(), [adposition('in')])]],
            ),
          ),
      ],
      [
        0.07,
        () =>
          obl(
            'in',
            phrase(
              word(`${this.pick(['response', 'reaction', 'addition', 'response'])}|NOUN|NN`),
              [],
              [['nmod', phrase(this.event(), [adposition('to')])]],
            ),
          ),
      ],
      [
        0.05,
        () => [
          'obl',
          phrase(this.event(), [
            ['case', phrase(word('because|ADP|IN'), [], [['fixed', word('of|ADP|IN')]])],
          ]),
        ],
      ],
      [deep ? 0.12 : 0.02, () => ['advcl', this.infinitive(0)]],
      [
        deep ? 0.08 : 0.02,
        () => [
          'advcl',
          this.gerund(0, [
            ['mark', word(this.pick(['after', 'before', 'by', 'without']).concat('|SCONJ|IN'))],
          ]),
        ],
      ],
      [deep ? 0.05 : 0, () => ['advcl', this.gerund(0, [['punct', COMMA]])]],
      [deep ? 0.08 : 0, () => ['advcl', this.subordinate()]],
      [1, () => obl('at', phrase(word(`${this.pick(SITES)}|NOUN|NN`), [['det', THE]]))],
    ]);
  }

  /** "because X did …". */
  private subordinate(): Phrase {
    const mark = word(`${this.pick(['after', 'because', 'while', 'if', 'as', 'before', 'until'])}|SCONJ|IN`);
    return phrase(this.finite(this.actor(), this.frame(0), []), [['mark', mark]]);
  }

  /** "X said (that) …", "…, X said", "X told Y that …", "X says: …", with or without quotation marks. */
  reported(): Phrase {
    const lemma = this.pick(SAYING);
    const tag = this.chance(0.78) ? 'VBD' : 'VBZ';
    const said = (verb: string, who: Phrase): Phrase => {
      const many = tag === 'VBZ' && isPlural(who);
      const form = many ? 'VBP' : tag;
      return word(`${verbForms(verb)[form]}|VERB|${form}|${verb}`);
    };
    const who = this.actor();
    const that = (inner: Phrase): Phrase =>
      this.chance(0.6) ? phrase(inner, [['mark', word('that|SCONJ|IN')]]) : inner;
    return this.weigh([
      [
        0.45,
        () =>
          phrase(
            said(lemma, who),
            [['nsubj', who]],
            [...this.maybe(0.15, () => this.time()), ['ccomp', that(this.clause(1))]],
          ),
      ],
      [
        0.15,
        () => {
          const verb = this.pick(TELLING);
          return phrase(
            said(verb, who),
            [['nsubj', who]],
            [
              ['iobj', this.whom()],
              ['ccomp', that(this.clause(0))],
            ],
          );
        },
      ],
      [
        0.2,
        () => {
          const verb = this.pick(['say', 'say', 'say', 'announce', 'warn', 'claim', 'add', 'report']);
          return phrase(said(verb, who), [
            ['ccomp', phrase(this.clause(0), [], [['punct', COMMA]])],
            ['nsubj', who],
          ]);
        },
      ],
      [
        1,
        () => {
          const quote = this.quoted(
            this.clause(0, word(this.pick(['we|PRON|PRP', 'they|PRON|PRP', 'it|PRON|PRP', 'I|PRON|PRP']))),
            ',',
          );
          const verb = this.pick(['say', 'say', 'say', 'warn', 'add']);
          if (this.chance(0.5))
            return phrase(said(verb, who), [
              ['ccomp', quote],
              ['nsubj', who],
            ]);
          const before = word(this.chance(0.6) ? ',|PUNCT|,' : ':|PUNCT|:');
          return phrase(
            said(verb, who),
            [['nsubj', who]],
            [['ccomp', phrase(this.quoted(this.clause(0), ''), [['punct', before]])]],
          );
        },
      ],
    ]);
  }

  private quoted(inner: Phrase, comma: string): Phrase {
    const straight = this.chance(0.6);
    const open = word(straight ? '"|PUNCT|``' : '“|PUNCT|``|"');
    const close = word(straight ? "\"|PUNCT|''" : "”|PUNCT|''|\"");
    const words = [...inner.words];
    const first = words[0];
    if (first && first.xpos !== 'HYPH')
      words[0] = { ...first, form: first.form.charAt(0).toUpperCase() + first.form.slice(1) };
    const marks: Dependent[] = comma
      ? [
          ['punct', COMMA],
          ['punct', close],
        ]
      : [['punct', close]];
    return phrase({ ...inner, words }, [['punct', open]], marks);
  }

  /** "Relations between X and Y soured", "X's talks with Y resumed". */
  relationClause(after: readonly Dependent[]): Phrase {
    return this.finite(this.relation(), { lemma: this.eventVerb(), rest: [] }, after);
  }

  maybe(share: number, make: () => Dependent): Dependent[] {
    return this.chance(share) ? [make()] : [];
  }
}
