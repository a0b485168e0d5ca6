import { StewardRequest } from '@laurel/contracts/steward-requests';
import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { pointerTo } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { withAsciiDigits } from '@laurel/sheet/number';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { findAccount } from '../members/find-account.ts';
import { deskPage } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { appointSteward, endSteward, listStewards } from './appoint.ts';
import { type StewardFields, StewardsPage } from './stewards-page.tsx';

const DEFAULT_FIELDS: StewardFields = { username: '', days: '365' };

/** Who reviews issuers, appointing somebody and ending it. */
export const stewardGrantPages = new Hono<HolderApp>();

stewardGrantPages.get('/', (c) => stewardsPage(c, DEFAULT_FIELDS, null));

stewardGrantPages.post('/', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return stewardsPage(c, DEFAULT_FIELDS, form.failure);
  const fields = {
    username: form.value.get('username') ?? '',
    days: form.value.get('days') ?? '',
  };
  const days = Number(withAsciiDigits(fields.days.trim()) || Number.NaN);
  const request = StewardRequest.safeParse({ username: fields.username, days });
  if (!request.success) {
    const issues = request.error.issues.map(({ path, message: detail }) => ({
      pointer: pointerTo(path),
      detail,
    }));
    return stewardsPage(c, fields, { reason: 'request_invalid', issues });
  }
  const account = await findAccount(desk, request.data.username);
  const appointed = account.ok
    ? await appointSteward(desk, holder.accountId, account.value, request.data.days)
    : account;
  return appointed.ok ? done(c) : stewardsPage(c, fields, appointed.failure);
});

stewardGrantPages.post('/end', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return stewardsPage(c, DEFAULT_FIELDS, form.failure);
  const ended = await endSteward(desk, holder.accountId, form.value.get('account') ?? '');
  return ended ? done(c) : stewardsPage(c, DEFAULT_FIELDS, { reason: 'page_unknown' });
});

function done(c: Context<HolderApp>): Response {
  return c.redirect(linkTo('/desk/stewards/grants', readerOf(c.req.raw)), 303);
}

async function stewardsPage(
  c: Context<HolderApp>,
  fields: StewardFields,
  failure: Failure | null,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('stewards-people'),
    path: '/desk/stewards/grants',
    reader,
    session: c.var.holder,
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <StewardsPage
        stewards={await listStewards(c.var.desk)}
        fields={fields}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
