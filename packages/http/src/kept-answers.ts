export type Body = string | Uint8Array<ArrayBuffer>;

/** A body with the strong ETag that is made from its bytes. */
export type Made = { readonly body: Body; readonly etag: string };

/** What was made before, by all that it was made of. What has not been asked for longest goes first. */
export type KeptAnswers = {
  readonly find: (facts: string) => Made | null;
  readonly keep: (facts: string, made: Made) => void;
};

/**
 * Keeps answers in the memory of this isolate, which may end at any time.
 *
 * @param maxBytes of bodies and facts together; what alone is longer is not kept.
 */
export function keptAnswers(maxBytes: number): KeptAnswers {
  const kept = new Map<string, Made>();
  let bytes = 0;
  const forget = (facts: string) => {
    const made = kept.get(facts);
    if (made !== undefined) bytes -= sizeOf(facts, made);
    kept.delete(facts);
  };
  return {
    find: (facts) => {
      const made = kept.get(facts);
      if (made === undefined) return null;
      // A Map is in the order of its insertions: what is asked for again goes last.
      kept.delete(facts);
      kept.set(facts, made);
      return made;
    },
    keep: (facts, made) => {
      forget(facts);
      const size = sizeOf(facts, made);
      if (size > maxBytes) return;
      kept.set(facts, made);
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        forget(oldest);
      }
    },
  };
}

/** Letters of a string may take two bytes each. */
function sizeOf(facts: string, { body }: Made): number {
  return 2 * facts.length + (typeof body === 'string' ? 2 * body.length : body.length);
}
