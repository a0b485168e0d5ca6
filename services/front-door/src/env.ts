import type { DeskHealth } from '@laurel/contracts/verifier-rpc';

/** What the front door is bound to: the Workers behind it, and nothing else. */
export type FrontDoorEnv = {
  readonly DESK: Fetcher;
  readonly VERIFIER: Fetcher & {
    gatheredHealth(request: Request, desk: DeskHealth | null): Promise<Response>;
  };
};
