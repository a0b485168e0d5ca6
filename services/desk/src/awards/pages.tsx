import { AwardSearch } from '@laurel/contracts/award-search';
import { REVOCATION_REASONS, stateForIssuer } from '@laurel/core/award';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { accounts, awards } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { cancelAward, revokeAward } from '../awarding/end-award.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { AwardPage } from './award-page.tsx';
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

awardPages.get('/:id', async (c) => {
  const { desk, member, holder } = c.var;
  const [row] = await desk.store
    .select({ award: awards, username: accounts.username })
    .from(awards)
    .leftJoin(accounts, eq(accounts.id, awards.accountId))
    .where(and(eq(awards.id, c.req.param('id')), eq(awards.issuer, member.issuer)));
  if (row === undefined) return refuseMember(c, { reason: 'award_unknown' }, '/awards');
  const reader = readerOf(c.req.raw);
  const award = { ...row.award, username: row.username, state: stateForIssuer(row.award.state) };
  return deskPage({
    title: reader.messages.message('desk-section-awards'),
    path: deskPath(member.issuer, `/awards/${award.id}`),
    reader,
    session: holder,
    member,
    section: 'awards',
    children: <AwardPage award={award} member={member} reader={reader} />,
  });
});

awardPages.post('/:id/cancellation', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const cancelled = await cancelAward(desk, member, c.req.param('id'));
  return cancelled.ok ? done(c, 'cancelled') : refuseMember(c, cancelled.failure, '/awards');
});

awardPages.post('/:id/revocation', requireScope('awards:revoke'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/awards');
  const reason = REVOCATION_REASONS.find((one) => one === form.value.get('reason'));
  if (reason === undefined) {
    const detail = `One of ${REVOCATION_REASONS.join(', ')}.`;
    return refuseMember(
      c,
      { reason: 'request_invalid', issues: [{ pointer: '/reason', detail }] },
      '/awards',
    );
  }
  const revoked = await revokeAward(desk, member, c.req.param('id'), reason);
  return revoked.ok ? done(c, 'revoked') : refuseMember(c, revoked.failure, '/awards');
});

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
  const said = c.req.query('done');
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
        done={
          said === 'cancelled' || said === 'revoked'
            ? reader.messages.message(`awards-done-${said}`)
            : null
        }
        reader={reader}
      />
    ),
  });
}

function done(c: Context<MemberApp>, what: 'cancelled' | 'revoked'): Response {
  const path = deskPath(c.var.member.issuer, `/awards?done=${what}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}
