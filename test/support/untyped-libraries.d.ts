/** Verifiers that ship no types; tests use each for one thing. */
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: object): Promise<{
    readonly verified: boolean;
    readonly error?: unknown;
    readonly statusResult?: { readonly verified: boolean; readonly results: readonly unknown[] };
  }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ readonly verified: boolean }>;
  export function decodeList(options: {
    encodedList: string;
  }): Promise<{ getStatus(index: number): boolean }>;
}

/** A reader of PNG that is not ours. */
declare module 'png-chunks-extract' {
  export default function extractChunks(
    png: Uint8Array,
  ): readonly { readonly name: string; readonly data: Uint8Array }[];
}

/** What the foreign issuer signs with. */
declare module '@digitalbazaar/vc' {
  export function defaultDocumentLoader(url: string): Promise<unknown>;
  export function issue(options: object): Promise<import('@laurel/core/json').JsonObject>;
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(input: {
    jwk: object;
    secretKey: true;
    id: string;
    controller: string;
  }): Promise<{ signer(): Signer }>;
  type Signer = {
    readonly id: string;
    readonly algorithm: string;
    sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array>;
  };
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export function fromJwk(input: {
    jwk: object;
    secretKey: true;
    id: string;
    controller: string;
  }): Promise<{ signer(): Signer }>;
  type Signer = {
    readonly id: string;
    readonly algorithm: string;
    sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array>;
  };
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type List = { setStatus(index: number, on: boolean): void };
  export function createList(options: { length: number }): Promise<List>;
  export function createCredential(options: {
    id: string;
    list: List;
    statusPurpose: string;
  }): Promise<
    import('@laurel/core/json').JsonObject & {
      readonly credentialSubject: {
        readonly encodedList: string;
      } & import('@laurel/core/json').JsonObject;
    }
  >;
}

/** What canonizes, by itself. */
declare module 'rdf-canonize' {
  export function canonize(
    input: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}
