/** RFC 8037, Appendix A.2. */
const A_PUBLIC_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};

/** True where the browser has what signatures are checked with. */
export async function canVerify(): Promise<boolean> {
  if (typeof DecompressionStream !== 'function' || typeof URL.parse !== 'function') return false;
  try {
    await crypto.subtle.importKey('jwk', A_PUBLIC_KEY, 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}
