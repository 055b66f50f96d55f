/** Words that tell how far what they govern is real; what data/stages.tsv says of them holds as well. */

export const PROSPECTIVE = new Set([
  'toward',
  'towards',
  'before',
  'to',
  'of',
  'about',
  'from',
  'at',
  'for',
  'on',
]);

/** Nouns whose gerund tells what took place: "the honour of joining", "the merit of signing". */
export const REAL_NOUNS = new Set([
  'honour',
  'honor',
  'privilege',
  'merit',
  'experience',
  'result',
  'act',
  'fact',
  'day',
  'year',
  'anniversary',
  'date',
  'time',
]);

export const PROPOSES = new Set([
  ...[
    'propose',
    'suggest',
    'recommend',
    'advocate',
    'urge',
    'encourage',
    'call',
    'request',
    'demand',
    'support',
  ],
  ...['consider', 'invite', 'appeal', 'ask', 'back', 'favour', 'favor'],
]);

export const MET = new Set([
  ...[
    'proud',
    'happy',
    'pleased',
    'glad',
    'honoured',
    'honored',
    'privileged',
    'delighted',
    'first',
    'second',
  ],
  ...[
    'last',
    'latest',
    'one',
    'continue',
    'begin',
    'start',
    'cease',
    'manage',
    'go',
    'come',
    'honour',
    'honor',
  ],
  ...[
    'privilege',
    'country',
    'state',
    'nation',
    'member',
    'remain',
    'happen',
    'proceed',
    'only',
    'fortunate',
  ],
  ...[
    'be',
    'third',
    'next',
    'partner',
    'use',
    'lead',
    'enable',
    'help',
    'choose',
    'seem',
    'appear',
    'earliest',
    'few',
  ],
]);

export const WANTED = new Set([
  'necessary',
  'essential',
  'important',
  'urgent',
  'crucial',
  'vital',
  'imperative',
  'need',
  'call',
  'urge',
  'ask',
  'invite',
  'encourage',
  'request',
  'appeal',
  'propose',
  'proposal',
  'time',
  'wish',
  'want',
  'hope',
  'desire',
  'seek',
  'aspire',
  'aspiration',
  'like',
  'eager',
  'keen',
  'press',
  'support',
]);

export const THINKABLE = new Set([
  'possible',
  'able',
  'ability',
  'right',
  'free',
  'possibility',
  'opportunity',
  'chance',
  'option',
  'unable',
  'impossible',
  'unwilling',
]);

export const FAILED = new Set([
  'fail',
  'refuse',
  'decline',
  'failure',
  'refusal',
  'unable',
  'unwilling',
  'reluctant',
  'yet',
  'reluctance',
]);

export const PROSPECTS = new Set([
  'prospect',
  'possibility',
  'plan',
  'intention',
  'candidacy',
  'bid',
  'application',
  'path',
  'aspiration',
  'desire',
  'wish',
  'effort',
  'road',
  'goal',
  'aim',
  'quest',
  'await',
  'expect',
  'preparation',
  'proposal',
  'process',
]);

export const CONDITIONAL = new Set(['if', 'unless', 'whether', 'lest']);

export const TEMPORAL = new Set(['after', 'once', 'when', 'before', 'until', 'as']);

export const WISHES = /^(hope|wish|desire|want|aspire|aspiration|seek|dream|eager|keen)$/;

/** What one orders one's own to do is planned. */
export const ORDERS = /^(direct|order|instruct|authorise|authorize|mandate)$/;

export const THANKS =
  /^(congratulate|commend|thank|praise|applaud|welcome|condemn|criticise|criticize|blame|congratulation)$/;

export const INTEREST = /^(interest|interested)$/;

/** Nouns whose gerund is only thought of or wished. */
export const PROPOSALS =
  /^(endorsement|idea|proposal|suggestion|support|call|debate|discussion|talk|notion)$/;
