import type { JsonObject } from '@laurel/core/json';
import { type ForeignKey, KEY_KINDS, type KeyKind } from './keys.ts';

export const IDENTITY_KINDS = ['did:web', 'did:key', 'did:jwk', 'https'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** In which form a key is published: as a Multikey, as a JWK, or as the suite of 2020 has it. */
export type MethodForm = 'multikey' | 'jwk' | '2020';

export type ForeignKeys = Readonly<Record<KeyKind, ForeignKey>>;

/** Who signs: the id of an issuer, and of one of its verification methods. */
export type Identity = {
  readonly id: string;
  readonly methodId: string;
  readonly key: ForeignKey;
};

/**
 * The issuer as it is named in one of the ways that there are. With a did:key or did:jwk it is the key;
 * with a did:web or an https address its documents have to be published.
 *
 * @param origin where its documents lie.
 */
export function identityOf(
  kind: IdentityKind,
  origin: string,
  key: ForeignKey,
  form: MethodForm,
): Identity {
  switch (kind) {
    case 'did:web': {
      const id = didWebOf(origin);
      return { id, methodId: methodIdIn(id, key.kind, form), key };
    }
    case 'https': {
      const id = `${origin}/issuer`;
      return { id, methodId: methodIdIn(id, key.kind, form), key };
    }
    case 'did:key': {
      if (key.multibase === null) throw new Error('no did:key of RSA is made here');
      const id = `did:key:${key.multibase}`;
      return { id, methodId: `${id}#${key.multibase}`, key };
    }
    case 'did:jwk': {
      const id = `did:jwk:${Buffer.from(JSON.stringify(key.publicJwk)).toString('base64url')}`;
      return { id, methodId: `${id}#0`, key };
    }
  }
}

/** did:web Method, Section 3.1. */
export function didWebOf(origin: string): string {
  return `did:web:${origin.replace(/^https?:\/\//, '').replace(':', '%3A')}`;
}

/**
 * A DID document, or a controller document of an https issuer (Controlled Identifiers 1.0, Section 2):
 * every key in every form that it has, each named under `assertionMethod`.
 */
export function controllerDocument(id: string, keys: ForeignKeys): JsonObject {
  const methods = KEY_KINDS.flatMap((kind) => methodsOf(id, keys[kind]));
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ],
    id,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => String(method.id)),
  };
}

function methodsOf(controller: string, key: ForeignKey): readonly JsonObject[] {
  const method = (form: MethodForm, type: string, material: JsonObject) => ({
    id: methodIdIn(controller, key.kind, form),
    type,
    controller,
    ...material,
  });
  const jwk = method('jwk', 'JsonWebKey', {
    publicKeyJwk: JSON.parse(JSON.stringify(key.publicJwk)),
  });
  const { multibase } = key;
  if (multibase === null) return [jwk];
  const multikey = method('multikey', 'Multikey', { publicKeyMultibase: multibase });
  return key.kind === 'Ed25519'
    ? [
        jwk,
        multikey,
        method('2020', 'Ed25519VerificationKey2020', { publicKeyMultibase: multibase }),
      ]
    : [jwk, multikey];
}

function methodIdIn(controller: string, kind: KeyKind, form: MethodForm): string {
  return `${controller}#${kind.toLowerCase()}-${form}`;
}
