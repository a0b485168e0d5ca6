import { base64Of } from '@laurel/core/base64';
import type { JsonObject } from '@laurel/core/json';
import { bytesOfMultibase } from '@laurel/proofs/multibase';
import { listOf } from '../ours/claims-to-be-ours.ts';

/** A digest by SHA-2, in base64 without `=`; or the name of a form that is not known here. */
export type DigestForm =
  | { readonly bits: number; readonly base64: string }
  | { readonly unknown: string };

/** `sha384-…` as W3C Subresource Integrity has it, Section 3.5, with its options; some write base64url. */
const SRI = /^sha(256|384|512)-([A-Za-z0-9+/_-]+)={0,2}(?:\?.*)?$/;

/** The codes of multihashes, each followed by the length (Controlled Identifiers 1.0, Section 2.5). */
const MULTIHASHES: readonly { readonly code: number; readonly bits: number }[] = [
  { code: 0x12, bits: 256 },
  { code: 0x20, bits: 384 },
  { code: 0x13, bits: 512 },
];

const MAX_NAME_LETTERS = 40;

/** What `digestSRI` says, which may hold several (W3C VCDM 2.0, Section 5.3). */
export function formsOfSri({ digestSRI }: JsonObject): readonly DigestForm[] {
  return listOf(digestSRI).flatMap((one) =>
    typeof one === 'string' ? one.trim().split(/\s+/).map(formOfSri) : [unknown('digestSRI', '')],
  );
}

/** What `digestMultibase` says: multihashes, or SHA-256 as it is, as W3C’s examples have it. */
export function formsOfMultibase({ digestMultibase }: JsonObject): readonly DigestForm[] {
  return listOf(digestMultibase).map((one) => formOfMultibase(typeof one === 'string' ? one : ''));
}

function formOfSri(text: string): DigestForm {
  const [, bits, digest] = SRI.exec(text) ?? [];
  return bits === undefined || digest === undefined
    ? unknown('digestSRI', text.split('-')[0] ?? '')
    : { bits: Number(bits), base64: digest.replaceAll('-', '+').replaceAll('_', '/') };
}

function formOfMultibase(text: string): DigestForm {
  const bytes = bytesOfMultibase(text);
  if (bytes === null) return unknown('digestMultibase', text.slice(0, 1));
  const [code = 0, length] = bytes;
  const isMultihash = length === bytes.length - 2;
  const known = MULTIHASHES.find((one) => one.code === code && one.bits === (length ?? 0) * 8);
  if (isMultihash && known !== undefined) return digestOf(bytes.subarray(2), known.bits);
  return bytes.length === 32
    ? digestOf(bytes, 256)
    : unknown('digestMultibase', `0x${code.toString(16)}`);
}

function digestOf(bytes: Uint8Array, bits: number): DigestForm {
  return { bits, base64: base64Of(bytes).replace(/=+$/, '') };
}

function unknown(property: string, name: string): DigestForm {
  return { unknown: `${property} ${name}`.trim().slice(0, MAX_NAME_LETTERS) };
}
