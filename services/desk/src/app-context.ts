import type { Context } from 'hono';
import type { Desk, DeskEnv } from './env.ts';

/** What Hono carries through a request of the desk. */
export type DeskApp = { readonly Bindings: DeskEnv; readonly Variables: { readonly desk: Desk } };

export type DeskContext = Context<DeskApp>;
