/**
 * Labelled files often hold text that was cut into tokens by spaces ("Iran ’ s al - Quds force , it said ."). Such text
 * is joined as it would be written, with a map back, so that the reader meets what it meets in documents.
 */
export interface Joined {
  readonly text: string;
  /** UTF-16 offset in the joined text → UTF-16 offset in the text given. */
  toGiven(offset: number): number;
  /** UTF-16 offset in the text given → UTF-16 offset in the joined text. */
  fromGiven(offset: number): number;
}

/**
 * @example
 * detokenised('Iran ’ s army , it said .').text // 'Iran’s army, it said.'
 */
export function detokenised(text: string): Joined {
  if (!/ [,.] ?|\s[’'´]\s?s\s| n['’]t /.test(text)) return { text, toGiven: (o) => o, fromGiven: (o) => o };
  const dropped = new Set<number>();
  for (const pattern of SPACES) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
      for (let i = m.index; i < m.index + m[0].length; i++) if (text[i] === ' ') dropped.add(i);
      // Overlapping finds: "S - 400 - made".
      pattern.lastIndex = m.index + 1;
    }
  }
  const given: number[] = [];
  let joined = '';
  for (let i = 0; i < text.length; i++) {
    if (dropped.has(i)) continue;
    given.push(i);
    joined += text[i];
  }
  const inverse = new Int32Array(text.length + 1);
  let at = 0;
  for (let i = 0; i <= text.length; i++) {
    inverse[i] = at;
    if (given[at] === i) at++;
  }
  return {
    text: joined,
    toGiven: (offset) => given[offset] ?? text.length,
    fromGiven: (offset) => inverse[offset] ?? joined.length,
  };
}

const SPACES: readonly RegExp[] = [
  / [’'´] ?s(?=[\s,.;:]|$)/g, // China ’ s
  / n['’]t\b/g,
  / ['’] ?(?:re|ve|ll|d|m)\b/g,
  /(?<=s) [’'](?= )/g, // states ’
  / (?=[,.;:!?%)\]](?:\s|$))/g,
  /(?<=[([$€£]) /g,
  /(?<=“) | (?=”)/g,
  /(?<=\p{L}|\d) - (?=\p{L}|\d)/gu, // al - Shabab, COVID - 19
  /(?<=\d) , (?=\d{3}\b)/g, // 300 , 000
];
