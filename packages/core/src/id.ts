/** Base58 (as in Bitcoin): no two letters that look alike on paper. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 17 letters of 58 hold 99.5 bits, above the 96 that an unguessable address needs. */
export const ID_LENGTH = 17;

/** Bytes to ask of the platform for one id: enough that rejecting the uneven ones leaves 17. */
export const ID_RANDOM_BYTES = 64;

/** Largest multiple of 58 below 256: a byte from here on would favour the first letters. */
const EVEN_LIMIT = 232;

/**
 * Into how many classes the first letter parts ids: each has five letters or six, so that an id of one class still
 * holds 96 bits. Which class it is may be known; the rest stays as random.
 */
export const ID_CLASSES = 11;

/** The class of an id, below {@link ID_CLASSES}; whatever is no id has one too, as it is looked up all the same. */
export function classOfId(id: string): number {
  const letter = ALPHABET.indexOf(id.charAt(0));
  return letter < 0 ? 0 : letter % ID_CLASSES;
}

/**
 * An id of {@link ID_LENGTH} letters from random bytes, each letter equally likely.
 * Throws when the bytes run out, which {@link ID_RANDOM_BYTES} of them do once in 10^30 times.
 */
export function idFrom(randomBytes: Uint8Array): string {
  let id = '';
  for (const byte of randomBytes) {
    if (byte >= EVEN_LIMIT) continue;
    id += ALPHABET[byte % ALPHABET.length];
    if (id.length === ID_LENGTH) return id;
  }
  throw new Error('not enough random bytes for an id');
}

const ID = new RegExp(`^[${ALPHABET}]{${ID_LENGTH}}$`);

/** True for a string that could be one of our ids. */
export function isId(candidate: string): boolean {
  return ID.test(candidate);
}
