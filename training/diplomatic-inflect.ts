/** The forms of a verb, by Penn tag; VBP is the form of VB. */
export interface VerbForms {
  readonly VB: string;
  readonly VBP: string;
  readonly VBZ: string;
  readonly VBG: string;
  readonly VBD: string;
  readonly VBN: string;
}

/** Lemma, past and participle; one form where both are the same. */
const IRREGULAR = `bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|beset beset|bid bid|bind bound|
bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought|browbeat browbeat browbeaten|unsay unsaid|build built|burst burst|buy bought|cast cast|
catch caught|choose chose chosen|cling clung|come came come|cost cost|cut cut|deal dealt|dig dug|do did done|draw drew drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|
fling flung|fly flew flown|forbid forbade forbidden|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got|
give gave given|go went gone|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|
know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|
mow mowed mown|overcome overcame overcome|overfly overflew overflown|override overrode overridden|overrun overran overrun|
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|put put|quit quit|read read|
rebuild rebuilt|repay repaid|reset reset|retake retook retaken|rethink rethought|ride rode ridden|ring rang rung|rise rose risen|
run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shoot shot|
show showed shown|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sling slung|speak spoke spoken|spend spent|
split split|spread spread|stand stood|steal stole stolen|stick stuck|strike struck|strive strove striven|swear swore sworn|
sweep swept|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|
tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|underwrite underwrote underwritten|
undo undid undone|unfreeze unfroze unfrozen|unwind unwound|uphold upheld|waylay waylaid|win won|wind wound|withdraw withdrew withdrawn|
withhold withheld|withstand withstood|wring wrung|write wrote written|rewrite rewrote rewritten`;

const PAST = new Map(
  IRREGULAR.split(/\|\s*/).map((row) => {
    const [lemma = '', past = '', participle = past] = row.split(' ');
    return [lemma, [past, participle] as const];
  }),
);

/** Verbs of more than one syllable that double their last letter: stressed at the end, or British with -l. */
const DOUBLED = new Set(
  `abet abhor acquit admit allot annul appal commit compel concur confer control counsel defer demur deter dispel
   enrol equal expel extol handicap incur infer kidnap label level marshal occur omit outwit patrol permit pistol
   propel quarrel rebel rebut recur refer regret remit repel rival signal submit transfer transmit travel tunnel abut
   model channel impel hobnob overrun reset rerun outrun allot quiz retrofit input offset upset unplug backlog
   airdrop begin boobytrap corral disbar entrap equip prefer readmit sidestep surveil unban
   cancel cudgel fulfil grovel imperil initial libel pummel stencil total towel trammel worship`.split(/\s+/),
);

/** All forms of an English verb from its lemma. */
export function verbForms(lemma: string): VerbForms {
  const irregular = PAST.get(lemma);
  const regular = `${stem(lemma, true)}ed`;
  return {
    VB: lemma,
    VBP: lemma,
    VBZ: lemma === 'have' ? 'has' : sForm(lemma),
    VBG: `${stem(lemma, false)}ing`,
    VBD: irregular?.[0] ?? regular,
    VBN: irregular?.[1] ?? regular,
  };
}

/** The plural of an English noun. */
export function plural(noun: string): string {
  const found = new Map([
    ['child', 'children'],
    ['crisis', 'crises'],
    ['aircraft', 'aircraft'],
    ['spokesman', 'spokesmen'],
    ['policeman', 'policemen'],
    ['memorandum', 'memoranda'],
    ['life', 'lives'],
    ['chief', 'chiefs'],
    ['person', 'people'],
    ['series', 'series'],
  ]).get(noun);
  return found ?? sForm(noun);
}

function sForm(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/quiz$/.test(word)) return `${word}zes`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/(?:veto|embargo|go|do|torpedo|echo|hero|cargo)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** What stands before -ed or -ing. */
function stem(lemma: string, past: boolean): string {
  if (past && /[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}i`;
  if (past && lemma.endsWith('e')) return lemma.slice(0, -1);
  if (/ie$/.test(lemma)) return `${lemma.slice(0, -2)}y`;
  if (/[^eyo]e$/.test(lemma) && lemma !== 'be' && !/inge$/.test(lemma)) return lemma.slice(0, -1);
  if (/inge$/.test(lemma))
    return /(?:infringe|impinge|hinge|cringe)$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  if (/ic$/.test(lemma)) return `${lemma}k`;
  if (DOUBLED.has(lemma) || /^[^aeiou]*(?:qu)?[aeiou][bcdfgklmnprstvz]$/.test(lemma)) {
    return lemma + lemma.charAt(lemma.length - 1);
  }
  return lemma;
}
