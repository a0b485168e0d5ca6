import type { BrowserSession } from './browser-session.ts';

/** Sends the form of a résumé; `typed` are fields beside what was chosen. */
export function sendResume(
  session: BrowserSession,
  credentials: readonly string[],
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return session.post('/me/resume', [
    ...credentials.map((id): [string, string] => ['credential', id]),
    ['language', 'en'],
    ...Object.entries(typed),
  ]);
}
