import { mapUrl } from '@laurel/core/addresses';
import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { Lanes } from '@laurel/pages/map/lanes';
import { MapHead } from '@laurel/pages/map/map-head';
import { MAP_STYLESHEET } from '@laurel/pages/map/map-style';
import { Milestone } from '@laurel/pages/map/milestone';
import { PrintedAddress } from '@laurel/pages/map/printed-address';
import { shownLanes } from '@laurel/pages/map/shown-lanes';
import { SharedAs } from '@laurel/pages/shared-as';
import { textFor } from '@laurel/pages/text';
import type { PublishedMap } from '../record/published-map.ts';

type MapPageProps = {
  readonly found: PublishedMap;
  readonly reader: Reader;
  readonly origin: string;
};

/** A map for anybody: the same for everybody, with nothing of any person on it. */
export function MapPage({ found, reader, origin }: MapPageProps) {
  const { slug, map, retired, face, known } = found;
  const { message } = reader.messages;
  const title = textFor(map.title, reader, map.sourceLanguage);
  const url = mapUrl(origin, face.slug, slug);
  return (
    <Layout
      title={title.text}
      reader={reader}
      path={`/issuers/${face.slug}/maps/${slug}`}
      styles={MAP_STYLESHEET}
      tags={
        <SharedAs
          url={url}
          title={title.text}
          description={textFor(map.description, reader, map.sourceLanguage).text}
          language={title.language}
          messages={reader.messages}
          picture={null}
        />
      }
    >
      <MapHead map={map} issuer={face} retired={retired} reader={reader} />
      <p class="unprinted">
        <a class="step" href={linkTo(`/me/maps/${face.slug}/${slug}`, reader)}>
          {message('map-with-own')}
        </a>
        <span class="help">{message('map-with-own-help')}</span>
      </p>
      <Lanes lanes={shownLanes(map, known, reader)} reader={reader} />
      <Milestone map={map} known={known} reader={reader} />
      <p class="quiet small unprinted">{message('map-print')}</p>
      <PrintedAddress url={url} />
    </Layout>
  );
}
