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
