/**
 * Numbers that follow from a text alone, each from 0 to below 1: the same text gives the same ones anywhere.
 * FNV-1a over its UTF-16 units, stirred anew for each number (MurmurHash3's finaliser).
 */
export function* numbersFrom(text: string): Generator<number, never> {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  for (;;) {
    hash = (hash + 0x9e3779b9) | 0;
    let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
    yield ((stirred ^ (stirred >>> 16)) >>> 0) / 2 ** 32;
  }
}
