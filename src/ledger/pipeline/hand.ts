/** What is being read or waits to be stored. */
export interface Hand {
  /** Resolves when there is room for a document of this length. */
  room(characters: number): Promise<void>;
  /** Holds the work until it is done. */
  take(characters: number, work: Promise<void>): Promise<void>;
  /** Resolves when all work is done, well or badly. */
  empty(): Promise<void>;
}

/** Characters of texts in hand, unless it is one document alone. */
const MOST_CHARACTERS = 24_000_000;

/** Keeps at most so many documents in hand, and not too long ones together, so that memory stays bounded. */
export function createHand(capacity: number): Hand {
  const works = new Set<Promise<void>>();
  let inHand = 0;
  const settled = () => Promise.race(works).catch(() => undefined);
  return {
    async room(characters) {
      while (works.size >= capacity || (works.size > 0 && inHand + characters > MOST_CHARACTERS))
        await settled();
    },
    take(characters, work) {
      inHand += characters;
      const done = work.finally(() => {
        inHand -= characters;
        works.delete(done);
      });
      works.add(done);
      return done;
    },
    async empty() {
      while (works.size > 0) await settled();
    },
  };
}
