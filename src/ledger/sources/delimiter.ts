/**
 * What separates the cells of a table: by its ending, else the separator that its first line has most of.
 *
 * @example
 * sniffDelimiter('file;title\n', 'a.csv') // ';'
 */
export function sniffDelimiter(text: string, path: string): ',' | ';' | '\t' {
  if (/\.tsv$/i.test(path)) return '\t';
  const header = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}
