import { lintAchievement } from '@laurel/core/lint/lint-achievement';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { readForm } from '../session/read-form.ts';
import { type AchievementContext, achievementPage, goTo } from './achievement-page.ts';
import { DraftPage } from './draft-page.tsx';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { discardDraft } from './save-draft.ts';

/** A draft as a whole: its parts, what is objected to, and discarding it. */
export const draftRoutes = new Hono<MemberApp>();

draftRoutes.use('/:achievement/draft', requireScope('achievements:write'));

draftRoutes.get('/:achievement/draft', (c) => {
  const saved = c.req.query('done') === 'saved';
  return draftPage(c, { done: saved ? 'achievements-saved' : null, typedLanguage: null });
});

draftRoutes.post('/:achievement/draft/end', requireScope('achievements:write'), async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/achievements');
  const revision = Number(form.value.get('revision') || Number.NaN);
  const discarded = await discardDraft(desk, member, slug, revision);
  return discarded.ok
    ? goTo(c, '?done=discarded')
    : refuseMember(c, discarded.failure, `/achievements/${slug}/draft`);
});

type DraftShown = {
  readonly done: 'achievements-saved' | null;
  /** What was typed for a language and is none; null where nothing was. */
  readonly typedLanguage: string | null;
};

/** The page of a draft; also where a language that was typed for it is none. */
export async function draftPage(
  c: AchievementContext,
  { done, typedLanguage }: DraftShown,
): Promise<Response> {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement') ?? '';
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const draft = draftOf(found);
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  return achievementPage(c, {
    title: message('achievements-draft'),
    path: `/${slug}/draft`,
    status: typedLanguage === null ? 200 : 422,
    children: (
      <DraftPage
        issuer={member.issuer}
        draft={draft}
        objections={lintAchievement(draft.facts, await desk.tables.lintWords())}
        done={done === null ? null : message(done)}
        language={{
          typed: typedLanguage ?? '',
          mistake: typedLanguage === null ? undefined : message('achievements-mistake-language'),
        }}
        reader={reader}
      />
    ),
  });
}
