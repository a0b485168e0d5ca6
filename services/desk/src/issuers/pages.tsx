import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { sheets } from '@laurel/store/private/desk';
import { and, count, eq, gt } from 'drizzle-orm';
import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { nameIn } from '../me/localised.tsx';
import { deskPage, deskPath } from '../page/desk-page.tsx';

/** Pages of an issuer’s face, and applying to become one, under an issuer’s desk. */
export const issuerPages = new Hono<MemberApp>();

issuerPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const [begun] = await desk.store
    .select({ lists: count() })
    .from(sheets)
    .where(and(eq(sheets.issuer, member.issuer), gt(sheets.endsAtSeconds, desk.nowSeconds)));
  const lists = begun?.lists ?? 0;
  return deskPage({
    title: nameIn(member.issuerFace.names, reader),
    path: deskPath(member.issuer),
    reader,
    session: holder,
    member,
    section: 'home',
    children: (
      <>
        <h1>{nameIn(member.issuerFace.names, reader)}</h1>
        {member.scopes.has('awards:write') && (
          <>
            <p class="lead">{message('desk-home-lead')}</p>
            <p class="actions">
              <a class="button" href={linkTo(deskPath(member.issuer, '/sheets'), reader)}>
                {message('desk-section-sheets')}
              </a>
            </p>
            {lists > 0 && <p>{message('desk-home-lists', lists)}</p>}
          </>
        )}
      </>
    ),
  });
});
