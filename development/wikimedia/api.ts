import { type Context, Hono } from 'hono';
import type { Accounts } from './accounts.ts';
import type { Answer, Parameters } from './answer.ts';
import { globalAllUsers } from './global-all-users.ts';
import { GLOBAL_GROUPS } from './global-groups.ts';
import { globalUserInfo } from './global-user-info.ts';
import { globalUsers } from './global-users.ts';

/** The Action API, as far as Laurel asks it. */
export function apiRoutes(accounts: Accounts, maxPerAnswer: number) {
  const reply = (c: Context, parameters: Parameters) => {
    const answer = answerTo(parameters, accounts, maxPerAnswer);
    if ('error' in answer) c.header('MediaWiki-API-Error', answer.error.code);
    return c.json(answer);
  };
  return new Hono()
    .get('/', (c) => reply(c, new URL(c.req.url).searchParams))
    .post('/', async (c) => reply(c, new URLSearchParams(await c.req.text())));
}

function answerTo(parameters: Parameters, accounts: Accounts, maxPerAnswer: number): Answer {
  if (parameters.get('action') !== 'query') return unserved('action');
  if (parameters.get('format') !== 'json') return unserved('format');
  if (parameters.get('formatversion') !== '2') return unserved('formatversion');
  if (parameters.get('list') === 'globalusers') {
    return globalUsers(parameters, accounts, maxPerAnswer);
  }
  if (parameters.get('list') === 'globalallusers') return globalAllUsers(parameters, accounts);
  if (parameters.get('list') === 'globalgroups') {
    const globalgroups = GLOBAL_GROUPS.map((name) => ({ name }));
    return { batchcomplete: true, query: { globalgroups } };
  }
  if (parameters.get('meta') === 'globaluserinfo') return globalUserInfo(parameters, accounts);
  return unserved('list or meta');
}

function unserved(parameter: string): Answer {
  return { error: { code: 'badvalue', info: `The stand-in does not serve this ${parameter}.` } };
}
