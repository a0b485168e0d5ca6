import { lastDayOf, SEATS_AHEAD_DAYS } from '@laurel/core/open-seat';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Text, textFor } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import type { IssuersSeats } from './seats.ts';

type SeatsPageProps = IssuersSeats & { readonly member: Member; readonly reader: Reader };

/** Which roles end soon, so that others can be asked in time, and whether everybody is told. */
export function SeatsPage({ isPublic, seats, member, reader }: SeatsPageProps) {
  const { messages } = reader;
  const { message, language } = messages;
  const path = `/issuers/${member.issuer}/seats`;
  return (
    <>
      <h1>{message('seats-title')}</h1>
      <p>{message('seats-lead', SEATS_AHEAD_DAYS)}</p>
      {seats.length === 0 ? (
        <p class="lead">{message('seats-none')}</p>
      ) : (
        <ul class="plain">
          {seats.map(({ achievement, month, seats: open }) => (
            <li>
              <strong>
                <Text {...textFor(achievement.name, reader, achievement.sourceLanguage)} />
              </strong>
              <br />
              {message('seats-ending', open, longDate(lastDayOf(month), language))}
            </li>
          ))}
        </ul>
      )}
      <h2>{message('seats-public')}</h2>
      <p>{message(isPublic ? 'seats-public-on' : 'seats-public-off')}</p>
      {isPublic && (
        <p>
          <a href={linkTo(path, reader)}>{message('seats-open-page')}</a>
        </p>
      )}
      {member.scopes.has('issuer:write') && (
        <form method="post" action={linkTo(deskPath(member.issuer, '/seats'), reader)}>
          <input type="hidden" name="public" value={isPublic ? 'no' : 'yes'} />
          <p class="actions">
            <button type="submit">{message(isPublic ? 'seats-hide' : 'seats-show')}</button>
          </p>
        </form>
      )}
    </>
  );
}
