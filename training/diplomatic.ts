import { type ConlluSentence, readConllu } from '../src/language/conllu.js';
import { adposition, COMMA, Nouns } from './diplomatic-nouns.js';
import { ACTS, LEMMAS, MUTUAL, SAYING, TOWARDS } from './diplomatic-words.js';
import { type Dependent, type Phrase, phrase, word } from './phrases.js';

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

const STOP = word('.|PUNCT|.');
const TO = word('to|PART|TO');

class Maker extends Nouns {
  sentence(): Phrase {
    const kind = this.roll();
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
    const kind = this.roll();
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
    const roll = this.roll();
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
    const kept = [...words.keys()].filter(
      (i) => words[i]?.upos !== 'DET' || words.some(({ head: up }) => up === i),
    );
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
}

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
