import { Hono } from 'hono';
import type { InventedAccount } from './account.ts';
import type { Grants } from './grants.ts';

const BEARER = /^Bearer (.+)$/;

/** `oauth2/resource/profile`, as a consumer with the grant `mwoauth-authonly` sees it. */
export function profileRoutes(grants: Grants) {
  return new Hono().get('/', (c) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const account = grants.accountOf(token);
    if (account === undefined) return c.json({ error: 'access_denied' }, 401);
    return c.json(profileOf(account));
  });
}

/** Extension:OAuth, `UserStatementProvider::getUserProfile`. */
function profileOf(account: InventedAccount) {
  const sub = account.unattached ? '0' : account.accountId;
  if (account.hidden) return { sub, blocked: true };
  return {
    sub,
    username: account.username,
    editcount: account.editCount,
    confirmed_email: true,
    email_verified: true,
    blocked: account.blockedOnMeta,
    registered: account.registration.replaceAll(/\D/g, ''),
    groups: ['*', 'user', 'autoconfirmed'],
    rights: ['read', 'edit'],
    grants: ['mwoauth-authonly'],
  };
}
