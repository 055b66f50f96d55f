/** How much of a word is kept: "withdraw", "withdrawal" and "withdrew" are one. */
const KEPT = 6;

/** Words that say nothing of what is promised: function words, and what diplomats say of everything. */
const COMMON = new Set(
  `a about above across after again against ahead all along also although always among an and another any are around as at
  away back be because been before being below best better between beyond both but by can case come comes could day days did
  do does doing done down during each early effort efforts either else end ensure even ever every first for forward four from
  full fully further give given go going good great had has have having he her here him his how if in including into is it its
  itself jointly just last later less level like long made main make makes making many matter may means member members might
  more most much must my need never new next no nor not now of off on once one only onto or other others our out over own part
  parties party per possible put rather regard respect same second see seek set shall she should side sides since so some soon
  still such take taken takes than that the their them then there these they third this those three through throughout thus to
  together too toward towards two under until up upon us use used very via view want was way ways we well were what when where
  whether which while who whole whose why will with within without work works working would year years yet you
  continue continued continues country countries nation nations state states government governments people world
  international global common joint joined mutual active actively relation relations issue issues area areas field fields
  strengthen strengthening strengthened develop develops developing developed promote promoting enhance enhanced deepen
  maintain maintained maintaining uphold help helps helped remain remains remained say says said agree agreed agrees commit
  committed pledge pledged promise promised announce announced president minister prime leader leaders foreign secretary
  general spokesman sign signed meet met meeting time number important importance support supports supported january february
  march april june july august september october november december united south north east west southeast asia asian pacific sea republic billion million thousand dollars percent cent per monday tuesday wednesday thursday friday saturday sunday`
    .split(/\s+/)
    .map(stem),
);

/**
 * The words of a text that tell it apart from others: the first form of each, by its stem.
 *
 * @param names words of party names, which say who and not what
 * @example
 * contentWords('withdraw its troops from Syria', new Set(['syria'])) // withdr → withdraw, troop → troops
 */
export function contentWords(text: string, names: ReadonlySet<string> = new Set()): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}]+|\d{2,}/gu)) {
    const stemmed = stem(word);
    if (!names.has(word) && !COMMON.has(stemmed) && !found.has(stemmed)) found.set(stemmed, word);
  }
  return found;
}

/** Words of names, in lower case. */
export function wordsOfNames(names: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const name of names)
    for (const [word] of name.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}]+/gu)) words.add(word);
  return words;
}

function stem(word: string): string {
  const base = word.replace(/(?:ations?|ments?|ings?|ed|e?s|ly|als?)$/, (end, at: number) =>
    at >= 4 ? '' : end,
  );
  return base
    .replace(/s$/, (end, at: number) => (at >= 3 ? '' : end))
    .replace(/y$/, 'i')
    .slice(0, KEPT);
}
