import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import { AchievementName } from '../reviewing/achievement-name.tsx';
import { RecognisedBefore } from '../reviewing/recognised-before.tsx';
import type { Nomination } from './find-nomination.ts';

type NominationPageProps = {
  readonly issuer: string;
  readonly nomination: Nomination;
  readonly achievement: Achievement | null;
  readonly reader: Reader;
  /** The forms to answer with. */
  readonly children: Child;
};

/** All that speaks for one person and achievement, and the ways to answer. */
export function NominationPage(props: NominationPageProps) {
  const { issuer, nomination, achievement, reader, children } = props;
  const { message } = reader.messages;
  const { nominee, stories, recognised, isOwn, achievementSlug } = nomination;
  return (
    <>
      <p class="over">
        <AchievementName
          achievement={achievement}
          achievementSlug={achievementSlug}
          reader={reader}
        />
      </p>
      <h1>
        {nominee.username === null ? (
          message('awards-nameless')
        ) : (
          <Person name={nominee.username} />
        )}
      </h1>
      <p>{message('nominations-people', stories.length)}</p>
      <RecognisedBefore issuer={issuer} recognised={recognised} reader={reader} />
      {stories.map((story) => (
        <Story story={story} reader={reader} />
      ))}
      {isOwn ? (
        <p class="note">
          <strong>{message('nominations-own')}</strong> {message('nominations-own-means')}
        </p>
      ) : (
        children
      )}
    </>
  );
}

type StoryProps = { readonly story: Nomination['stories'][number]; readonly reader: Reader };

function Story({ story, reader }: StoryProps) {
  const { message, language } = reader.messages;
  const { evidence } = story;
  return (
    <article class="card">
      <p class="quiet small">
        {message('nominations-nominator')}{' '}
        {story.nominatorName === null ? (
          message('awards-nameless')
        ) : (
          <Person name={story.nominatorName} />
        )}
        {' · '}
        {longDate(dayOf(story.createdAtSeconds), language)}
      </p>
      <div class="story">
        <p dir="auto">{story.story}</p>
      </div>
      <p>
        {evidenceName(evidence.class, reader.messages)}
        {evidence.url !== undefined && (
          <>
            {' · '}
            <a href={evidence.url} rel="noopener noreferrer nofollow" dir="ltr">
              {new URL(evidence.url).host}
            </a>{' '}
            <span class="quiet small">{message('nominations-other-site')}</span>
          </>
        )}
      </p>
    </article>
  );
}
