import type { KeyAlgorithm } from '@laurel/core/verification-key';

/** How the platform makes and imports the keys of each algorithm. RSA of 2,048 bits: OB 3.0, Section 8.2. */
export const GENERATE = {
  Ed25519: { name: 'Ed25519' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const satisfies Record<KeyAlgorithm, object>;

export const IMPORT = {
  Ed25519: { name: 'Ed25519' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const satisfies Record<KeyAlgorithm, object>;
