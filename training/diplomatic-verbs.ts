import { type TransitiveVerb, transitiveVerbs } from './diplomatic-acts.js';
import {
  ALONE,
  AS_NOUNS,
  AS_VERBS,
  CHARGE,
  CONTROL_IOBJ,
  CONTROL_OBJ,
  CONTROL_SUBJECT,
  DITRANSITIVE,
  GERUND,
  INTRANSITIVE,
  PARTICLES,
  PARTICLES_ALONE,
  PARTY_INTRANSITIVE,
  PREVENT,
  TRANSFER,
} from './diplomatic-frames.js';
import { type VerbForms, verbForms } from './diplomatic-inflect.js';
import { Nouns } from './diplomatic-nouns.js';
import { adposition } from './diplomatic-parties.js';
import { ADVERBS } from './diplomatic-words.js';
import { type Dependent, isPlural, type Phrase, phrase, word } from './phrases.js';

/** A verb with what goes with it; `obj` is apart because it is the subject of a passive. */
export interface Frame {
  readonly lemma: string;
  readonly particle?: string;
  readonly iobj?: Phrase;
  readonly obj?: Phrase;
  readonly rest: readonly Dependent[];
}

export const TO: Dependent = ['mark', word('to|PART|TO')];
const NOT: Dependent = ['advmod', word('not|PART|RB')];
const TRANSITIVE: readonly TransitiveVerb[] = transitiveVerbs();

type Tag = keyof VerbForms;

/** Verbs with their frames, tenses and voices. */
export class Verbs extends Nouns {
  /** A verb with objects and obliques; `depth` is how many more clauses may be put inside. */
  frame(depth: number): Frame {
    const clausal = depth > 0 ? 0.13 : 0;
    return this.weigh<Frame>([
      [clausal, () => this.control(depth)],
      [0.33, () => this.transitive(depth)],
      [0.13, () => this.transfer()],
      [0.09, () => this.charge()],
      [0.03, () => this.named()],
      [0.09, () => this.intransitive()],
      [0.05, () => this.alone()],
      [0.08, () => this.particle()],
      [1, () => (this.chance(0.4) ? this.ditransitive() : this.transitive(depth))],
    ]);
  }

  transitive(depth = 0): Frame {
    const { lemma, nouns, party } = this.pick(TRANSITIVE);
    if (nouns.length === 0 || (party && this.chance(0.5))) return { lemma, obj: this.actor(), rest: [] };
    const noun = this.pick(nouns);
    if (depth > 0 && this.chance(0.25)) return { lemma, obj: this.described(noun), rest: [] };
    return { lemma, obj: this.thing(noun), rest: [] };
  }

  /** "plans to send troops", "an agreement signed by X", "a statement condemning X", "the treaty that X signed". */
  private described(noun: string): Phrase {
    const thing = this.thing(noun, true);
    if (
      /^(?:plan|decision|effort|right|commitment|call|offer|pledge|request|proposal|bid|deal|agreement)$/.test(
        noun,
      )
    )
      return phrase(thing, [], [['acl', this.infinitive(0)]]);
    if (
      /^(?:statement|resolution|report|letter|message|treaty|law|petition|note|speech)$/.test(noun) &&
      this.chance(0.5)
    )
      return phrase(thing, [], [['acl', this.gerund(0)]]);
    const verb = this.pick(TRANSITIVE.filter(({ nouns }) => nouns.includes(noun)));
    const form = (tag: Tag): Phrase => word(`${verbForms(verb.lemma)[tag]}|VERB|${tag}|${verb.lemma}`);
    const roll = this.roll();
    if (roll < 0.3)
      return phrase(
        thing,
        [],
        [['acl', phrase(form('VBN'), [], [['obl:agent', phrase(this.party(), [adposition('by')])]])]],
      );
    if (roll < 0.5)
      return phrase(
        thing,
        [],
        [['acl', phrase(form('VBN'), [], [['obl', phrase(this.country(), [adposition('in')])]])]],
      );
    const which: Dependent[] =
      roll < 0.85 ? [['obj', word(this.pick(['that|PRON|WDT', 'which|PRON|WDT']))]] : [];
    return phrase(thing, [], [['acl:relcl', phrase(form('VBD'), [...which, ['nsubj', this.party()]])]]);
  }

  private transfer(): Frame {
    const [verbs, [prepositions = '', nouns = '']] = this.pick(TRANSFER);
    const lemma = this.pick(verbs);
    const preposition = this.pick(prepositions.split(' '));
    const paid =
      /^(?:donate|give|lend|offer|pledge|promise|grant|award|allocate|channel|provide|transfer)$/.test(lemma);
    const obj = paid && this.chance(0.25) ? this.money() : this.thing(this.pick(nouns.split(' ')), true);
    const whom = preposition === 'in' ? this.country() : this.whom();
    const rest: Dependent[] = this.chance(0.85) ? [['obl', phrase(whom, [adposition(preposition)])]] : [];
    return { lemma, obj, rest };
  }

