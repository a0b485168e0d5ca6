import { createServer } from 'node:net';

/** A port that nobody listens on now. */
export function freePort(host: string): Promise<number> {
  return listenOnce(host, 0);
}

/** Rejects with the system's error (`EADDRINUSE`) when somebody listens on the port. */
export async function mustBeFree(host: string, port: number): Promise<void> {
  await listenOnce(host, port);
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
