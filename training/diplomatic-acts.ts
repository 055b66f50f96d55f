import { readFileSync } from 'node:fs';

/** Nouns that take no article and no plural. */
export const MASS: ReadonlySet<string> =
  words(`aid help support backing assistance funding financing relief food shelter
  equipment money cash medicine fuel weaponry ammunition wheat rice grain trade cooperation coordination dialogue mediation access
  criticism solidarity violence aggression personnel clothing flour water territory independence recognition membership sovereignty
  autonomy freedom censorship scrutiny training protection intelligence information evidence praise concern consent immunity
  statehood extradition disinformation enrichment debt gas compensation humanity weather progress restraint peace stability terrorism
  condemnation investment hardware harassment friendship goodwill confidence trust respect asylum hope regret outrage energy oil`);

/** Nouns used in the plural only, or nearly so. */
const PLURAL =
  words(`talk tie link relation supply fund hostility troop restriction sanction force reinforcement negotiation
  consultation munition border refugee migrant rebel fighter soldier militant reservist worker evacuee immigrant missile weapon arm
  curb quota tariff subsidy hostage prisoner detainee clash accusation allegation reform goods charge peacekeeper monitor observer
  inspector warship tank rocket artillery`);

/** Other nouns that occur as objects. */
const COUNT =
  words(`strike attack deal measure raid meeting offensive truce relationship exercise visa rule drill operation law
  investigation bailout battalion embargo treaty convoy visit armistice ceasefire lockdown accord probe inquiry war duty plan
  plane aircraft contingent bond protest levy donation army unit grant rocket contract quarantine brigade pact limit submarine jet
  credit complaint manoeuvre summit delivery appeal battery radar incursion settlement channel discussion helicopter order call case
  claim petition howitzer tranche requirement guard militia siege counterattack counteroffensive commitment lawsuit invasion
  prohibition request project warning condition decision right company compromise coalition sale service proposal suit sentence
  inspection demonstration package system commando patrol motion action blockade barrier fleet airstrike offer regiment rally
  demand rebuke emergency review contribution march freeze hospital conversation prosecution shipment bombardment conflict mission
  alliance partnership agreement loan ban penalty programme program campaign boycott assault moratorium payment curfew hearing
  search ship office suspension obstacle invitation resolution satellite budget conviction indictment carrier destroyer frigate doctor
  position flight crackdown vaccine parade guarantee report village base process passport ambassador interceptor challenge town grenade
  effort union note election audience site city bomb conference journalist broadside denunciation mask trip session grievance ruling
  statement candidacy network cordon warrant role transport purchase intervention corridor ultimatum deployment consensus injunction
  station apology forum presidency gathering road airport vessel licence representation envoy bill officer embassy struggle insurgency
  diplomat candidate politician movement permit punishment threat arsenal policy withdrawal reprimand objection speech revolt uprising
  rebellion broadcast bridge infringement convention bid recommendation newspaper broadcaster business permission appointment outpost
  railway port house camp front league crisis leader dispute plea stockpile silo council court post dinner result letter message
  reservation takeover mutiny checkpoint mine clearance market riot pullout spokesman minister opponent activist plot text draft
  declaration communiqué communique initiative framework memorandum protocol charter code timetable roadmap referendum constitution
  verdict drone tunnel pipeline factory facility reactor laboratory consulate mosque church school university museum monument`);

/** A verb with the nouns that it takes as objects. */
export interface TransitiveVerb {
  readonly lemma: string;
  /** Empty where no thing is known to be its object. */
  readonly nouns: readonly string[];
  /** Whether a party or person can be its object. */
  readonly party: boolean;
}

const NO_VERBS =
  words(`do be become come go have up part ethnically jointly sexually hauled wish appear baton confer carpet
  consult even disappear graffiti pan okay ok out refoule agree object persist okay pilgrimage speculate vow claim allege die
  add warn insist dub tut chain lay lie bow bid wind saw let get taboo disinvite foul vouch sing speak talk work worry act sit stand
  rise fall fight look lean moan vie okay depart arrive eavesdrop encroach litigate renege remonstrate jibe jeer insinuate infringe
  inveigh fulminate filibuster fish grope troll trespass mass whistle scoff swoop teleconference videoconference wine wiretap slate
  carp sift snipe disinvest assent phish interdict esteem adjudge lampoon felicitate execrate sodomise sodomize rape ring rage
  rain raft room pass party man land flee entreat nick sentence scald barter say tell ask think see want gainsay garnishee garnish`);

