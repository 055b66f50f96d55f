import { CLITICS } from './english-forms.js';
import { featuresOf } from './sentence-feats.js';
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
 * Writes sentences as CoNLL-U. Those that were read keep their own columns. Parsed ones get `sent_id`s that count from 1,
 * multiword tokens as the treebanks have them ("don't", "China's", "cannot"), features from tags and tree, and `# newpar`
 * where a line is empty before them in `text`. Enhanced dependencies are `_`.
 *
 * @param text what the parsed sentences' offsets point into; needed for `# newpar` only
 * @example
 * const text = "They don't agree.";
 * writeConllu(language.analyse(text), text).split('\n')[2] // '1\tThey\tthey\tPRON\tPRP\tCase=Nom|…\t4\tnsubj\t_\t_'
 */
export function writeConllu(sentences: readonly (ParsedSentence | ConlluSentence)[], text = ''): string {
  return sentences
    .map((sentence, i) => {
      if ('feats' in sentence) return writeRows(ownComments(sentence), sentence, sentence);
      const next = sentences[i + 1];
      const between = text.slice(sentences[i - 1]?.end ?? 0, sentence.start);
      const comments = [
        ...(text !== '' && (i === 0 || EMPTY_LINE.test(between)) ? ['# newpar'] : []),
        `# sent_id = ${i + 1}`,
        `# text = ${written(sentence)}`,
      ];
      return writeRows(
        comments,
        { ...sentence, deprels: validRelations(sentence) },
        {
          feats: featuresOf(sentence),
          multiwords: clitics(sentence),
          spaceAfter: next === undefined || next.start > sentence.end,
        },
      );
    })
    .join('');
}

const EMPTY_LINE = /\n[^\S\n]*\n|\r[^\S\r\n]*\r|\u2029/;

function ownComments({ newParagraph, id, text }: ConlluSentence): string[] {
  const line = text.replace(/\s+/g, ' ');
  return [
    ...(newParagraph ? ['# newpar'] : []),
    ...(id === '' ? [] : [`# sent_id = ${id}`]),
    ...(line === '' ? [] : [`# text = ${line}`]),
  ];
}

/** A valid file says `root` where the head is 0 and nowhere else; `dep` is UD's name for what is not known. */
function validRelations({ heads, deprels }: ParsedSentence): string[] {
  return deprels.map((relation, i) =>
    (heads[i] ?? -1) < 0 ? 'root' : relation === 'root' ? 'dep' : relation,
  );
}

/** The words, one space for each stretch of white space between them: what the columns say, as validators demand. */
function written({ forms, starts, ends, length }: ParsedSentence): string {
  let text = '';
  for (let i = 0; i < length; i++)
    text += `${i > 0 && ends[i - 1] !== starts[i] ? ' ' : ''}${cell(forms[i])}`;
  return text;
}

function writeRows(
  comments: readonly string[],
  sentence: ParsedSentence,
  { feats, multiwords, spaceAfter }: Pick<ConlluSentence, 'feats' | 'multiwords' | 'spaceAfter'>,
): string {
  const { forms, lemmas, upos, xpos, heads, deprels, length, starts, ends } = sentence;
  const spaces = (i: number): string => {
    const spaced = i + 1 === length ? spaceAfter : ends[i] !== starts[i + 1];
    return spaced ? '_' : 'SpaceAfter=No';
  };
  const beginning = new Map(multiwords.map((multiword) => [multiword.first, multiword]));
  const lines = [...comments];
  let insideUntil = -1;
  for (let i = 0; i < length; i++) {
    const multiword = beginning.get(i);
    if (multiword) {
      lines.push(
        `${i + 1}-${multiword.last + 1}\t${cell(multiword.form)}\t${'_\t'.repeat(7)}${spaces(multiword.last)}`,
      );
      insideUntil = multiword.last;
    }
    const columns = [forms[i], lemmas[i], upos[i], xpos[i], feats[i]].map(cell);
    const misc = i <= insideUntil ? '_' : spaces(i);
    lines.push([i + 1, ...columns, (heads[i] ?? -1) + 1, cell(deprels[i]), '_', misc].join('\t'));
  }
  return `${lines.join('\n')}\n\n`;
}

/** A cell is never empty and holds no tab or line. */
const cell = (value: string | undefined): string => value?.replace(/[\t\r\n]+/g, ' ') || '_';

/**
 * "do" + "n't", "China" + "'s", "can" + "not": a clitic, or a word that stands without a space after another, is one token
 * with it. Figures and their units ("35" + "mm") are not, nor are the parts of compounds.
 */
function clitics(sentence: ParsedSentence): Multiword[] {
  const found: Multiword[] = [];
  for (let i = 0; i + 1 < sentence.length; i++) {
    const [host = '', clitic = ''] = [sentence.forms[i], sentence.forms[i + 1]];
    if (sentence.ends[i] !== sentence.starts[i + 1] || !/[\p{L}\p{N}]/u.test(host)) continue;
    const possessive = /^['’ʼ]$/.test(clitic) && sentence.xpos[i + 1] === 'POS';
    const fused = /\p{L}$/u.test(host) && /^\p{L}/u.test(clitic);
    if (possessive || fused || isClitic(clitic)) {
      found.push({ first: i, last: i + 1, form: host + clitic });
      i++;
    }
  }
  return found;
}

function isClitic(form: string): boolean {
  const low = form.toLowerCase();
  return /^n['’ʼ]t$/.test(low) || (/^['’ʼ]/.test(low) && CLITICS.has(low.slice(1)));
}
