import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { AchievementName } from '../nominations/achievement-name.tsx';
import { deskPath } from '../page/desk-page.tsx';
import type { WaitingMentorship } from './find-mentorship.ts';
import { MentoringFacts } from './mentoring-facts.tsx';

type MentorshipPageProps = {
  readonly issuer: string;
  readonly mentorship: WaitingMentorship;
  readonly reader: Reader;
  /** The forms to answer with. */
  readonly children: Child;
};

/** What a mentor is to be recognised for, and the ways to answer. Who was mentored is there only where they wish it. */
export function MentorshipPage({ issuer, mentorship, reader, children }: MentorshipPageProps) {
  const { message, language } = reader.messages;
  const { username, mentee, recognised, confirmedAtSeconds } = mentorship;
  return (
    <>
      <p class="over">
        <AchievementName {...mentorship} reader={reader} />
      </p>
      <h1>{username === null ? message('awards-nameless') : <Person name={username} />}</h1>
      {confirmedAtSeconds !== null && (
        <p>{message('mentorships-confirmed', longDate(dayOf(confirmedAtSeconds), language))}</p>
      )}
      {mentee === null ? (
        <p class="note">{message('mentorships-unnamed')}</p>
      ) : (
        <p>
          {message('mentorships-mentee')} <Person name={mentee} />
        </p>
      )}
      <MentoringFacts
        period={{ start: mentorship.periodStart, end: mentorship.periodEnd }}
        mentoring={mentorship}
        reader={reader}
      />
      {recognised.length > 0 && (
        <section class="note" aria-labelledby="recognised">
          <p id="recognised">
            <strong>{message('nominations-recognised')}</strong>
          </p>
          <ul>
            {recognised.map(({ id, state, periodStart, periodEnd }) => (
              <li>
                <a href={linkTo(deskPath(issuer, `/awards/${id}`), reader)}>
                  {message(`awards-state-${state}`)}
                  {periodStart !== '' &&
                    ` · ${longDate(periodStart, language)} – ${longDate(periodEnd, language)}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
    </>
  );
}
