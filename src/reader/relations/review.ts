import type { PloverType } from '../../record/index.js';
import type { Actor } from '../cast.js';
import type { Deed } from '../deed.js';
import type { Coding } from '../lexicon.js';
import type { Scene } from '../scene.js';
import { extent } from '../tree.js';
import { namedClass } from './classes.js';
import { type Opinion, opinionOn, relationGraph } from './opinion.js';
import { rootByCameo, rootOf } from './roots.js';

/** What the networks make of an act that the rules found. */
export interface Review {
  readonly verdict: 'kept' | 'replaced' | 'no event';
  /** The coding that holds. */
  readonly coding: Coding;
  /** What the networks give its type. */
  readonly share: number;
  readonly opinion: Opinion;
}

/** Longer sentences, in words, are lists or no sentences: each of their many acts would be looked at with all of the words. */
const LONGEST = 150;
/** Reading asks so many of the networks, to be quick. */
const ASKED = 1;
/** Another type is taken where it has at least this share. */
const SURE = 0.6;
/** What the rules found stands, though something else is likelier, while it has at least this share. */
const DOUBTFUL = 0.2;
/** What several may do together: only these replace the type of a mutual act. */
const MUTUAL = new Set<PloverType>(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE']);

/**
 * A look at a deed whose parties are known: they are shown as if they were marked. The rules' type stands, or a much likelier one
 * takes its place, or it is no event: a statement, a circumstance, a word that only looks like an act. `undefined` without
 * networks, and for very long sentences.
 */
export function reviewOf(
  scene: Scene,
  deed: Deed,
  coding: Coding,
  cast: {
    readonly source: readonly Actor[];
    readonly recipient: readonly Actor[];
    readonly symmetric: boolean;
  },
): Review | undefined {
  const { networks, lexicon, tree } = scene;
  if (!networks || tree.length > LONGEST) return undefined;
  const own = rootByCameo(lexicon, coding);
  const source = new Set<number>();
  const recipient = new Set<number>();
  const mark = (side: Set<number>, first: number, last: number): void => {
    for (let i = first; i < last; i++) if (i !== deed.token && i !== deed.outer) side.add(i);
  };
  for (const head of deed.sources) {
    const { first, last } = extent(tree, head);
    mark(source, first, last + 1);
  }
  for (const head of deed.recipients) {
    const { first, last } = extent(tree, head);
    mark(recipient, first, last + 1);
  }
  if (recipient.size === 0) for (const { first, last } of cast.recipient) mark(recipient, first, last);
  const suffers = recipient.size > 0 || cast.symmetric;
  const fit = source.size > 0 ? (suffers ? 'both' : 'source') : suffers ? 'recipient' : 'neither';
  const part = { scene, deeds: scene.deeds, source, recipient };
  const graph = relationGraph(networks.vectors, [part], {
    type: own,
    because: deed.because,
    silent: false,
    fit,
  });
  const opinion = opinionOn(networks.model, networks.vectors, graph, { most: ASKED, withNone: true });
  const ofOwn = opinion.all
    .filter(({ type }) => rootOf(type) === own)
    .reduce((sum, { share }) => sum + share, 0);
  const { best } = opinion;
  const kept = { verdict: 'kept', coding, share: ofOwn, opinion } as const;
  if (rootOf(best.type) === own || ofOwn >= best.share) return kept;
  const { type, quad } = namedClass(best.name);
  if (type === undefined && best.share >= SURE) return { ...kept, verdict: 'no event' };
  const fits = type !== undefined && (!cast.symmetric || MUTUAL.has(type));
  if (fits && best.share >= SURE)
    return { verdict: 'replaced', coding: codingOfClass(type, quad), share: best.share, opinion };
  return ofOwn >= DOUBTFUL ? kept : { ...kept, verdict: 'no event' };
}

/** CAMEO's roots, whose codes with a final 0 say no more than the class does. */
const CODES: Readonly<Record<PloverType, string>> = {
  AGREE: '030',
  CONSULT: '040',
  SUPPORT: '050',
  COOPERATE: '060',
  AID: '070',
  CONCEDE: '080',
  RETREAT: '084',
  REQUEST: '100',
  ACCUSE: '110',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  MOBILIZE: '150',
  SANCTION: '160',
  COERCE: '170',
  ASSAULT: '190',
};

/** Embargoes and sanctions are COERCE by the crosswalk and SANCTION by the manual. */
function codingOfClass(type: PloverType, quad: number): Coding {
  if (type === 'COERCE' && quad === 3) return { type: 'SANCTION', cameo: '163', contexts: [] };
  return { type, cameo: CODES[type], contexts: [] };
}
