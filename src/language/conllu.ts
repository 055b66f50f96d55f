import type { ParsedSentence, Upos } from './types.js';

/** Several syntactic words written as one: `form` covers words `first` to `last`, both included. */
export interface Multiword {
  readonly first: number;
  readonly last: number;
  readonly form: string;
}

/** A sentence of a CoNLL-U file. Offsets are into its own `text`. */
export interface ConlluSentence extends ParsedSentence {
  readonly text: string;
  readonly id: string;
  /** True where a `# newpar` or `# newdoc` line stands before the sentence. */
  readonly newParagraph: boolean;
  /** False where the text goes on without a space into the next sentence. */
  readonly spaceAfter: boolean;
  readonly feats: readonly string[];
  readonly multiwords: readonly Multiword[];
}

/**
 * Reads CoNLL-U (https://universaldependencies.org/format.html). Empty nodes and enhanced dependencies are left out.
 *
 * @throws Error on a line with fewer than eight columns, naming it
 * @example
 * readConllu('1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_\n')[0]?.forms // ['Hi']
 */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let block: string[] = [];
  let number = 0;
  let from = 1;
  const flush = (): void => {
    const sentence = readBlock(block, from);
    if (sentence) sentences.push(sentence);
    block = [];
  };
  for (const line of text.split(/\r?\n/)) {
    number++;
    if (line.trim() === '') {
      flush();
      from = number + 1;
    } else block.push(line);
  }
  flush();
  return sentences;
}

interface Row {
  readonly columns: readonly string[];
  readonly spaced: boolean;
}

function readBlock(lines: readonly string[], from: number): ConlluSentence | undefined {
  const comments = lines.filter((line) => line.startsWith('#'));
  const rows: Row[] = [];
  const ranges: { first: number; last: number; form: string; spaced: boolean }[] = [];
  lines.forEach((line, at) => {
    if (line.startsWith('#')) return;
    const columns = line.split('\t');
    if (columns.length < 8) {
      throw new Error(
        `CoNLL-U line ${from + at} has ${columns.length} columns, ten are needed: '${line.slice(0, 60)}'`,
      );
    }
    const [id = '', form = ''] = columns;
    const spaced = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(columns[9] ?? '');
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) ranges.push({ first: Number(range[1]) - 1, last: Number(range[2]) - 1, form, spaced });
    else if (/^\d+$/.test(id)) rows.push({ columns, spaced });
  });
  if (rows.length === 0) return undefined;
  const comment = (key: string): string | undefined =>
    comments.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5);
  const column = (index: number): string[] => rows.map((row) => row.columns[index] ?? '_');
  const text = comment('text') ?? surface(rows, ranges);
  const { starts, ends } = locate(text, column(1), ranges);
  const lastRange = ranges.find((range) => range.last === rows.length - 1);
  return {
    text,
    id: comment('sent_id') ?? '',
    newParagraph: comments.some((line) => /^# new(?:par|doc)(?:\s|$)/.test(line)),
    spaceAfter: (lastRange ?? rows[rows.length - 1])?.spaced ?? true,
    start: starts[0] ?? 0,
    end: ends[ends.length - 1] ?? 0,
    length: rows.length,
    forms: column(1),
    starts,
    ends,
    lemmas: column(2),
    // The column holds one of the 17 tags in every valid file; others only make a figure lower.
    upos: column(3) as Upos[],
    xpos: column(4),
    feats: column(5),
    heads: Int32Array.from(column(6), (head) => Number(head) - 1 || (head === '1' ? 0 : -1)),
    deprels: column(7),
    multiwords: ranges.map(({ first, last, form }) => ({ first, last, form })),
  };
}

function surface(rows: readonly Row[], ranges: readonly (Multiword & { spaced: boolean })[]): string {
  let text = '';
  for (let i = 0; i < rows.length; i++) {
    const range = ranges.find((one) => one.first === i);
    const row = rows[i];
    text += range?.form ?? row?.columns[1] ?? '';
    if ((range ?? row)?.spaced) text += ' ';
    if (range) i = range.last;
  }
  return text.trimEnd();
}

