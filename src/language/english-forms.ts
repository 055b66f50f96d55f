/** Word forms that the tokeniser and the sentence splitter must know. Lower case, without the final period. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Abbreviations that take their period and are followed by a name or more of the phrase: no sentence ends there. */
export const TITLES = words(
  `mr mrs ms dr prof gen lt col maj capt cpt sgt cpl pvt adm cmdr brig sen rep gov pres rev hon st amb msgr fr sr
   messrs mme mlle supt insp det atty gens drs profs sens reps hons mt ft vs v e.g i.e cf viz approx ca al esp incl`,
);

/** Abbreviations that take their period and may end a sentence; then a capital or the end of the line follows. */
export const ABBREVIATIONS = words(
  `jr inc corp co ltd llc plc bros etc dept est govt intl natl assn univ ave blvd rd ph.d m.a b.a m.sc b.sc ll.d
   calif conn fla mass mich minn penn tenn ariz colo wash va md mo ala ark ga ky ill ind okla ore wis`,
);

/** Abbreviations that take their period only before a number. */
export const BEFORE_NUMBER = words(
  'no nos c b d m art arts fig figs sec sect ch chap para paras p pp vol vols ed eds res doc cap reg regs ser',
);

export const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');

export const MONTHS = words('jan feb mar apr jun jul aug sept sep oct nov dec');

/** Combining forms that the treebanks keep in one word with what follows the hyphen. */
export const PREFIXES = words(
  `non e anti re co pro pre mid post cross over multi ex counter semi sub mini inter intra neo socio psycho
   un de dis ultra micro macro extra trans under meta hyper crypto ante infra supra proto em`,
);

const fused = (first: number, list: string): [string, number][] =>
  list.split(/\s+/).map((form) => [form, first]);

/** Words written together that are two words whatever stands around them; the number of characters in the first. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ...fused(1, 'im ive'),
  ...fused(2, 'dont wont cant aint itll hes'),
  ...fused(3, 'cannot gonna gotta gimme lemme wanna outta arent youre youve youll shes'),
  ...fused(4, 'werent thats whats theyre theyve theyll'),
  ...fused(5, 'theres'),
  ...'didnt isnt doesnt wasnt couldnt wouldnt shouldnt havent hasnt hadnt'
    .split(' ')
    .map((form): [string, number] => [form, form.length - 2]),
  ['alot', 1],
]);

/** Of these, the ones that are also other words, or names, when they are capitalised ("Im", "Cant"). */
export const FUSED_LOWER_CASE = words('im ive wont cant hes shes alot');

/** "its" before one of these is a slip for "it's": a possessive is never followed by them. */
export const AFTER_ITS_SLIP = words(
  `a an the not been my your his this that just so too also really probably definitely always never still like
   in on at for to very all gonna going got only because if`,
);

/** "lets" before one of these is a slip for "let's". */
export const AFTER_LETS_SLIP = words(
  'go see get be say hope not just face talk make take try have look do start',
);

/** What follows the apostrophe in a clitic. */
export const CLITICS = words('s re ve ll d m');

/** Units that the treebanks split from the figure before them ("35mm", "9am", "65k"). */
export const UNITS = words(
  `mm cm m km kg g mg lb lbs oz k bn mn tn b million billion mph kph kmh kw mw gw kwh mwh am pm hrs hr min mins sec ft ha
   kb mb gb tb hz khz mhz ghz`,
);

/** Last labels of host names that keep a lower-case dotted chain together. */
export const DOTTED = words(
  'com org net gov edu int mil info biz eu uk us cn ru jp in au ca de fr it kr sg my id th vn ph io co ac',
);

/** File endings: they keep the name before them whole, whatever its case ("Draft2.doc"). */
export const FILE_ENDINGS = words(
  'html htm pdf doc docx xls xlsx ppt pptx txt csv xml asp aspx php jpg jpeg png gif zip mp3',
);

/** First labels of Usenet groups ("comp.lang.c"). */
export const NEWS_ROOTS = words('alt comp rec sci soc misc');

/** Words that seldom follow an abbreviation inside a sentence when they are capitalised. */
export const STARTERS = words(
  `the a an this that these those it he she we they i you his her its our their my there here in on at as but and
   so for if when while after before since although though because however meanwhile moreover furthermore also
   then thus yet still some many most all both each what who how why where no not with by from to during under
   according despite last earlier later today yesterday one two another other such`,
);
