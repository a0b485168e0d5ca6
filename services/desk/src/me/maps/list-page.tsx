import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text, textFor } from '@laurel/pages/text';
import { Localised } from '../localised.tsx';
import type { ReadMap } from './maps-of-holder.ts';

type ListPageProps = { readonly maps: readonly ReadMap[]; readonly reader: Reader };

/** The maps of those who recognised somebody. Nobody learns that they look at one. */
export function ListPage({ maps, reader }: ListPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('me-maps-title')}</h1>
      <p class="lead">{message('me-maps-lead')}</p>
      <p class="quiet">{message('me-maps-private')}</p>
      {maps.length === 0 && <p>{message('me-maps-none')}</p>}
      <ul class="people">
        {maps.map(({ slug, map, issuer }) => (
          <li>
            <a class="step" href={linkTo(`/me/maps/${issuer.slug}/${slug}`, reader)}>
              <Text {...textFor(map.title, reader, map.sourceLanguage)} />
            </a>
            <p class="quiet small">
              <Localised texts={issuer.names} reader={reader} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
