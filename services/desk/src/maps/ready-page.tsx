import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { type AchievementsOnMap, nameOnMap } from '@laurel/pages/map/shown-lanes';
import { Person } from '@laurel/pages/person';
import { Text } from '@laurel/pages/text';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { mapPath, titleOf } from './map-page.ts';
import type { MapWithMilestone, ReadyPerson } from './ready-people.ts';

type ReadyPageProps = {
  readonly map: MapWithMilestone;
  readonly known: AchievementsOnMap;
  readonly people: readonly ReadyPerson[];
  readonly page: number;
  readonly total: number;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Who is ready to be thanked, the longest ready first. Nothing is awarded before somebody does it. */
export function ReadyPage({ people, page, total, failure, reader, ...shown }: ReadyPageProps) {
  const { message } = reader.messages;
  const { map, known } = shown;
  const path = mapPath(map.issuer, map.slug, '/ready');
  return (
    <>
      <p class="over">
        <a href={linkTo(mapPath(map.issuer, map.slug), reader)}>
          <Text {...titleOf(map.map, map.slug, reader)} />
        </a>
      </p>
      <h1>{message('maps-ready')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      <p class="lead">
        {message('maps-ready-with')} <Text {...nameOnMap(known, map.milestone, reader)} />
      </p>
      <p>{message(total === 0 ? 'maps-ready-none' : 'maps-ready-lead')}</p>
      <ul class="people">
        {people.map((person) => (
          <Ready person={person} path={path} {...shown} reader={reader} />
        ))}
      </ul>
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}

type ReadyProps = {
  readonly person: ReadyPerson;
  readonly path: string;
  readonly map: MapWithMilestone;
  readonly known: AchievementsOnMap;
  readonly reader: Reader;
};

function Ready({ person, path, map, known, reader }: ReadyProps) {
  const { message, language } = reader.messages;
  const { id, username, hasTold, own, sinceSeconds } = person;
  return (
    <li>
      <p id={`walk-${id}`}>
        <strong>
          {username === null ? message('awards-nameless') : <Person name={username} />}
        </strong>
      </p>
      {own.length > 0 && (
        <ul class="plain row">
          {own.map(({ achievement, award }) => (
            <li>
              <a href={linkTo(deskPath(map.issuer, `/awards/${award}`), reader)}>
                <Text {...nameOnMap(known, achievement, reader)} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {hasTold && <p>{message('maps-ready-told')}</p>}
      <p class="quiet small">
        {message('maps-ready-since', longDate(dayOf(sinceSeconds), language))}
      </p>
      <form method="post" action={linkTo(`${path}/${id}/award`, reader)}>
        <button type="submit" aria-describedby={`walk-${id}`}>
          {message('maps-ready-thank')}
        </button>
      </form>
    </li>
  );
}
