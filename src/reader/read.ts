import {
  type DocumentMemory,
  documentMemory,
  findNames,
  type Gazetteer,
  stateOf,
} from '../gazetteer/index.js';
import type { Language, ParsedSentence } from '../language/index.js';
import {
  codePointOffsets,
  type Document,
  type Draft,
  dayRange,
  type Entry,
  entryId,
  type Span,
  utf16Offset,
} from '../record/index.js';
import { castOf, namesActor } from './actors.js';
import { castAs, type Discourse } from './cast.js';
import { claimsOf } from './claims.js';
import { commitmentsOf } from './commitments.js';
import { type DateMention, findDates } from './dates.js';
import { deedsOf } from './deeds.js';
import { createDiscourse } from './discourse.js';
import { eventsOf, foundingEvents } from './events.js';
import { incidentDays } from './incident-day.js';
import type { EventJudges } from './judges/models.js';
import { noteParties } from './judges/note-parties.js';
import type { Lexicon } from './lexicon.js';
import { measuresOf } from './measures.js';
import { createQuotes, type Quotes, reporterOf } from './quotes.js';
import { createRecall, type Recall } from './recall.js';
import type { PartyModel } from './relations/party-model.js';
import type { RelationModel } from './relations/relation-model.js';
import { type Telling, withoutRepetitions } from './repetitions.js';
import { type AnyMade, type Scene, sceneAs } from './scene.js';
import { sentencesOf } from './sentences.js';
import { homeOf, inSetting } from './setting.js';
import { foundingsOf, foundTies } from './ties/index.js';
import { createTieMemory, type TieMemory } from './ties/memory.js';
import { createTold, type Told } from './told.js';
import { treeOf } from './tree.js';
import { wordsFor } from './words.js';

/** Version of what the reader makes of a text. Any change of its output raises it; see CHANGELOG. */
export const READER_VERSION = '0.9.0';

export interface Resources {
  readonly language: Language;
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Networks that choose what a marked source does to a marked recipient; without them the rules stand alone. */
  readonly relations?: RelationModel;
  /** Networks that point to the parties of a text's main act; without them those of relations do. */
  readonly parties?: PartyModel;
  /** Who judges the events of documents; without them the rules stand alone. */
  readonly judges?: EventJudges;
  /** Confidence, 0 to 1, that an event or measure must have to be told; LEAST_SURE and LEAST_SURE_OF_MEASURES without it. */
  readonly leastSure?: number;
}

/** Without a wish of the user, events are told that are more likely right in every field than wrong. */
export const LEAST_SURE = 0.5;

/** The same for measures: this leaves out what says too little by itself, such as "a contribution of 5 million". */
export const LEAST_SURE_OF_MEASURES = 0.8;

/**
 * All entries of a document, sentence by sentence. Deterministic: the same text, metadata and version give the same entries.
 *
 * @param skip stretches that are not read (boilerplate), in code points
 */
