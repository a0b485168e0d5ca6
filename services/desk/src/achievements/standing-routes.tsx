import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { pageAsked } from '../page/paging.tsx';
import { type AchievementContext, achievementPage, goTo, nameOf } from './achievement-page.ts';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { listVersions } from './list-versions.ts';
import { OverviewPage } from './overview-page.tsx';
import { reinstate, retire } from './retire.ts';
import { VersionsPage } from './versions-page.tsx';

/** How an achievement stands: its versions, retiring it and taking that back. */
export const standingRoutes = new Hono<MemberApp>();

standingRoutes.get('/:achievement', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const reader = readerOf(c.req.raw);
  return achievementPage(c, {
    title: nameOf(found.standing?.facts ?? draftOf(found).facts, reader).text,
    path: `/${slug}`,
    children: <OverviewPage member={member} found={found} done={doneIn(c)} reader={reader} />,
  });
});

standingRoutes.get('/:achievement/versions', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const page = pageAsked(c.req.raw);
  const { versions, total } = await listVersions(desk, member.issuer, slug, page);
  if (total === 0) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const reader = readerOf(c.req.raw);
  return achievementPage(c, {
    title: reader.messages.message('achievements-versions'),
    path: `/${slug}/versions`,
    children: (
      <VersionsPage
        issuer={member.issuer}
        slug={slug}
        versions={versions}
        page={page}
        total={total}
        reader={reader}
      />
    ),
  });
});

standingRoutes.post('/:achievement/end', requireScope('achievements:write'), async (c) => {
  const slug = c.req.param('achievement');
  return answered(c, slug, 'retired', await retire(c.var.desk, c.var.member, slug));
});

standingRoutes.post('/:achievement/renewal', requireScope('achievements:write'), async (c) => {
  const slug = c.req.param('achievement');
  return answered(c, slug, 'reinstated', await reinstate(c.var.desk, c.var.member, slug));
});

function answered(
  c: AchievementContext,
  slug: string,
  done: 'retired' | 'reinstated',
  result: Result<null, Failure>,
): Response | Promise<Response> {
  return result.ok
    ? goTo(c, `/${slug}?done=${done}`)
    : refuseMember(c, result.failure, '/achievements');
}

function doneIn(c: AchievementContext): string | null {
  const { message } = readerOf(c.req.raw).messages;
  switch (c.req.query('done')) {
    case 'published':
      return message('achievements-done-published');
    case 'retired':
      return message('achievements-done-retired');
    case 'reinstated':
      return message('achievements-done-reinstated');
    default:
      return null;
  }
}
