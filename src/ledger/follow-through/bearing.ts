import type { CommitmentEntry, Entry, EventEntry, TieEntry } from '../../record/index.js';
import type { Bearing } from './types.js';

/** "never seek", "not use", "refrain from": who does it, breaks it. */
const ABSTAINING =
  /^(?:not|never|neither|nor|no longer|still less|won[’']t|(?:refrain|abstain|desist) from|avoid|renounce|forgo|stop|cease)\b/i;
const BEGUN =
  /\b(?:beg[aiu]n\w*|start\w*|launch\w*|resum\w*|part(?:ly|ial\w*)|half|some of|first step|preparat\w+|under way)\b/i;
const UNDONE =
  /\b(?:withdr[ae]w\w*|suspend\w*|abandon\w*|violat\w*|breach\w*|broke|broken|break\w*|fail\w*|cancel\w*|postpon\w*|delay\w*|refus\w*|reject\w*|terminat\w*|left|leave\w*|quit|scrap\w*|revers\w*|block\w*|freez\w*|froze\w*|yet to|never|not|halt\w*)\b/i;

/** Whether a commitment is one not to do something. */
export function isAbstention({ action }: Pick<CommitmentEntry, 'action'>): boolean {
  return ABSTAINING.test(action);
}

/**
 * What an entry about the same parties and the same matter shows of a commitment. `undefined`: nothing, since it is only
 * asked for, alleged or denied, or is no deed.
 *
 * @param words of the entry's passages
 * @param sameInstrument whether both name the same agreement or plan
 */
export function bearingOf(
  commitment: CommitmentEntry,
  entry: Entry,
  words: string,
  sameInstrument = false,
): Bearing | undefined {
  if (entry.modality !== 'asserted') return undefined;
  switch (entry.kind) {
    case 'commitment':
      return 'reaffirms';
    case 'measure':
      return 'figure';
    case 'claim':
      return undefined;
    case 'tie':
      return ofTie(commitment, entry);
    case 'event':
      return ofEvent(commitment, entry, words, sameInstrument);
  }
}

function ofTie(commitment: CommitmentEntry, { status }: TieEntry): Bearing | undefined {
  const abstains = isAbstention(commitment);
  if (status === 'suspended' || status === 'ended')
    return leaves(commitment) ? 'fulfils' : abstains ? undefined : 'breaks';
  if (abstains || leaves(commitment)) return undefined;
  if (status === 'negotiating' || status === 'announced') return 'in-part';
  return status === 'in-force' ? 'fulfils' : undefined;
}

/** "withdraw from", "end": what ends then keeps the promise. */
function leaves({ action }: CommitmentEntry): boolean {
  return /^(?:\w+ly )?(?:withdraw|leave|end|terminate|suspend|lift|abolish|remove|dismantle)\b/i.test(action);
}

function ofEvent(
  commitment: CommitmentEntry,
  { type, quad }: EventEntry,
  words: string,
  sameInstrument: boolean,
): Bearing | undefined {
  // Intentions are commitments of their own; to demand or to threaten is no deed.
  if (NO_DEEDS.has(type)) return undefined;
  if (isAbstention(commitment)) return quad === 4 ? 'breaks' : undefined;
  if (type === 'REJECT' || type === 'SANCTION') return leaves(commitment) ? 'fulfils' : 'breaks';
  // "will respond", "will sanction": the promise itself is of conflict.
  if (quad === 4) return sharesVerb(commitment, words) ? 'fulfils' : 'breaks';
  if (type === 'CONSULT' && !MEETS.test(commitment.action)) return undefined;
  if (type === 'SUPPORT' && !sameInstrument && !sharesVerb(commitment, words)) return undefined;
  if (!leaves(commitment) && UNDONE.test(words)) return 'in-part';
  return BEGUN.test(words) ? 'in-part' : 'fulfils';
}

const NO_DEEDS = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'PROTEST', 'THREATEN']);
const MEETS =
  /\b(?:meet\w*|talks?|dialogues?|consult\w*|summits?|visit\w*|negotiat\w*|host\w*|discuss\w*|hotline|contacts?)\b/i;

function sharesVerb({ action }: CommitmentEntry, words: string): boolean {
  const [verb = ''] = /\p{L}{4,}/u.exec(action.toLowerCase()) ?? [];
  return verb !== '' && words.toLowerCase().includes(verb.slice(0, 5));
}
