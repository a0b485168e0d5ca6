import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { MentoringFacts } from '../../mentoring/mentoring-facts.tsx';
import type { OwnMentorship } from '../../mentoring/own-mentorships.ts';
import { AchievementName } from '../../reviewing/achievement-name.tsx';
import { Localised } from '../localised.tsx';
import { NamesBox } from './names-box.tsx';

type CardProps = { readonly mentorship: OwnMentorship; readonly reader: Reader };

/** An ask of somebody else, with all the answers there are. Whatever the answer, whoever asked is told a yes alone. */
export function AskCard({ mentorship, reader }: CardProps) {
  const { message } = reader.messages;
  const { id, side } = mentorship;
  const says = message(`mentoring-asks-${side === 'mentor' ? 'mentee' : 'mentor'}`);
  return (
    <Card mentorship={mentorship} says={says} reader={reader}>
      <form method="post" action={linkTo(`/me/mentoring/${id}/confirm`, reader)}>
        {side === 'mentee' && <NamesBox ticked={false} reader={reader} />}
        <p class="quiet small">{message('mentoring-confirm-means')}</p>
        <button type="submit" aria-describedby={`who-${id}`}>
          {message('mentoring-confirm')}
        </button>
      </form>
      <p class="quiet small">{message('mentoring-decline-means')}</p>
      <div class="actions">
        <form method="post" action={linkTo(`/me/mentoring/${id}/decline`, reader)}>
          <button type="submit" class="quieter" aria-describedby={`who-${id}`}>
            {message('mentoring-decline')}
          </button>
        </form>
        <Mute id={id} reader={reader} />
      </div>
    </Card>
  );
}

/** One that was answered, or that the reader asked, with what can be done about it. */
export function MentorshipCard({ mentorship, reader }: CardProps) {
  const { message, language } = reader.messages;
  const { id, side, view, isAsker, isGoing, answer, lapsesAtSeconds } = mentorship;
  const mayTakeBack = view === 'confirmed' || (view === 'asked' && isAsker);
  const mayName = side === 'mentee' && mayTakeBack;
  return (
    <Card mentorship={mentorship} says={message(`mentoring-side-${side}`)} reader={reader}>
      <p>
        <span class="tag">{message(`mentoring-view-${view}`)}</span>{' '}
        {isGoing && <span class="tag">{message('mentoring-going')}</span>}
      </p>
      {(view === 'asked' || view === 'confirmed') && (
        <p class="quiet small">
          {message('mentoring-lapses', longDate(dayOf(lapsesAtSeconds), language))}
        </p>
      )}
      {answer !== null && (
        <blockquote class="story">
          <p class="quiet small">{message('mentoring-answer')}</p>
          <p dir="auto">{answer}</p>
        </blockquote>
      )}
      {mayName && <NameForm mentorship={mentorship} reader={reader} />}
      {isGoing && <Act id={id} act={ACTS.end} reader={reader} />}
      {mayTakeBack && (
        <Act id={id} act={view === 'asked' ? ACTS.unask : ACTS.unsay} reader={reader} />
      )}
      {!isAsker && view === 'declined' && <Mute id={id} reader={reader} />}
    </Card>
  );
}

type FrameProps = CardProps & { readonly says: string; readonly children: Child };

function Card({ mentorship, says, reader, children }: FrameProps) {
  const { id, username, issuerNames, period, mentoring } = mentorship;
  const { message } = reader.messages;
  return (
    <li class="card">
      <h3 id={`who-${id}`}>
        {username === null ? message('mentoring-somebody') : <Person name={username} />}
      </h3>
      <p>{says}</p>
      <p class="quiet small">
        <AchievementName {...mentorship} reader={reader} />
        {issuerNames !== null && (
          <>
            {' · '}
            <Localised texts={issuerNames} reader={reader} />
          </>
        )}
      </p>
      <MentoringFacts period={period} mentoring={mentoring} reader={reader} />
      {children}
    </li>
  );
}

function NameForm({ mentorship: { id, namesMentee }, reader }: CardProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo(`/me/mentoring/${id}/name`, reader)}>
      <button
        type="submit"
        name="names"
        value={namesMentee ? 'no' : 'yes'}
        class="quieter"
        aria-describedby={`who-${id}`}
      >
        {message(namesMentee ? 'mentoring-name-hide' : 'mentoring-name-show')}
      </button>
    </form>
  );
}

/** What has an explanation before its button. */
const ACTS = {
  end: { path: 'end', label: 'mentoring-end', means: 'mentoring-end-means' },
  unask: {
    path: 'take-back',
    label: 'mentoring-take-back-asked',
    means: 'mentoring-take-back-asked-means',
  },
  unsay: {
    path: 'take-back',
    label: 'mentoring-take-back-confirmed',
    means: 'mentoring-take-back-confirmed-means',
  },
} as const;

type ActProps = {
  readonly id: string;
  readonly act: (typeof ACTS)[keyof typeof ACTS];
  readonly reader: Reader;
};

function Act({ id, act: { path, label, means }, reader }: ActProps) {
  const { message } = reader.messages;
  return (
    <details>
      <summary>{message(label)}</summary>
      <form method="post" action={linkTo(`/me/mentoring/${id}/${path}`, reader)}>
        <p>{message(means)}</p>
        <button type="submit" class="grave" aria-describedby={`who-${id}`}>
          {message(label)}
        </button>
      </form>
    </details>
  );
}

type MuteProps = { readonly id: string; readonly reader: Reader };

function Mute({ id, reader }: MuteProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo(`/me/mentoring/${id}/mute`, reader)}>
      <button type="submit" class="quieter" aria-describedby={`who-${id}`}>
        {message('mentoring-mute')}
      </button>
    </form>
  );
}
