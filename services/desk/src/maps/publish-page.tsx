import type { Failure } from '@laurel/core/failure';
import type { MapLack } from '@laurel/core/map-lack';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import { RefusalNote } from '../page/refusal-note.tsx';
import { type DeskMap, isChanged } from './find-map.ts';
import { mapPath, titleOf } from './map-page.ts';

type PublishPageProps = {
  readonly found: DeskMap;
  readonly lacks: readonly MapLack[];
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The last look before others read a map: what it lacks, and what publishing does. */
export function PublishPage({ found, lacks, failure, reader }: PublishPageProps) {
  const { message } = reader.messages;
  const { issuer, slug, draft, revision, state } = found;
  const path = mapPath(issuer, slug);
  const isNew = state !== 'published' || isChanged(found);
  return (
    <>
      <p class="over">
        <a href={linkTo(path, reader)}>
          <Text {...titleOf(draft, slug, reader)} />
        </a>
      </p>
      <h1>{message('maps-publish')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('maps-publish-means')}</p>
      {lacks.length > 0 && (
        <>
          <h2>{message('maps-lacks')}</h2>
          <ul>
            {[...new Set(lacks.map(({ lack }) => lack))].map((lack) => (
              <li>{message(`maps-lack-${lack}`)}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={linkTo(`${path}/publish`, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        <p class="actions">
          {lacks.length === 0 && isNew && (
            <button type="submit">{message('maps-publish-now')}</button>
          )}
          <a class="button quieter" href={linkTo(`${path}/draft`, reader)}>
            {message('maps-go-on-drawing')}
          </a>
        </p>
      </form>
    </>
  );
}