/** Finds each word in the text; words that are not written as such share the place of their multiword. */
function locate(text: string, forms: readonly string[], ranges: readonly Multiword[]) {
  const starts = new Int32Array(forms.length);
  const ends = new Int32Array(forms.length);
  let at = 0;
  for (let i = 0; i < forms.length; i++) {
    const range = ranges.find((one) => one.first === i);
    const last = range?.last ?? i;
    const form = range?.form ?? forms[i] ?? '';
    const found = text.indexOf(form, at);
    const start = found < 0 ? at : found;
    const end = Math.min(text.length, start + form.length);
    let inner = start;
    for (let word = i; word <= last; word++) {
      const length = forms[word]?.length ?? 0;
      const written = word === last && inner < end ? end : Math.min(end, inner + length);
      starts[word] = Math.min(inner, Math.max(start, end - 1));
      ends[word] = Math.max(written, (starts[word] ?? 0) + (end > start ? 1 : 0));
      inner = written;
    }
    at = end;
    i = last;
  }
  return { starts, ends };
}

/**
 * Writes sentences as CoNLL-U. Clitics become multiword tokens; features and enhanced dependencies are `_` unless the
 * sentence carries them.
 *
 * @param text where the sentences' offsets point; needed for spaces and `# text` unless the sentences carry their own
 */
export function writeConllu(sentences: readonly (ParsedSentence | ConlluSentence)[], text = ''): string {
  return sentences.map((sentence) => writeSentence(sentence, text)).join('');
}

function writeSentence(sentence: ParsedSentence | ConlluSentence, source: string): string {
  const own = 'text' in sentence ? sentence : undefined;
  const text = own?.text ?? source;
  const lines: string[] = [];
  if (own?.newParagraph) lines.push('# newpar');
  if (own?.id) lines.push(`# sent_id = ${own.id}`);
  const written = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  if (written) lines.push(`# text = ${written}`);
  const multiwords = own?.multiwords ?? clitics(sentence);
  for (let i = 0; i < sentence.length; i++) {
    const multiword = multiwords.find((one) => one.first === i);
    if (multiword) {
      const misc = spaceColumn(sentence, multiword.last, own);
      lines.push(`${i + 1}-${multiword.last + 1}\t${multiword.form}\t${'_\t'.repeat(7)}${misc}`);
    }
    const inside = multiwords.some((one) => one.first <= i && i <= one.last);
    const columns = [i + 1, sentence.forms[i], sentence.lemmas[i], sentence.upos[i], sentence.xpos[i]];
    const features = own?.feats[i] ?? '_';
    const misc = inside ? '_' : spaceColumn(sentence, i, own);
    lines.push(
      [...columns, features, (sentence.heads[i] ?? -1) + 1, sentence.deprels[i], '_', misc].join('\t'),
    );
  }
  return `${lines.join('\n')}\n\n`;
}

function spaceColumn(sentence: ParsedSentence, index: number, own: ConlluSentence | undefined): string {
  if (index + 1 === sentence.length) return own && !own.spaceAfter ? 'SpaceAfter=No' : '_';
  return sentence.ends[index] === sentence.starts[index + 1] ? 'SpaceAfter=No' : '_';
}

/** "do" + "n't", "China" + "'s", "can" + "not": words without a space between them of which the second is no sign. */
function clitics(sentence: ParsedSentence): Multiword[] {
  const found: Multiword[] = [];
  for (let i = 0; i + 1 < sentence.length; i++) {
    const [host = '', clitic = ''] = [sentence.forms[i], sentence.forms[i + 1]];
    if (sentence.ends[i] !== sentence.starts[i + 1] || !/^\p{L}.*$/u.test(host)) continue;
    if (/^(?:['’]?\p{L}+|n['’]t|['’])$/u.test(clitic)) {
      if (/^['’]$/.test(clitic) && sentence.upos[i + 1] !== 'PART') continue;
      found.push({ first: i, last: i + 1, form: host + clitic });
      i++;
    }
  }
  return found;
}
