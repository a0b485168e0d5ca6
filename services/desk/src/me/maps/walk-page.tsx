import type { AchievementReference } from '@laurel/core/achievement-map';
import { mapUrl } from '@laurel/core/addresses';
import type { Walk } from '@laurel/core/walk-of-map';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Lanes } from '@laurel/pages/map/lanes';
import { MapHead } from '@laurel/pages/map/map-head';
import { Milestone } from '@laurel/pages/map/milestone';
import { PrintedAddress } from '@laurel/pages/map/printed-address';
import { shownLanes } from '@laurel/pages/map/shown-lanes';
import type { KnownAchievements } from '../../maps/known-achievements.ts';
import { asOnMap } from '../../maps/on-map.ts';
import { Done } from '../../page/done.tsx';
import type { ReadMap } from './maps-of-holder.ts';
import { type Telling, TellThem } from './tell-them.tsx';
import { WhatIsAsked } from './what-is-asked.tsx';

type WalkPageProps = {
  readonly read: ReadMap;
  readonly walk: Walk;
  readonly known: KnownAchievements;
  readonly telling: Telling;
  readonly done: string | null;
  readonly origin: string;
  readonly reader: Reader;
};

/** A map with where somebody has been and what could be next, for themselves alone. Nothing is measured. */
export function WalkPage(props: WalkPageProps) {
  const { read, walk, known, telling, done, origin, reader } = props;
  const { message } = reader.messages;
  const { slug, map, issuer, retired } = read;
  const on = asOnMap(known, issuer.slug);
  const standingOf = (reference: AchievementReference) => {
    if (walk.been.has(reference)) return 'been';
    return walk.next.has(reference) ? 'next' : null;
  };
  return (
    <>
      <Done sentence={done} />
      <MapHead map={map} issuer={issuer} retired={retired} reader={reader} />
      <p class="quiet unprinted">
        {message('me-maps-private')}{' '}
        <a href={linkTo(`/issuers/${issuer.slug}/maps/${slug}`, reader)}>
          {message('me-maps-public')}
        </a>
      </p>
      {walk.next.size === 0 && <p>{message('me-maps-everywhere')}</p>}
      <Lanes
        lanes={shownLanes(map, on, reader)}
        standingOf={standingOf}
        besides={(reference) => {
          const found = known.get(reference);
          return found !== undefined && walk.next.has(reference) ? (
            <WhatIsAsked known={found} reader={reader} />
          ) : null;
        }}
        reader={reader}
      />
      <Milestone map={map} known={on} reader={reader}>
        <TellThem telling={telling} path={`/me/maps/${issuer.slug}/${slug}/told`} reader={reader} />
      </Milestone>
      <p class="quiet small unprinted">{message('map-print')}</p>
      <PrintedAddress url={mapUrl(origin, issuer.slug, slug)} />
    </>
  );
}
