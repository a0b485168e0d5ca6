import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Text } from '@laurel/pages/text';
import { nameOf } from '../achievements/achievement-page.ts';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { AchievementNames } from './achievement-names.tsx';
import type { Trainer } from './list.ts';

type TrainerListProps = {
  readonly member: Member;
  readonly trainers: readonly Trainer[];
  readonly achievements: readonly Achievement[];
  readonly nowSeconds: number;
  readonly reader: Reader;
};

/** Whoever may award as they completed a training, and whoever waits for that; apart from the members. */
export function TrainerList({ trainers, ...props }: TrainerListProps) {
  const { message } = props.reader.messages;
  if (trainers.length === 0) return null;
  const waiting = trainers.filter(({ state }) => state === 'waiting');
  const given = trainers.filter(({ state }) => state === 'given');
  return (
    <section aria-labelledby="trainers">
      <h2 id="trainers">{message('trainers-list')}</h2>
      <p>{message('trainers-list-lead')}</p>
      {waiting.length > 0 && (
        <>
          <h3>{message('trainers-waits')}</h3>
          <ul class="people">
            {waiting.map((trainer) => (
              <TrainerItem trainer={trainer} {...props} />
            ))}
          </ul>
        </>
      )}
      <ul class="people">
        {given.map((trainer) => (
          <TrainerItem trainer={trainer} {...props} />
        ))}
      </ul>
    </section>
  );
}

type TrainerItemProps = Omit<TrainerListProps, 'trainers'> & { readonly trainer: Trainer };

function TrainerItem({ trainer, member, achievements, nowSeconds, reader }: TrainerItemProps) {
  const { message, language } = reader.messages;
  const { awardId, accountId, username, training, state, endsAtSeconds, months } = trainer;
  const path = deskPath(member.issuer, `/members/trainers/${awardId}`);
  const facts = achievements.find(({ slug }) => slug === training);
  const day = longDate(dayOf(endsAtSeconds), language);
  const isAdmin = member.scopes.has('members:write');
  return (
    <li>
      <strong>
        {username === null ? <code dir="ltr">{accountId}</code> : <Person name={username} />}
      </strong>
      {state === 'given' && (
        <p class="quiet small">
          {endsAtSeconds > nowSeconds
            ? message('trainers-until', day)
            : message('trainers-over', day)}
        </p>
      )}
      <p class="quiet small">
        {message('trainers-from')}:{' '}
        {facts === undefined ? (
          <code dir="ltr">{training}</code>
        ) : (
          <Text {...nameOf(facts, reader)} />
        )}
      </p>
      <p class="small">{message('trainers-award-what')}:</p>
      <AchievementNames slugs={trainer.mayAward} achievements={achievements} reader={reader} />
      {isAdmin && accountId !== member.accountId && (
        <form method="post" action={linkTo(`${path}/give`, reader)}>
          <p class="small">{message('trainers-give-means', months)}</p>
          <button type="submit" class={state === 'waiting' ? '' : 'quieter'}>
            {message(state === 'waiting' ? 'trainers-give' : 'trainers-renew')}
          </button>
        </form>
      )}
      {isAdmin && (
        <details>
          <summary>{message('trainers-end')}</summary>
          <form method="post" action={linkTo(`${path}/end`, reader)}>
            <p>{message('trainers-end-means')}</p>
            <button type="submit" class="grave">
              {message('trainers-end')}
            </button>
          </form>
        </details>
      )}
    </li>
  );
}
