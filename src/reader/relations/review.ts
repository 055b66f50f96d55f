import type { PloverType } from '../../record/index.js';
import type { Deed } from '../deed.js';
import type { Coding } from '../lexicon.js';
import type { Scene } from '../scene.js';
import { extent } from '../tree.js';
import { namedClass } from './classes.js';
import { relationGraph } from './opinion.js';
import { judge } from './relation-model.js';
import { rootByCameo } from './roots.js';
import type { Part } from './word-graph.js';

/** An act as it stands after the networks have looked at it: its coding, and the share that they give it. */
export interface Reviewed {
  readonly coding: Coding;
  readonly share: number;
}

/** Reading asks so many of the networks, to be quick. */
const ASKED = 1;
/** Another type is taken where it has at least this share. */
const SURE = 0.6;
/** What the rules found stands, though something else is likelier, while it has at least this share. */
const DOUBTFUL = 0.2;

/**
 * What the networks make of a deed whose parties the rules found: they are shown as if they were marked. The rules' type
 * stands, or a much likelier one takes its place, or it is no event: a statement, a circumstance, a word that only looks like
 * an act.
 */
export function review(scene: Scene, deed: Deed, coding: Coding): Reviewed | undefined {
  const { networks, lexicon } = scene;
  if (!networks) return { coding, share: 1 };
  const { model, vectors } = networks;
  const own = rootByCameo(lexicon, coding);
  const part = partOf(scene, deed);
  const fit = part.source.size > 0 ? (part.recipient.size > 0 ? 'both' : 'source') : 'neither';
  const answer = { type: own, because: deed.because, silent: false, fit } as const;
  const { classes } = judge(model, vectors, relationGraph(vectors, [part], answer), ASKED);
  let ofOwn = 0;
  let best = 0;
  model.classes.forEach((name, k) => {
    if (namedClass(name).root === own) ofOwn += classes[k] as number;
    if ((classes[k] as number) > (classes[best] as number)) best = k;
  });
  const likeliest = namedClass(model.classes[best] as string);
  const share = classes[best] as number;
  if (likeliest.root === own || ofOwn >= share) return { coding, share: ofOwn };
  if (likeliest.type === undefined) return ofOwn >= DOUBTFUL ? { coding, share: ofOwn } : undefined;
  if (share >= SURE) return { coding: codingOfClass(likeliest.type, likeliest.quad), share };
  return ofOwn >= DOUBTFUL ? { coding, share: ofOwn } : undefined;
}

/** The words of the deed's parties, as an annotator would mark them. */
function partOf(scene: Scene, deed: Deed): Part {
  const { tree } = scene;
  const words = (heads: readonly number[]): Set<number> => {
    const all = new Set<number>();
    for (const head of heads) {
      const { first, last } = extent(tree, head);
      for (let i = first; i <= last; i++) if (i !== deed.token && i !== deed.outer) all.add(i);
    }
    return all;
  };
  return { scene, deeds: scene.deeds, source: words(deed.sources), recipient: words(deed.recipients) };
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
