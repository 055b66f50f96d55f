/**
 * Which of two reader versions is older: below 0 the first, above 0 the second, 0 neither. Only the numbers count
 * (`0.10.0` is newer than `0.9.2`); what follows them, such as a mark for a user's own tables, makes a version
 * different but neither older nor newer.
 *
 * @example
 * compareReaders('0.9.2', '0.10.0') // -1
 */
export function compareReaders(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

function numbersOf(version: string): number[] {
  const numbers = /^\D*(\d+(?:\.\d+)*)/.exec(version)?.[1];
  return numbers === undefined ? [] : numbers.split('.').map(Number);
}
