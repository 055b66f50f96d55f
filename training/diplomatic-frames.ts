/** Frames of verbs that the list of acts does not spell out. A row: verbs, then what goes with them. */

const rows = (text: string): readonly (readonly [verbs: readonly string[], rest: readonly string[]])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [verbs = '', ...rest] = line.trim().split(' | ');
      return [verbs.split(' '), rest];
    });
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Verbs with a thing and a party behind a preposition that belongs to the verb: "donated supplies to Kenya". */
export const TRANSFER = rows(`
  donate give send deliver ship supply provide lend offer sell export transfer present dispatch extend return | to | supply aid weapon food medicine vaccine missile tank loan grant equipment helicopter submarine gas oil drone jet
  pledge promise grant award offer extend allocate channel | to | aid support assistance relief loan money credit funding
  send dispatch deploy move rush | to | troop soldier envoy delegation peacekeeper reinforcement warship aircraft battalion convoy monitor
  address submit deliver convey present send hand | to | letter message protest note demand appeal complaint proposal petition report
  withdraw pull remove evacuate recall move | from | troop soldier force ambassador diplomat envoy personnel unit missile
  buy purchase import receive obtain acquire order secure | from | weapon oil gas missile jet wheat submarine equipment loan drone grain
  seek request demand receive win secure obtain extract | from | aid support assistance apology concession help approval guarantee compensation
  impose slap place levy inflict reimpose | on | sanction tariff ban embargo restriction penalty quota curb blockade duty
  declare wage | on | war
  file lodge bring | against | complaint lawsuit charge case appeal
  mobilise mobilize deploy use fire employ launch | against | troop missile drone tank rocket force weapon artillery
  share exchange trade | with | intelligence information evidence technology prisoner view ambassador
  spend waste | on | money aid funding
  base station deploy keep hold | in | troop force missile drill exercise talk summit meeting election
  voice express declare reiterate affirm | for | support respect solidarity sympathy
  voice express raise | over | concern alarm objection protest regret outrage`);

/** Verbs with a person or party and a thing behind a preposition: "accused Iran of aggression". */
export const CHARGE = rows(`
  accuse convict acquit suspect | of | aggression violence terrorism espionage sabotage interference treason hypocrisy war crime
  blame criticise criticize condemn denounce rebuke punish sanction thank praise commend applaud | for | attack aggression violence raid assault support mediation restraint delay decision
  supply provide arm equip present furnish | with | weapon food money missile equipment ammunition tank
  threaten hit target slap | with | sanction tariff force war strike embargo
  warn | against | aggression interference escalation attack intervention
  warn remind inform notify assure | of | danger plan decision support commitment threat
  protect defend shield | from | attack aggression invasion sanction violence
  expel ban exclude suspend bar | from | council union league meeting conference summit
  invite summon | to | talk meeting summit conference dialogue dinner
  help assist support back aid | in | war effort conflict dispute talk struggle
  join meet contact consult | for | talk discussion negotiation dinner
  congratulate compliment brief | on | election victory agreement plan progress reform
  press pressure lobby ask | for | aid answer concession help money asylum
  drag lead pull | into | war conflict dispute crisis`);

/** "recognised X as Y". */
export const AS_VERBS =
  list(`recognise recognize name appoint accept describe designate regard nominate invite denounce condemn
  portray brand hail reject install treat`);
export const AS_NOUNS =
  list(`ambassador envoy ally partner mediator president leader observer member state rival threat enemy
  neighbour terrorist aggressor chairman spokesman friend`);

/** Verbs without an object, each with prepositions and things that they take. */
export const INTRANSITIVE = rows(`
  abide comply | by with | treaty ruling agreement ceasefire resolution decision
  accede agree object respond reply return submit defer react | to | demand request proposal plan treaty offer condition
  appeal call press push plead lobby campaign | for | restraint help aid peace ceasefire reform asylum support dialogue
  apologise apologize atone | for | attack delay mistake violence raid
  argue quarrel clash bicker spar negotiate haggle disagree | over | border territory water trade dispute treaty tariff
  retaliate protest rally demonstrate fight vote strike appeal | against | attack sanction aggression plan occupation decision reform
  withdraw retreat pull flee depart | from | town talk treaty base village agreement territory
  insist focus comment touch decide vote agree rely depend | on | reform plan withdrawal condition resolution sanction
  participate engage intervene cooperate collaborate assist meddle interfere | in | talk conflict election war project dispute drill
  join step give cave weigh | in | effort
  look inquire probe delve | into | attack claim case report
  consent yield bow capitulate surrender | to | demand pressure threat request
  reflect dwell | on | crisis war
  deal cope proceed continue | with | crisis problem reform project
  abstain refrain | from | violence vote aggression`);
