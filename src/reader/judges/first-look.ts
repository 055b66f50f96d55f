/**
 * A first look at a verb that the rules know no act for: a logistic regression on its lemma and on its tag with its relation. Most such
 * verbs tell no event ("make", "developing"), and to cast and judge each of them would take longer than all the others.
 */
export interface FirstLook {
  readonly bias: number;
  /** Log odds of an event below which a verb is left alone. */
  readonly bound: number;
  readonly lemmas: ReadonlyMap<string, number>;
  /** By tag, then by relation. */
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** As it is kept: weights by lemma, and by tag and relation joined by a space. */
export interface FirstLookWeights {
  readonly bias: number;
  readonly bound: number;
  readonly lemmas: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
}

/** Whether a verb may tell an event, so that it is worth while to judge it. */
export function mayTell(look: FirstLook, lemma: string, tag: string, relation: string): boolean {
  const { bias, bound, lemmas, tags } = look;
  return bias + (lemmas.get(lemma) ?? 0) + (tags.get(tag)?.get(relation) ?? 0) >= bound;
}

export function firstLook({ bias, bound, lemmas, tags }: FirstLookWeights): FirstLook {
  const byTag = new Map<string, Map<string, number>>();
  for (const [key, weight] of Object.entries(tags)) {
    const [tag = '', relation = ''] = key.split(' ');
    const own = byTag.get(tag) ?? new Map<string, number>();
    byTag.set(tag, own.set(relation, weight));
  }
  return { bias, bound, lemmas: new Map(Object.entries(lemmas)), tags: byTag };
}

export function weightsOf({ bias, bound, lemmas, tags }: FirstLook): FirstLookWeights {
  const joined = [...tags].flatMap(([tag, own]) =>
    [...own].map(([relation, weight]) => [`${tag} ${relation}`, weight] as const),
  );
  return { bias, bound, lemmas: Object.fromEntries(lemmas), tags: Object.fromEntries(joined) };
}
