import type { Actor } from './cast.js';

/** Whether it is known whose an actor is: not `-/UAF`. */
export function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

export function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

export function toPrincipal(actor: Actor): Actor {
  return { ...actor, party: principal(actor.party) };
}
