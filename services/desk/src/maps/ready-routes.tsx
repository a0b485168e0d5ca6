import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPath } from '../page/desk-page.tsx';
import { NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { type MapContext, mapPage, withMap } from './map-page.ts';
import { achievementsOnMap } from './on-map.ts';
import { ReadyPage } from './ready-page.tsx';
import { type MapWithMilestone, readyPeople, withMilestone } from './ready-people.ts';
import { thankWalker } from './thank-walker.ts';

/** Who is ready to be thanked for a map’s milestone, for reviewers. */
export const readyRoutes = new Hono<MemberApp>();

readyRoutes.use('/:map/ready/*', requireScope('nominations:review'));

readyRoutes.get('/:map/ready', (c) => ofMilestone(c, (map) => readyPage(c, map, null)));

readyRoutes.post('/:map/ready/:walk/award', (c) =>
  ofMilestone(c, async (map) => {
    const { desk, member } = c.var;
    const reader = readerOf(c.req.raw);
    const label = reader.messages.message('maps-ready-label');
    const batch = await thankWalker(desk, member, map, c.req.param('walk'), {}, label);
    if (!batch.ok) return readyPage(c, map, batch.failure);
    const path = deskPath(member.issuer, `/batches/${batch.value}`);
    return c.redirect(linkTo(path, reader), 303);
  }),
);

function ofMilestone(
  c: MapContext,
  show: (map: MapWithMilestone) => Promise<Response>,
): Promise<Response> {
  return withMap(c, (found) => {
    const map = withMilestone(found);
    return map === null
      ? refuseMember(c, { reason: 'page_unknown' }, `/maps/${found.slug}`)
      : show(map);
  });
}

async function readyPage(
  c: MapContext,
  map: MapWithMilestone,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const [{ people, total }, known] = await Promise.all([
    readyPeople(desk, member, map, page),
    achievementsOnMap(desk, member.issuer, map.map),
  ]);
  return mapPage(c, {
    title: reader.messages.message('maps-ready'),
    path: `/${map.slug}/ready`,
    status: statusOfForm(failure, NO_MISTAKES),
    children: (
      <ReadyPage
        map={map}
        known={known}
        people={people}
        page={page}
        total={total}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
