import { parseByline, parseFields } from './byline.js';
import { parseDateLine } from './dateline.js';
import { endsSentence, type Line } from './lines.js';

/** How a speech begins: "Mr. President," "Excellencies," "Good morning". */
export const SALUTATION =
  /^(?:(?:mr|mister|madam|madame|mme|mrs|sir)\b\.?,?\s*(?:(?:vice[- ])?president|speaker|chair\w*|secretary[- ]general|(?:prime )?minister|ambassador|moderator)\b|your\s+(?:excellenc|royal|majest|highness|holiness)|(?:royal highness|majest|excellenc|highness)|(?:distinguished|honou?rable|dear|respected|esteemed|fellow)\s+(?:\w+\s+){0,2}(?:colleagues|guests|delegates|friends|ladies|gentlemen|members|participants|ministers|ambassadors|presidents?|citizens|heads)|ladies and gentlemen|colleagues,|friends,|comrades,|good (?:morning|afternoon|evening)\b)/i;
/** First lines of speeches that are short but no titles: numbers, invocations, those who are greeted, first words. */
const OPENING =
  /^(?:\d+\s*[.:)]|[•·*-]\s|[IVX]+[.\t])|\t|^(?:in the (?:holy )?name of|bismil|praise be|(?:h\.?\s?e\.?|his|her|your|hon[’'.]?\w*)\s+(?:excellency|majesty|highness|mr|mrs|ms|prime)|excellency|secretary-general|first of all|on behalf|on this|allow me|it is (?:indeed )?(?:an?|my))/i;

const SPOKEN = /\b(?:remarks?|speech|address|lecture|keynote|statement|message)\b/i;
/** The second line of such a title. */
const OCCASION = /^(?:by|at|on|to|in|before|during|for|delivered)\s/;

/** The first line, where it is short, is no sentence, and a text follows it. */
export function titleOf(lines: readonly Line[], wrapped: boolean): string | undefined {
  const [first, second] = lines;
  if (!first || !second || first.text.length > 200 || first.text.split(/\s+/).length > 30) return undefined;
  const words = first.text;
  if (/[.,;:]$/.test(words) || !/\p{L}{2}/u.test(words) || /^\p{Ll}/u.test(words)) return undefined;
  if (SALUTATION.test(words) || parseFields(words) || parseByline(words) || parseDateLine(words))
    return undefined;
  if (OPENING.test(words)) return undefined;
  if (SPOKEN.test(words) && second.text.length < 150 && OCCASION.test(second.text))
    return `${words} ${second.text}`;
  if (/^\p{Ll}/u.test(second.text)) return undefined;
  // In lines broken at a column only a blank line sets a title apart.
  if (wrapped && !second.afterBlank) return undefined;
  const prose = lines.slice(1).some((line) => line.text.length > words.length || endsSentence(line.text));
  return prose ? words : undefined;
}
