import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { Done } from '../page/done.tsx';
import { achievementPath, nameOf } from './achievement-page.ts';
import { type DeskAchievement, draftOf } from './find-draft.ts';

type OverviewPageProps = {
  readonly member: Member;
  readonly found: DeskAchievement;
  readonly done: string | null;
  readonly reader: Reader;
};

/** One achievement: how it stands, and what can be done with it. */
export function OverviewPage({ member, found, done, reader }: OverviewPageProps) {
  const { message } = reader.messages;
  const { slug, standing, draft } = found;
  const facts = standing?.facts ?? draftOf(found).facts;
  const path = achievementPath(member.issuer, slug);
  const languages = [reader.messages.language, ...reader.languages];
  return (
    <>
      <p class="over">{message(`achievements-kind-${facts.kind}`)}</p>
      <h1>
        <Text {...nameOf(facts, reader)} />
      </h1>
      <Done sentence={done} />
      <p>
        <Text {...textIn(facts.description, languages, facts.sourceLanguage)} />
      </p>
      <p>{stateOf(found, reader)}</p>
      {draft !== null && <p>{message('achievements-has-draft')}</p>}
      <p class="actions">
        {member.scopes.has('achievements:write') && (
          <a class="button" href={linkTo(`${path}/draft`, reader)}>
            {message(draft === null ? 'achievements-change' : 'achievements-go-on-writing')}
          </a>
        )}
        <a class="button quieter" href={linkTo(`${path}/preview`, reader)}>
          {message('achievements-preview')}
        </a>
      </p>
      {standing !== null && (
        <ul class="plain">
          <li>
            <a href={linkTo(`${path}/versions`, reader)}>{message('achievements-versions')}</a>
          </li>
          <li>
            <a href={linkTo(`/achievements/${standing.id}`, reader)}>
              {message('achievements-public-page')}
            </a>
          </li>
          {member.scopes.has('members:write') && facts.kind === 'training' && standing.current && (
            <li>
              <a href={linkTo(`${path}/trainers`, reader)}>{message('trainers-title')}</a>
            </li>
          )}
          {member.scopes.has('issuer:write') && (
            <li>
              <a href={linkTo(`${path}/invitation`, reader)}>{message('invitation-title')}</a>
            </li>
          )}
          {member.scopes.has('issuer:write') && standing.facts.kind === 'role' && (
            <li>
              <a href={linkTo(`${path}/leaving`, reader)}>{message('leaving-title')}</a>
            </li>
          )}
        </ul>
      )}
      {standing !== null && member.scopes.has('achievements:write') && (
        <Retirement path={path} isCurrent={standing.current} reader={reader} />
      )}
      <p class="quiet small">
        {message('achievements-slug')}: <code dir="ltr">{slug}</code>
      </p>
    </>
  );
}

function stateOf({ standing }: DeskAchievement, reader: Reader): string {
  const { message } = reader.messages;
  if (standing === null) return message('achievements-never-published');
  return standing.current
    ? message('achievements-is-current', standing.facts.version)
    : message('achievements-is-retired', standing.facts.version);
}

type RetirementProps = {
  readonly path: string;
  readonly isCurrent: boolean;
  readonly reader: Reader;
};

function Retirement({ path, isCurrent, reader }: RetirementProps) {
  const { message } = reader.messages;
  return isCurrent ? (
    <details>
      <summary>{message('achievements-retire')}</summary>
      <form method="post" action={linkTo(`${path}/end`, reader)}>
        <p>{message('achievements-retire-means')}</p>
        <button type="submit" class="grave">
          {message('achievements-retire')}
        </button>
      </form>
    </details>
  ) : (
    <form method="post" action={linkTo(`${path}/renewal`, reader)}>
      <p>{message('achievements-reinstate-means')}</p>
      <button type="submit">{message('achievements-reinstate')}</button>
    </form>
  );
}
