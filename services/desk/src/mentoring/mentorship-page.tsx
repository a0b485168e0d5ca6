import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { AchievementName } from '../reviewing/achievement-name.tsx';
import { RecognisedBefore } from '../reviewing/recognised-before.tsx';
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
      <RecognisedBefore issuer={issuer} recognised={recognised} reader={reader} />
      {children}
    </>
  );
}
