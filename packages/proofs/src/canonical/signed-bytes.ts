import { filled } from './fill.ts';
import { type ProofOptions, proofForm } from './proof-form.ts';
import type { Shape } from './shape.ts';
import type { Template } from './template.ts';

export const DIGEST_BYTES = 32;

/**
 * What `eddsa-rdfc-2022` signs: the digest of the proof's options and that of the document (W3C Data Integrity
 * EdDSA Cryptosuites 1.0, Section 3.2.4), by a template. Null where the full path must find it.
 */
export async function signedBytes(
  template: Template,
  { leaves }: Shape,
  options: ProofOptions,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const nQuads = await filled(template, leaves);
  if (nQuads === null) return null;
  const bytes = new Uint8Array(2 * DIGEST_BYTES);
  bytes.set(await digestOfOptions(options));
  bytes.set(await digestOf(nQuads), DIGEST_BYTES);
  return bytes;
}

/** What is signed in one call is signed at one moment by one key. */
let last: { readonly form: string; readonly digest: Uint8Array } | null = null;

async function digestOfOptions(options: ProofOptions): Promise<Uint8Array> {
  const form = proofForm(options);
  if (last?.form === form) return last.digest;
  const digest = await digestOf(new Uint8Array(UTF8.encode(form)));
  last = { form, digest };
  return digest;
}

const UTF8 = new TextEncoder();

async function digestOf(nQuads: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', nQuads));
}
