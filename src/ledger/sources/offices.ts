import { NAME } from './names.js';

/** An office that somebody holds for a party, as a description of a person names it. */
export interface Office {
  /** Words that may name the party, the most likely first. */
  readonly parties: readonly string[];
  /** "former", "retired": no longer speaks for it. */
  readonly former: boolean;
  /** The person, where the words end in one: "Ambassador of China to Fiji Li Wei". */
  readonly person?: string;
}

/** Offices that only states and bodies have: any "of X" within their name may be the party. */
const PUBLIC =
  "ambassador(?:[- ]at[- ]large| extraordinary(?: and plenipotentiary)?)?|high commissioner|permanent (?:representative|observer)|consul[- ]general|charg[ée] d['’]affaires|minister(?:[- ]counsell?or)?|premier|taoiseach|foreign secretary|secretary of (?:state|defen[cs]e)|high representative|state councill?or|special envoy";
/** Offices and organs that firms and clubs have too: only the whole of what follows "of" may be the party. */
const COMMON =
  'president|vice[- ]president|chancellor|king|queen|emperor|emir|sultan|crown prince|secretary[- ]general|spokes(?:person|man|woman)|commissioner|director[- ]general|chair(?:man|person|woman)?|government|delegation|mission|embassy|ministry';
const OFFICE = new RegExp(`(?<![\\p{L}-])(?:(?<public>${PUBLIC})|${COMMON})(?!\\p{L})`, 'giu');

/** What may stand between the party's adjective and the office. */
const RANK =
  '(?:first|vice|deputy|acting|assistant|senior|prime|foreign|defen[cs]e|interior|finance|trade|external affairs|economy|energy|health|environment|commerce|cabinet|permanent|special|presidential|press)';

const CAPITALISED = '\\p{Lu}[\\p{L}\\p{M}.]*(?:-\\p{Lu}[\\p{L}]*)*';

/**
 * The offices that a description names, with the words that may name the party each is held for.
 *
 * @example
 * officesIn('Vice Foreign Minister of China')[0]?.parties // ['China']
 * officesIn('Chinese Ambassador to Vietnam')[0]?.parties // ['Chinese']
 */
export function officesIn(text: string, resolve: Resolve = () => undefined): Office[] {
  const offices: Office[] = [];
  for (const match of text.matchAll(OFFICE)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const parties = new Set([
      ...partiesAfter(after, match.groups?.public !== undefined),
      ...partyBefore(before),
    ]);
    if (parties.size === 0) continue;
    offices.push({
      parties: [...parties],
      former: /\b(former|ex|retired|onetime|late)\b[^,;.]{0,40}$/i.test(before),
      person: personAtEnd(after, resolve),
    });
  }
  return offices;
}

type Resolve = (name: string) => string | undefined;

/** "to Viet Nam Li Wei": the words at the end without those that name a party; the last two where none is known. */
function personAtEnd(text: string, resolve: Resolve): string | undefined {
  const words = new RegExp(` (${NAME})\\.?$`, 'u').exec(text)?.[1]?.split(' ') ?? [];
  if (words.length === 0 || words.some((_, n) => resolve(words.slice(n).join(' ')) && n > 0))
    return undefined;
  for (let n = words.length - 2; n > 0; n--)
    if (resolve(words.slice(0, n).join(' '))) return words.slice(n).join(' ');
  return words.slice(/ (?:to|of) /.test(text) ? -2 : 0).join(' ');
}

/** "of the People's Republic of China to Fiji": what follows "of", then what follows each further one. */
function partiesAfter(text: string, isPublic: boolean): string[] {
  const bare = isPublic && new RegExp(`^ (${CAPITALISED}(?: ${CAPITALISED}){0,2}) to `, 'u').exec(text)?.[1];
  if (bare) return [bare];
  const of = new RegExp(`^(?:,? ${NAME},?)? (?:[Oo]f|for|from) (.+)$`, 'su').exec(text)?.[1];
  if (of === undefined) return [];
  const [phrase = '', next = ''] = of.split(/\s+(?:to|at|in|on|and|during|before)\s+|[,;:(]|\.(?=\s|$)/u);
  const starts = [0, ...[...phrase.matchAll(/ (?:of|for) /gi)].map((match) => match.index + match[0].length)];
  const ends = starts.map((start) =>
    phrase
      .slice(start)
      .replace(/^the\s+/i, '')
      .trim(),
  );
  const all =
    isPublic || /\b(ministry|government|embassy|foreign affairs)\b/i.test(phrase + text.slice(0, 20));
  const names = all
    ? ends.flatMap((name) => [name, ...(isPublic ? withoutPerson(name) : [])])
    : ends.slice(0, 1);
  // "Minister of External Affairs, India"
  const afterComma = isPublic ? [next.trim().replace(/^the\s+/i, '')] : [];
  return [...names, ...afterComma].filter((name) => /^\p{Lu}/u.test(name));
}

/** "China Wang Yi" ends in a person whose name has two to four words. */
function withoutPerson(phrase: string): string[] {
  const words = phrase.split(/\s+/);
  return [2, 3, 4].filter((n) => n < words.length).map((n) => words.slice(0, -n).join(' '));
}

/** "Chinese Vice Foreign", "Japan's": up to three capitalised words before the office and its rank. */
function partyBefore(text: string): string[] {
  const stem = text.trimEnd().replace(new RegExp(`(?:(?:^|[\\s-])${RANK})+$`, 'i'), '');
  const name = new RegExp(`(${CAPITALISED}(?: ${CAPITALISED}){0,2})(?:['’]s?)?$`, 'u').exec(stem)?.[1];
  const party = name?.replace(/^(The|Former)\s+/, '');
  return party && party !== 'The' && party !== 'Former' ? [party] : [];
}

/** Party of the first office that somebody still holds and that `resolve` knows. */
export function partyOfOffice(
  text: string,
  resolve: (name: string) => string | undefined,
): string | undefined {
  for (const office of officesIn(text)) {
    if (office.former) continue;
    for (const name of office.parties) {
      const party = resolve(name);
      if (party) return party;
    }
  }
  return undefined;
}
