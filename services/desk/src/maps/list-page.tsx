import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { Done } from '../page/done.tsx';
import { isChanged } from './find-map.ts';
import type { ListedMap } from './list-maps.ts';
import { mapPath, titleOf } from './map-page.ts';
import { withMilestone } from './ready-people.ts';

type ListPageProps = {
  readonly member: Member;
  readonly maps: readonly ListedMap[];
  readonly done: string | null;
  readonly reader: Reader;
};

/** The maps of an issuer, and how each stands. */
export function ListPage({ member, maps, done, reader }: ListPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('desk-section-maps')}</h1>
      <p class="lead">{message('maps-lead')}</p>
      <Done sentence={done} />
      {member.scopes.has('issuer:write') && (
        <p class="actions">
          <a class="button" href={linkTo(mapPath(member.issuer, 'new'), reader)}>
            {message('maps-begin')}
          </a>
        </p>
      )}
      {maps.length === 0 && <p>{message('maps-none')}</p>}
      <ul class="people">
        {maps.map((one) => (
          <li>
            <a href={linkTo(mapPath(member.issuer, one.slug), reader)}>
              <Text {...titleOf(one.published ?? one.draft, one.slug, reader)} />
            </a>
            <p class="quiet small">
              {message(`maps-state-${one.state}`)}
              {one.state !== 'draft' && isChanged(one) && ` · ${message('maps-changed')}`}
            </p>
            {member.scopes.has('nominations:review') &&
              withMilestone({ ...one, issuer: member.issuer }) !== null && (
                <p>
                  <a href={linkTo(mapPath(member.issuer, one.slug, '/ready'), reader)}>
                    {message('maps-ready')}
                  </a>
                </p>
              )}
          </li>
        ))}
      </ul>
    </>
  );
}
