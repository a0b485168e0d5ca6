import type { Context } from 'hono';
import type { Desk, DeskEnv } from './env.ts';
import type { Counted } from './rate-limits/count-times.ts';

/** What Hono carries through a request of the desk. */
export type DeskApp = {
  readonly Bindings: DeskEnv;
  readonly Variables: {
    readonly desk: Desk;
    /** The limits that this request was counted under so far. */
    readonly counted: Counted[];
    /** What a form sent, to be given back; absent where none was sent, or one too large for that. */
    readonly sentForm?: Request;
  };
};

export type DeskContext = Context<DeskApp>;
