import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { giveList, settled } from '../support/sheets.ts';

/** A Wikimedia that answers as the stand-in does, but holds back what is asked of one name. */
async function holdingBack(name: string, standIn: () => string) {
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (new URLSearchParams(body).get('gususers')?.includes(name) === true) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const answer = await fetch(new URL(request.url ?? '/', standIn()), {
      method: request.method ?? 'GET',
      redirect: 'manual',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        'user-agent': request.headers['user-agent'] ?? '',
        ...(request.headers.authorization === undefined
          ? {}
          : { authorization: request.headers.authorization }),
      },
      ...(body === '' ? {} : { body }),
    });
    const location = answer.headers.get('location');
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      ...(location === null ? {} : { location }),
    });
    response.end(await answer.text());
  });
  const port = await freePort('127.0.0.1');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${port}`, waiting };
}

test('a name that is put right twice is the one typed last, whichever answer comes first', async () => {
  let laurel: Laurel | null = null;
  const held = await holdingBack('First of Haste', () => laurel?.standIn.url ?? '');
  laurel = await startLaurel({ wikimediaUrl: held.url });
  const started = laurel;
  onTestFinished(() => started.stop());
  const organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
  const path = await giveList(laurel, organizer, 'Nobody of Haste\n');
  await settled(organizer, path);

  const put = (name: string) =>
    organizer.post(`${path}?pile=not_found`, [
      ['row', '0'],
      ['attended', '0'],
      ['name-0', name],
    ]);
  const first = put('First of Haste');
  while (held.waiting.length === 0) await setTimeout(20);
  expect((await put('Second of Haste')).status).toBe(303);
  for (const release of held.waiting) release();
  expect((await first).status).toBe(303);
  expect(await settled(organizer, `${path}?pile=ready`)).toContain('Second of Haste attended');
});
