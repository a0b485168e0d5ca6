/** Media types of JSON that do not end in `+json`, and of tokens. */
const TYPES: readonly string[] = [
  'application/json',
  'application/vc',
  'application/did',
  'application/cid',
  'application/jwt',
  'application/vc+jwt',
];

/** True for what can be JSON or a token by its media type, in small letters and without parameters. */
export function isJsonType(mediaType: string): boolean {
  return TYPES.includes(mediaType) || /^application\/[a-z0-9.+-]+\+json$/.test(mediaType);
}
