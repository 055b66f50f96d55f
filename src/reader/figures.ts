/** A figure in a text: a percentage, a sum of money, a share in words, or a number of something. UTF-16 offsets. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly kind: 'percent' | 'money' | 'count';
  readonly value: number;
  /** `%`, an ISO 4217 code, or what is counted. */
  readonly unit: string;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  mn: 1e6,
  m: 1e6,
};
const WORDS: Readonly<Record<string, number>> = Object.fromEntries([
  ...(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, k) => [word, 30 + 10 * k] as const),
  ['a', 1],
  ['an', 1],
]);
const SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
};
/** Names of currencies, those of several states with their adjective first. ISO 4217. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^australian dollars?/i, 'AUD'],
  [/^canadian dollars?/i, 'CAD'],
  [/^new zealand dollars?/i, 'NZD'],
  [/^(hong kong) dollars?/i, 'HKD'],
  [/^singapore dollars?/i, 'SGD'],
  [/^(new )?taiwan dollars?/i, 'TWD'],
  [/^((united states|u\.?s\.?|american) )?dollars?/i, 'USD'],
  [/^euros?\b/i, 'EUR'],
  [/^(pounds? sterling|pounds?)(?! (of|weight))/i, 'GBP'],
  [/^yen\b/i, 'JPY'],
  [/^(chinese )?(yuan|renminbi|rmb)\b/i, 'CNY'],
  [/^(south korean |korean )?won\b/i, 'KRW'],
  [/^(russian )?roubles?|^(russian )?rubles?/i, 'RUB'],
  [/^pakistani rupees?/i, 'PKR'],
  [/^(indian )?rupees?/i, 'INR'],
  [/^cfa francs?/i, 'XOF'],
  [/^swiss francs?/i, 'CHF'],
  [/^norwegian kroner?/i, 'NOK'],
  [/^danish kroner?/i, 'DKK'],
  [/^swedish kron(or|a|er)/i, 'SEK'],
  [/^(south african )?rand\b/i, 'ZAR'],
  [/^(turkish )?liras?/i, 'TRY'],
  [/^nairas?/i, 'NGN'],
  [/^(special drawing rights|SDRs?)/i, 'XDR'],
];

const DIGITS =
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d{1,3}(?:\\.000)+(?!\\d)|\\d+(?:\\.\\d+)?';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const UNITS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const WORD_NUMBER = `(?:${TENS})(?:[- ](?:${UNITS}))?|${UNITS}`;
/** "two thousand eight hundred and fifty": after a scale a smaller number may follow. */
const LONG_NUMBER = `(?:${WORD_NUMBER})(?: hundred)? thousand (?:(?:${UNITS}) hundred(?: and (?:${WORD_NUMBER}))?|and (?:${WORD_NUMBER}))(?![\\s-](?:hundred|thousand|[mb]illion|trillion)\\b)`;
const SCALE = 'hundred|thousand|million|billion|trillion|bn|mn';
const NUMBER = `\\b(?:${LONG_NUMBER})|(?:(?:${DIGITS})|\\b(?:${WORD_NUMBER}))(?:[\\s-]?(?:${SCALE})\\b)*|\\ban? (?:${SCALE})\\b(?: (?:${SCALE})\\b)?`;
const SIGN = '(?:US|AU?|C|NZ|HK|S)?\\$|[€£¥₹]|USD|EUR|GBP|CNY|JPY|RMB';

const MONEY = new RegExp(`(?<![\\w.])(${SIGN})\\s?(${DIGITS})(?:[\\s-]?(${SCALE}|m|b|k)\\b)?`, 'gi');
const NUMBERS = new RegExp(`(?<![\\w$€£¥₹.,/-])(${NUMBER})(?![\\w/])`, 'gi');
const PERCENT = /^(?:\s?%|[\s-](?:per\s?cent|percent)\b)(?!age points?)/i;
const FRACTIONS =
  /\b(?:(half|one[- ]half)|(?:(an?|one|two|three|four)[- ](third|quarter|fourth|fifth|tenth)s?)) of\b(?! (?:an?|one) (?:hundred|thousand|[mb]illion|trillion)\b)/gi;
/** "a quarter of a million" */
const PART_OF_SCALE = /\b(an?|one|two|three)[- ](third|quarter|fifth|tenth)s? of $/i;
/** "the wealthiest 1 per cent" is what a group is called. */
const GROUP = /\b(?:wealthiest|richest|poorest|top|bottom) $/i;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 };

