import { CERTIFICATES_PER_SET } from '@laurel/contracts/renderer-rpc';
import type { FilesOfCopy, NoFiles } from '@laurel/contracts/verifier-rpc';
import { ok, type Result, refuse } from '@laurel/core/result';
import { bundleOf } from '../bundle/make-bundle.ts';
import { publicDocumentsFor } from '../bundle/public-documents.ts';
import type { VerifierEnv } from '../env.ts';
import { certificateFacts } from '../facts/certificate-facts.ts';
import { publicDatabases } from '../record/database.ts';
import { findSignedAmong } from '../record/visible-credentials.ts';
import { copyIn, standingOfCopy } from './standing-of-copy.ts';

/**
 * The certificate and the bundle of each signed credential that is handed over, drawn from its own bytes once
 * these were verified. No link is switched on, and of what is not ours nothing is told.
 */
export async function filesOfCopies(
  env: VerifierEnv,
  texts: readonly string[],
  nowSeconds: number,
): Promise<readonly Result<FilesOfCopy, NoFiles>[]> {
  if (texts.length > CERTIFICATES_PER_SET) throw new Error('too many copies for one set');
  const { RENDERER, LAUREL_ORIGIN } = env;
  const databases = publicDatabases(env);
  const copies = texts.map((text) => copyIn(text, LAUREL_ORIGIN));
  const ids = copies.flatMap((copy) => copy?.id ?? []);
  const found = await findSignedAmong(databases, LAUREL_ORIGIN, ids);
  const standings = await Promise.all(
    copies.map(async (copy) => {
      if (copy === null) return refuse<NoFiles>('not_ours');
      const standing = await standingOfCopy(copy, found.get(copy.id), LAUREL_ORIGIN, nowSeconds);
      return standing.ok ? ok({ found: standing.value, text: copy.text }) : standing;
    }),
  );
  const good = standings.flatMap((one) => (one.ok ? [one.value] : []));
  const documents = await publicDocumentsFor(
    databases,
    good.map((one) => one.found),
  );
  const drawn = await RENDERER.renderSet(
    good.map((one) => ({
      ...certificateFacts(one.found, one.text),
      bundle: bundleOf(one.found, documents, null, nowSeconds),
    })),
  );
  const pdfs = drawn.values();
  return standings.map((one) => {
    if (!one.ok) return one;
    const { value: pdf } = pdfs.next();
    if (pdf === undefined) throw new Error('the renderer left a certificate undrawn');
    const { found: own, text } = one.value;
    return ok({ pdf, bundle: bundleOf(own, documents, text, nowSeconds) });
  });
}
