import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type AnyColumn, eq, type SQL } from 'drizzle-orm';
import type { Actor } from './actor.ts';

/** The condition that a row is one that the actor sees: any with the scope, else their own alone. */
export function seenBy(actor: Actor, scope: TokenScope, createdBy: AnyColumn): SQL | undefined {
  return actor.scopes.has(scope) ? undefined : eq(createdBy, actor.accountId);
}

/**
 * Refuses a trainer an achievement that their training does not reach, by its slug. All ways of awarding pass
 * here; whoever is no trainer was asked for their scope before.
 */
export function mayAward({ only }: Actor, slug: string): Result<null, Failure> {
  return only === undefined || only.includes(slug)
    ? ok(null)
    : refuse({ reason: 'achievement_beyond_training', available: only });
}

/** Those of some achievements that the actor may award. */
export function awardable<One extends { readonly slug: string }>(
  { only }: Pick<Actor, 'only'>,
  achievements: readonly One[],
): readonly One[] {
  return only === undefined ? achievements : achievements.filter(({ slug }) => only.includes(slug));
}
