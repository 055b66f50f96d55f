import type { Actor } from './cast.js';

/** Whether it is known whose an actor is: not `-/UAF`. */
export function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

export function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

export function toPrincipal(actor: Actor): Actor {
  const { party, first, last, confidence } = actor;
  return { party: principal(party), first, last, confidence };
}

/** Rebels, an opposition, bandits: not the state's, though named by it. */
const NOT_OF_STATE = /^[^-].*\/(?:REB|OPP|UAF|CRM|PRM)$/;

/** The state or body that a sector stands for; groups that are not its own remain what they are: `AGO/REB`. */
export function toHolder(actor: Actor): Actor {
  return NOT_OF_STATE.test(actor.party) ? actor : toPrincipal(actor);
}