/** Verbs that take a party: "negotiated with Iran". */
export const PARTY_INTRANSITIVE = rows(`
  negotiate talk meet clash cooperate collaborate trade fight sympathise ally confer consult deal compete side liaise work argue | with
  apologise apologize appeal surrender turn listen defer complain talk speak travel return | to
  retaliate fight vote demonstrate protest march complain | against
  attack withdraw retreat flee return depart | from
  arrive land meet gather convene invest intervene | in
  rely call depend spy | on
  march advance | on`);
/** Verbs without anything: of people and parties, of events and relations. */
export const ALONE =
  list(`resign retreat surrender protest apologise apologize mobilise mobilize capitulate relent retaliate withdraw
  disagree abstain rebel demonstrate depart arrive agree object respond react escalate advance flee hesitate waver refuse
  comply cooperate intervene fight negotiate return vote collapse compromise persist yield disarm rearm`);
export const EVENT_VERBS =
  list(`resume collapse improve sour end deepen stall begin start continue fail worsen deteriorate escalate
  intensify expire open close conclude grow flourish suffer expand recover resurface erupt`);

/** Verb, particle, things. */
export const PARTICLES = rows(`
  call | off | talk visit summit strike drill meeting offensive
  break cut | off | relation talk tie negotiation contact
  set | up | committee base channel camp commission checkpoint
  step ramp scale build | up | aid pressure patrol production attack deployment force
  carry | out | attack raid strike reform drill airstrike plan inspection
  turn vote | down | offer request proposal invitation plan resolution demand
  shoot bring gun | down | drone jet helicopter plane missile
  shut close | down | embassy airport base consulate border newspaper
  hand give send | over back | hostage prisoner suspect territory body
  take | over | town port presidency airport base
  pull hold | back | troop force artillery tank
  put | off | visit vote summit election decision
  lay put | down | weapon arm
  rule | out | talk attack compromise concession intervention
  work hammer iron | out | deal agreement compromise plan
  phase roll | out | programme plan vaccine subsidy
  lock round | up | protester activist journalist migrant
  scale cut | back down | aid presence drill subsidy
  sign | up | partner
  shore prop back | up | ally government regime ceasefire
  fend fight | off | attack assault challenge
  seal cordon | off | border village town area
  throw kick | out | diplomat ambassador journalist
  give | up | weapon claim territory programme
  track hunt | down | militant suspect fighter
  water | down | resolution statement text
  draw | up | plan treaty list draft roadmap`);
export const PARTICLES_ALONE = rows(`
  back stand step | down
  pull drop walk opt | out
  break | away
  give cave step | in
  hit fight strike fall | back
  team link | up
  speak | out
  carry | on
  go | ahead`);

/** Verbs of two objects: "offered Kenya a loan". */
export const DITRANSITIVE = rows(`
  give offer grant lend send award promise | aid loan money weapon asylum visa support grant medal credit missile help seat food
  give offer deny refuse | access permission chance time visa recognition seat asylum right
  send hand | letter message note list ultimatum proposal
  owe pay | money compensation debt
  sell | weapon oil gas submarine jet missile drone`);

/** Someone is to do something: object or indirect object, after the treebanks. */
export const CONTROL_OBJ = list(
  'order force help encourage invite want expect compel authorise authorize lead enable pressure push press require oblige empower instruct',
);
export const CONTROL_IOBJ = list('urge tell ask allow persuade warn permit beg implore');
export const CONTROL_SUBJECT =
  list(`agree refuse threaten promise vow plan fail offer pledge decide want hope try seek continue begin
  attempt decline intend prepare aim start choose manage resolve undertake`);
/** With a gerund. */
export const GERUND = list('stop start begin consider continue suggest resume risk');
export const PREVENT = rows(`
  accuse suspect | of
  prevent ban bar stop discourage | from
  thank blame criticise criticize praise condemn punish | for`);
export const SAYING =
  list(`say say say say announce warn stress add note declare claim insist argue reiterate confirm report admit acknowledge
  explain deny suggest emphasise emphasize believe hope fear agree state underline maintain complain predict allege affirm`);
export const TELLING = list('tell tell inform assure warn remind notify');
