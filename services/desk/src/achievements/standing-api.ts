import { achievementUrl } from '@laurel/core/addresses';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import type { Desk } from '../env.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { findDeskAchievement } from './find-draft.ts';
import { findVersion, type ListedVersion, listVersions } from './list-versions.ts';
import { reinstate, retire } from './retire.ts';
import { toldFacts } from './tell.ts';

/** The API of how achievements stand: versions, retiring one and taking that back. */
export const standingApi = new Hono<DeskApp>();

standingApi.get('/:achievement', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const slug = c.req.param('achievement');
  const found = await findDeskAchievement(desk, actor.value.issuer, slug);
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  const { standing, draft } = found;
  return privateJson({
    achievement: slug,
    state: standing === null ? 'draft' : standing.current ? 'current' : 'retired',
    revision: draft?.revision ?? null,
    version:
      standing === null
        ? null
        : {
            version: standing.facts.version,
            id: standing.id,
            url: achievementUrl(desk.origin, standing.id),
            facts: toldFacts(standing.facts),
          },
  });
});

standingApi.get('/:achievement/versions', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const slug = c.req.param('achievement');
  const { versions, total } = await listVersions(desk, actor.value.issuer, slug, page);
  if (total === 0) return refusal(c, { reason: 'page_unknown' });
  return privateJson({
    page,
    pages: pagesIn(total),
    total,
    versions: versions.map((one) => ({ ...toldVersion(desk, one), changed: one.changed })),
  });
});

standingApi.get('/:achievement/versions/:version', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { achievement, version } = c.req.param();
  const found = await findVersion(desk, actor.value.issuer, achievement, version);
  if (found === null) return refusal(c, { reason: 'page_unknown' });
  return privateJson({ ...toldVersion(desk, found), facts: toldFacts(found.facts) });
});

standingApi.post('/:achievement/retirement', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const retired = await retire(c.var.desk, actor.value, c.req.param('achievement'));
  return retired.ok ? new Response(null, { status: 204 }) : refusal(c, retired.failure);
});

standingApi.delete('/:achievement/retirement', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug') ?? '', 'achievements:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const taken = await reinstate(c.var.desk, actor.value, c.req.param('achievement'));
  return taken.ok ? new Response(null, { status: 204 }) : refusal(c, taken.failure);
});

standingApi.all('/:achievement', onlyAllowing('GET'));
standingApi.all('/:achievement/versions', onlyAllowing('GET'));
standingApi.all('/:achievement/versions/:version', onlyAllowing('GET'));
standingApi.all('/:achievement/retirement', onlyAllowing('POST', 'DELETE'));

function toldVersion(desk: Desk, one: Omit<ListedVersion, 'changed'>) {
  const { id, version, current, publishedAtSeconds } = one;
  return {
    version,
    id,
    url: achievementUrl(desk.origin, id),
    current,
    publishedAt:
      publishedAtSeconds === null ? null : new Date(publishedAtSeconds * 1000).toISOString(),
  };
}
