import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EntenteError } from '../../record/index.js';

/** A form of words that marks a line as no part of a document's prose. */
export interface BoilerplateCue {
  /** Lower case; `<n>` stands for a number. */
  readonly form: string;
  readonly match: 'line' | 'start' | 'end' | 'part' | 'block';
  readonly kind: string;
}

/** What a line is, by the cues. */
export interface CueTests {
  readonly isCue: (line: string) => boolean;
  readonly opensBlock: (line: string) => boolean;
}

const MATCHES: readonly string[] = ['line', 'start', 'end', 'part', 'block'];
const SHORT = 160;
/** Captions tell what a picture shows and may be a sentence. */
const CAPTION = 320;

let bundled: readonly BoilerplateCue[] | undefined;

/** The cues of `data/boilerplate.tsv`. */
export function bundledCues(): readonly BoilerplateCue[] {
  const path = fileURLToPath(new URL('../../../data/boilerplate.tsv', import.meta.url));
  bundled ??= parseCues(readFileSync(path, 'utf8'), path);
  return bundled;
}

/**
 * Reads a table of cues with the columns `form`, `match`, `kind`.
 *
 * @throws EntenteError `data` on a wrong row
 * @example
 * parseCues('form\tmatch\tkind\nshare\tline\tshare\n', 'cues.tsv') // [{ form: 'share', match: 'line', kind: 'share' }]
 */
export function parseCues(table: string, path: string): BoilerplateCue[] {
  const cues: BoilerplateCue[] = [];
  table.split('\n').forEach((row, i) => {
    const [form = '', match = '', kind = ''] = row.replace(/\r$/, '').split('\t');
    if (row.trim() === '' || row.startsWith('#') || (form === 'form' && match === 'match')) return;
    if (form === '' || !isMatch(match))
      throw new EntenteError('data', `${path} line ${i + 1}: '${match}' is not a way to match`, {
        remedy: `one of: ${MATCHES.join(', ')}`,
      });
    cues.push({ form: form.toLowerCase(), match, kind });
  });
  return cues;
}

function isMatch(text: string): text is BoilerplateCue['match'] {
  return MATCHES.includes(text);
}

const compiled = new WeakMap<readonly BoilerplateCue[], CueTests>();

/** Tests of a line against all cues at once. */
export function cueTests(cues: readonly BoilerplateCue[] = bundledCues()): CueTests {
  const known = compiled.get(cues);
  if (known) return known;
  const short = pattern(cues.filter((cue) => cue.kind !== 'caption' && cue.match !== 'block'));
  const caption = pattern(cues.filter((cue) => cue.kind === 'caption'));
  const block = pattern(
    cues.filter((cue) => cue.match === 'block').map((cue) => ({ ...cue, match: 'line' as const })),
  );
  const tests: CueTests = {
    isCue: (line) => {
      if (line.length > CAPTION) return false;
      const folded = fold(line);
      return (line.length <= SHORT && short.test(folded)) || caption.test(folded);
    },
    opensBlock: (line) => line.length <= 60 && block.test(fold(line)),
  };
  compiled.set(cues, tests);
  return tests;
}

/** Lower case, without the ornaments that buttons carry at their ends. */
function fold(line: string): string {
  return line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s>»›•·*|+▶►→-]+|[\s>»›•·*|…▼→-]+$/g, '');
}

function pattern(cues: readonly BoilerplateCue[]): RegExp {
  const forms = (match: BoilerplateCue['match'], after = '') =>
    cues
      .filter((cue) => cue.match === match)
      .map((cue) => source(cue.form) + (/[\p{L}\d>]$/u.test(cue.form) ? after : ''))
      .join('|');
  const alternatives = [
    forms('line') && `^(?:${forms('line')})[.:!]?$`,
    // "Share" may be a button, "Shares fell" is not: a form that ends in a letter ends a word.
    forms('start') && `^(?:${forms('start', '(?![\\p{L}\\d])')})`,
    forms('end') && `(?:${forms('end')})[.)\\]]*$`,
    forms('part') && `(?:${forms('part')})`,
  ].filter((part) => part !== '');
  return new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'u');
}

function source(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('<n>', '\\d[\\d,.]*[km]?');
}
