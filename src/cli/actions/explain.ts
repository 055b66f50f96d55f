import { writeFile } from 'node:fs/promises';
import { treesSvg } from '../../language/index.js';
import { givenDate } from '../../ledger/index.js';
import { createReader, type Judgement, type SentenceExplanation } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';
import { describe } from '../describe.js';
import { bold, counted, print, tell } from '../output.js';
import { table } from '../table.js';
import { asUsage, partyId } from '../values.js';

export interface ExplainOptions {
  readonly date?: string;
  readonly speaker?: string;
  /** Where to draw the trees. */
  readonly tree?: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

export async function runExplain(text: string, options: ExplainOptions): Promise<void> {
  const sentence = text.trim();
  if (sentence === '')
    throw new EntenteError('usage', 'the sentence is empty', {
      remedy: 'entente explain "Japan thanked India."',
    });
  const { date: given, speaker: named } = options;
  const date = given === undefined ? undefined : asUsage(() => givenDate(given, '--date'));
  const reader = await createReader({ dataDirs: options.data ?? [] });
  const speaker = named === undefined ? undefined : partyId(reader.gazetteer, named);
  const explanation = reader.explain(sentence, { date, speaker });
  if (options.tree !== undefined) await drawTrees(options.tree, sentence, explanation.sentences);
  if (options.json) {
    print(JSON.stringify(explanation, null, 2));
    return;
  }
  for (const part of explanation.sentences) printSentence(part);
  print(`\n${bold('Entries')}`);
  if (explanation.entries.length === 0) print('  none');
  for (const entry of explanation.entries)
    print(
      `  ${entry.kind}: ${describe(entry)} [${entry.modality}, ${entry.speaker}, confidence ${entry.confidence}]`,
    );
}

async function drawTrees(
  file: string,
  title: string,
  sentences: readonly SentenceExplanation[],
): Promise<void> {
  const drawn = sentences.map(({ tokens }) => ({
    length: tokens.length,
    forms: tokens.map(({ form }) => form),
    lemmas: tokens.map(({ lemma }) => lemma),
    upos: tokens.map(({ upos }) => upos),
    xpos: tokens.map(({ xpos }) => xpos),
    heads: tokens.map(({ head }) => head - 1),
    deprels: tokens.map(({ deprel }) => deprel),
  }));
  await writeFile(file, `${treesSvg(drawn, { title, standalone: true })}\n`).catch(
    (error: NodeJS.ErrnoException) => {
      const reason = UNWRITABLE.get(error.code ?? '');
      if (reason === undefined) throw error;
      throw new EntenteError('usage', `cannot write to '${file}' (--tree): ${reason}`, {
        remedy: 'name a file in a folder that is there, such as tree.svg',
        cause: error,
      });
    },
  );
  tell(`${counted(drawn.length, 'tree')} drawn to ${file}`);
}

const UNWRITABLE: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'its folder is a file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it may not be written'],
  ['EPERM', 'it may not be written'],
  ['EROFS', 'the disk may only be read'],
]);

function printSentence(part: SentenceExplanation): void {
  print(bold(part.text));
  print(
    table(
      ['#', 'form', 'lemma', 'upos', 'xpos', 'head', 'relation'],
      part.tokens.map((t, i) => [String(i + 1), t.form, t.lemma, t.upos, t.xpos, String(t.head), t.deprel]),
    ),
  );
  const words = (first: number, last: number) =>
    part.tokens
      .slice(first, last)
      .map((t) => t.form)
      .join(' ');
  section(
    'Mentions',
    part.mentions.map((m) => `${words(m.first, m.last)}: ${m.kind} ${m.id} (${m.via})`),
  );
  section(
    'Dates',
    part.dates.map((d) => `${d.date} (${d.basis}, ${d.role})`),
  );
  section('Acts', part.deeds.length === 0 ? ['none'] : part.deeds.flatMap(deedLines));
}

function section(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  print(`\n${bold(heading)}`);
  for (const line of lines) print(`  ${line}`);
}

function deedLines(deed: SentenceExplanation['deeds'][number]): string[] {
  const { type, cameo, crosswalk } = deed;
  const cameoPart = cameo === undefined ? '' : `, CAMEO ${cameo} → ${crosswalk}`;
  const code = type === undefined ? 'no event at this stage' : `${type}${cameoPart}`;
  const sides = `${deed.sources.join(', ') || '–'} → ${deed.recipients.join(', ') || '–'}`;
  const rules = `${deed.word}: ${deed.act} × ${deed.stage} = ${code}; ${sides} (${deed.because.join('; ')})`;
  return deed.judgement ? [rules, `  ${judgementLine(deed.judgement)}`] : [rules];
}

/** "the judges: event (confidence 0.71); REJECT 81 %, then AGREE 9 %; FRA > MLI; by: o-lemma=refuse, …". */
function judgementLine(judgement: Judgement): string {
  const { best, runnerUp, because, source, recipient, symmetric, confidence, leastSure } = judgement;
  const told = ({ type, share }: Judgement['best']) =>
    `${type === 'none' ? 'no event' : type} ${Math.round(100 * share)} %`;
  const parties = symmetric
    ? source.join(' + ')
    : `${source.join(', ') || '–'} > ${recipient.join(', ') || '–'}`;
  const sides = best.type === 'none' ? '' : `; ${parties}`;
  const verdict = !judgement.event
    ? 'none'
    : confidence < leastSure
      ? `left out, since its confidence ${confidence} is below ${leastSure} (--least-sure)`
      : `event (confidence ${confidence})`;
  return `the judges: ${verdict}; ${told(best)}, then ${told(runnerUp)}${sides}; by: ${because.join(', ')}`;
}
