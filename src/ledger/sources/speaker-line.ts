import { writtenDates } from './dates.js';
import { HONORIFIC, isName, NAME } from './names.js';

/** What a line says about who speaks: "Remarks by …", "Following is the full text of the speech by …". */
export interface SpeakerLine {
  /** Office and name, and what follows them. */
  readonly who: string;
  /** The person's full name. */
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
}

const BY =
  /^(?:the\s+)?(?:\p{L}+\s+){0,3}(?:remarks?|speech|address|lecture|keynote|statement|declaration|message|op-?ed|article|essay)\s+(?:by|of|from|delivered by|given by)\s+(?<who>.+)$/iu;
const OF =
  /^(?:(?:full|edited)\s+)?(?:text|transcript|excerpts?)\s*(?:of|from|:)\s*(?<who>.+?)['’]s?\s+(?:\p{L}+\s+){0,3}(?:remarks?|speech|address|lecture|keynote|statement|interview)\b/iu;
const LEAD =
  /\b(?:following|below|here)\s+(?:is|are)\s+(?:the\s+)?(?:(?:full|edited)\s+)?(?:text|transcript|excerpts)\s+of\s+[^.]{0,80}?\bby\s+(?<who>[^.]+)/iu;

const OFFICE_WORDS =
  /^(?:(?:the|\p{Lu}\p{L}+(?=\s+(?:vice|deputy|prime|foreign|president|minister|premier)))\s+)?(?:(?:vice|deputy|prime|foreign|defen[cs]e|state|first)[\s-]+)*(?:president|minister|premier|chancellor|secretary(?:[\s-]general)?|ambassador|spokes(?:person|man|woman)|king|queen)\s+/iu;

/**
 * The speaker whom a line names.
 *
 * @example
 * parseSpeakerLine('Remarks by Foreign Minister Li Wei of Arcadia')?.author // 'Li Wei'
 */
export function parseSpeakerLine(line: string): SpeakerLine | undefined {
  const title = line.length < 250 ? (BY.exec(line) ?? OF.exec(line)) : null;
  const who = (title ?? LEAD.exec(line.slice(0, 600)))?.groups?.who;
  if (who === undefined) return undefined;
  const plain = who.replace(new RegExp(`^${HONORIFIC}`, 'iu'), '').replace(OFFICE_WORDS, '');
  const name = new RegExp(`^${NAME}`, 'u').exec(plain)?.[0].replace(/['’]s?$/, '');
  return {
    who,
    author: name && isName(name) ? name : undefined,
    date: writtenDates(line.slice(0, 600)).at(-1)?.date,
  };
}
