import type { Scene } from './scene.js';

/** What a quantity says of a disease without its name: "share vaccinated", "doses of the vaccine", "people living with the disease". */
const UNNAMED =
  /\b(?:vaccin\w+|immuni[sz]\w+|doses|the (?:disease|virus|pandemic|epidemic)|cases of (?:disease|virus)|(?:positive|confirmed|active) cases|infections?|infected)\b|… cases\b/i;
const NAMES =
  /\b(?:COVID(?:-19)?|coronavirus|HIV(?:\/AIDS)?|Ebola|malaria|tuberculosis|cholera|measles|polio(?:myelitis)?|smallpox|yellow fever|Zika|mpox|influenza)\b/gi;
/** "vaccinated against hepatitis B", "respiratory infections": it says which, though no disease that is listed here. */
const OF_ANOTHER =
  /\b(?:(?:vaccin\w+|immuni[sz]\w+) (?:against|for)|(?!(?:new|more|other|the|of|and|confirmed|active|daily|recorded|positive|total|few)\b)[a-z]+ infections?\b)/i;
/** How far before its sentence, in UTF-16 units, a disease may be named that a figure is still about. */
const NEAR = 1500;

/**
 * A quantity with the disease that was named last, in its sentence or not far before: "share vaccinated (COVID-19)". The quantity itself
 * where it names one or speaks of none, and where the text names several.
 */
export function withDisease({ text, tree }: Scene, quantity: string, of = ''): string {
  const told = `${quantity} ${of}`;
  if (!UNNAMED.test(told) || told.search(NAMES) >= 0 || OF_ANOTHER.test(told)) return quantity;
  const { start, end } = tree.sentence;
  const here = named(text.slice(start, end));
  const found = here.length > 0 ? here : named(text.slice(Math.max(0, start - NEAR), start));
  return found.length === 1 ? `${quantity} (${found[0]})` : quantity;
}

function named(text: string): string[] {
  const found = (text.match(NAMES) ?? []).map((name) =>
    /^(?:covid|corona)/i.test(name)
      ? 'COVID-19'
      : /^hiv/i.test(name)
        ? 'HIV'
        : /^polio/i.test(name)
          ? 'polio'
          : /^ebola|^zika/i.test(name)
            ? capital(name)
            : name.toLowerCase(),
  );
  return [...new Set(found)];
}

const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1).toLowerCase()}`;
