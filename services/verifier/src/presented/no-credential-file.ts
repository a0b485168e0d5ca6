/** The first bytes of what people send by mistake, and what to say of it in English. */
const BEGINNINGS: readonly { readonly bytes: readonly number[]; readonly sentence: string }[] = [
  { bytes: [0xff, 0xfe], sentence: inUtf16() },
  { bytes: [0xfe, 0xff], sentence: inUtf16() },
  { bytes: [0xff, 0xd8, 0xff], sentence: photograph('JPEG') },
  { bytes: [0x47, 0x49, 0x46, 0x38], sentence: photograph('GIF') },
  { bytes: [0x52, 0x49, 0x46, 0x46], sentence: photograph('WebP') },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      'This is an archive or an office document. Unpack it, and send the one file that is the credential.',
  },
];

/** JSON in UTF-16 begins with a brace, a bracket or a quotation mark and a zero byte, in either order. */
const JSON_BEGINNINGS = new Set([0x7b, 0x5b, 0x22]);

/** What may stand before the first element of a page: notes of whoever made it. */
const MAX_BEFORE_PAGE = 2_000;

/** Why a file can be no credential, by its first bytes, for whoever sent it; null where it may be one. */
export function whyNoCredential(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'There is nothing in it: the file is empty.';
  const known = BEGINNINGS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known.sentence;
  const [first = 0, second = 0] = bytes;
  const inTwoBytes =
    (first === 0 && JSON_BEGINNINGS.has(second)) || (second === 0 && JSON_BEGINNINGS.has(first));
  return inTwoBytes ? inUtf16() : null;
}

/** The same for text that is a page of the web, as it is saved in place of what was to be downloaded. */
export function isWebPage(text: string): boolean {
  const beginning = text.slice(0, MAX_BEFORE_PAGE).replaceAll(/<!--.*?-->/gs, '');
  return /^\s*(?:<\?[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(beginning);
}

function inUtf16(): string {
  return 'This text is in UTF-16. Save it as UTF-8 and send it again.';
}

function photograph(kind: string): string {
  return `This is a ${kind} picture, which cannot hold a credential. Send the PNG, SVG or PDF as it was given out, or paste the address that its QR code leads to.`;
}
