import { base64url } from 'jose';

/** A private key at rest: AES-GCM under a version of the key-encryption secret. */
export type Sealed = {
  readonly secretVersion: number;
  readonly nonce: string;
  readonly sealed: string;
};

/** Whom a key belongs to: bound to the sealed bytes, so that no key can stand in another's place. */
export type KeyPlace = { readonly owner: string; readonly keyId: string };

type Secrets = ReadonlyMap<number, Uint8Array<ArrayBuffer>>;

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;

/** Seals a PKCS #8 private key under the newest secret. Throws where no secret is configured. */
export async function seal(
  privateKey: ArrayBuffer,
  place: KeyPlace,
  secretsJson: string,
): Promise<Sealed> {
  const secrets = secretsIn(secretsJson);
  const secretVersion = Math.max(...secrets.keys());
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: associatedData(place) },
    await secretKey(secrets, secretVersion),
    privateKey,
  );
  return {
    secretVersion,
    nonce: base64url.encode(nonce),
    sealed: base64url.encode(new Uint8Array(sealed)),
  };
}

/** The PKCS #8 private key. Throws when the secret is missing, or the bytes were sealed for another place. */
export async function unseal(
  { secretVersion, nonce, sealed }: Sealed,
  place: KeyPlace,
  secretsJson: string,
): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: bytesOf(nonce),
      additionalData: associatedData(place),
    },
    await secretKey(secretsIn(secretsJson), secretVersion),
    bytesOf(sealed),
  );
}

function associatedData({ owner, keyId }: KeyPlace): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(`laurel private key\n${owner}\n${keyId}`));
}

function secretsIn(json: string): Secrets {
  const secrets = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const [version, secret] of Object.entries<string>(JSON.parse(json))) {
    const bytes = bytesOf(secret);
    if (bytes.length !== SECRET_BYTES || !/^[1-9][0-9]*$/.test(version)) {
      throw new Error(
        'KEY_ENCRYPTION_SECRETS: a version is not a number, or a secret not 32 bytes',
      );
    }
    secrets.set(Number(version), bytes);
  }
  if (secrets.size === 0) throw new Error('KEY_ENCRYPTION_SECRETS is empty');
  return secrets;
}

async function secretKey(secrets: Secrets, version: number): Promise<CryptoKey> {
  const secret = secrets.get(version);
  if (secret === undefined) throw new Error(`key-encryption secret ${version} is not configured`);
  return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64url.decode(text));
}