/**
 * The verbs of the list of acts with their objects: things by the frames that name them, parties where the list's roles
 * let the object itself be the recipient.
 */
export function transitiveVerbs(): TransitiveVerb[] {
  const known = new Set([...MASS, ...PLURAL, ...COUNT]);
  const found = new Map<string, { nouns: Set<string>; party: boolean }>();
  const text = readFileSync(new URL('../data/acts.tsv', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    const [lemma = '', pos, frame = '', , roles = ''] = line.split('\t');
    if (pos !== 'verb' || !/^[a-z]+$/.test(lemma) || NO_VERBS.has(lemma) || /prt:|xcomp|ccomp/.test(frame))
      continue;
    const entry = found.get(lemma) ?? { nouns: new Set<string>(), party: false };
    found.set(lemma, entry);
    const objects = /(?:^| )obj:(\S+)/.exec(frame)?.[1]?.split('|') ?? [];
    for (const noun of objects) if (known.has(noun)) entry.nouns.add(noun);
    if (/^(?:objparty|hasobj)?$/.test(frame) && /^subj>obj(?:$|\|)/.test(roles)) entry.party = true;
  }
  return [...found]
    .map(([lemma, { nouns, party }]) => ({ lemma, nouns: [...nouns], party }))
    .filter(({ nouns, party }) => party || nouns.length > 0);
}

/** Whether a noun is written in the plural: always, never, or as it comes. */
export function numberOf(noun: string): 'mass' | 'plural' | 'either' {
  if (MASS.has(noun)) return 'mass';
  return PLURAL.has(noun) ? 'plural' : 'either';
}

/** Prepositions by which a noun of this kind is joined to a party or a thing. */
export const NOUN_PREPOSITIONS: Readonly<Record<string, string>> = {
  talk: 'with',
  negotiation: 'with',
  consultation: 'with',
  dialogue: 'with',
  discussion: 'with',
  meeting: 'with',
  summit: 'with',
  treaty: 'with',
  agreement: 'with',
  deal: 'with',
  pact: 'with',
  accord: 'with',
  contract: 'with',
  memorandum: 'with',
  partnership: 'with',
  alliance: 'with',
  relation: 'with',
  tie: 'with',
  link: 'with',
  relationship: 'with',
  cooperation: 'with',
  trade: 'with',
  truce: 'with',
  ceasefire: 'with',
  armistice: 'with',
  war: 'with',
  border: 'with',
  dispute: 'with',
  sanction: 'on',
  tariff: 'on',
  ban: 'on',
  embargo: 'on',
  attack: 'on',
  strike: 'on',
  raid: 'on',
  restriction: 'on',
  assault: 'on',
  quota: 'on',
  curb: 'on',
  crackdown: 'on',
  airstrike: 'on',
  limit: 'on',
  levy: 'on',
  blockade: 'of',
  siege: 'of',
  invasion: 'of',
  offensive: 'against',
  campaign: 'against',
  operation: 'against',
  boycott: 'of',
  aggression: 'against',
  threat: 'against',
  visit: 'to',
  trip: 'to',
  aid: 'to',
  assistance: 'to',
  ambassador: 'to',
  envoy: 'to',
  support: 'for',
  backing: 'for',
  loan: 'for',
  plan: 'for',
  proposal: 'for',
  call: 'for',
  appeal: 'for',
  bid: 'for',
  claim: 'to',
  request: 'for',
  demand: 'for',
  apology: 'for',
  recognition: 'of',
  violation: 'of',
  membership: 'of',
  withdrawal: 'from',
  threats: 'against',
  warning: 'to',
  grant: 'for',
  criticism: 'of',
  condemnation: 'of',
  investigation: 'into',
  inquiry: 'into',
  probe: 'into',
  solidarity: 'with',
  access: 'to',
  supply: 'to',
  shipment: 'to',
  delivery: 'to',
  sale: 'to',
  invitation: 'from',
  offer: 'from',
  letter: 'from',
  report: 'on',
  resolution: 'on',
  statement: 'on',
  conference: 'on',
  referendum: 'on',
  decision: 'on',
  concern: 'over',
  protest: 'against',
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
