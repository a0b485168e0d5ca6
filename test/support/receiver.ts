import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';

type Received = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What receives messages of webhooks, and how it answers them. */
export type Receiver = {
  readonly origin: string;
  readonly received: Received[];
  /** Forgets what came, and keeps only what comes to a path from now on: stragglers of before go elsewhere. */
  listenAt(path: string): void;
  /** How it answers from now on; by default with 204. */
  answerWith(answer: (response: ServerResponse, request: Received) => void): void;
  /** The messages, once there are so many. Throws if they do not come. */
  messages(count: number): Promise<readonly Message[]>;
  close(): Promise<void>;
};

const Message = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
type Message = z.infer<typeof Message>;

const PATIENCE_MS = 20_000;

/** A program of somebody's, on a port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let kept: string | null = null;
  let answer = (response: ServerResponse, _: Received) => {
    response.writeHead(204).end();
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const one = { path: request.url ?? '', headers: request.headers, body };
      if (kept !== null && one.path !== kept) {
        response.writeHead(204).end();
        return;
      }
      received.push(one);
      answer(response, one);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    listenAt: (path) => {
      kept = path;
      received.length = 0;
    },
    answerWith: (next) => {
      answer = next;
    },
    messages: async (count) => {
      await until(() => received.length >= count);
      return received.map(({ body }) => Message.parse(JSON.parse(body)));
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Waits until something is so; throws if it does not come to be. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('what was waited for did not happen');
    await setTimeout(25);
  }
}

/** True where somebody else's library finds that a message was signed with a secret. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
  try {
    new Webhook(secret).verify(body, given);
    return true;
  } catch {
    return false;
  }
}
