/** Irregular forms of English, of which the treebanks show only some. One word or verb a line or less. */

/** Base, past, participle where it differs; several forms of one kind have commas between them. */
const VERBS = `
arise arose arisen; awake awoke awoken; bear bore borne,born; beat beat beaten; become became become;
befall befell befallen; beget begot,begat begotten; begin began begun; behold beheld; bend bent; bereave bereft;
beseech besought; beset beset; bespeak bespoke bespoken; bestride bestrode bestridden; bet bet; bid bid,bade bidden,bid;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought;
broadcast broadcast; build built; burn burnt; burst burst; buy bought; cast cast; catch caught; chide chid chidden;
choose chose chosen; cleave cleft,clove cloven; cling clung; clothe clad; come came come; cost cost; creep crept; cut cut;
deal dealt; dig dug; dive dove; do did done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven;
dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung;
fly flew flown; forbear forbore forborne; forbid forbade forbidden; forecast forecast; forego forewent foregone;
foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
forsake forsook forsaken; forswear forswore forsworn; freeze froze frozen; gainsay gainsaid; get got gotten; gild gilt;
gird girt; give gave given; go went gone; grind ground; grow grew grown; hang hung; have had; hear heard; heave hove;
hew hewed hewn; hide hid hidden; hit hit; hold held; hurt hurt; inlay inlaid; keep kept; kneel knelt; knit knit;
know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; let let; lie lay lain;
light lit; lose lost; make made; mean meant; meet met; mislay mislaid; mislead misled; misread misread;
misspell misspelt; mistake mistook mistaken; misunderstand misunderstood; mow mowed mown; offset offset;
outbid outbid; outdo outdid outdone; outgrow outgrew outgrown; outrun outran outrun; outsell outsold; outshine outshone;
overcome overcame overcome; overdo overdid overdone; override overrode overridden; overrun overran overrun;
oversee oversaw overseen; oversleep overslept; overtake overtook overtaken; overthrow overthrew overthrown;
overhang overhung; overhear overheard; overeat overate overeaten; overspend overspent; overpay overpaid;
partake partook partaken; pay paid; plead pled; prepay prepaid; prove proved proven; put put; quit quit; read read;
rebuild rebuilt; recast recast; redo redid redone; redraw redrew redrawn; remake remade; repay repaid;
reset reset; resell resold; rethink rethought; retell retold; rewind rewound; rewrite rewrote rewritten; rid rid;
ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said; see saw seen; seek sought;
sell sold; send sent; set set; sew sewed sewn; shake shook shaken; shear shore shorn; shed shed; shine shone;
shit shat; shoe shod; shoot shot; show showed shown; shrink shrank shrunk,shrunken; shut shut; sing sang sung;
sink sank sunk,sunken; sit sat; slay slew slain; sleep slept; slide slid; sling slung; slink slunk; slit slit;
smell smelt; smite smote smitten; sow sowed sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt;
spin spun; spit spat; split split; spoil spoilt; spread spread; spring sprang sprung; stand stood; steal stole stolen;
stick stuck; sting stung; stink stank,stunk stunk; strew strewed strewn; stride strode stridden; strike struck stricken,struck;
string strung; strive strove striven; sublet sublet; swear swore sworn; sweep swept; swell swelled swollen; swim swam swum;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; thrive throve thriven;
throw threw thrown; thrust thrust; tread trod trodden; unbind unbound; undercut undercut; undergo underwent undergone;
underlie underlay underlain; understand understood; undertake undertook undertaken; underwrite underwrote underwritten;
undo undid undone; unwind unwound; uphold upheld; upset upset; wake woke woken; waylay waylaid; wear wore worn;
weave wove woven; wed wed; weep wept; wet wet; win won; wind wound; withdraw withdrew withdrawn; withhold withheld;
withstand withstood; wring wrung; write wrote written; beset beset; bestrew bestrewed bestrewn; input input; output output;
interweave interwove interwoven; outfight outfought; outlay outlaid; overbear overbore overborne; overfeed overfed;
overlay overlaid; overlie overlay overlain; overshoot overshot; oversell oversold; overdraw overdrew overdrawn;
overfly overflew overflown; presell presold; proofread proofread; retake retook retaken; resend resent; reread reread;
rerun reran rerun; regrow regrew regrown; relay relaid; retread retrod retrodden; spotlight spotlit; unlearn unlearnt;
unstick unstuck; wreak wrought; backslide backslid; hamstring hamstrung; babysit babysat; mimic mimicked; panic panicked; traffic trafficked; frolic frolicked; picnic picnicked; handwrite handwrote handwritten;
miscast miscast; misdo misdid misdone; misspeak misspoke misspoken; misspend misspent; outsit outsat; outspend outspent;
outthink outthought; outwear outwore outworn; undersell undersold; underspend underspent; underpay underpaid`;

