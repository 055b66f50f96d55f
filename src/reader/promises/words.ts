/** "pledged to", "is committed to", "promised that": reported or made, these bind whoever is the subject. */
export const PROMISING = new Set([
  'pledge',
  'promise',
  'vow',
  'commit',
  'undertake',
  'agree',
  'guarantee',
  'swear',
]);
/** Of these also the object may be what is promised: "pledged funds"; who commits or undertakes something does it. */
export const GIVING = new Set(['pledge', 'promise', 'vow', 'guarantee']);
/** "is ready to", "is determined to". */
export const WILLING = new Set([
  'ready',
  'willing',
  'determined',
  'committed',
  'resolved',
  'prepared',
  'dedicated',
]);
/** Nouns that carry a promise: "a commitment to", "its pledge to". */
export const PROMISES = new Set([
  'commitment',
  'pledge',
  'promise',
  'undertaking',
  'determination',
  'vow',
  'readiness',
]);
/** Verbs that make or repeat a promise which such a noun names; who breaks or recalls one makes none. */
export const MAKING = new Set([
  ...[
    'reaffirm',
    'renew',
    'reiterate',
    'restate',
    'confirm',
    'reconfirm',
    'repeat',
    'express',
    'make',
    'give',
  ],
  ...[
    'underline',
    'underscore',
    'stress',
    'emphasise',
    'emphasize',
    'affirm',
    'announce',
    'declare',
    'state',
  ],
  ...['voice', 'undertake', 'assume', 'enter', 'take', 'signal'],
]);
/** "aims to": a promise where it is the party's own word, or names a date. */
export const AIMING = new Set(['aim', 'intend', 'resolve']);
/** Verbs of which the future is no promise: "it will be", "this will bring", "we will succeed". */
export const STATES = new Set([
  ...['cover', 'include', 'contain', 'comprise', 'consist'],
  ...['require', 'bear', 'rely', 'consider', 'realise', 'realize', 'come', 'reach'],
  ...['be', 'have', 'need', 'see', 'know', 'face', 'suffer', 'benefit', 'depend', 'lose', 'become', 'seem'],
  ...['remember', 'find', 'like', 'succeed', 'fail', 'survive', 'thrive', 'emerge', 'prevail', 'overcome'],
  ...[
    'feel',
    'want',
    'hope',
    'believe',
    'think',
    'wonder',
    'understand',
    'miss',
    'inherit',
    'notice',
    'hear',
  ],
  ...['learn', 'celebrate', 'mark', 'bring', 'prove', 'die', 'happen', 'appear', 'exist'],
  ...['discover', 'mean', 'get', 'recall', 'forget', 'expect', 'experience', 'confront', 'enjoy'],
  ...[
    'treasure',
    'cherish',
    'wish',
    'love',
    'allow',
    'enable',
    'vanish',
    'collapse',
    'reap',
    'win',
    'appreciate',
    'gain',
    'earn',
    'triumph',
    'endure',
    'flourish',
    'prosper',
    'await',
    'witness',
    'owe',
    'belong',
    'result',
    'occur',
    'arise',
    'fall',
    'perish',
    'wither',
    'offend',
    'surprise',
    'admit',
    'agree',
    'resemble',
    'deserve',
  ],
]);
/** What a speaker does in the speech itself: "I will say it again". */
export const SPEAKING = new Set([
  ...['go', 'waste', 'detain', 'hide', 'remind', 'reiterate', 'enumerate'],
  ...['say', 'mention', 'speak', 'quote', 'conclude', 'repeat', 'begin', 'start', 'turn', 'limit', 'confine'],
  ...[
    'dwell',
    'refer',
    'return',
    'tell',
    'ask',
    'add',
    'note',
    'read',
    'cite',
    'share',
    'explain',
    'describe',
  ],
  ...['list', 'name', 'summarise', 'summarize', 'elaborate', 'touch', 'comment', 'answer', 'talk', 'address'],
  ...[
    'focus',
    'deal',
    'end',
    'stop',
    'close',
    'take',
    'finish',
    'call',
    'outline',
    'highlight',
    'proceed',
    'illustrate',
    'elaborate',
    'review',
    'discuss',
    'state',
    'express',
    'leave',
    'point',
    'bear',
  ],
]);

/** Of nobody's saying so is a promise: "we will state our firm belief". */
export const SAYING = new Set(['say', 'state', 'mention', 'note', 'quote', 'recall', 'repeat', 'remind']);

export const GOALS = new Set([
  ...['vision', 'goal', 'target', 'plan', 'roadmap', 'blueprint', 'deadline', 'objective', 'timetable'],
]);
export const SETTING = new Set([
  ...[
    'formulate',
    'set',
    'adopt',
    'announce',
    'agree',
    'outline',
    'unveil',
    'draw',
    'lay',
    'endorse',
    'approve',
  ],
]);

/** Verbs that tell of a deed only with an object: "we will change the law", "the world will change". */
export const CHANGING = new Set([
  'run',
  'last',
  'expire',
  'apply',
  'change',
  'grow',
  'live',
  'end',
  'move',
  'turn',
  'follow',
  'open',
  'close',
  'start',
  'stop',
  'improve',
  'increase',
  'decline',
]);
