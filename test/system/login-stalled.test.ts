import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { beginLogin, browserSession } from '../support/browser-session.ts';
import { startLaurel } from '../support/laurel.ts';

const TOKEN = JSON.stringify({ token_type: 'Bearer', access_token: 'a' });

/** A Wikimedia that leaves a call waiting, at the point that the code of the login names. */
async function startStallingWikimedia(): Promise<string> {
  const answer = (response: ServerResponse, code: string | null) => {
    if (code === 'before-the-token') return;
    response.setHeader('content-type', 'application/json');
    if (code === 'within-the-token') response.write(TOKEN.slice(0, 9));
    else response.end(TOKEN);
  };
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    if (request.method === 'POST') answer(response, form.get('code'));
  });
  const port = await freePort('127.0.0.1');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${port}`;
}

test('a login waits no longer than a person does for a Wikimedia that stalls, wherever it stalls', async () => {
  const laurel = await startLaurel({ wikimediaUrl: await startStallingWikimedia() });
  onTestFinished(() => laurel.stop());

  const answers = await Promise.all(
    ['before-the-token', 'within-the-token', 'before-the-profile'].map(async (code) => {
      const session = browserSession(laurel);
      const state = (await beginLogin(session)).searchParams.get('state') ?? '';
      const began = performance.now();
      const answer = await session.get(`/login/callback?code=${code}&state=${state}`);
      return {
        status: answer.status,
        retryAfter: answer.headers.get('retry-after'),
        patient: performance.now() - began < 20_000,
        cookies: session.cookies.size,
      };
    }),
  );

  const waits = { status: 503, retryAfter: '30', patient: true, cookies: 0 };
  expect(answers).toEqual([waits, waits, waits]);
});
