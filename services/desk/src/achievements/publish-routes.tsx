import { MAX_ACHIEVEMENT_BYTES } from '@laurel/contracts/achievement-facts';
import type { Failure } from '@laurel/core/failure';
import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { readUpload } from '../session/read-upload.ts';
import { type AchievementContext, achievementPage, goTo } from './achievement-page.ts';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { PublishPage } from './publish-page.tsx';

/** Publishing a draft. */
export const publishRoutes = new Hono<MemberApp>();

publishRoutes.use('/:achievement/publish', requireScope('achievements:write'));

publishRoutes.get('/:achievement/publish', (c) => publishPage(c, [], null));

publishRoutes.post('/:achievement/publish', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const form = await readUpload(c.req.raw, MAX_ACHIEVEMENT_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, `/achievements/${slug}/draft`);
  const read = form.value.getAll('read').map(String);
  const revision = Number(form.value.get('revision') || Number.NaN);
  const published = await publishDraft(desk, member, { slug, revision, read });
  return published.ok
    ? goTo(c, `/${slug}?done=published`)
    : publishPage(c, read, published.failure);
});

async function publishPage(
  c: AchievementContext,
  read: readonly string[],
  failure: Failure | null,
): Promise<Response> {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement') ?? '';
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const draft = draftOf(found);
  const reader = readerOf(c.req.raw);
  return achievementPage(c, {
    title: reader.messages.message('achievements-publish'),
    path: `/${slug}/publish`,
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <PublishPage
        issuer={member.issuer}
        draft={draft}
        objections={lintAchievement(draft.facts, await desk.tables.lintWords())}
        standing={found.standing}
        read={read}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