  private charge(): Frame {
    const [verbs, [preposition = '', nouns = '']] = this.pick(CHARGE);
    const noun = this.thing(this.pick(nouns.split(' ')));
    const lemma = this.pick(verbs);
    const rest: Dependent[] = [['obl', phrase(noun, [adposition(preposition)])]];
    const told = /^(?:warn|remind|inform|notify|assure|ask)$/.test(lemma);
    return told ? { lemma, iobj: this.actor(), rest } : { lemma, obj: this.actor(), rest };
  }

  private named(): Frame {
    const noun = word(`${this.pick(AS_NOUNS)}|NOUN|NN`);
    const as = phrase(noun, [adposition('as'), this.chance(0.4) ? this.owner() : ['det', word('a|DET|DT')]]);
    return { lemma: this.pick(AS_VERBS), obj: this.actor(), rest: [['obl', as]] };
  }

  private intransitive(): Frame {
    const toParty = this.chance(0.45);
    const [verbs, [prepositions = '', nouns = '']] = this.pick(toParty ? PARTY_INTRANSITIVE : INTRANSITIVE);
    const object = toParty ? this.actor() : this.thing(this.pick(nouns.split(' ')));
    return {
      lemma: this.pick(verbs),
      rest: [['obl', phrase(object, [adposition(this.pick(prepositions.split(' ')))])]],
    };
  }

  private alone(): Frame {
    if (this.chance(0.6)) return { lemma: this.pick(ALONE), rest: [] };
    const [verbs, [particle = '']] = this.pick(PARTICLES_ALONE);
    return { lemma: this.pick(verbs), particle, rest: [] };
  }

  private particle(): Frame {
    const [verbs, [particles = '', nouns = '']] = this.pick(PARTICLES);
    return {
      lemma: this.pick(verbs),
      particle: this.pick(particles.split(' ')),
      obj: this.thing(this.pick(nouns.split(' '))),
      rest: [],
    };
  }

  private ditransitive(): Frame {
    const [verbs, [nouns = '']] = this.pick(DITRANSITIVE);
    const iobj = this.chance(0.8)
      ? this.whom()
      : word(this.pick(['them|PRON|PRP|they', 'him|PRON|PRP|he', 'it|PRON|PRP']));
    const obj = this.chance(0.25) ? this.money() : this.thing(this.pick(nouns.split(' ')), true);
    return { lemma: this.pick(verbs), iobj, obj, rest: [] };
  }

  /** "agreed to …", "urged X to …", "stopped …ing", "accused X of …ing". */
  private control(depth: number): Frame {
    return this.weigh<Frame>([
      [0.4, () => ({ lemma: this.pick(CONTROL_SUBJECT), rest: [['xcomp', this.infinitive(depth - 1)]] })],
      [
        0.18,
        () => ({
          lemma: this.pick(CONTROL_OBJ),
          obj: this.actor(),
          rest: [['xcomp', this.infinitive(depth - 1)]],
        }),
      ],
      [
        0.22,
        () => ({
          lemma: this.pick(CONTROL_IOBJ),
          iobj: this.actor(),
          rest: [['xcomp', this.infinitive(depth - 1)]],
        }),
      ],
      [0.08, () => ({ lemma: this.pick(GERUND), rest: [['xcomp', this.gerund(depth - 1)]] })],
      [
        0.12,
        () => {
          const [verbs, [preposition = '']] = this.pick(PREVENT);
          const mark: Dependent = ['mark', word(`${preposition}|SCONJ|IN`)];
          return {
            lemma: this.pick(verbs),
            obj: this.actor(),
            rest: [['advcl', this.gerund(depth - 1, [mark])]],
          };
        },
      ],
    ]);
  }

  /** "to send …", "not to send …". */
  infinitive(depth: number, after: readonly Dependent[] = []): Phrase {
    const frame = this.frame(depth);
    return this.verb('VB', frame, this.chance(0.06) ? [NOT, TO] : [TO], after);
  }

  gerund(depth: number, before: readonly Dependent[] = [], after: readonly Dependent[] = []): Phrase {
    return this.verb('VBG', this.frame(depth), before, after);
  }

  /** A form of the verb with its objects. */
  verb(tag: Tag, frame: Frame, before: readonly Dependent[], after: readonly Dependent[]): Phrase {
    const { lemma, particle, iobj, obj, rest } = frame;
    const tail: Dependent[] = [];
    if (iobj) tail.push(['iobj', iobj]);
    if (obj) tail.push(['obj', obj]);
    if (particle) {
      const prt: Dependent = ['compound:prt', word(`${particle}|ADP|RP`)];
      // "called the talks off", where the object is short.
      if (obj && obj.words.length < 3 && this.chance(0.15)) tail.push(prt);
      else tail.unshift(prt);
    }
    return phrase(word(`${verbForms(lemma)[tag]}|VERB|${tag}|${lemma}`), before, [
      ...tail,
      ...rest,
      ...after,
    ]);
  }

