import { base64Of } from '@laurel/core/base64';
import { bytesIn } from './canonical-base64.ts';
import { sameBytes, sha256 } from './hash.ts';

/** Ed25519 signatures of the note itself (C2SP signed-note, “Signature types”). */
const ED25519 = 0x01;
const PUBLIC_KEY_BYTES = 32;

/** A key that signs notes, by its name and its public half (C2SP signed-note, “Verifier keys”). */
export type VerifierKey = {
  readonly name: string;
  /** Four bytes. */
  readonly id: Uint8Array;
  /** Ed25519, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array<ArrayBuffer>;
};

/** A name is not empty, and has no space, no plus and nothing that is not to be seen. */
const NAME = /^[^\s+\p{Cc}]+$/u;

/** The key of a name. Throws for a name that no note can hold, and for a public key of another length. */
export async function verifierKey(
  name: string,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<VerifierKey> {
  if (!NAME.test(name) || publicKey.length !== PUBLIC_KEY_BYTES) {
    throw new Error('no key of a signed note');
  }
  const hash = await sha256(new TextEncoder().encode(`${name}\n`), typed(publicKey));
  return { name, id: hash.slice(0, 4), publicKey };
}

/** The key as text: the name, its id in hexadecimal, and the public half in base64, with a plus between. */
export function verifierKeyText({ name, id, publicKey }: VerifierKey): string {
  const hex = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${name}+${hex}+${base64Of(typed(publicKey))}`;
}

/** The key in such a text; null where it is none of Ed25519, or its id is not its own. */
export async function readVerifierKey(text: string): Promise<VerifierKey | null> {
  const [, name = '', , encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = bytesIn(encoded);
  if (bytes?.length !== PUBLIC_KEY_BYTES + 1 || bytes[0] !== ED25519 || !NAME.test(name))
    return null;
  const key = await verifierKey(name, bytes.slice(1));
  return verifierKeyText(key) === text ? key : null;
}

/** True for the same name and id, by which a signature says whose it is. */
export function isKeyOf(
  { name, id }: VerifierKey,
  signature: { readonly name: string; readonly keyId: Uint8Array },
): boolean {
  return name === signature.name && sameBytes(id, signature.keyId);
}

function typed(publicKey: Uint8Array): Uint8Array {
  return Uint8Array.of(ED25519, ...publicKey);
}
