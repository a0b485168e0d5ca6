/** The parts that Laurel uses of libraries that ship no types. */
declare module 'jsonld-signatures' {
  type Loader = (url: string) => Promise<unknown>;
  type Purpose = { readonly term: string };
  const jsigs: {
    readonly purposes: {
      readonly AssertionProofPurpose: new () => Purpose;
      readonly AuthenticationProofPurpose: new (asked: object) => Purpose;
    };
    sign(
      document: object,
      options: { suite: object; purpose: Purpose; documentLoader: Loader },
    ): Promise<{ readonly proof: import('@laurel/core/json').JsonObject }>;
    verify(
      document: object,
      options: { suite: object; purpose: Purpose; documentLoader: Loader },
    ): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
  };
  export default jsigs;
}

declare module '@digitalbazaar/data-integrity' {
  type Secured = {
    document: import('@laurel/core/json').JsonObject;
    proof: import('@laurel/core/json').JsonObject;
    documentLoader: (url: string) => Promise<unknown>;
  };
  export type CanonizeOptions = {
    readonly documentLoader?: (url: string) => Promise<unknown>;
    readonly messageDigestAlgorithm?: string;
  };
  export type Cryptosuite = {
    readonly canonize: (input: object, options: CanonizeOptions) => Promise<string>;
    readonly createVerifyData: (
      input: Secured & {
        cryptosuite: Cryptosuite;
        dataIntegrityProof: DataIntegrityProof;
        verificationMethod: object;
      },
    ) => Promise<Uint8Array>;
  };
  export class DataIntegrityProof {
    constructor(options: {
      cryptosuite: object;
      date?: string;
      signer?: {
        readonly id: string;
        readonly algorithm: string;
        sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array>;
      };
    });
    createVerifyData(secured: Secured): Promise<Uint8Array>;
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createVerifyCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    static readonly CONTEXT_URL: string;
    static readonly CONTEXT: object;
    constructor(options?: { canonizeOptions?: object; signer?: object; date?: string });
    createVerifyData(input: {
      document: import('@laurel/core/json').JsonObject;
      proof: import('@laurel/core/json').JsonObject;
      documentLoader: (url: string) => Promise<unknown>;
    }): Promise<Uint8Array>;
  }
}

declare module '@digitalbazaar/ed25519-multikey' {
  type Key = {
    export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>;
    verifier(): { verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  };
  export function from(multikey: object): Promise<Key>;
  export function fromJwk(input: { jwk: object; secretKey: false }): Promise<Key>;
  export function toJwk(input: { keyPair: Key }): Promise<object>;
}

declare module '@digitalbazaar/ecdsa-multikey' {
  type Key = { export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }> };
  export function from(multikey: object): Promise<Key>;
  export function fromJwk(input: { jwk: object; secretKey: false }): Promise<Key>;
  export function toJwk(input: { keyPair: Key }): Promise<object>;
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
  export function decode(text: string): Uint8Array | undefined;
}

declare module '@digitalbazaar/bitstring' {
  export class Bitstring {
    constructor(options: { length: number; leftToRightIndexing: true });
    set(index: number, on: boolean): void;
    encodeBits(): Promise<string>;
  }
}
