/**
 * The words of a Markdown text without its marks: headings, emphasis, links, pictures, quotes, comments. A paragraph's
 * lines become one line, as a soft line break means a space; code and tables stay as they are.
 *
 * @example
 * markdownText('# Visit\n\nThey **met** in\n[Hanoi](https://example.org).') // 'Visit\n\nThey met in Hanoi.'
 */
export function markdownText(source: string): string {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  const close = () => {
    if (paragraph.length > 0) blocks.push(inline(paragraph.join(' ')));
    paragraph = [];
  };
  for (const raw of source.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const mark = /^\s*(```+|~~~+)/.exec(raw)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      close();
      fence = fence === undefined ? mark : undefined;
    } else if (fence !== undefined) blocks.push(raw);
    else {
      const line = raw.replace(/^\s*(?:>\s?)+/, '').trim();
      const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
      const item = /^(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1];
      if (line === '' || /^([-*_]\s*){3,}$/.test(line) || /^=+$/.test(line) || /^\[[^\]]+\]:\s/.test(line))
        close();
      else if (heading !== undefined) {
        close();
        blocks.push(inline(heading));
      } else if (item !== undefined) {
        close();
        paragraph.push(item);
      } else if (/^\|.*\|$/.test(line)) {
        close();
        blocks.push(line);
      } else {
        paragraph.push(line);
        if (/(?: {2}|\\)$/.test(raw)) close();
      }
    }
  }
  close();
  return blocks.filter((block) => block !== '').join('\n\n');
}

function inline(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*\*|\*\*|\*)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d])(___|__|_)(?=\S)([\s\S]*?\S)\1(?![\p{L}\d])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
    .replace(/\\$/, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
