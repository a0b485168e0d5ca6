import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';
import type { ListedAchievement } from './list-achievements.ts';

type ListPageProps = {
  readonly member: Member;
  readonly achievements: readonly ListedAchievement[];
  readonly total: number;
  readonly page: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** What an issuer awards, what it is writing, and what it awards no more. */
export function ListPage({ member, achievements, total, page, done, reader }: ListPageProps) {
  const { message } = reader.messages;
  const path = achievementPath(member.issuer);
  return (
    <>
      <h1>{message('desk-section-achievements')}</h1>
      <p class="lead">{message('achievements-lead')}</p>
      <Done sentence={done} />
      {member.scopes.has('achievements:write') && (
        <p class="actions">
          <a class="button" href={linkTo(`${path}/templates`, reader)}>
            {message('achievements-from-template')}
          </a>
          <a class="button quieter" href={linkTo(`${path}/drafts`, reader)}>
            {message('achievements-from-nothing')}
          </a>
        </p>
      )}
      {total === 0 && <p>{message('achievements-none')}</p>}
      <ul class="people">
        {achievements.map((one) => (
          <li>
            <a href={linkTo(achievementPath(member.issuer, one.slug), reader)}>
              <Text {...nameOf(one.facts, reader)} />
            </a>
            <p class="quiet small">
              {message(`achievements-kind-${one.facts.kind}`)}
              {one.standing === 'retired' && ` · ${message('achievements-state-retired')}`}
              {one.standing === null && ` · ${message('achievements-state-new')}`}
              {one.standing !== null && one.hasDraft && ` · ${message('achievements-state-draft')}`}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}
