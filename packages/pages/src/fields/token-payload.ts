import { isJsonObject, type JsonObject } from '@laurel/core/json';

/** An endorsement in a token is not larger; what is, is shown as it was written. */
const MAX_TOKEN_UNITS = 20_000;

/** Objects and arrays in it, which is also more than it can nest deep. */
const MAX_OPENINGS = 200;

/** What a JWT says (RFC 7519), its signature not looked at; null for any other text. */
export function tokenPayload(token: string): JsonObject | null {
  const [, payload = '', signature] = token.split('.');
  if (signature === undefined || token.length > MAX_TOKEN_UNITS) return null;
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const text = new TextDecoder().decode(bytes);
    if ((text.match(/[[{]/g) ?? []).length > MAX_OPENINGS) return null;
    const said: unknown = JSON.parse(text);
    return isJsonObject(said) ? said : null;
  } catch {
    return null;
  }
}
