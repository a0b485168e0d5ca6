import type { RendererRpc } from '@laurel/contracts/renderer-rpc';

/** What the verifier is bound to. It knows nobody: no PRIVATE, no key, nothing that signs. */
export type VerifierEnv = {
  readonly PUBLIC: D1Database;
  readonly RENDERER: RendererRpc;
  /** Fonts of certificates as pages, as static assets. */
  readonly WEB_FONTS: Fetcher;
  /** The public base URL that ids and DIDs are made from, without a slash at its end. */
  readonly LAUREL_ORIGIN: string;
  /** For tests alone: seconds by which this Worker's clock is ahead. */
  readonly CLOCK_SHIFT_SECONDS?: string;
};

/** What every route sees. */
export type App = {
  readonly Bindings: VerifierEnv;
  readonly Variables: { nowSeconds: number };
};
