import type { PublicKey } from './public-key.ts';

type Import<Key, Algorithm> = (jwk: PublicKey['jwk'], algorithm: Algorithm) => Promise<Key>;

/** Public keys of anybody may be kept, so that there must be an end to them. */
const MAX_KEPT = 128;

/**
 * The same import of public keys, done once for each key in an isolate, as long as it is among those that were
 * imported last. What is null or throws is not kept.
 */
export function keepingKeys<Key, Algorithm extends string>(
  importKey: Import<Key, Algorithm>,
): Import<Key, Algorithm> {
  const kept = new Map<string, Key>();
  /** Whoever verifies many in a row gives the same object each time. */
  let last: {
    readonly jwk: PublicKey['jwk'];
    readonly algorithm: Algorithm;
    readonly key: Key;
  } | null = null;
  const keptOrImported: Import<Key, Algorithm> = async (jwk, algorithm) => {
    const name = `${algorithm} ${JSON.stringify(jwk)}`;
    const before = kept.get(name);
    if (before !== undefined) return before;
    const key = await importKey(jwk, algorithm);
    if (key === null) return key;
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(name, key);
    return key;
  };
  return async (jwk, algorithm) => {
    if (last?.jwk === jwk && last.algorithm === algorithm) return last.key;
    const key = await keptOrImported(jwk, algorithm);
    if (key !== null) last = { jwk, algorithm, key };
    return key;
  };
}
