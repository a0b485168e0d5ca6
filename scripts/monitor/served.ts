import { logPath } from '@laurel/log/checkpoint';
import { type Tile, tilePath } from '@laurel/log/tile';

const PATIENCE_MS = 30_000;

/** The service that is watched over, asked at its public address alone. */
export type Served = {
  readonly origin: string;
  /** Which of its logs is watched, from 1. */
  readonly log: number;
  /** The text at a path; null where there is none. Throws where nobody answers. */
  readonly text: (path: string) => Promise<string | null>;
  /** The bytes of a tile of its log; null where there is none. */
  readonly tile: (tile: Tile) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** What it says of a credential: the finding of its log check; null where it says nothing of it. */
  readonly saysOfLog: (credential: unknown) => Promise<string | null>;
};

/** Asks the service at an origin, and the tiles of one of its logs. */
export function servedAt(origin: string, log = 1): Served {
  const get = async (path: string) => {
    const answer = await fetch(`${origin}${path}`, {
      headers: { accept: 'application/json, */*;q=0.5' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    return answer.ok ? answer : null;
  };
  return {
    origin,
    log,
    text: async (path) => (await get(path))?.text() ?? null,
    tile: async (tile) => {
      const answer = await get(`${logPath(log)}/${tilePath(tile)}`);
      return answer === null ? null : new Uint8Array(await answer.arrayBuffer());
    },
    saysOfLog: async (credential) => {
      const answer = await fetch(`${origin}/api/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ credential }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { checks = [] } = Object(await answer.json());
      const found = [checks].flat().find((one) => Object(one).check === 'log');
      return typeof found?.finding === 'string' ? found.finding : null;
    },
  };
}
