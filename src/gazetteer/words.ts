/** Words that the patterns over names turn on, lower case. */

/** What may follow a name and a hyphen without making the whole a name: "US-led", "Moscow-backed". */
export const PARTICIPLES =
  /^\s?[-‐‑–]\s?(led|backed|based|born|made|owned|run|funded|financed|sponsored|supported|brokered|mediated|occupied|controlled|held|ruled|administered|dominated|linked|allied|aligned|trained|armed|drafted|built|style|claimed|proposed|initiated|hosted|speaking|friendly|affiliated|installed|imposed|bound|registered|flagged|wide)\b/i;

/** Those after which the name's owner leads what follows: "the Saudi-led coalition". */
export const LED = /^\s?[-‐‑–]\s?(led|commanded)\b/i;

/** Those that say only where: "Syria-based militants". */
export const LOCATED = /^\s?[-‐‑–]\s?(based|wide|registered|flagged)\b/i;

/** What stands before a name and turns it against or for others: "pro-Russian", "anti-China". */
export const ATTITUDES = /(^|[^\p{L}])(anti|pro|non|un|post|pre|ex|trans|intra|inter)\s?[-‐‑–]\s?$/iu;

export const POSSESSIVES = new Set(["'s", '’s', '´s', '`s', "'", '’', 's']);

export const ARTICLES = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'this', 'that']);

export const JOINERS = new Set(['and', 'or', '&', ',', '/', '-', '–']);

/** Offices that are held towards another party: "ambassador to Vietnam". */
export const ENVOYS =
  /^(ambassadors?|envoys?|representatives?|commissioners?|consuls?|consuls-general|delegates?|attach[eé]s?|emissary|emissaries|diplomats?|mission|charg[eé])$/i;

/** Who speaks or acts for what follows "for". */
export const AGENTS = /^(spokes\w+|lawyers?|attorneys?|prosecutors?)$/i;

/** People who are about a party rather than of it. */
export const NOT_OF =
  /^(supporters?|critics?|opponents?|victims?|allies|ally|enemies|friends?|partners?|neighbou?rs?)$/i;

/** Days and months, which are written like names. */
export const CALENDAR = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue wed thu fri sat sun'
  ).split(' '),
);

/** Nouns that make a town of the name before them: "Beijing airport", "Kabul's streets". */
export const TOWNSCAPE =
  /^(airport|street|streets|district|districts|suburb|suburbs|square|university|hotel|subway|metro|mayor|skyline|city|centre|center|downtown|outskirts|neighbou?rhoods?|residents?|region|province|area|time|olympics|marathon|stock|exchange|bureau|correspondent|port|station|bridge|market|markets|hospital|zoo|museum|summit|conference|meeting|talks|declaration|consensus|climate|suburbs|embassy|consulate|road|highway|palace|restaurant|bombing|bombings|attack|attacks|explosion|blast|siege|flat|apartment|court|slum|slums)$/i;

/** Verbs whose object is somewhere rather than someone. */
export const PLACE_VERBS = new Set(
  (
    'visit leave reach enter tour bomb shell capture seize hit strike attack storm besiege surround retake ' +
    'recapture liberate evacuate flee occupy bombard overrun approach near conquer encircle rock shake raid ' +
    'cross patrol inhabit transit depart'
  ).split(' '),
);

/** Verbs of motion, after which "to" tells whither. */
export const MOTION =
  /^(go|goes|went|gone|going|fly|flies|flew|flown|flying|travel\w*|return\w*|come|comes|came|coming|arriv\w+|head\w*|drive|drove|driving|march\w*|sail\w*|walk\w*|move[ds]?|moving|flee|fled|rush\w*|mov\w+|visits?|visit\w+|trips?|flights?|journeys?|tours?|voyages?|pilgrimages?|dispatch\w*|deport\w*|extradit\w*|evacuat\w*|transfer\w*|deliver\w*|ship\w*|return|way|road|route|bound|relocat\w*|embassy|embassies|send|sent|sends|sending|back|transport\w*|took|taken?|takes|bring|brings|brought|airlift\w*|relay\w*|invit\w*|welcom\w*|delegations?|accompan\w*|summon\w*|call(ed)? back|recall\w*|moved|next|close|closer|stopover|detour)$/i;

/** Nouns of place: "the mayor of London", "30 km south of Damascus". */
export const PLACE_NOUNS =
  /^(city|capital|town|streets?|mayor|outskirts|suburbs?|districts?|neighbou?rhoods?|north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|outside|km|kilomet(er|re)s?|miles?|centre|center|heart|siege|battle|fall|bombing|bombings|university|port|airport|residents?|people|control|most|much|parts?|airspace|skies|capture|occupation|treaty|bishop|archbishop|patriarch|diocese|area|province|municipality|governor|court|bank)$/i;

/** Subjects of these are towns: "Kabul fell", "Damascus was shelled". */
export const TOWN_SUBJECT_VERBS = new Set(
  'fall lie burn wake awake locate situate rock shell bomb hit host flood besiege'.split(' '),
);

/** Prepositions that make a capital the town. */
export const IN_PLACE = new Set(
  (
    'in at near around outside inside within across throughout through into via toward towards off beyond along above ' +
    'around surrounding downtown greater central eastern western northern southern east west north south'
  ).split(' '),
);

/** What ends an office: PLOVER codes its former holder as one of the elite. */
export const FORMER = /^(former|ex|ousted|deposed|late|one-time|erstwhile|toppled|overthrown|exiled)$/i;

/** What sits in one state and is of another. */
export const HOSTED =
  /^(embass(y|ies)|consulates?|missions?|delegations?|diplomats?|counterparts?|nationals|tourists?|base|bases)$/i;
