const FUNCTION_WORDS =
  /^(?:the|of|and|to|in|a|that|is|for|on|with|as|by|be|are|was|it|this|has|have|we|our|its|their|from|not|will|at|or|an|which)$/i;

/**
 * Language of a text: `en` where enough of its words are English function words, else `und` (ISO 639-2,
 * undetermined). Texts of a few words in Latin letters pass for English.
 *
 * @example
 * languageOf('The ministers met in the capital.') // 'en'
 */
export function languageOf(text: string): string {
  // From the middle as well, since headers hold names and foreign labels.
  const middle = text.length >> 1;
  const sample = text.length > 8000 ? `${text.slice(0, 4000)} ${text.slice(middle, middle + 4000)}` : text;
  const words = sample.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const latin = words.filter((word) => /^[\p{Script=Latin}'’]/u.test(word)).length;
  if (latin < words.length / 2) return 'und';
  if (words.length < 25) return 'en';
  const english = words.filter((word) => FUNCTION_WORDS.test(word)).length;
  return english / words.length >= 0.15 ? 'en' : 'und';
}
