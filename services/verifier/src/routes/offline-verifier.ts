import { ROOT_OWNER } from '@laurel/core/key-owners';
import { cachedOf } from '@laurel/http/cache';
import { readingAssets } from '@laurel/http/static-assets';
import type { Context } from 'hono';
import offline from '../../generated/offline.json';
import type { App, VerifierEnv } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import { keysOf } from '../record/keys.ts';

/** Root keys are pinned for as long as the file is kept: whoever fetches it anew should see a new one soon. */
const MAX_AGE_SECONDS = 300;

/**
 * The offline verifier, for this service: with its address and its root keys in it, those too that have
 * signed before. To be kept as a file, so that it is the same tomorrow.
 */
export async function offlineVerifier(c: Context<App>): Promise<Response> {
  const roots = await rootKeys(c.env);
  const facts = [c.env.LAUREL_ORIGIN, roots];
  return cachedOf(c.req.raw, facts, () => pageWith(c.env, roots), {
    contentType: 'text/html; charset=utf-8',
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: {
      'content-disposition': `attachment; filename="laurel-verify-${new URL(c.env.LAUREL_ORIGIN).hostname}.html"`,
    },
  });
}

/** The file itself. */
export async function offlineVerifierPage(env: VerifierEnv): Promise<string> {
  return pageWith(env, await rootKeys(env));
}

async function pageWith(env: VerifierEnv, roots: readonly string[]): Promise<string> {
  const { LAUREL_ORIGIN } = env;
  return (await offlinePage(env))
    .replace(contentOf('laurel-origin', ''), contentOf('laurel-origin', LAUREL_ORIGIN))
    .replace(contentOf('laurel-roots', ''), contentOf('laurel-roots', roots.join(' ')));
}

/** The root keys that can be trusted, as Multikeys, oldest first. */
export async function rootKeys(env: VerifierEnv): Promise<readonly string[]> {
  return (await keysOf(publicDatabases(env).first, ROOT_OWNER))
    .filter(({ compromisedAtSeconds }) => compromisedAtSeconds === null)
    .flatMap(({ multibase }) => multibase ?? []);
}

/** As it was built, for any service. */
function offlinePage(env: VerifierEnv): Promise<string> {
  return readingAssets(env.ASSETS)(offline.file);
}

function contentOf(name: string, content: string): string {
  return `<meta name="${name}" content="${content}">`;
}
