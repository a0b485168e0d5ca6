import { isForDesk } from './desk-paths.ts';
import type { FrontDoorEnv } from './env.ts';
import { health } from './health.ts';

/** Other methods at `/health` go on to the verifier, which refuses them. */
const READING_METHODS: readonly string[] = ['GET', 'HEAD'];

/** One origin for the other Workers. Requests pass through untouched; nothing is known here. */
export default {
  fetch(request: Request, env: FrontDoorEnv): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/health' && READING_METHODS.includes(request.method)) {
      return health(request, env);
    }
    return (isForDesk(pathname) ? env.DESK : env.VERIFIER).fetch(request);
  },
} satisfies ExportedHandler<FrontDoorEnv>;
