import { textWidth } from './text-width.js';
import { arcsOf, type Drawable, type PlacedArc, placeTree } from './tree-layout.js';

export interface TreeOptions {
  /** What the picture is called to those who hear it; the words of the sentence if not given. */
  readonly title?: string;
  /** For a file of its own: colours for light and dark are written into it. In a page, the page's own are used. */
  readonly standalone?: boolean;
}

const FORM = 15;
const SMALL = 10.5;
const LEMMA = 11.5;
const ROW = { form: 20, upos: 35, lemma: 51, end: 58 };
/** Room above the highest arc for its name and the root's arrow. */
const TOP = 32;
const LEVEL = { most: 23, least: 8, together: 1400 };
const BEND = 7;
/** A long arc has its name near its arrow, where a window that shows a part of the tree shows it too. */
const NAME_REACH = 130;
const LONGEST_SHOWN = 36;
const BETWEEN_TREES = 28;
const FACES = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', 'Noto Sans', sans-serif";
const COLOURS =
  '<style>:root{color:#1c2127;background:#fff}@media(prefers-color-scheme:dark){:root{color:#e3e6e9;background:#1b1f24}}</style>';

/**
 * Draws a dependency tree as SVG: the words in a row with tag and lemma, arcs with their relations above. Pure, and
 * without a page: widths of words are estimated. Lines and letters have the colour of the text around (`currentColor`),
 * parts carry the classes `relation`, `root` and `word`, and no style of its own is needed, so that a strict content
 * security policy lets it pass.
 *
 * @returns an `svg` element, well-formed as XML whatever the words hold
 * @example
 * const [sentence] = language.analyse('Fiji thanked Peru.');
 * document.body.innerHTML = treeSvg(sentence);
 */
export function treeSvg(sentence: Drawable, options: TreeOptions = {}): string {
  const { width, height, body } = draw(sentence, options.title);
  return svg(width, height, (options.standalone ? COLOURS : '') + body, 'class="tree" role="img"');
}

/** Draws several trees, one below the other, as one SVG. */
export function treesSvg(sentences: readonly Drawable[], options: TreeOptions = {}): string {
  let width = 0;
  let height = 0;
  let parts = options.standalone ? COLOURS : '';
  if (options.title !== undefined) parts += `<title>${escapeXml(options.title)}</title>`;
  for (const sentence of sentences) {
    const tree = draw(sentence, undefined);
    if (height > 0) height += BETWEEN_TREES;
    parts += svg(tree.width, tree.height, tree.body, `class="tree" role="img" y="${height}"`);
    width = Math.max(width, tree.width);
    height += tree.height;
  }
  return svg(width, height, parts, 'class="trees"');
}

function svg(width: number, height: number, body: string, attributes: string): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} ${size} font-family="${FACES}" text-anchor="middle" direction="ltr">${body}</svg>`;
}

function draw(sentence: Drawable, title: string | undefined) {
  const { length, forms } = sentence;
  const { arcs, levels } = arcsOf(sentence);
  const shown = forms.map(shorten);
  const lemmas = sentence.lemmas.map(shorten);
  const widths = shown.map((form, i) =>
    Math.max(
      textWidth(form, FORM),
      textWidth(lemmas[i] ?? '', LEMMA),
      textWidth(sentence.upos[i] ?? '', SMALL),
      SMALL,
    ),
  );
  const placed = placeTree(arcs, widths, (relation) => textWidth(relation, SMALL));
  const rise = Math.max(LEVEL.least, Math.min(LEVEL.most, LEVEL.together / Math.max(1, levels)));
  const ground = TOP + Math.max(1, levels) * rise;
  const parts = [
    `<title>${escapeXml(title ?? `Dependency tree: ${forms.join(' ')}`)}</title>`,
    `<desc>${escapeXml(describe(sentence))}</desc>`,
  ];
  for (const arc of placed.arcs) parts.push(drawArc(arc, ground, rise, sentence));
  for (const [word, x] of placed.roots)
    parts.push(drawRoot(x, ground, sentence.deprels[word] ?? 'root', forms[word]));
  for (let i = 0; i < length; i++) {
    const x = round(placed.middles[i] ?? 0);
    const about = [forms[i], sentence.lemmas[i], sentence.upos[i], sentence.xpos[i]].join(' · ');
    parts.push(
      `<g class="word" fill="currentColor"><title>${escapeXml(about)}</title>`,
      `<text x="${x}" y="${round(ground + ROW.form)}" font-size="${FORM}">${escapeXml(shown[i] ?? '')}</text>`,
      `<text class="upos" x="${x}" y="${round(ground + ROW.upos)}" font-size="${SMALL}" fill-opacity=".75">${escapeXml(sentence.upos[i] ?? '')}</text>`,
      `<text class="lemma" x="${x}" y="${round(ground + ROW.lemma)}" font-size="${LEMMA}" font-style="italic" fill-opacity=".75">${escapeXml(lemmas[i] ?? '')}</text></g>`,
    );
  }
  return { width: Math.max(1, placed.width), height: ground + ROW.end, body: parts.join('') };
}

function drawArc(arc: PlacedArc, ground: number, rise: number, { forms }: Drawable): string {
  const top = ground - arc.level * rise;
  const [from, to] = [round(arc.from), round(arc.to)];
  const bend = Math.min(BEND, Math.abs(arc.to - arc.from) / 2, rise) * (arc.to < arc.from ? -1 : 1);
  const turn = round(top + Math.abs(bend));
  const line = `M${from} ${round(ground)}V${turn}Q${from} ${round(top)} ${round(arc.from + bend)} ${round(top)}H${round(arc.to - bend)}Q${to} ${round(top)} ${to} ${turn}V${round(ground - 5)}`;
  const about = `${forms[arc.dependent] ?? ''}: ${arc.relation} of ${forms[arc.head] ?? ''}`;
  const near = Math.min(Math.abs(arc.to - arc.from) / 2, NAME_REACH) * (arc.to < arc.from ? 1 : -1);
  const label = `<text x="${round(arc.to + near)}" y="${round(top - 4)}" font-size="${SMALL}">${escapeXml(arc.relation)}</text>`;
  return relation('relation', about, line, arc.to, ground, label);
}

function drawRoot(x: number, ground: number, name: string, form = ''): string {
  const label = `<text x="${round(x)}" y="11" font-size="${SMALL}">${escapeXml(name)}</text>`;
  return relation('root', `${form}: ${name}`, `M${round(x)} 15V${round(ground - 5)}`, x, ground, label);
}

function relation(
  kind: string,
  about: string,
  line: string,
  x: number,
  ground: number,
  label: string,
): string {
  const tip = `M${round(x)} ${round(ground)}l-3.2 -6.5h6.4z`;
  return `<g class="${kind}" fill="currentColor"><title>${escapeXml(about)}</title><path d="${line}" fill="none" stroke="currentColor" stroke-opacity=".6"/><path d="${tip}"/>${label}</g>`;
}

function describe({ forms, heads, deprels }: Drawable): string {
  return forms
    .map((form, i) => {
      const head = forms[heads[i] ?? -1];
      return head === undefined ? `${form}: ${deprels[i]}` : `${form}: ${deprels[i]} of ${head}`;
    })
    .join('; ');
}

function shorten(form: string): string {
  if (form.length <= LONGEST_SHOWN) return form;
  const characters = [...form];
  return characters.length <= LONGEST_SHOWN ? form : `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML 1.0; characters that no XML file may hold become U+FFFD. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '').replace(NOT_XML, '\ufffd');
}

const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
