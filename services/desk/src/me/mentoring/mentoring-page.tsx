import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Load } from '../../mentoring/load.ts';
import type { MutedPerson } from '../../mentoring/muted-people.ts';
import type { OwnMentorship } from '../../mentoring/own-mentorships.ts';
import { Done } from '../../page/done.tsx';
import { Paging } from '../../page/paging.tsx';
import { LoadSection } from './load-section.tsx';
import { AskCard, MentorshipCard } from './mentorship-card.tsx';

type MentoringPageProps = {
  readonly asks: readonly OwnMentorship[];
  readonly mentorships: readonly OwnMentorship[];
  readonly page: number;
  readonly total: number;
  readonly load: Load;
  readonly refusedLimit: string | null;
  readonly muted: readonly MutedPerson[];
  readonly done: string | null;
  readonly reader: Reader;
};

/** Whom somebody mentors and who mentors them, with all that they can say about it. */
export function MentoringPage(props: MentoringPageProps) {
  const { asks, mentorships, page, total, load, refusedLimit, muted, done, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('mentoring-title')}</h1>
      <Done sentence={done} />
      <p class="lead">{message('mentoring-lead')}</p>
      <p>{message('mentoring-private')}</p>
      <p>
        <a class="button" href={linkTo('/me/mentoring/ask', reader)}>
          {message('mentoring-ask')}
        </a>
      </p>
      {asks.length > 0 && (
        <section aria-labelledby="asks">
          <h2 id="asks">{message('mentoring-waiting')}</h2>
          <ul class="plain">
            {asks.map((mentorship) => (
              <AskCard mentorship={mentorship} reader={reader} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="own">
        <h2 id="own">{message('mentoring-own')}</h2>
        {total === 0 && <p>{message('mentoring-none')}</p>}
        <ul class="plain">
          {mentorships.map((mentorship) => (
            <MentorshipCard mentorship={mentorship} reader={reader} />
          ))}
        </ul>
        <Paging page={page} total={total} path="/me/mentoring" reader={reader} />
      </section>
      <LoadSection load={load} refused={refusedLimit} reader={reader} />
      {muted.length > 0 && <Muted muted={muted} reader={reader} />}
    </>
  );
}

type MutedProps = { readonly muted: readonly MutedPerson[]; readonly reader: Reader };

function Muted({ muted, reader }: MutedProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="muted">
      <h2 id="muted">{message('mentoring-muted')}</h2>
      {muted.map(({ id, username }) => (
        <form method="post" action={linkTo(`/me/mentoring/muted/${id}/show`, reader)} class="card">
          <p id={`muted-${id}`}>
            {username === null ? message('mentoring-somebody') : <Person name={username} />}
          </p>
          <button type="submit" class="quieter" aria-describedby={`muted-${id}`}>
            {message('mentoring-unmute')}
          </button>
        </form>
      ))}
    </section>
  );
}
