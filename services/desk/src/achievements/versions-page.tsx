import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Paging } from '../page/paging.tsx';
import { achievementPath } from './achievement-page.ts';
import { ChangedParts } from './changed-list.tsx';
import type { ListedVersion } from './list-versions.ts';

type VersionsPageProps = {
  readonly issuer: string;
  readonly slug: string;
  readonly versions: readonly ListedVersion[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Every version of an achievement, newest first, with its day and what it changed. */
export function VersionsPage(props: VersionsPageProps) {
  const { issuer, slug, versions, page, total, reader } = props;
  const { message, language } = reader.messages;
  return (
    <>
      <h1>{message('achievements-versions')}</h1>
      <p>{message('achievements-versions-lead')}</p>
      <ul class="people">
        {versions.map(({ id, version, current, publishedAtSeconds, changed }) => (
          <li>
            <a href={linkTo(`/achievements/${id}`, reader)}>
              {message('achievement-version', version)}
            </a>
            {current && (
              <>
                {' '}
                <span class="tag">{message('achievements-current')}</span>
              </>
            )}
            <p class="quiet small">
              {publishedAtSeconds === null
                ? message('achievements-version-undated')
                : longDate(dayOf(publishedAtSeconds), language)}
            </p>
            {changed === null ? (
              <p class="small">{message('achievements-version-first')}</p>
            ) : (
              <div class="small">
                <ChangedParts changed={changed} messages={reader.messages} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Paging
        page={page}
        total={total}
        path={achievementPath(issuer, slug, '/versions')}
        reader={reader}
      />
    </>
  );
}
