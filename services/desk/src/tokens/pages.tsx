import { TokenRequest } from '@laurel/contracts/token-request';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { withAsciiDigits } from '@laurel/sheet/number';
import { type Context, Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
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
  const path = deskPath(member.issuer, '/tokens');
  const form = await readForm(c.req.raw);
  if (!form.ok) return answerRefusal(c.req.raw, form.failure, { origin: desk.origin, path });
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
  if (!made.ok) return answerRefusal(c.req.raw, made.failure, { origin: desk.origin, path });
  // Not by a redirect: the token would have to be kept, or stand in an address.
  return tokenPage(c, DEFAULT_FIELDS, NO_MISTAKES, made.value.token);
});

tokenPages.post('/:id/end', async (c) => {
  const { desk, member } = c.var;
  const path = deskPath(member.issuer, '/tokens');
  const ended = await endToken(desk, member, c.req.param('id'));
  if (!ended) {
    return answerRefusal(c.req.raw, { reason: 'page_unknown' }, { origin: desk.origin, path });
  }
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
});

async function tokenPage(
  c: Context<MemberApp>,
  fields: TokenFields,
  mistakes: Mistakes,
  made: string | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
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
        tokens={await listTokens(desk, member.issuer)}
        fields={fields}
        mistakes={mistakes}
        made={made}
        reader={reader}
      />
    ),
  });
}
