import { Hono } from 'hono';
import type { AccountChanges } from './accounts.ts';
import { CHANGES_PATH, changesPage } from './login-page.ts';

type Act = (accounts: AccountChanges, username: string, to: string) => unknown;

/** By what the page calls it. */
const ACTS: Readonly<Record<string, Act>> = {
  'It is renamed': (accounts, username, to) => accounts.rename(username, to),
  'Its owner vanishes': (accounts, username) => accounts.vanish(username),
  'It is hidden': (accounts, username) => accounts.setHidden(username, true),
  'It is shown again': (accounts, username) => accounts.setHidden(username, false),
  'It is locked': (accounts, username) => accounts.setLocked(username, true),
  'It is unlocked': (accounts, username) => accounts.setLocked(username, false),
  'Somebody new takes a name that was given up': (accounts, username) => accounts.take(username),
};

/** A page on which accounts are renamed, hidden and locked, by whoever runs the stand-in. */
export function changeRoutes(accounts: AccountChanges) {
  return new Hono()
    .get(CHANGES_PATH, (c) => c.html(changesPage(null, Object.keys(ACTS))))
    .post(CHANGES_PATH, async (c) => {
      const form = new URLSearchParams(await c.req.text());
      const said = done(accounts, form);
      return c.html(changesPage(said ?? 'Done.', Object.keys(ACTS)), said === null ? 200 : 400);
    });
}

/** Why it could not happen; null where it did. */
function done(accounts: AccountChanges, form: URLSearchParams): string | null {
  const chosen = form.get('act') ?? '';
  const act = Object.hasOwn(ACTS, chosen) ? ACTS[chosen] : undefined;
  if (act === undefined) return 'Choose what happens.';
  try {
    act(accounts, form.get('username') ?? '', form.get('to') ?? '');
    return null;
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : String(refusal);
  }
}
