import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import type { GrantsEnding, ListedGrant } from './grants-ending.ts';

type EndingNotesProps = {
  readonly member: Member;
  readonly ending: GrantsEnding;
  readonly reader: Reader;
};

/** Says in time which grants end, and whom to ask; nothing where none does. */
export function EndingNotes({ member, ending, reader }: EndingNotesProps) {
  const { message, language } = reader.messages;
  const isAdmin = member.scopes.has('members:write');
  const others = isAdmin ? ending.others : [];
  const { own, admins, lastAdminEndsAtSeconds } = ending;
  if (own.length === 0 && others.length === 0 && lastAdminEndsAtSeconds === null) return null;
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  return (
    <section class="note" aria-labelledby="ending">
      <h2 id="ending">{message('ending-title')}</h2>
      {lastAdminEndsAtSeconds !== null && (
        <p>
          <strong>{message('ending-last-admin', day(lastAdminEndsAtSeconds))}</strong>{' '}
          {message(isAdmin ? 'ending-last-admin-act' : 'ending-last-admin-ask')}
        </p>
      )}
      {own.length > 0 && (
        <>
          <ul>
            {own.map(({ grant, endsAtSeconds }) => (
              <li>
                {message('ending-own', message(`members-grant-${grant}`), day(endsAtSeconds))}
              </li>
            ))}
          </ul>
          {admins.length > 0 && (
            <p>{message('ending-ask', admins.map(nameOf).join(message('ending-separator')))}</p>
          )}
        </>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li>
              {message(
                'ending-other',
                nameOf(one),
                message(`members-grant-${one.grant}`),
                day(one.endsAtSeconds),
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdmin && (
        <p>
          <a href={linkTo(deskPath(member.issuer, '/members'), reader)}>
            {message('members-give')}
          </a>
        </p>
      )}
    </section>
  );
}

function nameOf({ accountId, username }: ListedGrant): string {
  return isolated(username ?? accountId);
}
