import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { goTo, mapPage, titleOf, withMap } from './map-page.ts';
import { achievementsOnMap } from './on-map.ts';
import { OverviewPage } from './overview-page.tsx';
import { reinstateMap, retireMap } from './publish-map.ts';

const DONE = ['published', 'retired', 'reinstated'] as const;

/** A map as it stands, keeping it up no more, and again. */
export const standingRoutes = new Hono<MemberApp>();

standingRoutes.get('/:map', (c) =>
  withMap(c, async (found) => {
    const { desk, member } = c.var;
    const reader = readerOf(c.req.raw);
    const done = DONE.find((one) => one === c.req.query('done'));
    return mapPage(c, {
      title: titleOf(found.draft, found.slug, reader).text,
      path: `/${found.slug}`,
      children: (
        <OverviewPage
          member={member}
          found={found}
          known={await achievementsOnMap(desk, member.issuer, found.draft)}
          done={done === undefined ? null : reader.messages.message(`maps-done-${done}`)}
          reader={reader}
        />
      ),
    });
  }),
);

standingRoutes.post('/:map/end', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('map');
  const retired = await retireMap(desk, member, slug);
  return retired.ok
    ? goTo(c, `/${slug}?done=retired`)
    : refuseMember(c, retired.failure, `/maps/${slug}`);
});

standingRoutes.post('/:map/renewal', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('map');
  const taken = await reinstateMap(desk, member, slug);
  return taken.ok
    ? goTo(c, `/${slug}?done=reinstated`)
    : refuseMember(c, taken.failure, `/maps/${slug}`);
});
