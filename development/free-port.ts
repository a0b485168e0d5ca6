import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections, which would take a port before it is listened on. */
const [LOWEST, HIGHEST] = [10_240, 32_000];
const MAX_TRIES = 50;

/** A port that nobody listens on now. Rejects with the system's last error where none is found. */
export async function freePort(host: string): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    try {
      return await listenOnce(host, port);
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
    }
  }
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
