import type { WordVectors } from '../../language/index.js';
import { codePointOffsets, type PloverType, QUAD_OF, utf16Offset } from '../../record/index.js';
import { namesActor } from '../actors.js';
import { clauseOf } from '../clause.js';
import { codingOfDeed } from '../coding.js';
import type { Deed } from '../deed.js';
import { statementsOf } from '../deeds.js';
import type { Lexicon } from '../lexicon.js';
import type { Resources } from '../read.js';
import { namedClass, quadOfCameo } from '../relations/classes.js';
import type { WordGraph } from '../relations/graph.js';
import { partyGraph } from '../relations/party-graph.js';
import { type PartyModel, pointersOf } from '../relations/party-model.js';
import { judge, largest, type RelationModel } from '../relations/relation-model.js';
import { rootOf } from '../relations/roots.js';
import { wordGraph } from '../relations/word-graph.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, head, isPredicate, lemma, relation, type Tree } from '../tree.js';
import type { Candidate, MarkedSpan } from './candidate.js';
import { detokenised, type Joined } from './detokenise.js';
import { scenesOf } from './marked.js';
import { spansOf } from './phrases.js';
import type { Convention } from './relation.js';
import { undergoers, unveiled } from './undergoers.js';

/** From code points of the joined text to those of the text given. */
function givenSpans(text: string, joined: Joined): (span: MarkedSpan) => MarkedSpan {
  const toCodePoints = codePointOffsets(text);
  return (span) => {
    const start = joined.toGiven(utf16Offset(joined.text, span.start));
    const end = joined.toGiven(utf16Offset(joined.text, span.end) - 1) + 1;
    return { role: span.role, start: toCodePoints(start), end: toCodePoints(end) };
  };
}

/**
 * Spans and quad class of the main act of a text. The rules propose an act and its parties; the relation networks, who see
 * the proposal, choose. By the manual's convention the rules stand alone.
 */
export function mainActOf(
  resources: Resources,
  text: string,
  convention: Convention,
): { spans: MarkedSpan[]; quad: number } {
  const joined = detokenised(text);
  const scenes = scenesOf(resources, joined.text);
  const given = givenSpans(text, joined);
  const proposal = proposalOf(scenes);
  if (!proposal) return { spans: [], quad: 0 };
  const { relations, parties, language } = resources;
  const act =
    relations && convention === 'crosswalk'
      ? chosenAct(relations, parties, language.vectors, scenes, proposal)
      : { ...proposal, quad: proposal.deed ? quadOf(proposal.scene.lexicon, proposal.deed, convention) : 0 };
  return { spans: actSpans(act).map(given), quad: act.quad };
}

/** Words of one sentence. */
interface Words {
  readonly scene: Scene;
  readonly tokens: readonly number[];
}

/** The main act as the rules find it. */
interface Proposal {
  readonly scene: Scene;
  readonly token: number;
  readonly deed: Deed | undefined;
  readonly type: PloverType | undefined;
  readonly source: Words;
  readonly recipient: Words;
}

function proposalOf(scenes: readonly Scene[]): Proposal | undefined {
  let best: Candidate | undefined;
  for (const scene of scenes) {
    for (const candidate of candidatesOf(scene)) if (!best || candidate.score > best.score) best = candidate;
  }
  if (!best) return undefined;
  const { scene, deed, token } = best;
  const crowd = deed !== undefined && best.recipients.length === 0 && isCrowd(scene, best.sources);
  const joint = crowd && (deed.symmetric || VERBAL.has(deed.actClass));
  return {
    scene,
    token,
    deed,
    type: deed && codingOfDeed(scene.lexicon, deed)?.type,
    source: { scene, tokens: unveiled(scene, best.sources, token) },
    recipient: { scene, tokens: joint ? [] : undergoers(scene, best) },
  };
}

/** Source and recipient as spans; who acts together is both. */
function actSpans({ deed, type, source, recipient }: Omit<Proposal, 'scene' | 'token'>): MarkedSpan[] {
  const joint =
    recipient.tokens.length === 0 &&
    type !== undefined &&
    isCrowd(source.scene, source.tokens) &&
    (deed?.symmetric === true || JOINT.has(type) || (deed !== undefined && VERBAL.has(deed.actClass)));
  const together = deed?.symmetric === true && source.tokens.length + recipient.tokens.length > 1;
  // "India and Japan signed": who stands in one phrase with the subject acts with it, not towards it.
  const beside =
    source.scene === recipient.scene &&
    recipient.tokens.length > 0 &&
    recipient.tokens.every((r) =>
      source.tokens.some((s) => s !== r && conjuncts(source.scene.tree, s).includes(r)),
    );
  if (beside) return spansOf(source.scene, [...new Set([...source.tokens, ...recipient.tokens])], 'R');
  const others =
    recipient.scene === source.scene
      ? recipient.tokens.filter((t) => !source.tokens.includes(t))
      : recipient.tokens;
  const crowd =
    deed?.symmetric === true &&
    isCrowd(source.scene, source.tokens) &&
    !recipient.tokens.some((t) => deed.recipients.includes(t));
  if (crowd) return spansOf(source.scene, source.tokens, 'R');
  const mutual = (together && type !== undefined && MEETINGS.has(type)) || joint;
  return [
    ...spansOf(source.scene, source.tokens, mutual ? 'R' : 'S'),
    ...spansOf(recipient.scene, others, mutual ? 'R' : 'T'),
  ];
}

/** What the relation networks are shown of a text whose parties are not marked: its words, and the rules' proposal. */
export function mainGraph(vectors: WordVectors, scenes: readonly Scene[]): WordGraph {
  return graphOf(vectors, scenes, proposalOf(scenes));
}

