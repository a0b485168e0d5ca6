import { isSecure } from './browser.ts';

/** RFC 8037, Appendix A.2. */
const A_PUBLIC_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};

/** Why nothing can be verified here. */
export type Inability = 'plain_http' | 'old_browser';

/** What keeps the browser from checking signatures; null where nothing does. */
export async function inability(): Promise<Inability | null> {
  // No browser, however new, has WebCrypto there (Web Cryptography API, Section 10.1).
  if (!isSecure) return 'plain_http';
  if (typeof DecompressionStream !== 'function') return 'old_browser';
  try {
    await crypto.subtle.importKey('jwk', A_PUBLIC_KEY, 'Ed25519', false, ['verify']);
    return null;
  } catch {
    return 'old_browser';
  }
}
