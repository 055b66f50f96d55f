import { type FeatureName, featureName } from './features.js';

/** Names of features that say something of the whole trigger. */
export const N = {
  root: featureName('root'),
  type: featureName('type'),
  cameo: featureName('cameo'),
  act: featureName('act'),
  actStage: featureName('act-stage'),
  classStage: featureName('class-stage'),
  stage: featureName('stage'),
  specificity: featureName('specificity'),
  deed: featureName('deed'),
  reports: featureName('reports'),
  reported: featureName('reported'),
  sources: featureName('sources'),
  recipients: featureName('recipients'),
  sourceKind: featureName('source-kind'),
  recipientKind: featureName('recipient-kind'),
  parties: featureName('parties'),
  sourceWord: featureName('source-word'),
  recipientWord: featureName('recipient-word'),
  outer: featureName('outer'),
  up: featureName('up'),
  upTag: featureName('up-tag'),
  upPreposition: featureName('up-preposition'),
  above: featureName('above'),
  aboveAt: [0, 1, 2, 3, 4].map((n) => featureName(`above-${n}`)),
  aboveMark: featureName('above-mark'),
  aboveAux: featureName('above-aux'),
  path: featureName('path'),
  left: featureName('left'),
  left2: featureName('left-2'),
  right: featureName('right'),
  right2: featureName('right-2'),
  genre: featureName('genre'),
  genreAct: featureName('genre-act'),
  length: featureName('length'),
  players: featureName('players'),
  mark: featureName('mark'),
  dates: featureName('dates'),
};

/** Names of features of one word: of the act (`t`) or of what stages it (`o`). */
function placeNames(place: string) {
  const name = (text: string): FeatureName => featureName(`${place}-${text}`);
  return {
    lemma: name('lemma'),
    tag: name('tag'),
    relation: name('relation'),
    lemmaTag: name('lemma-tag'),
    voice: name('voice'),
    is: name('is'),
    modal: name('modal'),
    particle: name('particle'),
    objects: name('objects'),
    subjects: name('subjects'),
    det: name('det'),
    preposition: name('preposition'),
    owned: name('owned'),
    modifier: name('modifier'),
    mark: name('mark'),
    aux: name('aux'),
    advmod: name('advmod'),
    has: name('has'),
    argument: name('argument'),
    object: name('object'),
    with: name('with'),
    /** By relation. */
    words: new Map(ARGUMENTS.map((rel) => [rel, name(`${rel}-word`)])),
  };
}

export type PlaceNames = ReturnType<typeof placeNames>;

/** Relations of a word's arguments. */
const ARGUMENTS = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'xcomp', 'ccomp'];
export const TOKEN = placeNames('t');
export const OUTER = placeNames('o');
