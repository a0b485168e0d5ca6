import { base64Of } from '@laurel/core/base64';
import type { JsonObject } from '@laurel/core/json';
import { type DigestForm, formsOfMultibase, formsOfSri } from './digest-form.ts';

/** How a text compares with the digests that are named of it; `unknown` with what is not known here. */
export type DigestFound =
  | { readonly outcome: 'none' | 'same' | 'other' }
  | { readonly outcome: 'unknown'; readonly name: string };

/**
 * Compares a text with `digestSRI` and `digestMultibase`, each of which must be right where it is there.
 * Of several digests in one, the longest count (W3C Subresource Integrity, Section 3.3.4). Where none is in a
 * form that is known, nothing was compared, and that is what is found.
 */
export async function digestFound(text: string, named: JsonObject): Promise<DigestFound> {
  const found = [
    await compared(text, formsOfSri(named)),
    await compared(text, formsOfMultibase(named)),
  ];
  const worst = ['other', 'unknown', 'same'].flatMap((outcome) =>
    found.filter((one) => one.outcome === outcome),
  );
  return worst[0] ?? { outcome: 'none' };
}

async function compared(text: string, forms: readonly DigestForm[]): Promise<DigestFound> {
  const known = forms.flatMap((form) => ('bits' in form ? [form] : []));
  const [unknown] = forms.flatMap((form) => ('unknown' in form ? [form.unknown] : []));
  if (known.length === 0) {
    return unknown === undefined ? { outcome: 'none' } : { outcome: 'unknown', name: unknown };
  }
  const bits = Math.max(...known.map((form) => form.bits));
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes));
  const actual = base64Of(digest).replace(/=+$/, '');
  const isSame = known.some((form) => form.bits === bits && form.base64 === actual);
  return { outcome: isSame ? 'same' : 'other' };
}