/** "-ing" forms whose base no rule of spelling finds, and verbs in -e that lose it before "-ing" beside a verb without. */
const PARTICIPLES = `
die dying; lie lying; tie tying; vie vying; untie untying; belie belying; underlie underlying; overlie overlying;
dye dyeing; singe singeing; tinge tingeing; binge bingeing; eye eyeing; age ageing; queue queueing; cue cueing;
breathe breathing; bathe bathing; loathe loathing; soothe soothing; clothe clothing; seethe seething; teethe teething;
sheathe sheathing; wreathe wreathing; ski skiing; taxi taxiing; mimic mimicking; panic panicking; traffic trafficking; frolic frolicking; picnic picnicking`;

/** Pasts and participles that are bases of other verbs, too. */
const ALSO_BASES = `
found lay saw fell bound ground wound bore felt spit wed smelt cast shed quit read put set hit cut let shut split spread
burst bet hurt cost rid thrust slit knit beset broadcast forecast input output offset reset upset bid become come run overcome
overrun recast rerun sublet undercut wet overlay relay hang light dive fit shine strive miscast reread misread`;

/** Regular verbs that their "-ed" and "-ing" forms do not show. */
const REGULAR = `
convene intervene contravene reconvene sever rebuke format combat murmur bias canvas caucus focus monitor tutor sponsor anchor
author favor harbor labor honor mirror factor restore implore deplore explore ignore adore store score bore adhere cohere
interfere persevere revere visit edit limit exploit forfeit deposit exhibit prohibit inhibit elicit solicit profit merit benefit
inherit inhabit credit audit orbit recruit expedite excite incite invite ignite unite cite recite indict compete deplete delete
target market budget rocket blanket pocket abandon reason mention question condition station postpone envision commission
develop envelop gallop scallop worship gossip escape invade evade persuade parade blockade barricade cascade crusade
handle change arrange challenge avenge revenge plunge lounge hurl curl whirl snarl growl crawl sprawl brawl drawl
total rival signal equal pedal model travel cancel label level fuel duel counsel channel quarrel libel tunnel marvel rebel
compel expel propel repel control patrol enrol enroll install instal fulfil fulfill distil distill instil instill`;

