/** Of these what stands after "to", "for" or "with" is no one that the act is for: "travel to Japan", "prepare for war with Japan". */
export const ELSEWHERE = new Set([
  ...[
    'leave',
    'quit',
    'exit',
    'condemn',
    'oppose',
    'fight',
    'attack',
    'sanction',
    'counter',
    'resist',
    'join',
  ],
  ...[
    'punish',
    'confront',
    'denounce',
    'destroy',
    'deter',
    'isolate',
    'make',
    'propose',
    'resume',
    'convene',
  ],
  ...[
    'establish',
    'create',
    'reform',
    'amend',
    'ratify',
    'sign',
    'win',
    'combat',
    'refer',
    'submit',
    'present',
  ],
  ...['accept', 'allow', 'stop', 'prevent', 'export', 'hold', 'urge', 'call', 'press', 'accede', 'belong'],
  ...['host', 'attend', 'adhere', 'follow', 'buy', 'sell', 'travel', 'visit', 'go', 'return', 'move', 'come'],
  ...['fly', 'open', 'align', 'raise', 'arrive', 'respond', 'react', 'answer', 'appeal', 'remain', 'apply'],
  ...['withdraw', 'report', 'appoint', 'elect', 'nominate', 'transform', 'meet', 'speak', 'talk', 'push'],
  ...['implement', 'recognise', 'defeat', 'pressure', 'limit', 'say', 'abide', 'conform', 'comply', 'strive'],
]);

/** Whose object the act is for: "support Ukraine", "admit Timor-Leste". */
export const BENEFITING = new Set([
  ...[
    'admit',
    'compensate',
    'equip',
    'train',
    'arm',
    'fund',
    'finance',
    'feed',
    'reward',
    'rebuild',
    'restore',
  ],
  ...[
    'liberate',
    'free',
    'save',
    'rescue',
    'enable',
    'empower',
    'benefit',
    'stabilise',
    'stabilize',
    'secure',
  ],
  ...[
    'pay',
    'consult',
    'inform',
    'reimburse',
    'shelter',
    'resettle',
    'welcome',
    'invite',
    'vaccinate',
    'treat',
  ],
  ...['host', 'promise', 'assure', 'pledge', 'relieve', 'uphold', 'respect', 'recognise', 'recognize'],
]);

/** With whom one does or has these, both gain by it. */
export const SHARING =
  /^(?:co-?operat(?:e|ion)|collaborat(?:e|ion)|shar(?:e|ing)|partner(?:ship)?|friendship|solidarity|ties?|relation(?:s|ship)?|link|bond|peace|normali[sz]e|integrat(?:e|ion)|reconcil(?:e|iation)|stand|agreement|border)$/;

/** Who does so does it for whom or for whose work the object names. */
export const SUPPORTING = new Set([
  ...['support', 'help', 'assist', 'aid', 'back', 'serve', 'defend', 'protect', 'accompany', 'contribute'],
  ...[
    'facilitate',
    'safeguard',
    'provide',
    'extend',
    'give',
    'offer',
    'render',
    'lend',
    'stand',
    'strengthen',
  ],
]);

/** What is supported for the sake of whom it belongs to: "the efforts of the Secretary-General". */
export const WORKS = new Set([
  ...['fight', 'security', 'stability', 'development', 'process', 'transition', 'progress', 'fund', 'role'],
  ...['freedom', 'liberation', 'peace', 'defence', 'defense', 'interest', 'need', 'plan', 'statehood'],
  ...['effort', 'work', 'cause', 'struggle', 'right', 'endeavour', 'endeavor', 'aspiration', 'question'],
  ...[
    'border',
    'independence',
    'sovereignty',
    'integrity',
    'unity',
    'reconstruction',
    'recovery',
    'legitimacy',
  ],
  ...['rebuilding', 'self-determination', 'bid', 'candidacy', 'membership', 'presidency', 'mission'],
]);

/** People who stand for their state: "our brothers in Tonga". */
export const PEOPLE = new Set([
  ...['people', 'population', 'refugee', 'brother', 'sister', 'friend', 'community', 'child', 'woman'],
  ...['brethren', 'neighbour', 'neighbor', 'partner'],
  ...['citizen', 'victim', 'family', 'civilian', 'cause', 'question', 'president', 'envoy', 'institution'],
]);

/** Verbs whose object is helped, wherever they stand in the action. */
export const HELPS =
  /^(?:help|assist|aid|support|protect|save|rescue|defend|enable|empower|benefit|shelter|liberate)$/;

/** Nouns of help: who stands with "of" or "for" behind them is helped. */
export const SUPPORTS =
  /^(?:supporter|friend|defender|champion|support|aid|defence|defense|solidarity|favour|favor|protection)$/;

/** With whom one has these is no friend. */
export const CONFLICT =
  /^(?:war|conflict|dispute|border|fight|struggle|problem|issue|crisis|tension|differences?)$/;

/** To what one belongs or answers is not helped: "the parties to the Convention", "our response to the attack". */
export const APART =
  /^(?:party|accession|annex|protocol|amendment|adherence|response|reply|reaction|threat|approach|alternative|exception|signatory|candidate|candidacy|trip|visit|return|conference|summit|meeting)$/;
