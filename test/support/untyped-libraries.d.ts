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
}

/** A reader of PNG that is not ours. */
declare module 'png-chunks-extract' {
  export default function extractChunks(
    png: Uint8Array,
  ): readonly { readonly name: string; readonly data: Uint8Array }[];
}