/** Singular and plural. */
const NOUNS = `
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; louse lice; ox oxen; die dice;
penny pence; person persons; calf calves; elf elves; half halves; hoof hooves; knife knives; leaf leaves;
life lives; loaf loaves; scarf scarves; self selves; shelf shelves; thief thieves; wife wives; wolf wolves; dwarf dwarves;
wharf wharves; midwife midwives; housewife housewives; afterlife afterlives; bookshelf bookshelves; werewolf werewolves;
analysis analyses; basis bases; crisis crises; diagnosis diagnoses; emphasis emphases; hypothesis hypotheses;
neurosis neuroses; oasis oases; paralysis paralyses; parenthesis parentheses; prognosis prognoses; psychosis psychoses;
synopsis synopses; synthesis syntheses; thesis theses; metamorphosis metamorphoses; nemesis nemeses; axis axes;
testis testes; catharsis catharses; genesis geneses; antithesis antitheses; ellipsis ellipses; prosthesis prostheses;
appendix appendices; codex codices; index indices; matrix matrices; vertex vertices; vortex vortices; apex apices;
cortex cortices; helix helices; radix radices; directrix directrices; alumnus alumni; alumna alumnae; bacillus bacilli;
cactus cacti; focus foci; fungus fungi; locus loci; nucleus nuclei; radius radii; stimulus stimuli; syllabus syllabi;
terminus termini; torus tori; locus loci; thesaurus thesauri; hippopotamus hippopotami; octopus octopi; genus genera;
corpus corpora; alga algae; antenna antennae; formula formulae; larva larvae; nebula nebulae;
vertebra vertebrae; amoeba amoebae; lacuna lacunae; pupa pupae; bacterium bacteria; curriculum curricula;
erratum errata; memorandum memoranda; millennium millennia; ovum ova; stratum strata; symposium symposia;
referendum referenda; addendum addenda; aquarium aquaria; compendium compendia; consortium consortia; desideratum desiderata;
dictum dicta; emporium emporia; equilibrium equilibria; honorarium honoraria; maximum maxima; minimum minima; medium media;
moratorium moratoria; optimum optima; quantum quanta; sanatorium sanatoria; spectrum spectra; stadium stadia;
auditorium auditoria; automaton automata; criterion criteria; phenomenon phenomena; polyhedron polyhedra; ganglion ganglia;
schema schemata; stigma stigmata; stoma stomata; bureau bureaux; chateau chateaux; plateau plateaux; tableau tableaux;
beau beaux; gateau gateaux; trousseau trousseaux; milieu milieux; adieu adieux; graffito graffiti; libretto libretti;
virtuoso virtuosi; concerto concerti; tempo tempi; paparazzo paparazzi; cherub cherubim; seraph seraphim; kibbutz kibbutzim;
quiz quizzes; bus buses,busses; gas gases,gasses; bias biases; canvas canvases; alias aliases; atlas atlases; iris irises;
lens lenses; pancreas pancreases; trellis trellises; plus pluses; whiz whizzes; yes yeses; surplus surpluses;
mother-in-law mothers-in-law; father-in-law fathers-in-law; son-in-law sons-in-law; daughter-in-law daughters-in-law;
passer-by passers-by; runner-up runners-up; attorney-general attorneys-general; hanger-on hangers-on;
axe axes; cookie cookies; movie movies; zombie zombies; hippie hippies; rookie rookies; calorie calories; prairie prairies;
brownie brownies; genie genies; selfie selfies; smoothie smoothies; pixie pixies; cutie cuties; lassie lassies; laddie laddies;
junkie junkies; newbie newbies; veggie veggies; hoodie hoodies; foodie foodies; freebie freebies; goalie goalies;
groupie groupies; bookie bookies; collie collies; doggie doggies; sortie sorties; reverie reveries; menagerie menageries;
auntie aunties; coterie coteries; yuppie yuppies; roadie roadies; indie indies; oldie oldies; goodie goodies; baddie baddies;
pinkie pinkies; birdie birdies; talkie talkies; tie ties; pie pies; lie lies; magpie magpies; necktie neckties;
commie commies; boogie boogies; budgie budgies; townie townies; caddie caddies; walkie walkies;
kiddie kiddies; sweetie sweeties; techie techies; homie homies; quickie quickies; undie undies;
shoe shoes; toe toes; canoe canoes; hoe hoes; foe foes; doe does; woe woes; oboe oboes; throe throes; floe floes; roe roes;
horseshoe horseshoes; tiptoe tiptoes; mistletoe mistletoes; snowshoe snowshoes; cache caches; ache aches; niche niches;
headache headaches; toothache toothaches; avalanche avalanches; cliche cliches; psyche psyches; creche creches; moustache moustaches;
mustache mustaches; quiche quiches; tranche tranches; microfiche microfiches; stomachache stomachaches; heartache heartaches`;

/** Nouns that are the same in the plural or have no singular. */
const PLURALS = `
sheep deer fish aircraft spacecraft hovercraft watercraft offspring series species means headquarters crossroads barracks
gallows shambles swine moose elk bison salmon trout cod shrimp squid grouse swiss chinese japanese vietnamese portuguese
corps chassis rendezvous police people cattle clergy personnel staff poultry vermin gentry folk
clothes trousers pants jeans shorts tights scissors pliers tweezers tongs binoculars pyjamas pajamas sunglasses
thanks congrats regards remains whereabouts surroundings outskirts belongings proceedings premises auspices
arrears amends annals alms riches spoils tidings doldrums throngs genitals entrails intestines innards
politics economics ethics mathematics physics linguistics electronics gymnastics statistics logistics athletics genetics
semantics aesthetics mechanics geopolitics acoustics ballistics phonetics pragmatics robotics dynamics
news measles mumps rabies diabetes billiards darts dominoes checkers
goods troops contents supplies finances savings earnings manners specifics confines tenterhooks hackles dregs
tens kudos pathos chaos ethos cosmos`;

const COMPARED = `good better best; bad worse worst; far farther farthest; old elder eldest`;

