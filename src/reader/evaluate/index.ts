export { actorOf, evaluateActors } from './actors.js';
export { evaluateEvents } from './events.js';
export { type RecordScore, recordFigures, scoreRecord } from './record.js';
export { type Answer, type Convention, evaluateRelation, relationOf } from './relation.js';
export type { Evaluation, LabelledFile } from './rows.js';
export { evaluateSpans } from './spans.js';
