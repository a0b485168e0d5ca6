import { createServer, type Server, type ServerResponse } from 'node:http';

/** A Wikimedia that can be told to take its time: it answers what another one does, once it is let. */
export type SlowDirectory = {
  readonly url: string;
  /** Who answers in the end. */
  readonly standBefore: (url: string) => void;
  /** From now on nothing is answered. Resolves when somebody has asked in vain. */
  readonly hold: () => Promise<void>;
  /** Answers again; what was held is refused with 503 and `Retry-After`. */
  readonly letGo: () => void;
  readonly close: () => Promise<void>;
};

/** Starts one. */
export async function startSlowDirectory(): Promise<SlowDirectory> {
  let target = '';
  let holding = false;
  let asked = () => {};
  const held: ServerResponse[] = [];
  const server = createServer(async (request, answer) => {
    if (holding) {
      held.push(answer);
      asked();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const forwarded = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers)
        .filter(
          ([name]) => !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name),
        )
        .map(([name, value]) => [name, String(value)] satisfies [string, string]),
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
      redirect: 'manual',
    });
    const headers = Object.fromEntries(forwarded.headers);
    delete headers['content-encoding'];
    delete headers['content-length'];
    answer.writeHead(forwarded.status, headers);
    answer.end(Buffer.from(await forwarded.arrayBuffer()));
  });
  const url = await listening(server);
  return {
    url,
    standBefore: (other) => {
      target = other;
    },
    hold: () => {
      holding = true;
      return new Promise((resolve) => {
        asked = resolve;
      });
    },
    letGo: () => {
      holding = false;
      for (const answer of held.splice(0)) answer.writeHead(503, { 'retry-after': '1' }).end();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
