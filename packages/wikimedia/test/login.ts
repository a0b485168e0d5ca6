import { onTestFinished } from 'vitest';
import { type StandIn, startStandIn } from '../../../development/wikimedia/stand-in.ts';
import { authorizationRequest, newLoginAttempt } from '../src/authorize.ts';
import { identify } from '../src/identify.ts';
import { userAgentOf, type Wikimedia } from '../src/wikimedia.ts';

const CONSUMER = {
  clientId: 'laurel-tests',
  clientSecret: 'not-a-secret',
  redirectUri: 'http://127.0.0.1:8787/login/callback',
};

/** A stand-in of its own for one test, and the configuration that leads to it. */
export async function aWikimedia(
  change: { readonly maxPerAnswer?: number } = {},
): Promise<{ readonly standIn: StandIn; readonly wikimedia: Wikimedia }> {
  const standIn = await startStandIn({
    port: 0,
    host: '127.0.0.1',
    consumer: CONSUMER,
    ...change,
  });
  onTestFinished(() => standIn.close());
  return { standIn, wikimedia: wikimediaAt(standIn.url) };
}

export function wikimediaAt(baseUrl: string): Wikimedia {
  return {
    baseUrl,
    userAgent: userAgentOf('0.1.0', 'https://laurel.example/contact'),
    ...CONSUMER,
  };
}

/** What a browser does until it is sent back: the address that the application then sees. */
export async function returnAs(wikimedia: Wikimedia, username: string) {
  const attempt = newLoginAttempt();
  const url = await authorizationRequest(wikimedia, { ...attempt, uiLocale: 'en' });
  url.searchParams.set('as', username);
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect: ${response.status}`);
  return { attempt, callbackUrl: new URL(location) };
}

export async function logInAs(wikimedia: Wikimedia, username: string) {
  const { attempt, callbackUrl } = await returnAs(wikimedia, username);
  return identify(wikimedia, callbackUrl, attempt);
}
