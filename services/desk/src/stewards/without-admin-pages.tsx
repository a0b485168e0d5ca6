import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { Localised } from '../me/localised.tsx';
import type { HolderApp } from '../me/require-session.ts';
import { findAccount } from '../members/find-account.ts';
import { deskPage } from '../page/desk-page.tsx';
import { TextField } from '../page/fields.tsx';
import { Paging, pageAsked } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { readForm } from '../session/read-form.ts';
import { StewardsMenu } from './queue-page.tsx';
import { appointAdmin, issuersWithoutAdmin } from './without-admin.ts';

const PATH = '/desk/stewards/issuers';

/** Issuers in which nobody can give grants any more, and giving one an admin again. */
export const withoutAdminPages = new Hono<HolderApp>();

withoutAdminPages.get('/', (c) => withoutAdminPage(c, null));

withoutAdminPages.post('/:slug/grants', async (c) => {
  const { desk, holder } = c.var;
  const slug = c.req.param('slug');
  const form = await readForm(c.req.raw);
  if (!form.ok) return withoutAdminPage(c, { slug, username: '', failure: form.failure });
  const username = form.value.get(`username_${slug}`) ?? '';
  const account = await findAccount(desk, username);
  const appointed = account.ok
    ? await appointAdmin(desk, holder.accountId, slug, account.value)
    : account;
  return appointed.ok
    ? c.redirect(linkTo(PATH, readerOf(c.req.raw)), 303)
    : withoutAdminPage(c, { slug, username, failure: appointed.failure });
});

type Refused = { readonly slug: string; readonly username: string; readonly failure: Failure };

async function withoutAdminPage(c: Context<HolderApp>, refused: Refused | null): Promise<Response> {
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { issuers, total } = await issuersWithoutAdmin(c.var.desk, page);
  return deskPage({
    title: message('stewards-without-admin'),
    path: PATH,
    reader,
    session: c.var.holder,
    status: refused === null ? 200 : statusOf(refused.failure.reason),
    children: (
      <>
        <StewardsMenu reader={reader} />
        <h1>{message('stewards-without-admin')}</h1>
        <p>{message('stewards-without-admin-lead')}</p>
        <RefusalNote failure={refused?.failure ?? null} reader={reader} />
        {total === 0 && <p>{message('stewards-none')}</p>}
        <ul class="people">
          {issuers.map(({ slug, names }) => (
            <li>
              <h2>
                <Localised texts={names} reader={reader} />
              </h2>
              <p class="quiet small">
                <bdi dir="ltr">{slug}</bdi>
              </p>
              <form method="post" action={linkTo(`${PATH}/${slug}/grants`, reader)}>
                <TextField
                  name={`username_${slug}`}
                  label={message('members-username')}
                  value={refused?.slug === slug ? refused.username : ''}
                  required
                  autocomplete="off"
                />
                <button type="submit">{message('stewards-name-admin')}</button>
              </form>
            </li>
          ))}
        </ul>
        <Paging page={page} total={total} path={PATH} reader={reader} />
      </>
    ),
  });
}
