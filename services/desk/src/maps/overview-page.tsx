import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Lanes } from '@laurel/pages/map/lanes';
import { Milestone } from '@laurel/pages/map/milestone';
import { type AchievementsOnMap, shownLanes } from '@laurel/pages/map/shown-lanes';
import { Paragraph, Text, textFor } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { Done } from '../page/done.tsx';
import { type DeskMap, isChanged } from './find-map.ts';
import { mapPath, titleOf } from './map-page.ts';
import { withMilestone } from './ready-people.ts';

type OverviewPageProps = {
  readonly member: Member;
  readonly found: DeskMap;
  /** Of what is drawn now. */
  readonly known: AchievementsOnMap;
  readonly done: string | null;
  readonly reader: Reader;
};

/** One map: how it stands, what can be done with it, and how it looks as it is drawn now. */
export function OverviewPage({ member, found, known, done, reader }: OverviewPageProps) {
  const { message } = reader.messages;
  const { slug, draft, published, state } = found;
  const path = mapPath(member.issuer, slug);
  const mayWrite = member.scopes.has('issuer:write');
  const changed = isChanged(found);
  const description = textFor(draft.description, reader, draft.sourceLanguage);
  return (
    <>
      <p class="over">
        <a href={linkTo(mapPath(member.issuer), reader)}>{message('desk-section-maps')}</a>
      </p>
      <h1>
        <Text {...titleOf(draft, slug, reader)} />
      </h1>
      <Done sentence={done} />
      <p>{message(`maps-is-${state}`)}</p>
      {published !== null && changed && <p class="note">{message('maps-has-changes')}</p>}
      <p class="actions">
        {mayWrite && (
          <a class="button" href={linkTo(`${path}/draft`, reader)}>
            {message('maps-draw')}
          </a>
        )}
        {mayWrite && (changed || state === 'retired') && (
          <a class="button quieter" href={linkTo(`${path}/publish`, reader)}>
            {message('maps-publish')}
          </a>
        )}
      </p>
      <ul class="plain">
        {published !== null && (
          <li>
            <a href={linkTo(`/issuers/${member.issuer}/maps/${slug}`, reader)}>
              {message('maps-public-page')}
            </a>
          </li>
        )}
        {withMilestone(found) !== null && member.scopes.has('nominations:review') && (
          <li>
            <a href={linkTo(`${path}/ready`, reader)}>{message('maps-ready')}</a>
          </li>
        )}
      </ul>
      {description.text !== '' && <Paragraph {...description} />}
      <Lanes lanes={shownLanes(draft, known, reader)} reader={reader} />
      <Milestone map={draft} known={known} reader={reader} />
      {mayWrite && <Ends found={found} path={path} reader={reader} />}
    </>
  );
}

type EndsProps = { readonly found: DeskMap; readonly path: string; readonly reader: Reader };

/** The ways to keep it up no more, or again. */
function Ends({ found, path, reader }: EndsProps) {
  const { message } = reader.messages;
  if (found.state === 'retired') {
    return (
      <form method="post" action={linkTo(`${path}/renewal`, reader)}>
        <p>{message('maps-reinstate-means')}</p>
        <button type="submit">{message('maps-reinstate')}</button>
      </form>
    );
  }
  if (found.state === 'draft') return null;
  return (
    <details>
      <summary>{message('maps-retire')}</summary>
      <form method="post" action={linkTo(`${path}/end`, reader)}>
        <p>{message('maps-retire-means')}</p>
        <button type="submit" class="grave">
          {message('maps-retire')}
        </button>
      </form>
    </details>
  );
}
