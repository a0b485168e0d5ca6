/** The parts that Laurel uses of libraries that ship no types. */
declare module 'jsonld-signatures' {
  type Loader = (url: string) => Promise<unknown>;
  type Purpose = { readonly term: string };
  const jsigs: {
    readonly purposes: { readonly AssertionProofPurpose: new () => Purpose };
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
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(input: {
    jwk: object;
    secretKey: false;
  }): Promise<{ export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }> }>;
  export function from(input: {
    type: 'Multikey';
    id: string;
    publicKeyMultibase: string;
  }): Promise<{
    verifier(): { verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  }>;
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
