import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { batches } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { actorForThing } from '../api/actor.ts';
import type { DeskContext } from '../app-context.ts';
import { type DeskBatch, findBatch } from './batch-progress.ts';

/** The batch in an address of the API, with who calls; a stranger's batch is answered as none. */
export async function batchOfCaller(
  c: DeskContext,
  scope: TokenScope,
  act?: Parameters<typeof actorForThing>[4],
): Promise<Result<{ readonly batch: DeskBatch; readonly actor: Actor }, Failure>> {
  const { desk } = c.var;
  const id = c.req.param('id') ?? '';
  const issuerOf = async () => {
    const [batch] = await desk.store
      .select({ issuer: batches.issuer })
      .from(batches)
      .where(eq(batches.id, id));
    return batch?.issuer ?? null;
  };
  const unknown = { reason: 'batch_unknown' } as const;
  const actor = await actorForThing(c, scope, issuerOf, unknown, act);
  if (!actor.ok) return actor;
  const batch = await findBatch(desk, actor.value, id, scope);
  return batch === null ? refuse(unknown) : ok({ batch, actor: actor.value });
}
