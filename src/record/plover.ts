/** PLOVER event types (Political Language Ontology for Verifiable Event Records), in the manual's order. */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

/** The quad class of each type. Source: PLOVER manual. */
export const QUAD_OF: Readonly<Record<PloverType, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** Score of each type on the −10..10 conflict–cooperation scale; modes may override. Source: PLOVER manual. */
export const INTENSITY_OF: Readonly<Record<PloverType, number>> = {
  AGREE: 2.5,
  CONSULT: 2.5,
  SUPPORT: 5,
  CONCEDE: 4.5,
  COOPERATE: 9.5,
  AID: 10,
  RETREAT: 6.5,
  REQUEST: 0,
  ACCUSE: -3,
  REJECT: -2,
  THREATEN: -3.5,
  PROTEST: -5,
  SANCTION: -6,
  MOBILIZE: -5.5,
  COERCE: -7,
  ASSAULT: -9,
};

/** Scores that a mode has of its own, by `TYPE:mode`. Source: PLOVER manual. */
export const INTENSITY_OF_MODE: Readonly<Record<string, number>> = {
  'CONSULT:visit': 4,
  'CONSULT:multilateral': 4,
  'CONSULT:phone': 1.5,
  'CONSULT:third-party': 1,
  'RETREAT:disarm': 10,
  'RETREAT:withdraw': 8,
  'RETREAT:ceasefire': 7.5,
  'RETREAT:release': 6.5,
  'RETREAT:access': 6.5,
  'RETREAT:resign': 4.5,
  'REQUEST:assist': 0.5,
  'REQUEST:meet': 0,
  'REQUEST:change': -1,
  'REQUEST:yield': -1,
  'ACCUSE:disapprove': -2,
  'ACCUSE:investigate': -3.5,
  'ACCUSE:allege': -3.5,
  'REJECT:assist': -1.5,
  'REJECT:change': -2,
  'REJECT:yield': -2,
  'REJECT:meet': -2,
  'THREATEN:restrict': -3,
  'THREATEN:arrest': -3.5,
  'THREATEN:relations': -3.5,
  'THREATEN:expel': -3.5,
  'THREATEN:violence': -3.5,
  'THREATEN:territory': -4,
  'PROTEST:riot': -7,
  'PROTEST:demo': -5,
  'PROTEST:strike': -5,
  'PROTEST:hunger': -4.5,
  'PROTEST:boycott': -4.5,
  'PROTEST:obstruct': -4.5,
  'PROTEST:vandalize': -4.5,
  'SANCTION:expel': -5.5,
  'SANCTION:convict': -6,
  'SANCTION:withdraw': -6,
  'SANCTION:discontinue': -6,
  'MOBILIZE:troops': -6.5,
  'MOBILIZE:weapons': -6.5,
  'MOBILIZE:militia': -6,
  'MOBILIZE:police': -5.5,
  'COERCE:seize': -7,
  'COERCE:restrict': -7,
  'COERCE:arrest': -7,
  'COERCE:deport': -7,
  'COERCE:withhold': -7,
  'COERCE:cyber': -7,
  'COERCE:censor': -6.5,
  'COERCE:curfew': -6.5,
  'COERCE:misinformation': -6.5,
  'COERCE:martial-law': -7.5,
  'ASSAULT:abduct': -8.5,
  'ASSAULT:torture': -8.5,
  'ASSAULT:sexual': -8.5,
  'ASSAULT:destroy': -8.5,
  'ASSAULT:beat': -7.5,
  'ASSAULT:crowd-control': -7.5,
  'ASSAULT:primitive': -8,
  'ASSAULT:firearms': -9,
  'ASSAULT:explosives': -9,
  'ASSAULT:targeted': -9.5,
  'ASSAULT:suicide-attack': -9.5,
  'ASSAULT:aerial': -9.5,
  'ASSAULT:drone': -9.5,
  'ASSAULT:heavy-weapons': -9.5,
  'ASSAULT:unconventional': -10,
};

/** Settings of an event; an event may carry several. Source: PLOVER manual. */
export const CONTEXTS = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
] as const;
export type Context = (typeof CONTEXTS)[number];

/** Actor sectors: state and society first, then the non-state kinds. Source: PLOVER manual. */
export const SECTORS = [
  ...['GOV', 'MIL', 'JUD', 'LEG', 'COP', 'PTY', 'OPP', 'REB', 'PRM', 'SPY', 'UAF', 'UNK'],
  ...['AGR', 'BUS', 'CRM', 'CVL', 'EDU', 'ELI', 'JRN', 'LAB', 'MED', 'PRE', 'REF', 'REL', 'SOC'],
  ...['IGO', 'NGO', 'MNC', 'ISM', 'IMG', 'UNO', 'EUR'],
] as const;

/**
 * Conflict–cooperation score of an event, −10..10.
 *
 * @example
 * intensityOf('CONSULT', 'visit') // 4
 */
export function intensityOf(type: PloverType, mode?: string): number {
  return (mode === undefined ? undefined : INTENSITY_OF_MODE[`${type}:${mode}`]) ?? INTENSITY_OF[type];
}