/** Months and days of the week, written short. */
const DATES = `
January Jan.; February Feb,Feb.; March Mar.; April Apr,Apr.; June Jun.; July Jul.; August Aug,Aug.;
September Sep,Sep.,Sept,Sept.; October Oct,Oct.; November Nov,Nov.; December Dec,Dec.; Monday Mon.; Tuesday Tue,Tue.,Tues,Tues.;
Wednesday Wed,Wed.; Thursday Thu,Thu.,Thur,Thur.,Thurs,Thurs.; Friday Fri,Fri.; Saturday Sat.; Sunday Sun.`;

/** Adjectives that keep their capital, in the order of the alphabet. */
const CAPITALISED = `
Afghan African Albanian Algerian American Andorran Angolan Antarctic Arab Arabian Arabic Aramaic Argentine Argentinian Armenian
Asian Asiatic Assyrian Athenian Atlantic Australian Austrian Azerbaijani Azeri Babylonian Bahraini Balinese Balkan Baltic
Bangladeshi Basque Bavarian Belarusian Belgian Belizean Bengali Beninese Bhutanese Bolivian Bolshevik Bosnian Brazilian Breton
British Bruneian Buddhist Bulgarian Burmese Burundian Californian Cambodian Cameroonian Canadian Cantonese Caribbean
Carthaginian Castilian Catalan Catholic Caucasian Celtic Chadian Chechen Chilean Chinese Christian Colombian Comorian Congolese
Coptic Corsican Cossack Croat Croatian Cuban Cypriot Czech Danish Darwinian Djiboutian Dominican Dutch Ecuadorian
Egyptian Elizabethan Emirati English Eritrean Estonian Ethiopian Eurasian European Fijian Filipino Finnish Flemish Floridian
Franciscan Freudian French Gabonese Gaelic Gallic Gambian Georgian German Germanic Ghanaian Grecian Greek Grenadian
Guatemalan Guinean Guyanese Habsburg Haitian Hawaiian Hebrew Hegelian Hellenic Hellenistic Herzegovinian Himalayan Hindu
Hispanic Honduran Hungarian Iberian Icelandic Incan Indian Indonesian Iranian Iraqi Irish Islamic Islamist Israeli Italian
Ivorian Jamaican Japanese Javanese Jesuit Jewish Jordanian Kashmiri Kazakh Kenyan Keynesian Khmer Korean Kosovan Kosovar
Kurdish Kuwaiti Kyrgyz Lao Laotian Latin Latvian Lebanese Leninist Liberian Libyan Lithuanian Lutheran Luxembourgish Macedonian
Malagasy Malawian Malay Malaysian Maldivian Malian Maltese Maoist Maori Marxist Mauritanian Mauritian Mayan
Mediterranean Melanesian Mesopotamian Methodist Mexican Micronesian Moldovan Mongol Mongolian Montenegrin Mormon Moroccan
Mozambican Muslim Namibian Napoleonic Nazi Nepalese Nepali Newtonian Nicaraguan Nigerian Nigerien Nordic Norman Norse
Norwegian Olympic Omani Orwellian Ottoman Pakistani Palestinian Panamanian Papuan Paraguayan Paralympic Parisian Parthian
Pashtun Persian Peruvian Philippine Polish Polynesian Portuguese Presbyterian Protestant Prussian Punjabi Qatari
Quebecois Roman Romanian Russian Rwandan Sahelian Salvadoran Samoan Sanskrit Saudi Saxon Scandinavian Scots Scottish Semitic Senegalese
Serb Serbian Shakespearean Shia Shiite Siberian Sicilian Sikh Sinhalese Slav Slavic Slovak Slovakian Slovene Slovenian Socratic
Somali Soviet Spanish Stalinist Sudanese Sumerian Sunni Surinamese Swazi Swedish Swiss Syrian Taiwanese Tajik Tamil
Tanzanian Tatar Texan Thai Tibetan Timorese Togolese Tongan Trinidadian Tunisian Turkic Turkish Turkmen Tuscan Ugandan
Ukrainian Uruguayan Uyghur Uzbek Vatican Venetian Venezuelan Victorian Vietnamese Viking Visigothic Welsh Westphalian Yemeni
Yugoslav Zambian Zimbabwean Zionist Zulu`;

