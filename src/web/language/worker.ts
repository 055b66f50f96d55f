import {
  createLanguage,
  type Language,
  type ParsedSentence,
  type Sentence,
  writeConllu,
} from '../../language/index.js';
import type { Answer, Request } from './messages.js';
import { fetchModel, ModelFailure } from './model.js';

/** The worker listens for newer questions after so many milliseconds of work. */
const SLICE = 50;

interface Run {
  readonly number: number;
  readonly text: string;
  readonly found: readonly Sentence[];
  readonly parsed: ParsedSentence[];
  words: number;
  milliseconds: number;
}

let language: Language | undefined;
let waiting: Extract<Request, { ask: 'analyse' }> | undefined;
let shown: Extract<Request, { ask: 'show' }> | undefined;
let run: Run | undefined;

const tell = (answer: Answer): void => self.postMessage(answer);

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.ask === 'load') void load(data.address);
  else if (data.ask === 'analyse') begin(data);
  else if (data.ask === 'show') {
    shown = data;
    show();
  } else if (run && data.run === run.number) {
    tell({ tell: 'conllu', number: data.number, conllu: writeConllu(run.parsed, run.text) });
  }
});

async function load(address: string): Promise<void> {
  try {
    const bytes = await fetchModel(address, (state) => tell({ tell: 'model', state }));
    language = await createLanguage(bytes);
    tell({ tell: 'model', state: { kind: 'ready' } });
    if (waiting) begin(waiting);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const remedy =
      error instanceof ModelFailure
        ? error.remedy
        : 'load the page again; the model and it must be of one version';
    tell({ tell: 'model', state: { kind: 'failed', message, remedy } });
  }
}

function begin(asked: Extract<Request, { ask: 'analyse' }>): void {
  if (!language) {
    waiting = asked;
    return;
  }
  const began = performance.now();
  run = {
    number: asked.run,
    text: asked.text,
    found: language.segment(asked.text),
    parsed: [],
    words: 0,
    milliseconds: 0,
  };
  run.milliseconds = performance.now() - began;
  work(language, run);
}

/** Parses for a while, tells of it, and goes on after messages that have come meanwhile. */
function work(english: Language, mine: Run): void {
  if (run !== mine) return;
  const began = performance.now();
  while (mine.parsed.length < mine.found.length && performance.now() - began < SLICE) {
    const sentence = mine.found[mine.parsed.length];
    if (!sentence) break;
    mine.parsed.push(english.parse(sentence));
    mine.words += sentence.length;
  }
  mine.milliseconds += performance.now() - began;
  show();
  tell({
    tell: 'progress',
    progress: {
      run: mine.number,
      parsed: mine.parsed.length,
      sentences: mine.found.length,
      words: mine.words,
      milliseconds: mine.milliseconds,
    },
  });
  if (mine.parsed.length < mine.found.length) setTimeout(() => work(english, mine));
}

/** Gives the sentences that the page wants to show, once they are all there. */
function show(): void {
  if (!run || !shown || shown.run !== run.number) return;
  const { first, count } = shown;
  if (run.parsed.length < Math.min(run.found.length, first + count)) return;
  tell({
    tell: 'shown',
    shown: { run: run.number, first, sentences: run.parsed.slice(first, first + count) },
  });
  shown = undefined;
}
