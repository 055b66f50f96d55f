export { type ConlluSentence, type Multiword, readConllu, writeConllu } from './conllu.js';
export { createLanguage, type Language } from './language.js';
export { loadLanguage } from './load.js';
export type { ModelCard } from './model-file.js';
export { type SyntaxFigures, scoreSyntax } from './score.js';
export { segment } from './segment.js';
export { type ParsedSentence, type Sentence, type TaggedSentence, UPOS, type Upos } from './types.js';
