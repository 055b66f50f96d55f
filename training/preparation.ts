import { appendFileSync } from 'node:fs';
import { loadGazetteer } from '../src/gazetteer/index.js';
import { loadLanguage } from '../src/language/index.js';
import { loadLexicon } from '../src/reader/lexicon.js';
import type { Resources } from '../src/reader/read.js';

/** Tells a line, and appends it to the file of `--log` where one is given. */
export function logTo(file: string | undefined): (line: string) => void {
  return (line) => {
    process.stderr.write(`${line}\n`);
    if (file) appendFileSync(file, `${line}\n`);
  };
}

/** Language, gazetteer and tables, without the networks that are trained on what they find. */
export async function ruleResources(): Promise<Resources> {
  return { language: await loadLanguage(), gazetteer: loadGazetteer(), lexicon: loadLexicon() };
}