export function readDocument(resources: Resources, document: Document, skip: readonly Span[] = []): Entry[] {
  const { text } = document;
  const running = begin(document);
  const { discourse, quotes, told } = running;
  told.entitle(partiesOfTitle(resources, document));
  const entries = new Map<string, Entry>();
  const tellings = new Map<string, readonly Telling[]>();
  const ties = createTieMemory();
  let lastEnd = 0;
  for (const sentence of sentencesOf(resources.language, blanked(text, skip))) {
    if (sentence.start - lastEnd > 1 && /\n\s*\n/.test(text.slice(lastEnd, sentence.start))) {
      discourse.newParagraph();
      if (!/^\s*[“"]/.test(text.slice(sentence.start, sentence.start + 2))) quotes.newParagraph();
    }
    lastEnd = sentence.end;
    const scene = sceneOf(resources, document, sentence, running);
    for (const { made, telling } of entriesOf(scene, told, ties)) {
      const id = add(entries, made, document.id);
      if (telling) tellings.set(id, [...(tellings.get(id) ?? []), telling]);
    }
    noteSentence(running, scene);
  }
  return withoutRepetitions([...entries.values()], tellings);
}

/** What one sentence leaves to the next. */
export interface Running {
  readonly discourse: Discourse;
  readonly quotes: Quotes;
  readonly memory: DocumentMemory;
  readonly recall: Recall;
  /** Whom words mean in statements. */
  readonly told: Told;
  readonly toCodePoints: (utf16: number) => number;
  /** The last day that the document's date may mean. */
  readonly day: string | undefined;
}

/** Takes note of a sentence after it was read. */
export function noteSentence({ discourse, recall, told }: Running, scene: Scene): void {
  noteParties(recall, scene);
  if (scene.dates.length > 0)
    recall.dated = { dates: scene.dates, start: scene.tree.sentence.start, end: scene.tree.sentence.end };
  const days = incidentDays(scene);
  if (days.length > 0) recall.incidentDays = [...new Set([...recall.incidentDays, ...days])];
  told.note(castAs(scene.cast, told));
  discourse.note(scene.cast);
}

/** What a document begins with. */
export function begin(document: Document): Running {
  const discourse = createDiscourse(document.speaker);
  const reference = document.delivered ?? document.published;
  return {
    discourse,
    told: createTold(discourse, document),
    quotes: createQuotes(),
    memory: documentMemory(),
    recall: createRecall(),
    toCodePoints: codePointOffsets(document.text),
    day: reference === undefined ? undefined : dayRange(reference)?.last,
  };
}

/** Everything the entry makers need about one sentence. */
export function sceneOf(
  resources: Resources,
  document: Document,
  sentence: ParsedSentence,
  running: Running,
): Scene {
  const { discourse, quotes, memory, recall, toCodePoints, day } = running;
  const { gazetteer, lexicon } = resources;
  const { text } = document;
  const tree = treeOf(sentence, wordsFor(lexicon, gazetteer));
  const { mentions, offices } = findNames(sentence, text, gazetteer, {
    day,
    speaker: document.speaker,
    memory,
    atoms: tree.atoms,
  });
  const cast = inSetting(castOf(tree, mentions, gazetteer, discourse), document, memory);
  const reporter = reporterOf(tree, cast, lexicon);
  const { current } = quotes;
  const resumed = reporter === undefined && /^[“"]/.test(text.charAt(sentence.start));
  const quoted = current ?? (resumed ? quotes.last : undefined);
  const marks = quotes.pass(text, sentence.start, sentence.end, reporter);
  const quotee = quoted ?? (marks > 0 ? reporter : undefined);
  discourse.voice = quotee === undefined ? document.speaker : quotee.party.replace(/(?<=[^-])\/.*$/, '');
  const deeds = deedsOf(tree, { lexicon, namesActor: (token) => namesActor(cast, token) });
  return {
    document,
    text,
    tree,
    cast,
    gazetteer,
    lexicon,
    dates: tree.mayBeDated ? datesOf(text, sentence, document.delivered ?? document.published) : NO_DATES,
    deeds,
    quoted,
    judges: judgesOf(resources),
    leastSure: resources.leastSure ?? LEAST_SURE,
    leastSureOfMeasures: resources.leastSure ?? LEAST_SURE_OF_MEASURES,
    offices,
    recall,
    home: homeOf(cast, document, memory),
    titled: undefined,
    toCodePoints,
    kept: { players: undefined },
  };
}

const NO_DATES: readonly DateMention[] = [];

/** Dates of a sentence, offsets into the whole text. */
function datesOf(
  text: string,
  { start, end }: ParsedSentence,
  reference: string | undefined,
): readonly DateMention[] {
  const found = findDates(text.slice(start, end), reference);
  if (found.length === 0) return found;
  return found.map((date) => ({ ...date, start: date.start + start, end: date.end + start }));
}

const judgesWithVectors = new WeakMap<Resources, Scene['judges']>();

function judgesOf(resources: Resources): Scene['judges'] {
  const { judges: models, language } = resources;
  if (!models) return undefined;
  const known = judgesWithVectors.get(resources);
  if (known) return known;
  const judges = { models, vectors: language.vectors };
  judgesWithVectors.set(resources, judges);
  return judges;
}

function entriesOf(
  scene: Scene,
  told: Told,
  memory: TieMemory,
): { readonly made: AnyMade; readonly telling?: Telling }[] {
  const tellings = eventsOf(scene);
  const events = tellings.map(({ event }) => event);
  const found = foundTies(scene);
  const ties = memory.recall(
    scene,
    found.map(({ tie }) => tie),
  );
  told.scene = scene;
  const statements = sceneAs(scene, told, told.titled());
  const made: { readonly made: AnyMade; readonly telling?: Telling }[] = tellings.map(
    ({ event, telling }) => ({ made: event, telling }),
  );
  const others: readonly (readonly AnyMade[])[] = [
    found.length === 0 ? [] : foundingEvents(foundingsOf(found), events),
    ties,
    commitmentsOf(statements),
    claimsOf(statements),
    measuresOf(statements),
  ];
  for (const list of others) for (const one of list) made.push({ made: one });
  return made;
}

/** The parties that the title names, each once. */
function partiesOfTitle({ language, gazetteer }: Resources, { title }: Document): readonly string[] {
  if (title === undefined) return [];
  const named = new Set<string>();
  for (const sentence of sentencesOf(language, title))
    for (const mention of findNames(sentence, title, gazetteer, {}).mentions)
      if (mention.kind === 'party' && !mention.id.startsWith('-')) named.add(stateOf(mention.id));
  return [...named];
}

/** What is told twice in the same way is one entry with two passages, see also `withoutRepetitions`. Gives its id. */
function add(entries: Map<string, Entry>, made: AnyMade, document: string): string {
  // The parts of the intersection come from one entry maker each, so the kind matches its fields.
  const draft = { ...made, document, reader: READER_VERSION } as Draft;
  const id = entryId(draft);
  const known = entries.get(id);
  if (!known) {
    entries.set(id, { id, ...draft } as Entry);
    return id;
  }
  const fresh = draft.passages.filter(
    (p) => !known.passages.some((q) => q.start === p.start && q.end === p.end),
  );
  if (fresh.length === 0) return id;
  entries.set(id, {
    ...known,
    passages: [...known.passages, ...fresh],
    confidence: Math.max(known.confidence, draft.confidence),
  });
  return id;
}

/** The text with what is not read turned into empty lines, so that no sentence reaches across and offsets hold. */
function blanked(text: string, skip: readonly Span[]): string {
  let result = '';
  let at = 0;
  let points = 0;
  for (const { start, end } of skip) {
    const from = utf16Offset(text, start - points, at);
    const to = utf16Offset(text, end - start, from);
    result += text.slice(at, from) + '\n'.repeat(to - from);
    at = to;
    points = end;
  }
  return result + text.slice(at);
}
