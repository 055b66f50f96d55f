import type { Item, Setting } from './item.js';
import { stateOf } from './parties.js';
import type { Hit } from './scan.js';
import { holds, isParty, type PartySense, type PersonSense } from './senses.js';
import type { DocumentMemory, Gazetteer } from './types.js';

/** Plain names before metonyms, of them those that hold on the day, of them those with the narrower dates. */
export function choose(senses: readonly PartySense[], day: string | undefined): PartySense | undefined {
  if (senses.length < 2) return senses[0];
  const plain = senses.filter((sense) => sense.use !== 'capital' && sense.use !== 'prefix');
  const apt = plain.length > 0 ? plain : senses;
  const standing = apt.filter((sense) => holds(sense, day));
  const among = standing.length > 0 ? standing : apt;
  return among.find((sense) => sense.since !== undefined || sense.until !== undefined) ?? among[0];
}

/**
 * The person as of the day: in office, after it a former official, before it only by the full name. Of several
 * who share a surname, the one whose state the document has named most.
 */
export function choosePerson(
  terms: readonly PersonSense[],
  { day, memory }: Setting,
): { readonly sense: PersonSense; readonly confidence: number } | undefined {
  const held = terms.filter((term) => holds(term, day));
  if (held.length > 0) return likeliest(held, 0.95, memory);
  const past = terms
    .filter((term) => day === undefined || (term.until !== undefined && term.until < day))
    .toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1));
  if (past.length > 0) return likeliest(past.map(retired), 0.85, memory);
  const next = terms.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))[0];
  if (next === undefined || day === undefined) return undefined;
  const soon = (next.since ?? '').slice(0, 4) <= String(Number(day.slice(0, 4)) + 2);
  return next.surname && !soon ? undefined : { sense: retired(next), confidence: 0.6 };
}

function likeliest(
  terms: readonly PersonSense[],
  confidence: number,
  memory: DocumentMemory | undefined,
): { readonly sense: PersonSense; readonly confidence: number } | undefined {
  const first = terms[0];
  if (first === undefined || terms.every(({ name }) => name === first.name))
    return first && { sense: first, confidence };
  const named = (term: PersonSense): number => memory?.named.get(stateOf(term.id)) ?? 0;
  const sense = terms.reduce((best, term) => (named(term) > named(best) ? term : best), first);
  return { sense, confidence: named(sense) > 0 ? 0.75 : 0.5 };
}

function retired(term: PersonSense): PersonSense {
  return { ...term, id: formerly(term.id) };
}

/**
 * PLOVER codes those who left office, or have not taken it, as elites of their country; who led a group without a
 * country stays of it.
 */
export function formerly(id: string): string {
  if (id.startsWith('-')) return id;
  const slash = id.indexOf('/');
  return slash < 0 ? '-/ELI' : `${id.slice(0, slash)}/ELI`;
}

export function townOf(hit: Hit, party: PartySense): Item['town'] {
  if (party.use !== 'capital') return undefined;
  const state = hit.senses.filter(isParty).find(({ use, of }) => use === 'capital' && of === 'state');
  const within = party.of === 'state' ? party.id : state?.id;
  const places = hit.senses.filter((sense) => sense.role === 'place');
  // Lebanon has a Tripoli too.
  const place = places.find((sense) => sense.within === within || sense.within === undefined);
  return place === undefined ? { id: party.form, within } : { id: place.id, within: place.within };
}

/** The form as a name of `id`; a reading may give it one that the tables of names do not ("Korea" the North). */
export function partySense(
  hit: Hit,
  id: string,
  gazetteer: Gazetteer,
  day: string | undefined,
): PartySense | undefined {
  const parties = hit.senses.filter(isParty);
  const own = choose(
    parties.filter((sense) => sense.id === id),
    day,
  );
  if (own !== undefined) return own;
  const kind = gazetteer.parties.get(id)?.kind;
  const of = kind === 'state' || kind === 'body' ? kind : 'group';
  const like = parties[0];
  return like === undefined ? undefined : { ...like, id, of };
}
