import type { Failure } from '@laurel/core/failure';
import type { LanguageMap } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { declaredNames } from '@laurel/store/private/desk';
import type { Desk } from '../../env.ts';
import { ownName } from './own-name.ts';
import { isSameName } from './same-name.ts';

/**
 * Gives an account its name, the first time. Of two at once one is kept; the same one again changes
 * nothing. Nobody but its holder learns of it.
 */
export async function declareName(
  desk: Desk,
  accountId: string,
  writings: LanguageMap,
): Promise<Result<null, Failure>> {
  await desk.store
    .insert(declaredNames)
    .values({ accountId, writings, sinceSeconds: desk.nowSeconds })
    .onConflictDoNothing();
  const kept = await ownName(desk, accountId);
  return isSameName(kept.writings, writings)
    ? ok(null)
    : refuse({ reason: 'name_declared_before' });
}
