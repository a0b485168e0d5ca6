import { AwardSearch } from '@laurel/contracts/award-search';
import { readerOf } from '@laurel/http/reader';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { awardRoutes } from './award-routes.tsx';
import { correctionRoutes } from './correction-routes.tsx';
import { searchAwards } from './search.ts';
import { SearchPage } from './search-page.tsx';

/** Pages of an issuer’s awards, under an issuer’s desk. */
export const awardPages = new Hono<MemberApp>();

awardPages.use(requireScope('awards:read'));

awardPages.get('/', (c) => searchPage(c, { username: '', state: '', page: '1' }));

awardPages.post('/', async (c) => {
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/awards');
  const text = (name: string) => form.value.get(name) ?? '';
  return searchPage(c, {
    username: text('username'),
    state: text('state'),
    page: form.value.get('page') ?? '1',
  });
});

awardPages.route('/', correctionRoutes);
awardPages.route('/', awardRoutes);

async function searchPage(
  c: Context<MemberApp>,
  asked: Readonly<Record<'username' | 'state' | 'page', string>>,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const search = AwardSearch.safeParse({
    username: asked.username,
    ...(asked.state === '' ? {} : { state: asked.state }),
    page: Number(asked.page),
  });
  const { awards: found, total } = search.success
    ? await searchAwards(desk, member.issuer, search.data, { byPartOfName: true })
    : { awards: [], total: 0 };
  return deskPage({
    title: reader.messages.message('desk-section-awards'),
    path: deskPath(member.issuer, '/awards'),
    reader,
    session: holder,
    member,
    section: 'awards',
    status: search.success ? 200 : 422,
    children: (
      <SearchPage
        issuer={member.issuer}
        found={found}
        total={total}
        page={search.success ? (search.data.page ?? 1) : 1}
        fields={asked}
        reader={reader}
      />
    ),
  });
}
