import type { Answer, ModelState, Progress, Request, Shown } from './messages.js';

/** Where the server, or whoever serves the built page, has the model. */
const MODEL = `${import.meta.env.BASE_URL}models/english.bin`;

/** The language floor at work in a worker: a text goes in, its sentences come out, page by page. */
export interface Analyst {
  readonly model: ModelState;
  /** How far the latest text is; undefined before there is one. */
  readonly progress: Progress | undefined;
  /** The sentences asked for last that have come. */
  readonly shown: Shown | undefined;
  analyse(text: string, first: number, count: number): void;
  show(first: number, count: number): void;
  /** All of the latest text as CoNLL-U. */
  conllu(): Promise<string>;
  /** Tries again to get the model. */
  reload(): void;
}

let only: Analyst | undefined;

/** One worker serves all visits of its pages, so that the model is fetched once. */
export function analyst(): Analyst {
  only ??= start();
  return only;
}

function start(): Analyst {
  let model = $state.raw<ModelState>({ kind: 'loading', received: 0, total: undefined });
  let progress = $state.raw<Progress>();
  let shown = $state.raw<Shown>();
  let run = 0;
  let asked = 0;
  const written = new Map<number, (conllu: string) => void>();

  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: Request): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.tell === 'model') model = data.state;
    else if (data.tell === 'progress' && data.progress.run === run) progress = data.progress;
    else if (data.tell === 'shown' && data.shown.run === run) shown = data.shown;
    else if (data.tell === 'conllu') {
      written.get(data.number)?.(data.conllu);
      written.delete(data.number);
    }
  });
  worker.addEventListener('error', (event) => {
    const message = event.message || 'the program that parses did not start';
    model = { kind: 'failed', message, remedy: 'load the page again' };
  });
  const reload = () => ask({ ask: 'load', address: new URL(MODEL, location.href).href });
  reload();

  return {
    get model() {
      return model;
    },
    get progress() {
      return progress;
    },
    get shown() {
      return shown;
    },
    analyse(text, first, count) {
      run++;
      ask({ ask: 'show', run, first, count });
      ask({ ask: 'analyse', run, text });
    },
    show(first, count) {
      ask({ ask: 'show', run, first, count });
    },
    conllu() {
      const number = asked++;
      return new Promise((resolve) => {
        written.set(number, resolve);
        ask({ ask: 'conllu', run, number });
      });
    },
    reload,
  };
}