  /** A finite clause with its subject: past, present, perfect, future, modal, progressive, negated. */
  finite(subject: Phrase, frame: Frame, after: readonly Dependent[], relation = 'nsubj'): Phrase {
    const many = isPlural(subject);
    const first = subject.words.length === 1 && subject.words[0]?.form === 'I';
    const have = many || first ? 'have|AUX|VBP|have' : 'has|AUX|VBZ|have';
    const be = first ? 'am|AUX|VBP|be' : many ? 'are|AUX|VBP|be' : 'is|AUX|VBZ|be';
    const was = many ? 'were|AUX|VBD|be' : 'was|AUX|VBD|be';
    const does = many || first ? 'do|AUX|VBP' : 'does|AUX|VBZ|do';
    const modal = (): string =>
      this.pick(['will', 'will', 'would', 'may', 'must', 'should', 'could', 'can', 'might']).concat(
        '|AUX|MD',
      );
    const not = (): string => this.pick(['not|PART|RB', "n't|PART|RB|not"]);
    const adverb: Dependent[] = this.chance(0.09) ? [['advmod', word(`${this.pick(ADVERBS)}|ADV|RB`)]] : [];
    const make = (tag: Tag, ...helpers: readonly string[]): Phrase => {
      const auxiliaries = helpers.map(
        (one): Dependent => [one.includes('|PART|') ? 'advmod' : 'aux', word(one)],
      );
      return this.verb(tag, frame, [[relation, subject], ...auxiliaries, ...adverb], after);
    };
    return this.weigh([
      [0.56, () => make('VBD')],
      [0.12, () => make(many || first ? 'VBP' : 'VBZ')],
      [0.07, () => make('VBN', have)],
      [0.02, () => make('VBN', 'had|AUX|VBD|have')],
      [0.1, () => make('VB', modal())],
      [0.04, () => make('VBG', this.chance(0.7) ? be : was)],
      [0.02, () => make('VBG', have, 'been|AUX|VBN|be')],
      [0.03, () => make('VB', 'did|AUX|VBD|do', not())],
      [0.015, () => make('VB', does, not())],
      [
        0.02,
        () =>
          make(
            'VB',
            this.pick(['will', 'would', 'must', 'should', 'could']).concat('|AUX|MD'),
            'not|PART|RB',
          ),
      ],
      [1, () => make('VBN', have, 'not|PART|RB')],
    ]);
  }

  /** "X was accused of … by Y"; undefined where the frame has no object. */
  passive(frame: Frame, after: readonly Dependent[]): Phrase | undefined {
    const { lemma, particle, rest } = frame;
    if (frame.obj && frame.iobj) return undefined;
    const obj = frame.obj ?? frame.iobj;
    if (!obj) return undefined;
    const many = isPlural(obj);
    const helpers = this.weigh<readonly string[]>([
      [0.6, () => [many ? 'were|AUX|VBD|be' : 'was|AUX|VBD|be']],
      [0.12, () => [many ? 'are|AUX|VBP|be' : 'is|AUX|VBZ|be']],
      [0.14, () => [many ? 'have|AUX|VBP|have' : 'has|AUX|VBZ|have', 'been|AUX|VBN|be']],
      [0.1, () => [this.pick(['will', 'may', 'must', 'should', 'could']).concat('|AUX|MD'), 'be|AUX|VB']],
      [1, () => [many ? 'are|AUX|VBP|be' : 'is|AUX|VBZ|be', 'being|AUX|VBG|be']],
    ]);
    const auxiliaries = helpers.map(
      (one): Dependent => [/\|be$|^be\|/.test(one) ? 'aux:pass' : 'aux', word(one)],
    );
    const tail: Dependent[] = particle ? [['compound:prt', word(`${particle}|ADP|RP`)]] : [];
    const agent: Dependent[] = this.chance(0.55)
      ? [['obl:agent', phrase(this.actor(), [adposition('by')])]]
      : [];
    const adverb: Dependent[] = this.chance(0.08) ? [['advmod', word(`${this.pick(ADVERBS)}|ADV|RB`)]] : [];
    const order = this.chance(0.5) ? [...rest, ...agent] : [...agent, ...rest];
    return phrase(
      word(`${verbForms(lemma).VBN}|VERB|VBN|${lemma}`),
      [['nsubj:pass', obj], ...auxiliaries, ...adverb],
      [...tail, ...order, ...after],
    );
  }
}
