/** What is used of a DOM; linkedom's types need the browser's library, which the project does not load. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  remove?(): void;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'BUTTON CANVAS HEAD IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO AUDIO'.split(
    ' ',
  ),
);

/**
 * The words of a part of a page, a blank line between its paragraphs, white space as a browser shows it.
 * Pictures' captions stand in lines of their own.
 */
export function blockText(root: DomNode): string {
  const paragraphs: string[] = [];
  let words = '';
  const close = () => {
    const lines = words.split('\n').map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim());
    const text = lines.filter((line) => line !== '').join('\n');
    if (text !== '') paragraphs.push(text);
    words = '';
  };
  // A stack of our own: pages may nest deeper than the call stack is.
  const stack: (DomNode | 'close' | ' ')[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'close') close();
    else if (node === ' ') words += ' ';
    else if (node.nodeType === 3) words += (node.textContent ?? '').replace(/[\n\r\t]+/g, ' ');
    else if (node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11) {
      const name = node.nodeName.toUpperCase();
      if (SILENT.has(name)) continue;
      if (name === 'BR') words += '\n';
      const block = BLOCKS.has(name);
      if (block) close();
      if (block) stack.push('close');
      else if (name === 'TD' || name === 'TH') stack.push(' ');
      for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  close();
  return paragraphs.join('\n\n');
}