/** A share in figures that follows a rounded one: "half of the seats, at 50.8 per cent". */
const EXACTLY =
  /^[^.;:,]{0,60}(?:, | \()(?:at |or |about |namely |precisely |exactly )?(\d[\d.]*)\s?(?:%|per\s?cent)(?! of\b)/i;
/** How far apart, in percentage points, both may be. */
const ROUNDED = 5;

/** All figures of a text, in order; no two share words. A range ("10 to 15 per cent") has no one value and gives none. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = [];
  const free = (start: number, end: number) => !found.some((f) => start < f.end && end > f.start);
  for (const m of text.matchAll(MONEY)) {
    const sign = (m[1] ?? '').toLowerCase();
    const unit = SYMBOLS[sign] ?? (sign === 'rmb' ? 'CNY' : sign.toUpperCase());
    const tail = text.slice(m.index + m[0].length);
    if (
      /\bbetween\s$/i.test(text.slice(0, m.index)) ||
      /^\s?(to|and|–|-)\s?(?:US|AU?|C|NZ)?[$€£¥]?\d/.test(tail)
    )
      continue;
    const scale =
      { m: 1e6, b: 1e9, k: 1e3 }[(m[3] ?? '').toLowerCase()] ?? SCALES[(m[3] ?? '').toLowerCase()] ?? 1;
    const end = m.index + m[0].length;
    // "€20,000 (£17,500; US$22,900)": the same sum again.
    const last = found.at(-1);
    if (last && /^\s?\([^)]*$/.test(text.slice(last.end, m.index))) continue;
    found.push({ start: m.index, end, kind: 'money', value: round(digits(m[2] ?? '') * scale), unit });
  }
  for (const m of text.matchAll(FRACTIONS)) {
    // "a year and a half of war"
    if (/\band (?:an? )?$/i.test(text.slice(0, m.index))) continue;
    const value = m[1]
      ? 50
      : ((WORDS[(m[2] ?? '').toLowerCase()] ?? 1) * 100) / (PARTS[(m[3] ?? '').toLowerCase()] ?? 1);
    const end = m.index + m[0].length - 3;
    // "more than half of the seats, at 50.8 per cent": the exact figure tells it.
    const exact = EXACTLY.exec(text.slice(end))?.[1];
    if (exact !== undefined && Math.abs(Number.parseFloat(exact) - value) <= ROUNDED) continue;
    found.push({ start: m.index, end, kind: 'percent', value: Math.round(value * 10) / 10, unit: '%' });
  }
  for (const m of text.matchAll(NUMBERS)) {
    const end = m.index + m[0].length;
    if (!free(m.index, end)) continue;
    const before = text.slice(0, m.index);
    // "half a million"; "three and a half million" is no number of its own.
    if (/\band[ -]a[ -]half[ -]$/i.test(before) || /^[ -]and[ -]a[ -]half\b/i.test(text.slice(end))) continue;
    const whole = numberOf(m[0]);
    const isOne = whole !== undefined && /^(?:an?|one) /i.test(m[0]);
    const part = isOne ? PART_OF_SCALE.exec(before) : null;
    const share =
      part === null
        ? 1
        : (WORDS[(part[1] ?? '').toLowerCase()] ?? 1) / (PARTS[(part[2] ?? '').toLowerCase()] ?? 1);
    const value = isOne && /\bhalf $/i.test(before) ? whole / 2 : whole && round(whole * share);
    const after = text.slice(end);
    // "Per 100,000 people" is the base of a rate, "from five people to six" where a change began.
    if (
      value === undefined ||
      isRange(before, after) ||
      /\b(per|from|out of)\s(?:the )?(?:(?:more|less) than |about |over |nearly |almost )?$/i.test(before)
    )
      continue;
    const percent = PERCENT.exec(after);
    if (percent && GROUP.test(before)) continue;
    if (percent) {
      found.push({
        start: part?.index ?? m.index,
        end: end + percent[0].length,
        kind: 'percent',
        value,
        unit: '%',
      });
      continue;
    }
    const rest = after.replace(/^[\s-]+/, '');
    const named = CURRENCIES.find(([name]) => name.test(rest));
    if (named) {
      const length = named[0].exec(rest)?.[0].length ?? 0;
      const stop = end + (after.length - rest.length) + length;
      found.push({ start: part?.index ?? m.index, end: stop, kind: 'money', value, unit: named[1] });
      continue;
    }
    const counted = /^\S+ per \d/.test(rest) ? undefined : countedAfter(rest);
    if (counted === undefined || isReference(before, value) || isDate(m[0], before)) continue;
    const stop = end + (after.length - rest.length) + counted.length;
    found.push({ start: part?.index ?? m.index, end: stop, kind: 'count', value, unit: counted.unit });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What may be counted, by its noun; up to two words may stand before it ("102 million undocumented people"). */
const COUNTED: readonly (readonly [string, RegExp])[] = [
  ['members', /^(member[- ]?(states|countries|nations|governments)|members|signatories|states parties)\b/i],
  ['countries', /^(countries|states|nations|governments)\b/i],
  [
    'troops',
    /^(troops|soldiers|peacekeepers|blue helmets|servicemen|uniformed personnel|military personnel)\b/i,
  ],
  ['refugees', /^(refugees|asylum[- ]seekers|displaced (persons|people)|internally displaced|idps)\b/i],
  ['migrants', /^(migrants|immigrants|emigrants)\b/i],
  ['families', /^families\b/i],
  ['households', /^households\b/i],
  ['deaths', /^(deaths|dead|fatalities|lives|victims|casualties)\b/i],
  ['cases', /^(confirmed cases|cases|infections)\b/i],
  ['vaccine doses', /^(vaccine doses|doses|vaccines)\b/i],
  ['injuries', /^(injuries|wounded|injured)\b/i],
  ['tonnes', /^(metric tons|tons|tonnes)\b/i],
  ['barrels', /^barrels\b/i],
  ['hectares', /^hectares\b/i],
  ['megawatts', /^(megawatts|mw)\b/i],
  ['nuclear weapons', /^(nuclear (weapons|warheads)|warheads)\b/i],
  ['jobs', /^jobs\b/i],
  [
    'people',
    /^(people|persons|inhabitants|citizens|children|women|men|girls|civilians|individuals|workers|students|young people|youths|patients|voters)\b/i,
  ],
];

function countedAfter(rest: string): { unit: string; length: number } | undefined {
  const words =
    /^(?:of (?:the |our |its )?)?((?:(?!and\b|United\b|the\b|a\b|an\b|all\b|our\b|its\b|his\b|their\b|is\b|are\b|was\b|were\b|has\b|have\b|per\b|or\b|of\b|to\b|in\b|by\b|for\b|from\b|with\b|years?\b|days?\b|months?\b)[\w'’-]+ ){0,2})/i.exec(
      rest,
    );
  const skipped = words?.[1]?.split(' ').slice(0, -1) ?? [];
  for (let n = 0; n <= skipped.length; n++) {
    const lead = (words?.[0].length ?? 0) - skipped.slice(n).join(' ').length - (n < skipped.length ? 1 : 0);
    const at = rest.slice(lead);
    const named = COUNTED.find(([, pattern]) => pattern.test(at));
    if (named) return { unit: named[0], length: lead + (named[1].exec(at)?.[0].length ?? 0) };
  }
  return undefined;
}

/** "the two countries", "these five States" are a group that is known already, not a count. */
function isReference(before: string, value: number): boolean {
  return (
    value < 4 ||
    /\b(?:these|those|(?:one|some|most|each|part|citizens) of(?: the)?|among(?: the)?|including|another|among them|per cent of all)\s$/i.test(
      before,
    ) ||
    /\btop\s(?:\S+\sof\s)?$/i.test(before) ||
    (value < 60 &&
      /\b(?:the|these|those|our|both|all|its|their|other)\s(?:(?:permanent|elected|other|remaining|same|original)\s)?$/i.test(
        before,
      ))
  );
}

/** "in 2011 a United States spacecraft", "on June 15 its soldiers". */
function isDate(written: string, before: string): boolean {
  const month =
    /\b(january|february|march|april|may|june|july|august|september|october|november|december|[ap]m)\.?\s$/i;
  return /^(1[6-9]|20)\d\d$/.test(written) || month.test(before);
}

function isRange(before: string, after: string): boolean {
  if (/^\s?(%|per ?cent)?\s?(?:–|-|to|and|or)\s?\d[\d.,]*\s?(%|per ?cent)/i.test(after)) return true;
  return (
    /\d\s?(–|-|and|or)\s?$/.test(before) ||
    (/\d\s?(to)\s$/.test(before) && !/\bfrom\s+\S+(\s\S+)?\sto\s$/i.test(before))
  );
}

function numberOf(written: string): number | undefined {
  // "two thousand eight hundred": what a scale has counted, and what stands behind it.
  let total: number | undefined;
  let value: number | undefined;
  // "4 000" is one number.
  for (const part of written
    .toLowerCase()
    .replace(/(?<=\d) (?=\d{3}\b)/g, '')
    .split(/[\s-]+/)) {
    const scale = SCALES[part];
    if (part === 'and') continue;
    if (scale !== undefined && scale > 100 && value !== undefined) {
      total = (total ?? 0) + value * scale;
      value = undefined;
    } else if (scale !== undefined && value === undefined && total !== undefined) total *= scale;
    else if (scale !== undefined) value = (value ?? 1) * scale;
    else if (/^\d/.test(part)) value = (value ?? 0) + digits(part);
    else if (WORDS[part] !== undefined) value = (value ?? 0) + (WORDS[part] ?? 0);
    else return undefined;
  }
  return value === undefined && total === undefined ? undefined : round((total ?? 0) + (value ?? 0));
}

function digits(written: string): number {
  // "400.000 euros", as the continent writes it.
  const whole = /^\d{1,3}(?:\.000)+$/.test(written) ? written.replace(/\./g, '') : written;
  return Number(whole.replace(/[, ]/g, ''));
}

/** 0.1 × 10⁶ and the like without the tail of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
