import type { Desk } from '../env.ts';
import { answerRefusal } from './answer-refusal.tsx';

/** The last handler of an address: whatever method comes this far is not among those it takes. */
export function onlyMethods(path: string, ...allowed: readonly string[]) {
  return (c: { readonly req: { readonly raw: Request }; readonly var: { readonly desk: Desk } }) =>
    answerRefusal(
      c.req.raw,
      { reason: 'method_not_allowed', allowed },
      { origin: c.var.desk.origin, path },
    );
}
