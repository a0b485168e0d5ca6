import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import type { Result } from '@laurel/core/result';
import { awards } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { actorForThing } from '../api/actor.ts';
import type { DeskContext } from '../app-context.ts';

/** Who calls the API for the award in an address; a stranger's award is answered as none. */
export function actorForAward(c: DeskContext, scope: TokenScope): Promise<Result<Actor, Failure>> {
  const issuerOf = async () => {
    const [award] = await c.var.desk.store
      .select({ issuer: awards.issuer })
      .from(awards)
      .where(eq(awards.id, c.req.param('id') ?? ''));
    return award?.issuer ?? null;
  };
  return actorForThing(c, scope, issuerOf, { reason: 'award_unknown' });
}
