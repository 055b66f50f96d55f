import { Clauses } from './diplomatic-clauses.js';
import { verbForms } from './diplomatic-inflect.js';
import { COMMA } from './diplomatic-parties.js';
import { TO } from './diplomatic-verbs.js';
import { type Dependent, isPlural, type Phrase, type PhraseWord, phrase, word } from './phrases.js';

/** Headlines. */
export class Headlines extends Clauses {
  /** In the present, "to" for the future, without forms of "be", articles or full stop; in title case, capitals or neither. */
  headline(): Phrase {
    const body = this.weigh<Phrase>([
      [
        0.5,
        () => {
          const subject = this.actor();
          const tag = isPlural(subject) ? 'VBP' : 'VBZ';
          return this.verb(
            tag,
            this.frame(this.chance(0.3) ? 1 : 0),
            [['nsubj', subject]],
            this.maybe(0.3, () => this.adjunct(0)),
          );
        },
      ],
      [
        0.15,
        () =>
          this.verb(
            'VB',
            this.frame(0),
            [['nsubj', this.actor()], TO],
            this.maybe(0.2, () => this.time()),
          ),
      ],
      [0.15, () => this.withoutBe()],
      [
        0.08,
        () => {
          const who = this.titled();
          const tag = 'VBZ';
          const inner = this.clause(0);
          return this.chance(0.5)
            ? phrase(word(`${verbForms('say')[tag]}|VERB|${tag}|say`), [['nsubj', who]], [['ccomp', inner]])
            : phrase(word(`${verbForms('say')[tag]}|VERB|${tag}|say`), [
                ['ccomp', phrase(inner, [], [['punct', COMMA]])],
                ['nsubj', who],
              ]);
        },
      ],
      [
        1,
        () =>
          this.thing(
            this.pick([
              'talk',
              'sanction',
              'visit',
              'ambassador',
              'attack',
              'agreement',
              'aid',
              'treaty',
              'war',
              'ceasefire',
              'tariff',
              'embargo',
            ]),
          ),
      ],
    ]);
    const kept = withoutArticles(body);
    const roll = this.roll();
    if (roll < 0.35) return capitalised(kept);
    return {
      head: kept.head,
      words: kept.words.map((one) => ({ ...one, form: roll < 0.6 ? one.form.toUpperCase() : titled(one) })),
    };
  }

  /** "12 soldiers killed in attack", "minister accused of espionage". */
  private withoutBe(): Phrase {
    const frame = this.chance(0.5)
      ? {
          lemma: this.pick([
            'kill',
            'arrest',
            'release',
            'injure',
            'detain',
            'expel',
            'recall',
            'sack',
            'freeze',
            'suspend',
          ]),
          obj: this.people(),
          rest: [],
        }
      : this.frame(0);
    const { obj, iobj, lemma, particle, rest } = frame;
    if (!obj || iobj) return this.withoutBe();
    const prt: Dependent[] = particle ? [['compound:prt', word(`${particle}|ADP|RP`)]] : [];
    const after = this.maybe(0.7, () => this.adjunct(0));
    return phrase(
      word(`${verbForms(lemma).VBN}|VERB|VBN|${lemma}`),
      [['nsubj:pass', obj]],
      [...prt, ...rest, ...after],
    );
  }
}

/** The first word with a capital, also behind an opening quotation mark. */
export function capitalised({ words, head }: Phrase): Phrase {
  return {
    words: words.map((one, i) =>
      i === 0 || (i === 1 && words[0]?.upos === 'PUNCT') ? { ...one, form: capital(one.form) } : one,
    ),
    head,
  };
}

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);

const titled = ({ form, upos, xpos }: PhraseWord): string =>
  upos === 'ADP' || upos === 'CCONJ' || (upos === 'PART' && xpos !== 'RB') ? form : capital(form);

/** Articles that nothing hangs from go. */
function withoutArticles({ words, head }: Phrase): Phrase {
  const kept = [...words.keys()].filter((i) => !/^(?:the|a)$/.test(words[i]?.form ?? ''));
  const index = new Map(kept.map((from, to) => [from, to]));
  return {
    head: index.get(head) ?? 0,
    words: kept.flatMap((i) => {
      const one = words[i];
      return one ? [{ ...one, head: one.head < 0 ? -1 : (index.get(one.head) ?? 0) }] : [];
    }),
  };
}
