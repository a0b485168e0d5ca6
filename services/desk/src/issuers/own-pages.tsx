import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { deskIssuers, grants } from '@laurel/store/private/desk';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { Hono } from 'hono';
import { Localised } from '../me/localised.tsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';

/** `/desk`: the issuers that somebody is a member of, and applying to become one (`/desk/apply`). */
export const ownPages = new Hono<HolderApp>();

ownPages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const mine = desk.store
    .select({ issuer: grants.issuer })
    .from(grants)
    .where(and(eq(grants.accountId, holder.accountId), gt(grants.endsAtSeconds, desk.nowSeconds)));
  const issuers = await desk.store
    .select()
    .from(deskIssuers)
    .where(inArray(deskIssuers.slug, mine))
    .orderBy(asc(deskIssuers.slug));
  return deskPage({
    title: message('desk-nav-desk'),
    path: '/desk',
    reader,
    session: holder,
    children: (
      <>
        <h1>{message('desk-nav-desk')}</h1>
        {issuers.length === 0 && <p>{message('desk-no-issuer')}</p>}
        <ul class="people">
          {issuers.map(({ slug, names }) => (
            <li>
              <a href={linkTo(deskPath(slug), reader)}>
                <Localised texts={names} reader={reader} />
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
});
