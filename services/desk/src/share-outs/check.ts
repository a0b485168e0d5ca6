import type { Achievement } from '@laurel/core/achievement';
import type { Consent } from '@laurel/core/award';
import { dayOf } from '@laurel/core/day';
import type { Failure, Issue } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { ShareOut } from '@laurel/core/share-out';
import { findAchievement } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';

/** What an award is asked for with, as far as it tells whether something can be promised. */
type Asked = {
  readonly shareOut?: ShareOut | null | undefined;
  readonly consent?: Consent | undefined;
  readonly recipients?: readonly { readonly consent?: Consent | undefined }[];
};

/** No promise lasts longer than this, so that it is not forgotten by everybody. */
const MAX_DAYS = 3 * 366;

/**
 * Whether what an award’s holder is to promise can be promised: with a contribution or a training, by
 * themselves, until a day to come, and recognised by another achievement of the issuer that is no role.
 */
export async function checkShareOut(
  desk: Desk,
  issuer: string,
  achievement: Achievement,
  { shareOut, consent, recipients = [] }: Asked,
): Promise<Result<null, Failure>> {
  if (shareOut === undefined || shareOut === null) return ok(null);
  if (achievement.kind === 'role') return refused('', 'Goes with a contribution or a training.');
  if ([{ consent }, ...recipients].some((one) => one.consent === 'paper')) {
    return refused('', 'Nobody promises anything on paper: consent has to be asked.');
  }
  const today = dayOf(desk.nowSeconds);
  if (shareOut.until < today || shareOut.until > dayOf(desk.nowSeconds + MAX_DAYS * 86_400)) {
    return refused('/until', 'Must be a day to come, within three years.');
  }
  const recognises = await findAchievement(desk, issuer, shareOut.achievement);
  if (
    recognises === null ||
    recognises.facts.slug !== shareOut.achievement ||
    recognises.facts.kind === 'role' ||
    recognises.facts.slug === achievement.slug
  ) {
    return refused('/achievement', 'Must be another achievement that is awarded now, and no role.');
  }
  return ok(null);
}

function refused(part: string, detail: Issue['detail']): Result<null, Failure> {
  const issues = [{ pointer: `/shareOut${part}`, detail }];
  return refuse({ reason: 'request_invalid', issues });
}
