import { writtenDates } from './dates.js';
import type { Line } from './lines.js';
import { lastLinesOf } from './lines.js';
import { HONORIFIC, isName, NAME, plainName } from './names.js';
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
  `${MARK}(?:[Tt]he|[Tt]his|[Oo]ur|[Tt]oday['’]s)\\s+(?:guest\\s+)?(?:writer|author|contributor|columnist)s?\\b(?:\\s+of\\s+(?:this|the)\\s+[\\w-]+)?,?\\s*(?<name>${NAME})?,?\\s*(?:is|are|was|were|serves?|works?|teaches|has)\\b(?<text>.*)`,
  'su',
);
const BIOGRAPHY = new RegExp(
  `${MARK}${HONORIFIC}(?<name>${NAME})(?:,[^,]{2,40},)?\\s+(?:is|serves as|works as|currently serves as)\\s+(?:currently\\s+|now\\s+)?(?<text>(?:an?|the)?\\s*\\p{L}.*)`,
  'su',
);
const SIGNED_OFFICE = new RegExp(`${MARK}${HONORIFIC}(?<name>${NAME}),\\s+(?<text>.+)$`, 'su');
const SPOKEN =
  /\b(?:(?:delivered|gave|made|presented)\s+(?:this|these|the|his|her|a|an)\s+(?:\w+\s+){0,3}(?:remarks?|speech|address|lecture|statement|keynote)|(?:remarks?|speech|address|lecture|statement|keynote)\s+(?:(?:was|were)\s+)?(?:delivered|given|made|presented)|(?:text|transcript|version|excerpts?)\s+(?:of|from)\s+(?:the|a|an|his|her|these)\s+(?:\w+\s+){0,3}(?:remarks?|speech|address|lecture))\b/i;
/** A note about the text, not a sentence of it. */
const ABOUT_TEXT =
  /^(?:\[\d+\]|[*†‡(]|(?:note|editor[’']s note)\s*:|(?:this|the following|the above|below)\b.{0,60}\b(?:text|transcript|version|excerpts?|remarks|speech|address|lecture|statement)\b|(?:text|transcript|excerpts?|remarks|speech|keynote|address|lecture|statement|delivered|adapted|edited)\b)/i;
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
export function readFooter(text: string, resolve?: (name: string) => string | undefined): Footer {
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
    const described = describedPerson(words, resolve) ?? signOff(lines, i);
    const person = described?.name && isToldOf(described.name, body) ? undefined : described;
    const spoken = person || ABOUT_TEXT.test(words) ? SPOKEN.exec(words) : undefined;
    if (spoken) {
      footer.spoken = true;
      footer.delivered ??= writtenDates(words.slice(spoken.index)).at(-1)?.date;
    }
    const printed = FIRST_PRINTED.exec(words);
    if (
      printed &&
      /^[[(*]?(?:(?:this|the|an?) (?:\w+ )?(?:article|commentary|op-?ed|essay|piece|column|interview|text|version)\b|first|originally)/i.test(
        words,
      )
    ) {
      footer.publisher ??= printed.groups?.publisher;
      footer.published ??= writtenDates(words.slice(printed.index))[0]?.date;
    }
    footer.publisher ??= SOURCE_LINE.exec(words)?.groups?.publisher?.trim();
    if (DISCLAIMER.test(words)) footer.signed = true;
    if (!person) return;
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
function describedPerson(
  line: string,
  resolve?: (name: string) => string | undefined,
): Described | undefined {
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
  if (line.length > 200 || TELLS.test(line)) return undefined;
  const signed = SIGNED_OFFICE.exec(line)?.groups;
  if (signed?.name && signed.text && isName(signed.name) && startsWithOffice(signed.text))
    return { name: signed.name, description: signed.text, furniture: [0] };
  const office = resolve ? officesIn(line, resolve)[0] : undefined;
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

/** A signature tells nothing: it has no verb. */
const TELLS =
  /\b(?:is|are|was|were|be|has|have|had|will|would|said|says|told|met|won|gave|made|took|became|held|led|(?!united|accredited|retired|associated)\p{Ll}{3,}ed)\b/u;

function startsWithOffice(text: string): boolean {
  const office = officesIn(text)[0];
  return (
    office !== undefined &&
    /^(?:[\p{Lu}(][^.]{0,60}|the [^.]{0,60})?(?:ambassador|minister|president|premier|chancellor|secretary|representative|commissioner|consul|charg|councill?or|envoy)/iu.test(
      text,
    )
  );
}

/** Paragraphs tell of others by name or surname, of their author hardly ever; bylines and captions do. */
function isToldOf(name: string, body: string): boolean {
  const surname = name.split(/\s+/).at(-1) ?? name;
  return body
    .split('\n')
    .some((line) => line.length > 200 && (line.includes(name) || line.includes(` ${surname} `)));
}
