import type { ModelState } from './messages.js';

/** The model could not be had; the remedy is for whoever looks at the page. */
export class ModelFailure extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Fetches a model and decompresses it.
 *
 * @param tell is told how far it is
 * @throws ModelFailure when the server does not answer, refuses, or gives something else
 */
export async function fetchModel(address: string, tell: (state: ModelState) => void): Promise<Uint8Array> {
  tell({ kind: 'loading', received: 0, total: undefined });
  const response = await fetch(address).catch(() => {
    throw new ModelFailure(
      'the server does not answer',
      'see whether `entente serve` still runs in its terminal',
    );
  });
  if (!response.ok || !response.body) {
    const told = await response.json().catch(() => ({}));
    throw new ModelFailure(
      told.error?.message ?? `the server gives no model: ${response.status} ${response.statusText}`,
      told.error?.remedy ?? `put models/english.bin where the page finds it, at ${address}`,
    );
  }
  const packed = await receive(
    response.body,
    Number(response.headers.get('content-length')) || undefined,
    tell,
  );
  tell({ kind: 'starting' });
  return unpack(packed, address);
}

async function receive(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  total: number | undefined,
  tell: (state: ModelState) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ModelFailure('the model came only in part', 'try again');
    });
    if (done) break;
    parts.push(value);
    received += value.length;
    tell({ kind: 'loading', received, total });
  }
  const whole = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Some static hosts send the file with `Content-Encoding: gzip`; the browser has then decompressed it. */
async function unpack(packed: Uint8Array<ArrayBuffer>, address: string): Promise<Uint8Array> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  if (typeof DecompressionStream === 'undefined') {
    throw new ModelFailure('this browser cannot decompress the model', 'use one of 2023 or later');
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer().catch(() => {
    throw new ModelFailure(
      `the model at ${address} is damaged`,
      'install Entente again, or copy the file again',
    );
  });
  return new Uint8Array(bytes);
}
