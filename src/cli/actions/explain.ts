import { givenDate } from '../../ledger/index.js';
import { createReader, type SentenceExplanation } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';
import { describe } from '../describe.js';
import { bold, print } from '../output.js';
import { table } from '../table.js';
import { asUsage, partyId } from '../values.js';

export interface ExplainOptions {
  readonly date?: string;
  readonly speaker?: string;
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
  section('Acts', part.deeds.length === 0 ? ['none'] : part.deeds.map(deedLine));
}

function section(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  print(`\n${bold(heading)}`);
  for (const line of lines) print(`  ${line}`);
}

function deedLine(deed: SentenceExplanation['deeds'][number]): string {
  const { type, cameo, crosswalk } = deed;
  const cameoPart = cameo === undefined ? '' : `, CAMEO ${cameo} → ${crosswalk}`;
  const code = type === undefined ? 'no event at this stage' : `${type}${cameoPart}`;
  const sides = `${deed.sources.join(', ') || '–'} → ${deed.recipients.join(', ') || '–'}`;
  return `${deed.word}: ${deed.act} × ${deed.stage} = ${code}; ${sides} (${deed.because.join('; ')})`;
}
