import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

type Handler = (response: ServerResponse) => void;

/** A server on a port of this machine that answers as it is told to, however badly. */
export type HostileServer = {
  readonly origin: string;
  /** What was asked for, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** How it answers at a path from now on; the address. Elsewhere it answers 404. */
  at(path: string, handler: Handler): string;
  /** The same, with JSON. */
  json(path: string, document: unknown, headers?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
};

export async function startHostileServer(): Promise<HostileServer> {
  const handlers = new Map<string, Handler>();
  const asked: HostileServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const handler = handlers.get(path);
    if (handler === undefined) response.writeHead(404).end();
    else handler(response);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  const at: HostileServer['at'] = (path, handler) => {
    handlers.set(path, handler);
    return `${origin}${path}`;
  };
  return {
    origin,
    asked,
    at,
    json: (path, document, headers = {}) =>
      at(path, (response) => {
        response.writeHead(200, { 'content-type': 'application/json', ...headers });
        response.end(typeof document === 'string' ? document : JSON.stringify(document));
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
