import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readForm } from '../session/read-form.ts';
import { discardMap } from './discard-map.ts';
import { goTo, type MapContext, mapPage, withMap } from './map-page.ts';
import { lacksOfMap, publishMap } from './publish-map.ts';
import { PublishPage } from './publish-page.tsx';

/** Publishing what is drawn, and discarding it. */
export const publishRoutes = new Hono<MemberApp>();

publishRoutes.use('/:map/publish', requireScope('issuer:write'));

publishRoutes.get('/:map/publish', (c) => publishPage(c, null));

publishRoutes.post('/:map/publish', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('map');
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, `/maps/${slug}`);
  const revision = Number(form.value.get('revision') || Number.NaN);
  const published = await publishMap(desk, member, slug, revision);
  return published.ok ? goTo(c, `/${slug}?done=published`) : publishPage(c, published.failure);
});

publishRoutes.post('/:map/draft/end', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('map');
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, `/maps/${slug}`);
  const revision = Number(form.value.get('revision') || Number.NaN);
  const discarded = await discardMap(desk, member, slug, revision);
  return discarded.ok
    ? goTo(c, '?done=discarded')
    : refuseMember(c, discarded.failure, `/maps/${slug}/draft`);
});

function publishPage(c: MapContext, failure: Failure | null): Promise<Response> {
  return withMap(c, async (found) => {
    const reader = readerOf(c.req.raw);
    const lacks = await lacksOfMap(c.var.desk, found.issuer, found.draft);
    return mapPage(c, {
      title: reader.messages.message('maps-publish'),
      path: `/${found.slug}/publish`,
      status: statusOfForm(failure, NO_MISTAKES),
      children: <PublishPage found={found} lacks={lacks} failure={failure} reader={reader} />,
    });
  });
}
