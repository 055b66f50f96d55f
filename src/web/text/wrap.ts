/**
 * Words in lines of at most so many characters; a longer word has a line of its own.
 *
 * @example
 * wrapped('comprehensive strategic partnership', 24) // ['comprehensive strategic', 'partnership']
 */
export function wrapped(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
