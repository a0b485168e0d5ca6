import type { LogoType } from '@laurel/core/issuer';

const PNG_SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const MARK = /^\uFEFF/;

/** What the first bytes of a file say that it is, whatever it is called; null for anything else. */
export function logoTypeOf(bytes: Uint8Array): LogoType | null {
  if (PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return 'image/png';
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).replace(MARK, '').trimStart();
  return /^<(?:\?xml\s|!--|!DOCTYPE\s+svg|(?:\w+:)?svg[\s>])/i.test(start) ? 'image/svg+xml' : null;
}
