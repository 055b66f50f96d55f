import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTEXTS, INTENSITY_OF_MODE, PLOVER_TYPES } from '../src/record/plover.js';

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A table of data/ read on its own, so that these tests judge the file and not the reader of it. */
function table(name: string): Table {
  const lines = readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [header = '', ...body] = lines;
  const columns = header.split('\t');
  const rows = body.map((line) => {
    const cells = line.split('\t');
    expect(cells.length, `${name}.tsv: ${line}`).toBe(columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
  return { columns, rows };
}

const cell = (row: Readonly<Record<string, string>>, column: string): string => row[column] ?? '';
const list = (row: Readonly<Record<string, string>>, column: string): string[] =>
  cell(row, column).split('|').filter(Boolean);

/** What `select` finds wrong, as text: an empty list passes, and a failure names the rows. */
function faults(
  rows: readonly Readonly<Record<string, string>>[],
  isRight: (row: Readonly<Record<string, string>>) => boolean,
): string[] {
  return rows.filter((row) => !isRight(row)).map((row) => Object.values(row).join(' · '));
}

function duplicates(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

const CLASSES = [
  'verbal-cooperation',
  'material-cooperation',
  'yielding',
  'verbal-conflict',
  'material-conflict',
];
const STAGES = ['done', 'intended', 'asked', 'refused', 'cancelled', 'threatened', 'ended'];
const MOVERS = [...STAGES, 'denied', 'resumed', 'report'];
const MODALITIES = ['', 'asserted', 'planned', 'proposed', 'hypothetical', 'alleged', 'denied'];

const CONDITION =
  /^!?(?:(?:prt|obj|subj|xcomp|mod|obl):[^\s:]+|oblobj:[a-z]+=[^\s:=]+|xcomp|noobj|hasobj|ccomp|objparty|subjparty)$/;
const SLOT = /^(?:subj|obj|iobj|by|poss|amod|xobj|(?:obl|nmod):[a-z]+)$/;

function isRoles(text: string): boolean {
  if (text === '') return true;
  const sides = text.split(/[>+]/);
  return (
    sides.length <= 2 &&
    sides[0] !== '' &&
    sides.every((side) => side === '' || side.split('|').every((slot) => SLOT.test(slot)))
  );
}

const isFrame = (text: string) => text.split(' ').every((part) => part === '' || CONDITION.test(part));

const acts = table('acts');
const baseActs = table('base-acts');
const stages = table('stages');
const mapping = table('mapping');
const crosswalk = table('crosswalk');
const baseOf = new Map(baseActs.rows.map((row) => [cell(row, 'act'), row]));

describe('data/base-acts.tsv', () => {
  it('has its columns, known classes and no act twice', () => {
    expect(baseActs.columns).toEqual(['act', 'class', 'symmetric', 'gloss']);
    expect(baseActs.rows.length).toBeGreaterThanOrEqual(110);
    expect(faults(baseActs.rows, (row) => CLASSES.includes(cell(row, 'class')))).toEqual([]);
    expect(faults(baseActs.rows, (row) => ['', 'yes'].includes(cell(row, 'symmetric')))).toEqual([]);
    expect(faults(baseActs.rows, (row) => cell(row, 'gloss') !== '')).toEqual([]);
    expect(duplicates(baseActs.rows.map((row) => cell(row, 'act')))).toEqual([]);
  });

  it('names no act that no word stands for', () => {
    const used = new Set(acts.rows.map((row) => cell(row, 'act')));
    expect([...baseOf.keys()].filter((act) => !used.has(act))).toEqual([]);
  });
});

describe('data/acts.tsv', () => {
  it('has its columns and at least 2,500 rows', () => {
    expect(acts.columns).toEqual(['lemma', 'pos', 'frame', 'act', 'roles', 'mode', 'contexts']);
    expect(acts.rows.length).toBeGreaterThanOrEqual(2500);
  });

  it('names acts that exist', () => {
    expect(faults(acts.rows, (row) => cell(row, 'act') === '-' || baseOf.has(cell(row, 'act')))).toEqual([]);
  });

  it('has lemmas in lower case without spaces, and known parts of speech', () => {
    expect(faults(acts.rows, (row) => /^\p{Ll}[\p{Ll}\p{N}'-]*$/u.test(cell(row, 'lemma')))).toEqual([]);
    expect(faults(acts.rows, (row) => ['verb', 'noun', 'adj'].includes(cell(row, 'pos')))).toEqual([]);
  });

  it('has frames and roles that the reader understands', () => {
    expect(faults(acts.rows, (row) => isFrame(cell(row, 'frame')))).toEqual([]);
    expect(faults(acts.rows, (row) => isRoles(cell(row, 'roles')))).toEqual([]);
  });

  it('has modes and contexts of PLOVER', () => {
    const modes = new Set(Object.keys(INTENSITY_OF_MODE).map((key) => key.split(':')[1]));
    expect(faults(acts.rows, (row) => cell(row, 'mode') === '' || modes.has(cell(row, 'mode')))).toEqual([]);
    expect(
      faults(acts.rows, (row) => list(row, 'contexts').every((c) => CONTEXTS.some((known) => known === c))),
    ).toEqual([]);
  });

  it('says one thing of a word in a frame', () => {
    const keys = acts.rows.map((row) => `${cell(row, 'lemma')}/${cell(row, 'pos')}/${sorted(row)}`);
    expect(duplicates(keys)).toEqual([]);
  });

  it.each([
    ['strike', 'obj:', ['reach-agreement', 'attack']],
    ['call', 'prt:off', ['reject-meeting', 'end-protest', 'end-hostilities']],
    ['host', 'obj', ['host', '-']],
    ['launch', 'obj:', ['attack', 'investigate', 'sue', 'airstrike', '-']],
    ['issue', 'obj:', ['threaten', 'apologise', 'ultimatum', '-']],
    ['declare', 'obj:', ['ceasefire', 'martial-law', 'use-force']],
    ['hold', 'obj:', ['meet', 'protest-demo', 'abduct', '-']],
    ['grant', 'obj:', ['asylum', 'pardon', 'permit', 'aid-economic']],
    ['send', 'obj:', ['mobilize-troops', 'aid-humanitarian', 'correspond', 'peacekeep']],
    ['drop', 'obj:', ['acquit', 'airstrike', 'lift-sanctions']],
  ])('tells the senses of "%s" apart', (lemma, frame, expected) => {
    const found = acts.rows.filter(
      (row) =>
        cell(row, 'lemma') === lemma && cell(row, 'pos') === 'verb' && cell(row, 'frame').includes(frame),
    );
    expect([...new Set(found.map((row) => cell(row, 'act')))]).toEqual(expect.arrayContaining(expected));
  });
});

/** A frame's conditions in one order, so that the same frame written two ways counts as one. */
function sorted(row: Readonly<Record<string, string>>): string {
  return cell(row, 'frame').split(' ').sort().join(' ');
}

describe('data/stages.tsv', () => {
  it('has its columns, stages, frames, roles and modalities', () => {
    expect(stages.columns).toEqual([
      ...['lemma', 'pos', 'frame', 'stage', 'complement', 'roles', 'modality', 'strength'],
    ]);
    expect(faults(stages.rows, (row) => ['verb', 'noun', 'adj', 'aux'].includes(cell(row, 'pos')))).toEqual(
      [],
    );
    expect(faults(stages.rows, (row) => MOVERS.includes(cell(row, 'stage')))).toEqual([]);
    expect(faults(stages.rows, (row) => isFrame(cell(row, 'frame')))).toEqual([]);
    expect(faults(stages.rows, (row) => isRoles(cell(row, 'roles')))).toEqual([]);
    expect(faults(stages.rows, (row) => MODALITIES.includes(cell(row, 'modality')))).toEqual([]);
    expect(
      faults(stages.rows, (row) => ['', 'appeal', 'demand', 'weak'].includes(cell(row, 'strength'))),
    ).toEqual([]);
  });

  it('names complements that a dependency can be', () => {
    const complement = /^(?:xcomp|ccomp|obj|advcl|acl|(?:obl|nmod):[a-z]+)$/;
    expect(
      faults(
        stages.rows,
        (row) =>
          list(row, 'complement').length > 0 && list(row, 'complement').every((c) => complement.test(c)),
      ),
    ).toEqual([]);
  });

  it('gives every reporting word its modality', () => {
    expect(
      faults(stages.rows, (row) => cell(row, 'stage') !== 'report' || cell(row, 'modality') !== ''),
    ).toEqual([]);
    const report = stages.rows.filter((row) => cell(row, 'stage') === 'report');
    expect(report.length).toBeGreaterThanOrEqual(200);
  });

  it('has no row twice', () => {
    expect(
      duplicates(
        stages.rows.map(
          (row) => `${cell(row, 'lemma')}/${cell(row, 'pos')}/${sorted(row)}/${cell(row, 'complement')}`,
        ),
      ),
    ).toEqual([]);
  });
});

describe('data/mapping.tsv', () => {
  const codings = new Set(mapping.rows.map((row) => `${cell(row, 'act')}/${cell(row, 'stage')}`));

  it('has its columns, stages, types and contexts', () => {
    expect(mapping.columns).toEqual(['act', 'stage', 'type', 'mode', 'cameo', 'contexts']);
    expect(faults(mapping.rows, (row) => STAGES.includes(cell(row, 'stage')))).toEqual([]);
    expect(faults(mapping.rows, (row) => PLOVER_TYPES.some((t) => t === cell(row, 'type')))).toEqual([]);
    expect(
      faults(mapping.rows, (row) =>
        list(row, 'contexts').every((c) => CONTEXTS.some((known) => known === c)),
      ),
    ).toEqual([]);
    expect(duplicates(mapping.rows.map((row) => `${cell(row, 'act')}/${cell(row, 'stage')}`))).toEqual([]);
  });

  it('names acts and classes that exist', () => {
    expect(
      faults(mapping.rows, (row) => {
        const act = cell(row, 'act');
        return act.startsWith('@') ? CLASSES.includes(act.slice(1)) : baseOf.has(act);
      }),
    ).toEqual([]);
  });

  it('has modes of the type that it gives', () => {
    expect(
      faults(
        mapping.rows,
        (row) => cell(row, 'mode') === '' || `${cell(row, 'type')}:${cell(row, 'mode')}` in INTENSITY_OF_MODE,
      ),
    ).toEqual([]);
  });

  it('has a code of the crosswalk in every row', () => {
    const codes = new Set(crosswalk.rows.map((row) => cell(row, 'cameo')));
    expect(faults(mapping.rows, (row) => codes.has(cell(row, 'cameo')))).toEqual([]);
  });

  it('maps every act at every stage, by its own row or by its class', () => {
    const missing = [...baseOf].flatMap(([act, row]) =>
      STAGES.filter(
        (stage) => !codings.has(`${act}/${stage}`) && !codings.has(`@${cell(row, 'class')}/${stage}`),
      ).map((stage) => `${act}/${stage}`),
    );
    expect(missing).toEqual([]);
    expect([...baseOf.keys()].filter((act) => !codings.has(`${act}/done`))).toEqual([]);
  });

  it.each([
    ['sanction', 'done', 'SANCTION', 'COERCE'],
    ['convict', 'done', 'SANCTION', 'ACCUSE'],
    ['release', 'intended', 'CONCEDE', 'AGREE'],
    ['apologise', 'done', 'CONCEDE', 'SUPPORT'],
    ['withdraw-peacekeepers', 'done', 'SANCTION', 'SANCTION'],
    ['sanction', 'ended', 'RETREAT', 'RETREAT'],
    ['aid', 'ended', 'SANCTION', 'SANCTION'],
    ['meet', 'cancelled', 'REJECT', 'REJECT'],
    ['meet', 'intended', 'AGREE', 'AGREE'],
    ['attack', 'threatened', 'THREATEN', 'THREATEN'],
  ])('%s %s is %s by the manual, %s by the crosswalk', (act, stage, manual, crossed) => {
    const row = mapping.rows.find((r) => cell(r, 'act') === act && cell(r, 'stage') === stage);
    expect(row && cell(row, 'type')).toBe(manual);
    const code = crosswalk.rows.find((r) => row && cell(r, 'cameo') === cell(row, 'cameo'));
    expect(code && cell(code, 'type')).toBe(crossed);
  });
});

describe('data/crosswalk.tsv', () => {
  it('has codes of three or four digits once each, and PLOVER types', () => {
    expect(crosswalk.columns).toEqual(['cameo', 'type']);
    expect(faults(crosswalk.rows, (row) => /^\d{3,4}$/.test(cell(row, 'cameo')))).toEqual([]);
    expect(duplicates(crosswalk.rows.map((row) => cell(row, 'cameo')))).toEqual([]);
    // Statements and appeals (CAMEO 01 and 02) have no type there.
    expect(
      faults(crosswalk.rows, (row) =>
        /^0[12]/.test(cell(row, 'cameo'))
          ? cell(row, 'type') === ''
          : PLOVER_TYPES.some((t) => t === cell(row, 'type')),
      ),
    ).toEqual([]);
  });
});

describe('data/grades.tsv, areas.tsv, principles.tsv', () => {
  it('has grades with forms, numbers for ranks and a source each', () => {
    const { columns, rows } = table('grades');
    expect(columns).toEqual(['party', 'grade', 'rank', 'forms', 'source']);
    expect(faults(rows, (row) => /^(?:\*|[A-Z]{2,})$/.test(cell(row, 'party')))).toEqual([]);
    expect(faults(rows, (row) => cell(row, 'grade') === cell(row, 'grade').toLowerCase())).toEqual([]);
    expect(faults(rows, (row) => /^\d*$/.test(cell(row, 'rank')) && cell(row, 'source') !== '')).toEqual([]);
    expect(faults(rows, (row) => list(row, 'forms').length > 0)).toEqual([]);
    expect(duplicates(rows.map((row) => `${cell(row, 'party')}/${cell(row, 'grade')}`))).toEqual([]);
  });

  it('ranks the steps of a ladder as their parties took them', () => {
    const { rows } = table('grades');
    const rank = (party: string, grade: string) =>
      Number(rows.find((row) => cell(row, 'party') === party && cell(row, 'grade') === grade)?.rank);
    expect(rank('ASEAN', 'comprehensive strategic partnership')).toBeGreaterThan(
      rank('ASEAN', 'strategic partnership'),
    );
    expect(rank('ASEAN', 'dialogue partnership')).toBeGreaterThan(
      rank('ASEAN', 'sectoral dialogue partnership'),
    );
    expect(rank('VNM', 'strategic partnership')).toBeGreaterThan(rank('VNM', 'comprehensive partnership'));
    expect(rank('CHN', 'all-weather strategic cooperative partnership')).toBeGreaterThan(
      rank('CHN', 'comprehensive strategic partnership'),
    );
  });

  it('puts a lemma in one area and a form under one principle', () => {
    const areas = table('areas');
    expect(areas.columns).toEqual(['area', 'lemmas']);
    expect(duplicates(areas.rows.flatMap((row) => list(row, 'lemmas')))).toEqual([]);
    const principles = table('principles');
    expect(principles.columns).toEqual(['principle', 'forms']);
    const forms = principles.rows.flatMap((row) => list(row, 'forms'));
    expect(duplicates(forms)).toEqual([]);
    expect(forms.filter((form) => form !== form.toLowerCase())).toEqual([]);
  });
});
