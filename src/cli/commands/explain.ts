import { Command } from 'commander';
import { createReader, type SentenceExplanation } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';
import { describe } from '../describe.js';
import { dataOption, jsonOption } from '../options.js';
import { bold, print, table } from '../output.js';

interface Options {
  readonly date?: string;
  readonly speaker?: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .description('shows every step of reading a sentence: words, parse, mentions, acts, entries')
    .argument('<sentence...>', 'the sentence')
    .option('--date <date>', 'the date of its document, to which "last week" is relative')
    .option('--speaker <party>', 'the party whose voice "we" is')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExample:\n  entente explain "China urged the United States to lift tariffs." --date 2019-05-10',
    )
    .action(run);
}

async function run(words: readonly string[], options: Options): Promise<void> {
  const sentence = words.join(' ').trim();
  if (sentence === '')
    throw new EntenteError('usage', 'the sentence is empty', {
      remedy: 'entente explain "Japan thanked India."',
    });
  const reader = await createReader({ dataDirs: options.data ?? [] });
  const explanation = reader.explain(sentence, options);
  if (options.json) {
    print(JSON.stringify(explanation, null, 2));
    return;
  }
  for (const part of explanation.sentences) printSentence(part);
  print(`\n${bold('Entries')}`);
  if (explanation.entries.length === 0) print('  none');
  for (const entry of explanation.entries) {
    print(
      `  ${entry.kind}: ${describe(entry)} [${entry.modality}, ${entry.speaker}, confidence ${entry.confidence}]`,
    );
  }
}

function printSentence(part: SentenceExplanation): void {
  print(bold(part.text));
  print(
    table(
      ['#', 'form', 'lemma', 'upos', 'xpos', 'head', 'relation'],
      part.tokens.map((t, i) => [String(i + 1), t.form, t.lemma, t.upos, t.xpos, String(t.head), t.deprel]),
    ),
  );
  if (part.mentions.length > 0) {
    print(`\n${bold('Mentions')}`);
    for (const m of part.mentions)
      print(
        `  ${part.tokens
          .slice(m.first, m.last)
          .map((t) => t.form)
          .join(' ')}: ${m.kind} ${m.id} (${m.via})`,
      );
  }
  if (part.dates.length > 0) {
    print(`\n${bold('Dates')}`);
    for (const d of part.dates) print(`  ${d.date} (${d.basis}, ${d.role})`);
  }
  print(`\n${bold('Acts')}`);
  if (part.deeds.length === 0) print('  none');
  for (const d of part.deeds) {
    const code =
      d.type === undefined
        ? 'no event at this stage'
        : `${d.type}${d.cameo === undefined ? '' : `, CAMEO ${d.cameo} → ${d.crosswalk}`}`;
    print(
      `  ${d.word}: ${d.act} × ${d.stage} = ${code}; ${d.sources.join(', ') || '–'} → ${d.recipients.join(', ') || '–'} (${d.because.join('; ')})`,
    );
  }
}
