/** Past participles that rules do not give. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'take taken give given lose lost spend spent buy bought sell sold hold held bring brought send sent lend lent build built find ' +
    'found keep kept leave left see seen grow grown make made put put cut cut set set get obtained win won lay laid put put teach ' +
    'taught feed fed shut shut hit hit bear borne begin begun break broken burn burned choose chosen draw drawn drive driven eat eaten ' +
    'fight fought forget forgotten hide hidden meet met pay paid rise risen shoot shot show shown steal stolen tell told withdraw ' +
    'withdrawn write written undertake undertaken commit committed transfer transferred ship shipped equip equipped plan planned ' +
    'set set uproot uprooted lead led hide hidden seek sought catch caught strike struck sow sown'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, k, all) => {
      if (k % 2 === 0) pairs.push([word, all[k + 1] ?? word]);
      return pairs;
    }, []),
);

/** Verbs whose last letter is doubled: those of one syllable with one vowel, or stressed on the last. */
const DOUBLED =
  /^(?:fulfil|control|compel|expel|refer|prefer|defer|occur|admit|permit|submit|omit|allot|regret|[b-df-hj-np-tv-z]+[aeiou][bdgmnpt])$/;

/** The past participle of an English verb: "vaccinate" is "vaccinated", "take" is "taken". */
export function participleOf(verb: string): string {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (DOUBLED.test(verb)) return `${verb}${verb.at(-1)}ed`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}
