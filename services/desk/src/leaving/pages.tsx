import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import {
  type AchievementContext,
  achievementPage,
  goTo,
  nameOf,
} from '../achievements/achievement-page.ts';
import { draftOf, findDeskAchievement } from '../achievements/find-draft.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { findLeaving, NO_LEAVING, setLeaving } from './leaving.ts';
import {
  formOfLeaving,
  leavingOf,
  type TypedLeaving,
  typedLeaving,
  withAnotherLanguage,
} from './leaving-form.ts';
import { LeavingPage } from './leaving-page.tsx';

/** Forty languages of thirty items each, percent-encoded, are more than a form should be. */
const MAX_FORM_BYTES = 512 * 1024;

/** What an issuer says and asks of whoever leaves a role, under its desk. */
export const leavingPages = new Hono<MemberApp>();

leavingPages.use('/:achievement/leaving', requireScope('issuer:write'));

leavingPages.get('/:achievement/leaving', (c) =>
  leavingPage(c, c.req.param('achievement'), null, NO_MISTAKES),
);

leavingPages.post('/:achievement/leaving', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/achievements');
  const typed = typedLeaving(form.value);
  if (form.value.has('add')) return leavingPage(c, slug, withAnotherLanguage(typed), NO_MISTAKES);
  const asked = leavingOf(typed, readerOf(c.req.raw));
  if (!('thanks' in asked)) return leavingPage(c, slug, typed, asked);
  const set = await setLeaving(desk, member, slug, asked);
  return set.ok
    ? goTo(c, `/${slug}/leaving?done=set`)
    : refuseMember(c, set.failure, '/achievements');
});

async function leavingPage(
  c: AchievementContext,
  slug: string,
  typed: TypedLeaving | null,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, member } = c.var;
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const facts = found.standing?.facts ?? draftOf(found).facts;
  if (facts.kind !== 'role') return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const reader = readerOf(c.req.raw);
  const set = (await findLeaving(desk, member.issuer, slug)) ?? NO_LEAVING;
  return achievementPage(c, {
    title: reader.messages.message('leaving-title'),
    path: `/${slug}/leaving`,
    status: statusOfForm(null, mistakes),
    children: (
      <LeavingPage
        issuer={member.issuer}
        achievement={{ slug, name: nameOf(facts, reader) }}
        typed={typed ?? formOfLeaving(set, reader.messages.language)}
        isDone={c.req.query('done') === 'set'}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}
