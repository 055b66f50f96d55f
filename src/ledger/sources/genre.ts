import type { Genre } from '../../record/index.js';

/** What is known when a text's genre is asked for. */
export interface GenreCues {
  readonly title?: string;
  /** The first lines, joined by line ends. */
  readonly head: string;
  readonly text: string;
  readonly url?: string;
  readonly hasDateline: boolean;
  readonly hasDateLine: boolean;
  readonly salutation: boolean;
  readonly signed: boolean;
  readonly spoken: boolean;
}

const AGREEMENT =
  /^(?:full text:?\s+(?:of\s+)?)?(?:the\s+)?(?:[\p{Lu}\d][\p{L}\d.–-]*[\s–-]+){0,6}(?:Joint\s+(?:Press\s+)?(?:Statement|Communiqu[eé]|Declaration)|Memorandum of Understanding|(?:Framework\s+)?Agreement\s+(?:between|on|establishing|for|concerning)|Treaty\s+(?:of|on|between|for)|Charter of|Protocol\s+(?:to|on|for))(?!\p{L})/u;
const JOINT_CAPITALS =
  /^(?:FULL TEXT:?\s+)?(?:[A-Z\d-]+\s+){0,6}JOINT\s+(?:PRESS\s+)?(?:STATEMENT|COMMUNIQU[EÉ]|DECLARATION)\b/;
const AGREED_AS_FOLLOWS =
  /\b(?:have agreed as follows|hereinafter referred to as|the (?:high )?contracting parties)\b/i;
const SPEECH_TITLE =
  /^(?:full text:?\s+(?:of\s+)?|transcript:?\s+(?:of\s+)?|excerpts?\s+(?:of|from)\s+)?(?:the\s+)?(?:\p{L}+\s+){0,3}(?:remarks?|speech|address|lecture|keynote)(?:\s+(?:by|of|at|to|on|before|delivered|as)\b|$)/iu;
/** "Transcript of the minister's speech at …". */
const TRANSCRIPT =
  /^(?:(?:full|edited)\s+)?(?:text|transcript|excerpts?)\b.*\b(?:remarks?|speech|address|lecture|keynote)\b/i;
const SPEECH_STATEMENT = /^statement\s+(?:by|of)\s+.{0,160}\bat\s+the\b/i;
const STATEMENT_TITLE =
  /^(?:full text:?\s+(?:of\s+)?)?(?:the\s+)?(?!.*\b(?:issues?|issued|rejects?|slams?|signs?|adopts?|welcomes?|condemns?|releases?|hails?|says|calls?)\b)(?:\p{Lu}[\p{L}\d’'.-]+\s+){0,5}(?:Statement|Declaration|Communiqu[eé]|Press\s+[Rr]elease)(?:\s+(?:by|of|on|from|following|regarding|concerning|after|at)(?!\p{L})|\s*[:—–-]|$)/u;
const PRESS_CONFERENCE =
  /\bspokes(?:person|man|woman)\b.*\b(?:remarks|press conference|statement|answers?)\b/i;
const REPORT_TITLE =
  /\b(?:white paper|annual report|fact\s?sheet|policy brief|working paper|report of the|report on the|executive summary|yearbook)\b/i;
const OPINION_URL =
  /\/(?:opinions?|op-?ed|commentary|commentisfree|editorials?|columns?|columnists?|views?|perspectives?)\//i;
const FULL_TEXT =
  /\b(?:following|below|here)\s+(?:is|are)\s+(?:the\s+)?(?:full\s+text|transcript|excerpts)\s+of\s+(?:the|a|an|his|her)?\s*(?<what>[^.]{0,80})/i;

/**
 * Genre of a text, by its title, opening, footer and, where these say nothing, its manner: many words of reporting
 * make news, many of judgement make opinion.
 */
export function genreOf(cues: GenreCues): Genre | undefined {
  const title = cues.title ?? '';
  const whole = FULL_TEXT.exec(cues.head)?.groups?.what ?? '';
  const isNews = cues.hasDateline && !whole;
  if (!isNews) {
    if (
      AGREEMENT.test(title) ||
      JOINT_CAPITALS.test(title) ||
      /\bjoint (statement|communiqu|declaration)/i.test(whole)
    )
      return 'agreement';
    if (AGREED_AS_FOLLOWS.test(cues.head)) return 'agreement';
    if (
      cues.spoken ||
      cues.salutation ||
      SPEECH_TITLE.test(title) ||
      TRANSCRIPT.test(title) ||
      SPEECH_STATEMENT.test(title)
    )
      return 'speech';
    if (/\b(speech|remarks|address)\b/i.test(whole)) return 'speech';
    if (STATEMENT_TITLE.test(title) || PRESS_CONFERENCE.test(title) || /\bstatement\b/i.test(whole))
      return 'statement';
    if (REPORT_TITLE.test(title)) return 'report';
  }
  if (
    cues.signed ||
    (cues.url && OPINION_URL.test(cues.url)) ||
    /^(?:op-?ed|opinion|commentary|editorial|essay|article)(?:\s*[:|—–-]|\s+by\s)/i.test(title)
  )
    return 'opinion';
  if (cues.hasDateline) return 'news';
  return byManner(cues);
}

const REPORTING =
  /\b(?:said|says|told|announced|reported|according to|confirmed|stated|added|spokes(?:person|man|woman))\b/gi;
const JUDGEMENT =
  /\b(?:I (?:believe|think|argue|am convinced)|in my (?:view|opinion)|should|must|ought to|cannot|can(?:’|')t|hopefully|clearly|unfortunately|fortunately|no doubt|needless to say|after all|in fact|in reality|of course|so-called|ridiculous|it (?:is|’s|'s) (?:important|impressive|essential|time|worth|a fact)|let us|consider the|the only (?:way|constructive))\b|[!?](?=\s|$)/gi;

/** "Mr. President," within the text. */
const VOCATIVE = /(?:^|[.!?]\s+|\n)(?:Mr|Madame?)\.?,? (?:President|Chair\w*|Speaker|Secretary-General)[,.!]/;

/** Rates per 1,000 words of the first 20,000 characters, outside quotations. The bounds stand well apart in news and op-eds. */
function byManner(cues: GenreCues): Genre | undefined {
  const sample = cues.text.slice(0, 20_000).replace(/[“"][^“”"]{0,600}[”"]/g, ' “” ');
  const words = sample.split(/\s+/).length;
  if (words < 80) return undefined;
  const per1000 = (pattern: RegExp) => ((sample.match(pattern)?.length ?? 0) * 1000) / words;
  const reporting = per1000(REPORTING);
  const judgement = per1000(JUDGEMENT);
  if (reporting >= 8 && reporting > 1.5 * judgement) return 'news';
  if (cues.hasDateLine && reporting >= 5 && reporting > judgement) return 'news';
  if (VOCATIVE.test(sample) && /\b(?:I|we|my|our)\b/.test(sample)) return 'speech';
  // Reports open with their day; op-eds hardly ever do.
  if (!cues.hasDateLine && judgement >= 6 && reporting < judgement / 3) return 'opinion';
  return undefined;
}
