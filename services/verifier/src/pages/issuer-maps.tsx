import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text, textFor } from '@laurel/pages/text';
import type { ListedMap } from '../record/published-map.ts';

type IssuerMapsProps = {
  readonly issuer: string;
  readonly maps: readonly ListedMap[];
  readonly reader: Reader;
};

/** The maps that an issuer keeps up; nothing where it has none. */
export function IssuerMaps({ issuer, maps, reader }: IssuerMapsProps) {
  if (maps.length === 0) return null;
  return (
    <>
      <h2>{reader.messages.message('issuer-maps')}</h2>
      <ul class="plain">
        {maps.map(({ slug, map }) => (
          <li>
            <a href={linkTo(`/issuers/${issuer}/maps/${slug}`, reader)}>
              <Text {...textFor(map.title, reader, map.sourceLanguage)} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
