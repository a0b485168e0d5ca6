import { BeginRequest } from '@laurel/contracts/achievement-requests';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { languageTagFrom } from '@laurel/core/language';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readForm } from '../session/read-form.ts';
import { type AchievementContext, achievementPage, goTo } from './achievement-page.ts';
import { beginDraft } from './begin-draft.ts';
import { type BeginFields, BeginPage } from './begin-page.tsx';
import { listAchievements } from './list-achievements.ts';
import { ListPage } from './list-page.tsx';

/** The list of an issuer's achievements, and beginning another one. */
export const listRoutes = new Hono<MemberApp>();

listRoutes.get('/', async (c) => {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  return achievementPage(c, {
    title: message('desk-section-achievements'),
    path: '',
    children: (
      <ListPage
        member={member}
        {...(await listAchievements(desk, member.issuer, page))}
        page={page}
        done={c.req.query('done') === 'discarded' ? message('achievements-discarded') : null}
        reader={reader}
      />
    ),
  });
});

listRoutes.get('/drafts', requireScope('achievements:write'), (c) =>
  beginPage(
    c,
    { name: '', language: readerOf(c.req.raw).messages.language, kind: 'contribution' },
    NO_MISTAKES,
  ),
);

listRoutes.post('/drafts', requireScope('achievements:write'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/achievements');
  const text = (name: string) => (form.value.get(name) ?? '').trim();
  const template = text('template');
  if (template !== '') {
    const begun = await beginDraft(desk, member, { template });
    return begun.ok
      ? goTo(c, `/${begun.value}/draft`)
      : refuseMember(c, begun.failure, '/achievements/templates');
  }
  const fields = { name: text('name'), language: text('language'), kind: text('kind') };
  const request = BeginRequest.safeParse({
    ...fields,
    language: languageTagFrom(fields.language) ?? '',
  });
  if (!request.success) return beginPage(c, fields, mistakesIn(c, fields));
  const begun = await beginDraft(desk, member, request.data);
  return begun.ok
    ? goTo(c, `/${begun.value}/draft`)
    : beginPage(c, fields, new Map([['name', messageOf(c, 'achievements-mistake-name')]]));
});

function mistakesIn(c: AchievementContext, { name, language, kind }: BeginFields): Mistakes {
  return new Map([
    ...(name === '' || name.length > 120
      ? ([['name', messageOf(c, 'achievements-mistake-name')]] as const)
      : []),
    ...(languageTagFrom(language) === null
      ? ([['language', messageOf(c, 'achievements-mistake-language')]] as const)
      : []),
    ...(ACHIEVEMENT_KINDS.some((one) => one === kind)
      ? []
      : ([['kind', messageOf(c, 'achievements-mistake-kind')]] as const)),
  ]);
}

function messageOf(
  c: AchievementContext,
  key: 'achievements-mistake-name' | 'achievements-mistake-language' | 'achievements-mistake-kind',
): string {
  return readerOf(c.req.raw).messages.message(key);
}

function beginPage(c: AchievementContext, fields: BeginFields, mistakes: Mistakes) {
  const reader = readerOf(c.req.raw);
  return achievementPage(c, {
    title: reader.messages.message('achievements-from-nothing'),
    path: '/drafts',
    status: mistakes.size > 0 ? 422 : 200,
    children: (
      <BeginPage issuer={c.var.member.issuer} fields={fields} mistakes={mistakes} reader={reader} />
    ),
  });
}
