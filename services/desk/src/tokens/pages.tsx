import { TokenRequest } from '@laurel/contracts/token-request';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { withAsciiDigits } from '@laurel/sheet/number';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { readForm } from '../session/read-form.ts';
import { endToken, listTokens, makeToken } from './make-token.ts';
import { type TokenFields, TokenPage } from './token-page.tsx';

const DEFAULT_FIELDS: TokenFields = { name: '', scopes: [], days: '90' };

/** Pages of tokens for the API, under an issuer’s desk. */
export const tokenPages = new Hono<MemberApp>();

tokenPages.use(requireScope('tokens:write'));

tokenPages.get('/', (c) => tokenPage(c, DEFAULT_FIELDS, NO_MISTAKES, null));

tokenPages.post('/', async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/tokens');
  const fields: TokenFields = {
    name: form.value.get('name') ?? '',
    scopes: form.value.getAll('scopes'),
    days: form.value.get('days') ?? '',
  };
  const days = Number(withAsciiDigits(fields.days.trim()) || Number.NaN);
  const request = TokenRequest.safeParse({ ...fields, days });
  if (!request.success) {
    const { messages } = readerOf(c.req.raw);
    const wrong = new Set(request.error.issues.map(({ path: [field] }) => String(field)));
    const sentence = messages.message('sheets-terms-mistake');
    return tokenPage(c, fields, new Map([...wrong].map((field) => [field, sentence])), null);
  }
  const made = await makeToken(desk, member, request.data);
  if (!made.ok) return refuseMember(c, made.failure, '/tokens');
  // Not by a redirect: the token would have to be kept, or stand in an address.
  return tokenPage(c, DEFAULT_FIELDS, NO_MISTAKES, made.value.token);
});

tokenPages.post('/:id/end', async (c) => {
  const { desk, member } = c.var;
  const ended = await endToken(desk, member, c.req.param('id'));
  if (!ended) {
    return refuseMember(c, { reason: 'page_unknown' }, '/tokens');
  }
  return c.redirect(linkTo(deskPath(member.issuer, '/tokens'), readerOf(c.req.raw)), 303);
});

async function tokenPage(
  c: Context<MemberApp>,
  fields: TokenFields,
  mistakes: Mistakes,
  made: string | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  return deskPage({
    title: reader.messages.message('desk-section-tokens'),
    path: deskPath(member.issuer, '/tokens'),
    reader,
    session: holder,
    member,
    section: 'tokens',
    status: mistakes.size > 0 ? 422 : 200,
    headers: { 'cache-control': 'no-store' },
    children: (
      <TokenPage
        member={member}
        listed={await listTokens(desk, member.issuer, page)}
        page={page}
        fields={fields}
        mistakes={mistakes}
        made={made}
        reader={reader}
      />
    ),
  });
}
