/**
 * The numbers among the options of a training command, all of them 0 or more; what is counted is 1 or more, and at most half is
 * held out.
 *
 * @param values as `parseArgs` gives them
 * @throws Error that names the wrong option and shows the usage
 */
export function numbersIn<Name extends string>(
  values: Readonly<Record<Name, string>>,
  names: readonly Name[],
  usage: string,
): Record<Name, number> {
  const numbers = {} as Record<Name, number>;
  for (const name of names) {
    const number = Number(values[name]);
    if (!(number >= 0)) throw new Error(`--${name} must be a number, not '${values[name]}'\n\n${usage}`);
    if (COUNTED.has(name) && number < 1) throw new Error(`--${name} must be 1 or more\n\n${usage}`);
    if (name === 'held-out' && number > 0.5) throw new Error(`--${name} must be at most 0.5\n\n${usage}`);
    numbers[name] = number;
  }
  return numbers;
}

const COUNTED: ReadonlySet<string> = new Set(['networks', 'hidden', 'epochs']);

/** The options that make a run again. */
export function repeatOf<Name extends string>(
  values: Readonly<Record<Name, string>>,
  names: readonly Name[],
): string {
  return names.map((name) => `--${name} ${values[name]}`).join(' ');
}
