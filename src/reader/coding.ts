import type { Deed } from './deed.js';
import { type ActClass, type Coding, codingOf, type Lexicon } from './lexicon.js';

/**
 * The coding of a deed. An act that is ended has become another one, to which a further stage applies:
 * "agreed to suspend sanctions" intends a yielding.
 */
export function codingOfDeed(
  lexicon: Lexicon,
  deed: Pick<Deed, 'act' | 'actClass' | 'stage' | 'reversed' | 'appeal' | 'addressed'>,
): Coding | undefined {
  const coding = codingAtStage(lexicon, deed);
  if (!coding || !deed.appeal || !coding.cameo?.startsWith('10')) return coding;
  return { ...coding, cameo: `02${coding.cameo.slice(2)}` };
}

function codingAtStage(
  lexicon: Lexicon,
  deed: Pick<Deed, 'act' | 'actClass' | 'stage' | 'reversed' | 'addressed'>,
): Coding | undefined {
  if (!deed.reversed) {
    const own = codingOf(lexicon, deed.act, deed.stage);
    // An act's own row for "called for sanctions on X"; where somebody is addressed, it is asked of them.
    const addressed = deed.stage === 'asked' && deed.addressed && own?.type !== 'REQUEST';
    return addressed ? (lexicon.codings.get(`@${deed.actClass}/asked`) ?? own) : own;
  }
  if (deed.stage === 'done') return codingOf(lexicon, deed.act, 'ended');
  const reversed: Readonly<Record<ActClass, ActClass>> = {
    'verbal-cooperation': 'material-conflict',
    'material-cooperation': 'material-conflict',
    yielding: 'material-conflict',
    'verbal-conflict': 'yielding',
    'material-conflict': 'yielding',
  };
  return lexicon.codings.get(`@${reversed[deed.actClass]}/${deed.stage}`);
}
