import type { LemmaRules } from './lemma-rules.js';

/** The base of a form, whose capitals are settled, under its tags. */
export function inflectedBase(rules: LemmaRules, form: string, tag: string, upos: string): string {
  switch (tag) {
    case 'CD':
      return numeral(form);
    case 'VBD':
    case 'VBN':
    case 'VBG':
      return verbBase(rules, form, tag);
    case 'VBZ':
      return withoutS(rules, form, 'VB');
    case 'NNS':
    case 'NNPS':
      return singular(rules, form);
    case 'JJR':
    case 'RBR':
    case 'JJS':
    case 'RBS':
      return comparedBase(rules, form, tag);
    case 'NNP':
      return upos === 'VERB' ? nameVerb(rules, form) : form;
    default:
      return form;
  }
}

const ED = /^(.*[\p{L}\d].*?)(?:ed|'d)$/u;
const ING = /^(.*[\p{L}\d].*?)(?:ing|in'?)$/u;
const S = /^(.*[^s])s$/i;
const ER = /^(.{2,})er$/;
const EST = /^(.{2,})est$/;

/** Regular endings, and the tags of the bases that they are put to. */
const ENDINGS: Readonly<Record<string, readonly [ending: RegExp, base: string]>> = {
  VBD: [ED, 'VB'],
  VBN: [ED, 'VB'],
  VBG: [ING, 'VB'],
  VBZ: [S, 'VB'],
  NNS: [S, 'NN'],
  NNPS: [S, 'NN'],
  JJR: [ER, 'JJ'],
  RBR: [ER, 'JJ'],
  JJS: [EST, 'JJ'],
  RBS: [EST, 'JJ'],
};

/** "1,200" is 1200, and "7,5" is 7.5. */
function numeral(form: string): string {
  if (!/^\d[\d,.]*$/.test(form)) return form;
  return /^\d+,\d{1,2}$/.test(form) ? form.replace(',', '.') : form.replaceAll(',', '');
}

/** A regular form without its ending, and its base's tag; undefined for others. */
export function stemOf(form: string, tag: string): { stem: string; base: string } | undefined {
  const [ending, base] = ENDINGS[tag] ?? [];
  const stem = ending?.exec(form)?.[1];
  return stem === undefined || base === undefined ? undefined : { stem, base };
}

function verbBase(rules: LemmaRules, form: string, tag: string): string {
  const hyphen = form.lastIndexOf('-') + 1;
  if (hyphen > 1 && hyphen < form.length) {
    const verb = form.slice(hyphen);
    return form.slice(0, hyphen) + (rules.exceptions.get(`${verb}\t${tag}`) ?? verbBase(rules, verb, tag));
  }
  const stem = stemOf(form, tag)?.stem;
  if (stem === undefined || !/[aeiouy]/.test(stem)) return form;
  const bases = tag !== 'VBG' && stem.endsWith('i') ? [`${stem.slice(0, -1)}y`, `${stem}e`] : spellings(stem);
  if (isBase(rules, form, 'VB')) bases.push(form); // a wrong tag: "proceed"
  return choose(rules, bases, stem, 'VB');
}

/** Verbs that are parts of names keep their capital: "United" is "Unite". */
function nameVerb(rules: LemmaRules, form: string): string {
  const lower = form.toLowerCase();
  const tag = lower.endsWith('ing') ? 'VBG' : lower.endsWith('ed') ? 'VBN' : 'VB';
  const base = rules.exceptions.get(`${lower}\t${tag}`) ?? inflectedBase(rules, lower, tag, 'VERB');
  return form.charAt(0) + base.slice(1);
}

function comparedBase(rules: LemmaRules, form: string, tag: string): string {
  const stem = stemOf(form, tag)?.stem;
  if (stem === undefined) return form;
  const bases = stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : spellings(stem);
  if (isBase(rules, form, 'NN') && !bases.some((base) => isBase(rules, base, 'JJ'))) return form; // a wrong tag: "tester"
  return choose(rules, bases, stem, 'JJ');
}

/** What a stem may be without its suffix: "stopp" is "stop", "hop" is "hope", "walk" itself. */
function spellings(stem: string): string[] {
  const bases = [];
  if (DOUBLED.test(stem)) bases.push(stem.slice(0, -1));
  if (!LOSES_E.test(stem)) bases.push(stem);
  if (!stem.endsWith('ck')) bases.push(`${stem}e`);
  return bases;
}

/** Ends that double after a short vowel before a suffix. */
const DOUBLED = /[aeiouy]([bdgklmnprtvz])\1$|[aeiu]ss$/;
/** Stems that would have doubled their last letter if they were bases, or that no base ends in. */
const LOSES_E = /^[^aeiou]*[aeiou][bcdfgklmnprstvz]$|[^aeiou]y?[cuv]$|^[^aeiou]*qu[aeio][^aeiouwxy]$/;
/** Ends of stems whose bases mostly have an e, for stems of which no base is known: "rebuk", "enshrin", "collaps". */
const LIKELY_E =
  /[^aeiou](?:a[bdgkmpr]|i[bdknr]|o[bcdgk]|u[bdgkrt])$|quir$|[^eo]at$|[^aeiourlw]l$|[^es]s$|[drl]g$|ced$|[cuvz]$/;

function singular(rules: LemmaRules, form: string): string {
  if (/^\p{Lu}{2,4}$/u.test(form)) return form;
  if (/(?:^|-)'?\d+0'?s$/.test(form)) return form.replace("'s", 's'); // decades
  const hyphen = form.lastIndexOf('-') + 1;
  const listed = hyphen > 1 ? rules.exceptions.get(`${form.slice(hyphen)}\tNNS`) : undefined;
  if (listed !== undefined) return form.slice(0, hyphen) + listed;
  if (/\p{L}(?:men|children)$/u.test(form))
    return form.replace(/(?:(?<=m)en|ren)$/, (end) => (end === 'en' ? 'an' : ''));
  return withoutS(rules, form, 'NN');
}

function withoutS(rules: LemmaRules, form: string, tag: string): string {
  const owner = /^(.+)'s?$/.exec(form)?.[1];
  if (owner !== undefined) return owner;
  const stem = S.exec(form)?.[1];
  if (stem === undefined || form.length < 3) return form;
  const bases = [stem];
  if (stem.endsWith('ie')) bases.unshift(`${stem.slice(0, -2)}y`);
  if (/(?:[sxz]|ch|sh)e$/.test(stem)) bases.unshift(stem.slice(0, -1));
  if (/[^aeiou]oe$/.test(stem) && !isBase(rules, stem, tag)) return stem.slice(0, -1);
  if (/[^f]se$/.test(stem)) bases.push(`${stem.slice(0, -1)}is`);
  return choose(rules, bases, stem, tag);
}

const BASES = ['VB', 'NN', 'JJ'];
const LONGEST_ENDING = 5;

const isBase = ({ exceptions }: LemmaRules, form: string, tag: string): boolean => {
  const lower = form.toLowerCase();
  return exceptions.get(`${lower}\t${tag}`) === lower;
};

/** A base that is listed, else one that exists; among several the one that such stems mostly have. */
function choose(rules: LemmaRules, bases: readonly string[], stem: string, tag: string): string {
  const [first = stem] = bases;
  if (bases.length < 2) return first;
  let open = bases.filter((base) => isBase(rules, base, tag));
  if (open.length === 0) open = bases.filter((base) => BASES.some((other) => isBase(rules, base, other)));
  if (open.length === 0) open = bases.filter((base) => rules.known.has(base.toLowerCase()));
  const guessed = open.length === 0;
  if (guessed) open = [...bases];
  for (let length = Math.min(LONGEST_ENDING, stem.length); open.length > 1 && length > 0; length--) {
    const script = rules.endings.get(`${tag}\t${stem.slice(-length).toLowerCase()}`);
    const base = script === undefined ? undefined : edit(stem, script);
    if (base === undefined || !open.includes(base)) continue;
    return guessed && length === 1 && LIKELY_E.test(stem) ? `${stem}e` : base;
  }
  return open[0] ?? first;
}

/** The script that turns a stem into its base: "cut n characters, add these" (Chrupała 2006). */
export function scriptFor(stem: string, base: string): string {
  let same = 0;
  while (same < stem.length && same < base.length && stem[same] === base[same]) same++;
  return `${stem.length - same}|${base.slice(same)}`;
}

function edit(stem: string, script: string): string {
  const bar = script.indexOf('|');
  return stem.slice(0, stem.length - Number(script.slice(0, bar))) + script.slice(bar + 1);
}