/** Names in capitals that are pronounced as words or spelt, of four letters and more: "ASEAN" is not "Asean". */
const ACRONYMS = `
ACLED AFRICOM AMISOM ANZUS APEC ASEAN ATMIS AUKUS BRICS CARICOM CELAC CEMAC CENTCOM CENTO CERN COMESA COVID CPEC CSCE CSTO
DPRK ECOSOC ECOWAS EFTA ESCAP EUCOM EUFOR EULEX EURATOM FARC FATF FIFA FRELIMO GATT GUAM IAEA ICAO ICBM ICRC IFOR IGAD INTERPOL
IPCC ISAF ISIL ISIS JAXA JCPOA KCNA KFOR LTTE MERCOSUR MINURSO MINUSCA MINUSMA MINUSTAH MONUC MONUSCO NAFTA NASA NATO NORAD
NORTHCOM OCHA ODIHR OECD OFAC OHCHR OPCW OPEC OSCE PACOM RCEP RENAMO SAARC SACEUR SADC SALT SARS SEATO SHAPE SIPRI SOCOM
START SWAPO SWIFT TRIPS UNAIDS UNAMA UNAMI UNAMID UNASUR UNCLOS UNCTAD UNDP UNEP UNESCO UNFCCC UNFPA UNGA UNHCR UNICEF
UNIDO UNIFIL UNITA UNITAR UNITAID UNMIK UNMIL UNMIS UNMISS UNOCI UNODC UNOPS UNPROFOR UNRWA UNSC UNSCR UNTAC UNTAET USAID USMCA USSR
WIPO ZANU ZAPU`;

/** Short ways of writing that people use in messages, with their tags. */
const SHORT_FORMS = `
please UH pls; thanks NNS thx; you PRP u; your PRP$ ur; be VBP r; because IN b/c,cuz,coz; about IN abt; between IN btwn;
with IN w/; without IN w/o; through IN thru; though RB tho; though IN tho; people NNS ppl; hour NNS hrs,hrs.; minute NNS mins,mins.;
second NNS secs,secs.; year NNS yrs,yrs.; government NN gov't,govt; versus IN vs`;

export interface IrregularForm {
  readonly form: string;
  /** The tags that the form has when it has the lemma. */
  readonly tags: readonly string[];
  /** Tags that a tagger may give it then. */
  readonly mistaken: readonly string[];
  readonly lemma: string;
}

/** Forms that rules of spelling do not explain. The treebanks show only some of them. */
export function* irregularForms(): Generator<IrregularForm> {
  const one = (form: string, lemma: string, tags: readonly string[], mistaken: readonly string[] = []) => ({
    form,
    tags,
    mistaken,
    lemma,
  });
  for (const base of words(`${ALSO_BASES} ${REGULAR}`)) yield one(base, base, ['VB', 'VBP']);
  for (const [base, past, participle] of rows(VERBS))
    for (const form of [...past, ...participle]) yield one(form, base, ['VBD', 'VBN'], ['VB', 'VBP']);
  for (const [base, participles] of rows(PARTICIPLES))
    for (const form of participles) yield one(form, base, ['VBG']);
  for (const [lemma, plurals] of rows(NOUNS))
    for (const form of plurals) yield one(form, lemma, ['NNS'], ['NN']);
  for (const form of words(PLURALS)) yield one(form, form, ['NNS']);
  for (const [lemma, comparatives, superlatives] of rows(COMPARED)) {
    for (const form of comparatives) yield one(form, lemma, ['JJR', 'RBR']);
    for (const form of superlatives) yield one(form, lemma, ['JJS', 'RBS']);
  }
  for (const [lemma, short] of rows(DATES)) for (const form of short) yield one(form, lemma, ['NNP']);
  for (const [lemma, [tag = ''], short] of rows(SHORT_FORMS))
    for (const form of short) yield one(form, lemma, [tag]);
  for (const lemma of words(CAPITALISED)) {
    yield one(lemma.toLowerCase(), lemma, lemma === 'Polish' ? ['JJ'] : ['JJ', 'NN']);
    if (/[aimnr]$/.test(lemma)) yield one(`${lemma.toLowerCase()}s`, lemma, ['NNS']);
  }
  for (const adverb of words('BC BCE CE AD ASAP')) yield one(adverb.toLowerCase(), adverb, ['RB']);
  for (const name of words(ACRONYMS)) yield one(name, name, ['NNP']);
}

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Rows of a table: a lemma and up to two columns of forms. */
function rows(table: string): [lemma: string, first: string[], second: string[]][] {
  return table
    .trim()
    .split(/;\s*/)
    .map((row) => {
      const [lemma = '', first = '', second = ''] = row.split(' ');
      return [lemma, split(first), split(second)];
    });
}

const split = (forms: string): string[] => (forms === '' ? [] : forms.split(','));
