import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import type { Desk } from '../env.ts';
import { deskPath } from '../page/desk-page.tsx';
import { listTrainers, type Trainer } from './list.ts';

/** An admin needs some time to renew it. */
const SOON_SECONDS = 30 * 86_400;

/** What admins should know of trainers. */
export type TrainersToRenew = {
  readonly waiting: number;
  /** Whose day is within 30 days. */
  readonly ending: readonly Trainer[];
};

/** Who waits for an admin, and whose day comes soon; null for who is no admin. */
export async function trainersToRenew(desk: Desk, member: Member): Promise<TrainersToRenew | null> {
  if (!member.scopes.has('members:write')) return null;
  const all = await listTrainers(desk, member.issuer);
  const others = all.filter(({ accountId }) => accountId !== member.accountId);
  return {
    waiting: others.filter(({ state }) => state === 'waiting').length,
    ending: others.filter(
      ({ state, endsAtSeconds }) =>
        state === 'given' &&
        endsAtSeconds > desk.nowSeconds &&
        endsAtSeconds <= desk.nowSeconds + SOON_SECONDS,
    ),
  };
}

type TrainersNoteProps = {
  readonly member: Member;
  readonly trainers: TrainersToRenew | null;
  readonly reader: Reader;
};

/** Says so, with the way to the page of members; nothing where there is nothing to do. */
export function TrainersNote({ member, trainers, reader }: TrainersNoteProps) {
  if (trainers === null || (trainers.waiting === 0 && trainers.ending.length === 0)) return null;
  const { message, language } = reader.messages;
  const { waiting, ending } = trainers;
  return (
    <section class="note" aria-labelledby="trainers-note">
      <h2 id="trainers-note">{message('trainers-list')}</h2>
      {waiting > 0 && <p>{message('trainers-note-waiting', waiting)}</p>}
      {ending.length > 0 && (
        <ul>
          {ending.map(({ username, accountId, endsAtSeconds }) => (
            <li>
              {message(
                'trainers-ending-soon',
                isolated(username ?? accountId),
                longDate(dayOf(endsAtSeconds), language),
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={linkTo(deskPath(member.issuer, '/members'), reader)}>
          {message('desk-section-members')}
        </a>
      </p>
    </section>
  );
}
