import { writtenDates } from './dates.js';
import type { Line } from './lines.js';
import { lastLinesOf } from './lines.js';
import { isName, NAME, plainName } from './names.js';
import { officesIn } from './offices.js';

/** What the last lines of a text say about it. Offsets are UTF-16. */
export interface Footer {
  readonly authors: readonly string[];
  /** Descriptions of the author or speaker, in which an office may stand. */
  readonly descriptions: readonly string[];
  /** EDTF. */
  readonly delivered?: string;
  readonly published?: string;
  readonly publisher?: string;
  /** "The writer is …", a biography, a sign-off with an office, a disclaimer. */
  readonly signed: boolean;
  /** "delivered the remarks", "text of a speech". */
  readonly spoken: boolean;
  /** Lines that are no prose. */
  readonly furniture: readonly Line[];
}

const MARK = '^(?:\\[\\d+\\]|\\d+\\.|[*†‡•—–-]+|\\()?\\s*';
const WRITER = new RegExp(
  `${MARK}(?:the|this|our|today['’]s)\\s+(?:guest\\s+)?(?:writer|author|contributor|columnist)s?\\b(?:\\s+of\\s+(?:this|the)\\s+[\\w-]+)?,?\\s*(?<name>${NAME})?,?\\s*(?:is|are|was|were|serves?|works?|teaches|has)\\b(?<text>.*)`,
  'iu',
);
const BIOGRAPHY = new RegExp(
  `${MARK}(?<name>${NAME})(?:,[^,]{2,40},)?\\s+(?:is|was|serves as|works as|currently serves as)\\s+(?:currently\\s+|now\\s+)?(?<text>(?:an?|the)?\\s*\\p{L}.*)`,
  'su',
);
const SIGNED_OFFICE = new RegExp(`${MARK}(?<name>${NAME}),\\s+(?<text>.+)$`, 'su');
const SPOKEN =
  /\b(?:(?:delivered|gave|made|presented)\s+(?:this|these|the|his|her|a|an)\s+(?:\w+\s+){0,3}(?:remarks?|speech|address|lecture|statement|keynote)|(?:remarks?|speech|address|lecture|statement|keynote)\s+(?:(?:was|were)\s+)?(?:delivered|given|made|presented)|(?:text|transcript|version|excerpts?)\s+(?:of|from)\s+(?:the|a|an|his|her|these)\s+(?:\w+\s+){0,3}(?:remarks?|speech|address|lecture))\b/i;
const ROLE =
  /\b(professor|fellow|researcher|analyst|director|dean|chair|president|ambassador|minister|diplomat|envoy|representative|secretary|commentator|journalist|columnist|editor|expert|scholar|lecturer|academic|economist|historian|consultant|adviser|advisor|writer|author|student|candidate|teaches|researches|strategist|observer|commissioner|spokes\w+|founder|head|member|officer)\b/i;
const DISCLAIMER =
  /^[*(]?(?:the\s+)?(?:views?|opinions?)\s+(?:and\s+opinions\s+)?(?:expressed|in this|here|are)\b/i;
const FIRST_PRINTED =
  /\b(?:first\s+|originally\s+)?(?:appeared|published)\s+(?:first\s+|originally\s+)?(?:in|by|on)\s+(?:the\s+)?(?<publisher>\p{Lu}[\p{L}&'’.-]*(?:\s+(?:of\s+|and\s+|for\s+)?\p{Lu}[\p{L}&'’-]*){0,5})/u;
const SOURCE_LINE = /^[[(]?source\s*[:：]\s*(?<publisher>[^,;\])]{2,80})/i;

/**
 * Reads the footer of a text: who wrote or gave it, when, for whom.
 *
 * @example
 * readFooter('…\n\nThe writer is a columnist.').signed // true
 */
export function readFooter(text: string): Footer {
  const lines = lastLinesOf(text, 8).filter((line) => line.text.length <= 700);
  const body = text.slice(0, lines[0]?.start ?? text.length);
  const footer = {
    authors: [] as string[],
    descriptions: [] as string[],
    delivered: undefined as string | undefined,
    published: undefined as string | undefined,
    publisher: undefined as string | undefined,
    signed: false,
    spoken: false,
    furniture: [] as Line[],
  };
  lines.forEach((line, i) => {
    const { text: words } = line;
    const spoken = SPOKEN.exec(words);
    if (spoken) {
      footer.spoken = true;
      footer.delivered ??= writtenDates(words.slice(spoken.index)).at(-1)?.date;
    }
    const printed = FIRST_PRINTED.exec(words);
    if (printed && /^[[(*]?(?:this|the|it|an?|first|originally)\b/i.test(words)) {
      footer.publisher ??= printed.groups?.publisher;
      footer.published ??= writtenDates(words.slice(printed.index))[0]?.date;
    }
    footer.publisher ??= SOURCE_LINE.exec(words)?.groups?.publisher?.trim();
    if (DISCLAIMER.test(words)) footer.signed = true;
    const person = describedPerson(words) ?? signOff(lines, i);
    if (!person || (person.name && isToldOf(person.name, body))) return;
    if (person.name) footer.authors.push(person.name);
    footer.descriptions.push(person.description);
    footer.signed = true;
    footer.furniture.push(
      ...person.furniture.map((offset) => lines[i + offset]).filter((l) => l !== undefined),
    );
  });
  return { ...footer, authors: [...new Set(footer.authors)] };
}

interface Described {
  readonly name?: string;
  readonly description: string;
  /** Lines that are only a signature, counted from this one. */
  readonly furniture: readonly number[];
}

/** A line that is a sentence about the writer, or a name and an office. */
function describedPerson(line: string): Described | undefined {
  const writer = WRITER.exec(line)?.groups;
  if (writer) return { name: writer.name, description: writer.text ?? '', furniture: [0] };
  const biography = BIOGRAPHY.exec(line)?.groups;
  if (
    biography?.name &&
    biography.text &&
    isName(plainName(biography.name)) &&
    ROLE.test(biography.text.slice(0, 120))
  )
    return { name: plainName(biography.name), description: biography.text, furniture: [] };
  if (line.length > 200) return undefined;
  const signed = SIGNED_OFFICE.exec(line)?.groups;
  if (signed?.name && signed.text && isName(signed.name) && startsWithOffice(signed.text))
    return { name: signed.name, description: signed.text, furniture: [0] };
  const office = officesIn(line)[0];
  if (office?.person && isName(office.person) && startsWithOffice(line) && line.length <= 120)
    return { name: office.person, description: line, furniture: [0] };
  return undefined;
}

/** A name on one line and an office on the next. */
function signOff(lines: readonly Line[], i: number): Described | undefined {
  const name = lines[i]?.text ?? '';
  const description = lines[i + 1]?.text ?? '';
  if (!isName(plainName(name)) || description.length > 160 || !startsWithOffice(description))
    return undefined;
  return { name: plainName(name), description, furniture: [0, 1] };
}

function startsWithOffice(text: string): boolean {
  const office = officesIn(text)[0];
  return (
    office !== undefined &&
    /^(?:[\p{Lu}(][^.]{0,60}|the [^.]{0,60})?(?:ambassador|minister|president|premier|chancellor|secretary|representative|commissioner|consul|charg|councill?or|envoy)/iu.test(
      text,
    )
  );
}

/** Texts tell of others by name, of their author hardly ever. */
function isToldOf(name: string, body: string): boolean {
  const place = body.indexOf(name);
  // The byline at the head of the text does not count.
  return place > 400 || (place !== -1 && body.indexOf(name, place + 1) !== -1);
}
