import { notedPart, type PartStates, partState, tickState } from '@laurel/core/health';
import { fetchAsset } from '@laurel/http/static-assets';
import { answers } from '@laurel/observing/answers';
import { partStates } from '@laurel/store/public/schema';
import type { VerifierEnv } from '../env.ts';
import { publicDatabases } from '../record/database.ts';

/** Read to see whether assets are there. */
const A_SMALL_ASSET = 'OFL.txt';

/** Throws where the database does not answer, or the static assets do not. */
export async function lookAtOwn(env: VerifierEnv): Promise<void> {
  const asked = publicDatabases(env).each.map((db) =>
    db.select({ part: partStates.part }).from(partStates).limit(1),
  );
  await Promise.all(asked);
  const asset = await fetchAsset(env.ASSETS, A_SMALL_ASSET);
  if (!asset.ok) throw new Error('the static assets are not there');
}

/** Each part that the verifier can tell of by itself. */
export async function partsOf(env: VerifierEnv, nowSeconds: number): Promise<PartStates> {
  const [own, drawing] = await Promise.all([
    answers(() => lookAtOwn(env)),
    answers(() => env.RENDERER.health()),
  ]);
  const noted = own ? await publicDatabases(env).first.select().from(partStates) : [];
  const notedState = (part: string) => {
    const found = noted.find((one) => one.part === part);
    return notedPart(found, nowSeconds);
  };
  return {
    ...(own ? {} : { verifier: partState(false, undefined) }),
    ...(drawing ? {} : { renderer: partState(false, undefined) }),
    log: notedState('log'),
    keys: notedState('keys'),
    crons: tickState('signer_cron', noted, nowSeconds),
  };
}
