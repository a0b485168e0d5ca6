import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import type { DeskHealth } from '@laurel/contracts/verifier-rpc';
import type { Counters } from '@laurel/observing/counters';
import type { PublicBindings } from '@laurel/store/directory/public-bindings';

/** What the verifier is bound to. It knows nobody: no PRIVATE, no key, nothing that signs. */
export type VerifierEnv = PublicBindings & {
  readonly RENDERER: RendererRpc;
  readonly COUNTERS: Counters;
  /** What is read by need: messages, the words and fonts of certificates as pages, the offline verifier. */
  readonly ASSETS: Fetcher;
  /** The public base URL that ids and DIDs are made from, without a slash at its end. */
  readonly LAUREL_ORIGIN: string;
  /** An address or a page of whoever answers for this deployment. */
  readonly OPERATOR_CONTACT: string;
  /** A resolver (DNS over HTTPS, JSON) that is asked before another server is; empty for none. */
  readonly RETRIEVAL_RESOLVER_URL: string;
  /** Local origins that may be asked, with commas between them: for development and tests alone. */
  readonly LOCAL_RETRIEVAL_ORIGINS?: string;
  /** What the desk says of itself, where the front door gathered it; null where the desk did not answer. */
  readonly DESK_HEALTH?: DeskHealth | null;
  /** For tests alone: seconds by which this Worker's clock is ahead. */
  readonly CLOCK_SHIFT_SECONDS?: string;
};

/** What every route sees. */
export type App = {
  readonly Bindings: VerifierEnv;
  readonly Variables: { nowSeconds: number };
};