function graphOf(vectors: WordVectors, scenes: readonly Scene[], proposal: Proposal | undefined): WordGraph {
  const nobody = new Set<number>();
  const parts = scenes.map((scene) => {
    const part = { scene, deeds: scene.deeds, source: nobody, recipient: nobody };
    if (scene !== proposal?.scene) return part;
    const { token, source, recipient } = proposal;
    return { ...part, main: { token, sources: source.tokens, recipients: recipient.tokens } };
  });
  return wordGraph(parts, vectors, ['unmarked', `main-${proposal?.type ? rootOf(proposal.type) : 'none'}`]);
}

/** Type, quad class and parties as the networks choose them. */
function chosenAct(
  model: RelationModel,
  parties: PartyModel | undefined,
  vectors: WordVectors,
  scenes: readonly Scene[],
  proposal: Proposal,
): Omit<Proposal, 'scene' | 'token'> & { readonly quad: number } {
  const graph = graphOf(vectors, scenes, proposal);
  const judgement = judge(model, vectors, graph);
  const pointers = parties ? pointersOf(parties, vectors, partyGraph(graph, scenes)) : judgement;
  const quads = new Map<number, number>();
  model.classes.forEach((name, k) => {
    const { quad } = namedClass(name);
    quads.set(quad, (quads.get(quad) ?? 0) + (judgement.classes[k] as number));
  });
  const quad = [...quads].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  const { type } = namedClass(model.classes[largest(judgement.classes)] as string);
  const place = (shares: Float64Array, proposed: Words): Words => {
    let at = largest(shares);
    for (const scene of scenes) {
      const { tree } = scene;
      if (at < tree.length) {
        const same = scene === proposed.scene && proposed.tokens.includes(at);
        return same ? proposed : { scene, tokens: conjuncts(tree, at) };
      }
      at -= tree.length;
    }
    return { scene: proposal.scene, tokens: [] };
  };
  return {
    deed: proposal.deed,
    type,
    quad,
    source: place(pointers.source, proposal.source),
    recipient: place(pointers.recipient, proposal.recipient),
  };
}

/** Several who act together: "India and Japan", "the armies of Brazil and Argentina", "UK and EU negotiators". */
function isCrowd(scene: Scene, sources: readonly number[]): boolean {
  const { tree, cast } = scene;
  if (sources.length > 1) return true;
  const within = sources.flatMap((s) => [...childrenBy(tree, s, 'nmod', 'compound', 'amod')]);
  return within.some((w) => conjuncts(tree, w).filter((c) => (cast.partyAt[c] ?? -1) >= 0).length > 1);
}

/** Acts, statements that the tables know, and the main clause where it is neither. */
function candidatesOf(scene: Scene): Candidate[] {
  const { tree } = scene;
  const found: Candidate[] = [];
  for (const deed of scene.deeds) {
    const { sources, recipients } = deed;
    found.push({
      scene,
      token: deed.outer,
      sources,
      recipients,
      deed,
      score: prominence(tree, deed.outer, deed),
    });
  }
  const context = { lexicon: scene.lexicon, namesActor: (token: number) => namesActor(scene.cast, token) };
  for (const { token, sources, recipients } of statementsOf(tree, context)) {
    found.push({
      scene,
      token,
      sources,
      recipients,
      deed: undefined,
      score: prominence(tree, token, { sources, recipients }),
    });
  }
  const token = mainPredicate(scene);
  const clause = clauseOf(tree, token);
  const main = { sources: clause.subjects, recipients: clause.objects };
  found.push({ scene, token, ...main, deed: undefined, score: prominence(tree, token, main) - 1.2 });
  return found;
}

/** Root of the sentence; under "said" and its kin, that of what is said. */
function mainPredicate(scene: Scene): number {
  const { tree } = scene;
  let at = tree.root;
  for (let n = 0; n < 3; n++) {
    const reports = scene.lexicon.stages.get(`${lemma(tree, at)}/verb`)?.some((r) => r.stage === 'report');
    const inner = child(tree, at, 'ccomp');
    if (!reports || inner === undefined || !isPredicate(tree, inner)) break;
    at = inner;
  }
  return at;
}

/** Meetings are told of all who meet; in other mutual acts the one who is the subject acts on the other. */
const MEETINGS = new Set(['CONSULT']);
/** What several do together, not to somebody. */
const JOINT = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE']);
const VERBAL = new Set(['verbal-cooperation', 'material-cooperation']);

/** The main clause first, verbs before nouns, fuller casts before emptier ones. */
function prominence(
  tree: Tree,
  token: number,
  cast: { sources: readonly number[]; recipients: readonly number[]; noun?: boolean; specificity?: number },
): number {
  let depth = 0;
  for (let at = token; head(tree, at) >= 0 && depth < 20; at = head(tree, at)) {
    if (relation(tree, at) === 'conj') depth += 0.5;
    else if (relation(tree, at) !== 'ccomp' || depth > 0) depth++;
  }
  let score = -0.6 * depth;
  if (cast.noun) score -= 1;
  if (cast.sources.length > 0) score += 1;
  if (cast.recipients.length > 0) score += 0.7;
  score += 0.2 * Math.min(2, cast.specificity ?? 0);
  return score - token / 1000;
}

/**
 * Quad class as labelled sentences have it: by CAMEO's root codes, 01 and 02 a statement, 16 (relations reduced) still
 * verbal conflict. What is only considered is a statement.
 */
function quadOf(lexicon: Lexicon, deed: Deed, convention: Convention): number {
  const coding = codingOfDeed(lexicon, deed);
  if (!coding || deed.weak) return 0;
  if (convention === 'manual' || coding.cameo === undefined) return QUAD_OF[coding.type];
  return quadOfCameo(coding.cameo);
}
